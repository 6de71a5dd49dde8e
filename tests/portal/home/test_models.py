"""What a home page asks before it is public, and that there is one in a language."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from portal.home.models import HomePage
from portal.publishing import clock
from portal.publishing.errors import Refused
from portal.publishing.models import Document
from portal.publishing.workflow import take, take_all
from tests import cast

pytestmark = pytest.mark.django_db


def refused(verb, edition, by, **options):
    with pytest.raises(Refused) as told:
        take(verb, edition, by=by, **options)
    return " ".join(told.value.sentences)


def test_a_second_home_page_in_a_language_is_refused_with_a_sentence(make_home, composer):
    make_home()
    sentence = "There is a home page in this language already: open it and revise it."
    assert sentence in refused("start", cast.a_home(composer), composer)
    elsewhere = cast.a_home(composer)
    elsewhere.document = Document(owner=composer)
    assert refused("start", elsewhere, composer) == sentence


def test_the_database_holds_one_in_a_language(make_home, composer):
    first = make_home()
    other = make_home(language="ru")
    with pytest.raises(IntegrityError), transaction.atomic():
        HomePage.objects.filter(pk=other.pk).update(language="en")
    HomePage.objects.filter(pk=first.pk).update(is_head=False)  # only heads are counted
    HomePage.objects.filter(pk=other.pk).update(language="en")


def test_who_begins_one_beside_another_is_told_so_even_if_it_was_begun_meanwhile(
    make_home, composer, monkeypatch
):
    """The sentence is asked before the row is written; the database has the last word."""
    make_home()
    monkeypatch.setattr(HomePage, "obstacles_to_begin", lambda self, language: ())
    late = cast.a_home(composer)
    late.document = Document(owner=composer)
    assert "Somebody else was faster." in refused("start", late, composer)


def test_all_languages_are_one_document(make_live_home, composer):
    english = make_live_home()
    russian = take("translate", english, by=composer, language="ru")
    chinese = take("start", cast.a_home(composer, language="zh-hans"), by=composer)
    assert russian.document_id == chinese.document_id == english.document_id


def test_the_address_is_the_root_of_the_language(make_live_home):
    assert make_live_home(language="ru").get_absolute_url() == "/ru/"


def test_a_choice_that_will_not_be_public_is_refused(
    make_home, make_live, make_article, composer, approver, publisher
):
    gone = make_live()
    draft = make_home(features=[gone])
    take("withdraw", gone, by=publisher, note="A mistake.")
    number = gone.document.number
    sentence = f"Document {number} is chosen for the home page and is not public in this language."
    assert sentence in refused("submit", draft, composer)


def test_one_that_was_withdrawn_since_is_refused_at_the_approval(
    make_home, make_live, composer, approver, publisher
):
    gone = make_live()
    review = take("submit", make_home(story=gone), by=composer)
    take("withdraw", gone, by=publisher, note="A mistake.")
    seen = cast.fresh(review).content_hash
    assert "is not public in this language" in refused("approve", review, approver, seen=seen)


def test_one_whose_time_ends_before_the_start_is_refused(
    make_home, make_live, composer, approver, publisher
):
    story, at = make_live(), clock.now() + timedelta(hours=2)
    take("withdraw", story, by=publisher, note="Over by then.", at=at - timedelta(hours=1))
    review = take("submit", make_home(strip=[story]), by=composer)
    seen = cast.fresh(review).content_hash
    assert "is not public" in refused("approve", review, approver, seen=seen, at=at)
    assert take("approve", review, by=approver, seen=seen)


def test_one_that_is_scheduled_may_be_chosen(make_live_home, make_scheduled):
    assert make_live_home(features=[make_scheduled()])


def test_one_that_is_public_in_another_language_only_is_refused(make_home, make_live, composer):
    draft = make_home(language="ru", story=make_live())
    assert "is not public in this language" in refused("submit", draft, composer)


def test_one_that_is_chosen_twice_is_refused(make_home, make_live, composer):
    story = make_live()
    for slots in ({"story": story, "features": [story]}, {"features": [story], "strip": [story]}):
        draft = make_home(**slots)
        assert "is chosen twice" in refused("submit", draft, composer)
        take("discard", draft, by=composer)
        HomePage.objects.filter(pk=draft.pk).update(language="ru", is_head=False)


def test_it_needs_a_title_and_nothing_else(make_home, composer):
    assert "Fill in “title”" in refused("submit", make_home(title="", story=None), composer)


def test_a_desk_that_covers_home_composes_it_and_another_does_not(
    make_home, author, publisher, chief
):
    draft = make_home()
    assert "does not include" in refused("submit", draft, publisher)
    assert "does not include" in refused("start", cast.a_home(author, language="ru"), author)
    assert take("submit", draft, by=chief).state == "in_review"


def test_restored_it_takes_its_choices_along(make_live_home, make_live, revise, composer, approver):
    story, page = make_live(), make_live()
    first = make_live_home(features=[story], strip=[page])
    draft = revise(first, by=composer, title="Another")
    for pick in draft.features.all():
        pick.edition = draft
        pick.delete()
    cast.approve(take("submit", draft, by=composer), approver)
    restored = take("restore", cast.fresh(first), by=composer)
    assert [pick.document for pick in restored.picks] == [story.document, page.document]


def test_what_it_shows_is_known_as_a_link(make_live_home, make_live):
    """So that whoever withdraws a story sees that the home page leads to it."""
    story = make_live()
    home = make_live_home(story=story)
    references = story.document.referenced_by.select_related("entry")
    assert [reference.entry.document_id for reference in references] == [home.document_id]


def test_adopted_in_all_languages_at_once(composer, chief, make_live):
    document = cast.a_home(composer).document
    homes = [cast.a_home(composer, language=code) for code in ("en", "ru")]
    for home in homes:
        home.document = document
    assert len(take_all("adopt", homes, by=chief, author=composer).done) == 2
