"""The rows that say where approved editions show pictures."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db.models import ProtectedError

from portal.media import public, storage
from portal.media.intake import take_in, take_in_file
from portal.media.models import FileUse, Use
from portal.publishing.models import Entry
from portal.publishing.workflow import take
from tests.portal.media import samples
from tests.portal.media.drawing import as_upload, draw, upload

pytestmark = pytest.mark.django_db


def rebuild(**options):
    out = StringIO()
    call_command("rebuild_uses", stdout=out, **options)
    return out.getvalue()


def test_a_draft_and_a_text_in_review_leave_no_use(start, author, picture):
    draft = start(picture)
    assert not Use.objects.exists()
    take("submit", draft, by=author)
    assert not Use.objects.exists()


def test_an_approved_text_shows_its_pictures_in_order(start, approve, author, picture):
    second = take_in(upload(draw(500, 400)), author)
    approve(start(picture, second, caption="At noon", credit="BelTA"))
    uses = Use.objects.order_by("position")
    assert [(use.position, use.picture) for use in uses] == [(0, picture), (1, second)]
    assert {(use.alt, use.caption, use.credit) for use in uses} == {
        ("The square", "At noon", "BelTA")
    }
    assert {use.entry for use in uses} == {Entry.objects.get()}


def test_a_decorative_picture_is_silent(publish, picture):
    publish(picture, alt="left over", is_decorative=True)
    use = Use.objects.get()
    assert (use.is_decorative, use.alt) == (True, "")


def test_a_use_goes_with_its_entry(start, approve, publisher, picture):
    scheduled = approve(start(picture), after=2)
    assert Use.objects.count() == 1
    take("unschedule", scheduled, by=publisher)
    assert not Use.objects.exists()


def test_a_correction_without_the_picture_leaves_the_old_edition_its_own(
    publish, approve, author, picture
):
    correction = take("revise", publish(picture), by=author)
    correction.pictures.get().delete()
    correction.refresh_from_db()
    approve(correction)
    assert Use.objects.get().entry.edition_number == 1
    assert Entry.objects.count() == 2


def test_a_picture_in_use_cannot_be_deleted(publish, picture):
    publish(picture)
    with pytest.raises(ProtectedError):
        picture.delete()


def test_ninety_approvals_cost_as_many_queries_as_one(
    adopt_many, picture, django_assert_max_num_queries
):
    costs = []
    for count in (1, 90):
        with django_assert_max_num_queries(40) as asked:
            adopt_many(count, picture)
        costs.append(sum("media_" in query["sql"] for query in asked.captured_queries))
    assert Use.objects.count() == 91
    # One reads the files offered, one stores the uses, one asks what has to leave the public tree.
    assert costs[0] == costs[1] == 3


def test_a_rebuild_finds_nothing_where_nothing_drifted(adopt_many, picture):
    adopt_many(3, picture)
    before = list(Use.objects.order_by("pk").values())
    assert "as it should be" in rebuild(check=True)
    assert "as it should be" in rebuild()
    assert list(Use.objects.order_by("pk").values()) == before


@pytest.mark.parametrize(
    "drift",
    [
        lambda uses: uses.filter(entry__edition_number=1).delete(),
        lambda uses: uses.update(alt="tampered"),
        lambda uses: uses.update(position=3),
        lambda uses: Use.objects.create(entry=uses[0].entry, picture=uses[0].picture, position=9),
    ],
)
def test_drift_is_named_by_the_check_and_mended_by_the_rebuild(publish, picture, drift):
    article = publish(picture)
    wanted = list(Use.objects.values("position", "picture", "alt", "entry"))
    drift(Use.objects.all())
    out = StringIO()
    with pytest.raises(CommandError, match="1 entries have drifted"):
        call_command("rebuild_uses", check=True, stdout=out)
    assert f"news.article {article.document.number}, en, edition 1" in out.getvalue()
    assert list(Use.objects.values("position", "picture", "alt", "entry")) != wanted
    rebuild()
    assert list(Use.objects.values("position", "picture", "alt", "entry")) == wanted


def test_a_rebuild_goes_through_all_chunks(adopt_many, picture, monkeypatch):
    monkeypatch.setattr("portal.media.uses.CHUNK", 2)
    adopt_many(5, picture)
    Use.objects.all().delete()
    rebuild()
    assert Use.objects.count() == 5


def test_an_entry_without_an_edition_shows_nothing(publish, picture):
    """Such an entry is itself adrift; until `rebuild_entries` removes it, it opens no picture."""
    publish(picture)
    Entry.objects.update(edition_number=9)
    rebuild()
    assert not Use.objects.exists()


# --- Files ----------------------------------------------------------------------------------------


def test_an_approved_text_offers_its_files_once_each(offer, approve, document):
    draft = offer(document, document)
    assert not FileUse.objects.exists()
    approve(draft)
    use = FileUse.objects.get()
    assert (use.file, use.entry) == (document, Entry.objects.get())


def test_a_use_of_a_file_goes_with_its_entry(offer, approve, publisher, document):
    scheduled = approve(offer(document), after=2)
    assert FileUse.objects.count() == 1
    take("unschedule", scheduled, by=publisher)
    assert not FileUse.objects.exists()


def test_a_file_in_use_cannot_be_deleted(offer, approve, document):
    approve(offer(document))
    with pytest.raises(ProtectedError):
        document.delete()


@pytest.mark.parametrize("drift", ["one is missing", "one is too many"])
def test_drift_of_files_is_named_and_mended(offer, approve, author, document, drift):
    approve(offer(document))
    if drift == "one is missing":
        FileUse.objects.all().delete()
    else:
        other = take_in_file(as_upload(samples.vtt()), author)
        FileUse.objects.create(entry=Entry.objects.get(), file=other)
    with pytest.raises(CommandError, match="1 entries have drifted"):
        rebuild(check=True)
    rebuild()
    assert FileUse.objects.get().file == document
    assert "as it should be" in rebuild(check=True)


def test_a_rebuild_takes_what_it_closes_out_of_the_public_tree(publish, picture):
    publish(picture)
    Entry.objects.update(edition_number=9)
    target = public.folder(picture.token) / "320.webp"
    target.parent.mkdir(parents=True)
    target.hardlink_to(storage.path(picture.token, "320.webp"))
    rebuild()
    assert not target.exists()


@pytest.mark.django_db(transaction=True)
def test_a_crop_that_no_form_has_made_is_made_when_its_text_is_approved(publish, picture):
    publish(picture, crop="0-0-50-100")
    assert storage.path(picture.token, "0-0-50-100_320.webp").exists()
