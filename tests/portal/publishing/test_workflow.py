"""The door itself: numbers, translations, signals, races it can tell of, and what it costs."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.models import Article
from portal.publishing import clock, workflow
from portal.publishing.errors import Refused
from portal.publishing.models import Audit, Document, Entry, Numbering, Reference, Timeline
from portal.publishing.signals import state_changed, state_changing
from portal.publishing.workflow import take, take_all
from tests import cast
from tests.reading import asked_of

DAY = timedelta(days=1)


@pytest.fixture
def adopt_many(new_article, chief, author):
    def adopt(count, **fields):
        articles = [new_article(title=f"Article {i}", **fields) for i in range(count)]
        for days, article in enumerate(articles, start=1):
            article.live_from = clock.now() - days * DAY
        return take_all("adopt", articles, by=chief, author=author)

    return adopt


# --- Numbers -------------------------------------------------------------------------------------


def test_number_is_given_at_the_first_approval_and_not_before(make_in_review, publisher):
    review = make_in_review()
    assert review.document.number is None
    approved = cast.approve(review, publisher)
    assert Document.objects.get().number == approved.document.number >= 100_000


def test_numbers_rise_in_steps_of_one_to_nine(db):
    numbers = Numbering.reserve(500)
    numbers += Numbering.reserve(500)
    steps = {following - number for number, following in pairwise(numbers)}
    assert 100_000 <= numbers[0] <= 100_008
    assert steps == set(range(1, 10))


def test_number_is_never_given_again(make_live, publisher):
    first = make_live()
    take("withdraw", first, by=publisher, note="A mistake.")
    assert make_live().document.number > first.document.number


def test_further_editions_and_languages_keep_the_number(make_live, replace, author, submit,
                                                        publisher):  # fmt: skip
    live = replace(make_live())
    translation = cast.approve(submit(take("translate", live, by=author, language="ru")), publisher)
    assert translation.document_id == live.document_id
    assert Document.objects.get().number == live.document.number
    assert translation.get_absolute_url().startswith(f"/ru/news/{live.document.number}/")


# --- Several at once -----------------------------------------------------------------------------


def test_document_may_begin_in_two_languages_at_once(new_article, author):
    english = new_article()
    russian = new_article(language="ru", document=english.document)
    done = take_all("start", [english, russian], by=author).done
    assert Document.objects.count() == 1
    assert {edition.timeline.language for edition in done} == {"en", "ru"}


def test_start_reads_the_document_under_its_lock(make_live, new_article, author, publisher):
    """Another language is begun from a page that was opened before the first was approved."""
    live = make_live()
    stale = Document.objects.get()
    stale.number, stale.audit_count, stale.audit_head = None, 1, ""
    take("start", new_article(document=stale, language="ru"), by=author)
    document = Document.objects.get()
    assert document.number == live.document.number
    assert document.audit_count == Audit.objects.count() == 4


def test_same_edition_twice_goes_through_once(make_article, author):
    draft = make_article()
    outcome = take_all("submit", [draft, draft], by=author)
    assert (len(outcome.done), len(outcome.refused)) == (1, 1)
    assert Audit.objects.filter(verb="submit").count() == 1


def test_step_answers_with_the_edition_as_it_now_is(make_in_review, publisher):
    approved = cast.approve(make_in_review(), publisher)
    stored = cast.fresh(approved)
    for field in Article._meta.concrete_fields:
        assert getattr(approved, field.attname) == getattr(stored, field.attname), field


def test_adoption_keeps_dates_of_the_past(new_article, chief, author):
    past = clock.now() - 1000 * DAY
    article = new_article(live_from=past)
    adopted = take("adopt", article, by=chief, author=author)
    assert (adopted.live_from, adopted.first_published_at) == (past, past)
    assert Article.objects.live(past).exists()
    assert not Article.objects.live(past - DAY).exists()
    assert Audit.objects.get().details["author"] == "author"


# --- Losing a race -------------------------------------------------------------------------------


def test_lost_race_is_told_in_a_sentence_and_changes_nothing(make_live, author, monkeypatch):
    """Were the lock to fail, the database's own rules still hold."""
    live = make_live()
    read_lines = workflow.read_lines
    seen_before = read_lines(Article, {live.document_id: live.document}, None)
    take("revise", live, by=author)
    monkeypatch.setattr(workflow, "read_lines", lambda model, documents, by: seen_before)
    with pytest.raises(Refused, match="Somebody else was faster. Load the page again."):
        take("revise", live, by=author)
    assert Article.objects.count() == 2


# --- Signals -------------------------------------------------------------------------------------


@pytest.fixture
def heard():
    calls = []
    listeners = {
        signal: lambda sender, changes, name=name, **_: calls.append(
            (name, sender, [change.verb.name for change in changes])
        )
        for name, signal in {"changing": state_changing, "changed": state_changed}.items()
    }
    for signal, listener in listeners.items():
        signal.connect(listener)
    yield calls
    for signal, listener in listeners.items():
        signal.disconnect(listener)


def test_changed_is_heard_after_the_commit_only(
    make_article, author, heard, django_capture_on_commit_callbacks
):
    draft = make_article()
    heard.clear()
    with django_capture_on_commit_callbacks(execute=True):
        take("submit", draft, by=author)
        assert heard == [("changing", Article, ["submit"])]
    assert heard[1:] == [("changed", Article, ["submit"])]


def test_listener_that_fails_inside_takes_the_step_back(make_article, author):
    def fail(**kwargs):
        raise ValueError("no room for derived rows")

    draft = make_article()
    state_changing.connect(fail)
    try:
        with pytest.raises(ValueError, match="no room"):
            take("submit", draft, by=author)
    finally:
        state_changing.disconnect(fail)
    assert cast.fresh(draft).state == "draft"
    assert not Audit.objects.filter(verb="submit").exists()


def test_refusal_is_heard_by_nobody(make_article, stranger, heard):
    draft = make_article()
    heard.clear()
    take_all("submit", [draft], by=stranger)
    assert heard == []


# --- The index goes along ------------------------------------------------------------------------


def test_approval_writes_entry_and_references(make_live):
    target = make_live()
    linked = f'<p><a href="document:{target.document.number}">There</a></p>'
    entry = Entry.objects.get(number=make_live(body=linked).document.number)
    assert entry.section == "news/opinions"
    assert [row.document for row in entry.references.all()] == [target.document]


def test_unscheduling_removes_entry_and_references(make_live, make_scheduled, publisher):
    target = make_live()
    linked = f'<p><a href="document:{target.document.number}">There</a></p>'
    take("unschedule", make_scheduled(body=linked), by=publisher)
    assert [entry.number for entry in Entry.objects.all()] == [target.document.number]
    assert not Reference.objects.exists()


# --- What it costs -------------------------------------------------------------------------------


def test_approval_that_replaces_a_live_text_takes_at_most_25_queries(
    make_live, revise, submit, publisher, picture
):
    target = make_live()
    linked = f'<p><a href="document:{target.document.number}">There</a></p>'
    live = make_live(pictures=[picture])
    review = submit(revise(live, body=linked))
    seen = cast.fresh(review).content_hash
    with CaptureQueriesContext(connection) as queries:
        take("approve", review, by=publisher, seen=seen)
    assert asked_of(queries) <= 25


def test_adoption_of_a_hundred_costs_hardly_more_queries_than_of_ten(adopt_many):
    costs = []
    for count in (10, 100):
        with CaptureQueriesContext(connection) as queries:
            assert len(adopt_many(count).done) == count
        costs.append(len(queries))
    # SQLite takes a thousand parameters a statement, so long inserts go in several.
    assert costs[1] - costs[0] <= 30
    assert Timeline.objects.count() == 110
