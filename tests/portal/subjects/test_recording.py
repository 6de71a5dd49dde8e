"""The rows that say what approved editions are about, and follow their entries."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from portal.publishing import clock
from portal.publishing.models import Entry
from portal.publishing.workflow import take
from portal.subjects import recording
from portal.subjects.models import EntrySubject
from portal.subjects.recording import CARRIED
from tests import cast
from tests.reading import minsk

pytestmark = pytest.mark.django_db


def rebuild(**options):
    out = StringIO()
    call_command("rebuild_subjects", stdout=out, **options)
    return out.getvalue()


def carried(rows):
    return sorted(rows.values_list(*CARRIED))


def assert_rows_mirror_entries():
    """Every row says what its entry says."""
    rows = EntrySubject.objects.select_related("entry")
    assert rows
    for row in rows:
        assert [getattr(row, name) for name in CARRIED] == [
            getattr(row.entry, name) for name in CARRIED
        ]


def test_a_draft_and_a_text_in_review_leave_no_row(make_in_review, topic):
    make_in_review(subjects=[topic])
    assert not EntrySubject.objects.exists()


def test_an_approved_text_has_a_row_for_each_subject(make_live, topic, region, person):
    make_live(subjects=[topic, region, person])
    found = EntrySubject.objects.values_list("subject__slug", flat=True)
    assert sorted(found) == ["a-minister", "brest", "culture"]
    assert_rows_mirror_entries()


def test_a_correction_with_other_topics_leaves_the_past_edition_its_own(
    make_live, revise, submit, publisher, topic, region
):
    draft = revise(make_live(subjects=[topic]))
    assert list(draft.subjects.all()) == [topic]
    draft.subjects.set([region])
    cast.approve(submit(draft), publisher)
    rows = EntrySubject.objects.order_by("entry__edition_number")
    assert [row.subject.slug for row in rows] == ["culture", "brest"]
    assert_rows_mirror_entries()


@pytest.mark.parametrize("verb", ["reschedule", "unschedule", "withdraw", "keep"])
def test_rows_follow_their_entry_through_each_verb(
    make_live, make_scheduled, publisher, topic, verb
):
    soon = clock.now() + timedelta(days=2)
    if verb in {"reschedule", "unschedule"}:
        edition = make_scheduled(subjects=[topic])
    else:
        edition = make_live(subjects=[topic])
    if verb == "keep":
        take("withdraw", edition, by=publisher, at=soon, note="Until then.")
        assert EntrySubject.objects.get().live_until == soon
    at = {"reschedule": soon, "withdraw": soon}.get(verb)
    take(verb, edition, by=publisher, at=at, note="Because.")
    if verb == "unschedule":
        assert not EntrySubject.objects.exists()
        return
    row = EntrySubject.objects.get()
    assert row.live_from == (soon if verb == "reschedule" else edition.live_from)
    assert row.live_until == (soon if verb == "withdraw" else None)
    assert_rows_mirror_entries()


def test_a_predecessor_ends_where_its_successor_begins(make_live, replace, topic):
    replace(make_live(subjects=[topic]), at=clock.now() + timedelta(days=1))
    first, second = EntrySubject.objects.order_by("live_from")
    assert (first.live_until, second.live_until) == (second.live_from, None)
    assert_rows_mirror_entries()


def test_forty_adoptions_store_their_rows_at_once(
    adopt, topic, region, django_assert_max_num_queries
):
    costs = []
    for count in (1, 40):
        with django_assert_max_num_queries(45) as asked:
            adopt(count, subjects=[topic, region])
        costs.append(sum("subjects_entrysubject" in query["sql"] for query in asked))
    assert EntrySubject.objects.count() == 82
    assert costs[0] == costs[1] == 2  # one stores them, one tells the page cache of them


@pytest.fixture
def adopt(make_adopted):
    return lambda count, **fields: make_adopted(
        *(minsk(2019, 6, 5) + timedelta(minutes=i) for i in range(count)), **fields
    )


def test_a_rebuild_finds_nothing_where_nothing_drifted(adopt, topic):
    adopt(3, subjects=[topic])
    before = list(EntrySubject.objects.order_by("pk").values())
    assert "as it should be" in rebuild(check=True)
    assert "as it should be" in rebuild()
    assert list(EntrySubject.objects.order_by("pk").values()) == before


@pytest.mark.parametrize(
    "drift",
    [
        lambda rows, other: rows.delete(),
        lambda rows, other: rows.update(live_until=clock.now()),
        lambda rows, other: rows.update(first_published_at=minsk(2001, 1, 1)),
        lambda rows, other: rows.update(section="news/other"),
        lambda rows, other: rows.update(subject=other),
    ],
)
def test_drift_is_named_by_the_check_and_mended_by_the_rebuild(make_live, topic, region, drift):
    article = make_live(subjects=[topic])
    wanted = carried(EntrySubject.objects)
    drift(EntrySubject.objects.all(), region)
    out = StringIO()
    with pytest.raises(CommandError, match="1 entries have drifted"):
        call_command("rebuild_subjects", check=True, stdout=out)
    assert f"news.article {article.document.number}, en, edition 1" in out.getvalue()
    rebuild()
    assert carried(EntrySubject.objects) == wanted
    assert EntrySubject.objects.get().subject_id == topic.pk


def test_a_rebuild_goes_through_all_chunks(adopt, topic, monkeypatch):
    monkeypatch.setattr(recording, "CHUNK", 2)
    adopt(5, subjects=[topic])
    EntrySubject.objects.all().delete()
    rebuild()
    assert EntrySubject.objects.count() == 5


def test_an_entry_without_an_edition_is_about_nothing(make_live, topic):
    make_live(subjects=[topic])
    Entry.objects.update(edition_number=9)
    rebuild()
    assert not EntrySubject.objects.exists()
