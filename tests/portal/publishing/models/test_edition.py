"""L2: what is not a draft is never edited, and saving a draft touches no workflow column."""

import pytest

from news.models import Article
from portal.publishing.errors import NotADraft, StaleSave
from portal.publishing.models import Authorship
from portal.publishing.workflow import take
from tests import cast
from tests.portal.publishing import verbs_table as table


@pytest.mark.parametrize("word", sorted(set(table.WORDS) - {"new", "draft"}))
def test_only_a_draft_can_be_saved(word, author, publisher, stream):
    edition = table.build(word, author=author, publisher=publisher, stream=stream)
    before = table.rows(edition)
    edition.title = "Rewritten in place"
    with pytest.raises(NotADraft, match="cannot be changed. Revise it instead."):
        edition.save()
    assert table.rows(edition) == before


def test_stale_draft_does_not_unpublish_a_live_text(make_article, submit, publisher):
    stale = make_article()
    live = cast.approve(submit(stale), publisher)
    stale.title = "From a tab that stayed open"
    with pytest.raises(NotADraft):
        stale.save()
    assert list(Article.objects.live()) == [live]


def test_save_leaves_the_workflow_columns_alone(make_article, author):
    draft = cast.fresh(make_article())
    draft.state, draft.number, draft.is_head, draft.language = "approved", 7, False, "ru"
    draft.changed_by = author
    draft.save()
    stored = cast.fresh(draft)
    assert (stored.state, stored.number, stored.is_head, stored.language) == (
        "draft", 1, True, "en",
    )  # fmt: skip


def test_second_save_from_the_same_reading_is_refused(make_article, author):
    first, second = (cast.fresh(draft) for draft in [make_article()] * 2)
    first.title = "The first to save"
    first.save()
    second.title = "Too late"
    with pytest.raises(StaleSave, match="Somebody else saved this draft after you opened it."):
        second.save()
    assert cast.fresh(first).title == "The first to save"


def test_draft_read_before_its_review_is_refused_after_it(make_article, submit, author):
    stale = cast.fresh(make_article())
    submit(stale)
    with pytest.raises(NotADraft, match="Edition 1 is in review"):
        stale.save()


def test_everybody_who_saves_is_an_author(make_article, reviewer, publisher):
    draft = make_article()
    for person in (reviewer, publisher, reviewer):
        draft = cast.save(draft, person)
    people = Authorship.objects.filter(timeline=draft.timeline).order_by("pk")
    assert [str(row.person) for row in people] == ["author", "reviewer", "publisher"]


def test_edition_is_neither_stored_nor_deleted_past_the_door(new_article, make_article):
    with pytest.raises(TypeError, match="begun by take"):
        new_article().save()
    with pytest.raises(TypeError, match="never deleted"):
        make_article().delete()


def test_slug_is_made_from_the_title_that_is_saved_first(make_article, author):
    draft = make_article(title="")
    assert draft.slug == ""
    assert cast.save(draft, author, title="Open at night").slug == "open-at-night"
    assert cast.save(draft, author, title="Open until two").slug == "open-at-night"


def test_typed_slug_is_kept_and_given_the_shape_of_addresses(make_article, author):
    assert make_article(slug="2026_Open Late").slug == "open-late"


# --- Parts ---------------------------------------------------------------------------------------


@pytest.fixture
def illustrated(make_live, picture):
    live = make_live(pictures=[picture])
    return live, cast.fresh(live).pictures.get()


def test_part_of_an_approved_edition_cannot_be_changed(illustrated):
    _live, part = illustrated
    part.caption = "Another caption"
    with pytest.raises(NotADraft):
        part.save()


def test_part_of_an_approved_edition_cannot_be_deleted(illustrated):
    live, part = illustrated
    with pytest.raises(NotADraft):
        part.delete()
    assert live.pictures.exists()


def test_part_cannot_be_added_to_an_approved_edition(illustrated, picture):
    live, _part = illustrated
    extra = cast.shown(picture)
    extra.edition = live
    with pytest.raises(NotADraft):
        extra.save()
    assert live.pictures.count() == 1


def test_part_of_an_approved_edition_cannot_be_carried_off_into_a_draft(illustrated, revise):
    live, part = illustrated
    part.edition = revise(live)
    with pytest.raises(TypeError, match="belongs to its edition for good"):
        part.save()
    assert live.pictures.count() == 1


def test_part_of_a_draft_can_be_changed_and_deleted(make_article, picture):
    draft = make_article(pictures=[picture])
    part = cast.fresh(draft).pictures.get()
    part.caption = "At dawn"
    part.save()
    assert cast.fresh(draft).pictures.get().caption == "At dawn"
    part.delete()
    assert not draft.pictures.exists()


def test_part_saved_from_a_stale_draft_is_refused(make_article, picture, author):
    draft = cast.fresh(make_article(pictures=[picture]))
    part = draft.pictures.get()
    cast.save(draft, author, title="Saved in another tab")
    with pytest.raises(StaleSave):
        part.save()


# --- Copies --------------------------------------------------------------------------------------


def test_revision_copies_every_field_and_part_and_keeps_the_keys(make_live, picture, revise):
    live = make_live(pictures=[picture], dateline_town="Minsk", source_name="BelTA")
    draft = cast.fresh(revise(live))
    assert draft.content_hash == cast.fresh(live).content_hash
    assert (draft.dateline_town, draft.source_name, draft.based_on) == ("Minsk", "BelTA", 1)
    assert draft.pictures.get().key == live.pictures.get().key
    assert draft.pictures.get().pk != live.pictures.get().pk


def test_translation_copies_parts_and_makes_its_slug_anew(make_live, picture, author):
    live = make_live(pictures=[picture])
    draft = take("translate", live, by=author, language="ru")
    assert draft.slug == ""
    draft = cast.save(draft, author, title="Библиотека")
    assert (draft.slug, draft.pictures.count()) == ("biblioteka", 1)
