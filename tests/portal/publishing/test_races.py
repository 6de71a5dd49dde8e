"""250 races of two processes: one gets through, the other reads why not, nothing is torn."""

from itertools import pairwise

import pytest
from django.db import connection

from news.models import Article
from portal.publishing.auditing import broken_links
from portal.publishing.index import rebuild
from portal.publishing.models import Audit, Entry
from portal.publishing.workflow import take_all
from tests import cast
from tests.portal.publishing.racing import two_racers

ROUNDS = 50  # of each of five races
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(scope="module")
def race(django_db_setup, django_db_blocker):
    """The same two processes run all races: starting one takes a second."""
    with django_db_blocker.unblock():
        database = str(connection.settings_dict["NAME"])
    with two_racers(database) as go:
        yield go


@pytest.fixture
def drafts(new_article, author):
    return take_all("start", [new_article() for _i in range(ROUNDS)], by=author).done


@pytest.fixture
def reviews(drafts, author):
    return take_all("submit", drafts, by=author).done


@pytest.fixture
def live(new_article, chief, author):
    articles = [new_article() for _i in range(ROUNDS)]
    return take_all("adopt", articles, by=chief, author=author).done


@pytest.fixture
def deputy(desk):
    """A second publisher."""
    return cast.a_person("deputy", "publisher", desk)


def audited(edition, *verbs) -> int:
    return Audit.objects.filter(document=edition.document_id, verb__in=verbs).count()


def nothing_is_torn(edition) -> bool:
    rows = Article.objects.filter(timeline=edition.timeline_id)
    approved = list(rows.filter(state="approved").order_by("live_from"))
    assert rows.heads().count() == 1
    assert rows.open().count() <= 1
    assert all(a.live_until and a.live_until <= b.live_from for a, b in pairwise(approved))
    assert Entry.objects.filter(timeline=edition.timeline_id).count() == len(approved)
    return True


@pytest.fixture(autouse=True)
def chains_hold_afterwards(race):
    yield
    assert Audit.objects.exists()
    assert list(broken_links()) == []
    assert list(rebuild(write=False)) == []


def only_one(sentences, *reasons) -> None:
    assert sentences.count("") == 1
    (lost,) = filter(None, sentences)
    assert any(reason in lost for reason in reasons), lost


def test_two_publishers_approve_one_text(race, reviews, publisher, deputy):
    for review in reviews:
        sentences = race(review.pk, ("approve", "publisher"), ("approve", "deputy"))
        only_one(sentences, "is live, so “Approve” does not apply")
        assert audited(review, "approve") == 1
        assert nothing_is_torn(review)


def test_two_authors_revise_one_text(race, live, author, publisher):
    for edition in live:
        sentences = race(edition.pk, ("revise", "author"), ("revise", "publisher"))
        only_one(sentences, "is already draft in this language. Continue with that one.")
        assert audited(edition, "revise") == 1
        assert nothing_is_torn(edition)


def test_text_is_withdrawn_while_its_successor_is_approved(race, live, author, publisher, deputy):
    """Whichever comes first, the withdrawal holds: an approval after it has to be asked for."""
    revisions = take_all("revise", live, by=author).done
    for review in take_all("submit", revisions, by=author).done:
        approval, withdrawal = race(review.pk, ("approve", "publisher"), ("withdraw", "deputy"))
        assert withdrawal == ""
        assert approval == "" or "Approving makes it public again" in approval
        assert audited(review, "approve", "withdraw") == [approval, withdrawal].count("")
        assert not Article.objects.live().filter(timeline=review.timeline_id).exists()
        assert nothing_is_torn(review)


def test_text_is_sent_back_while_it_is_approved(race, reviews, publisher, reviewer):
    for review in reviews:
        sentences = race(review.pk, ("approve", "publisher"), ("send_back", "reviewer"))
        only_one(sentences, "“Approve” does not apply", "“Send back” does not apply")
        assert audited(review, "approve", "send_back") == 1
        assert nothing_is_torn(review)


def test_two_people_save_one_draft(race, drafts, author, reviewer):
    for draft in drafts:
        sentences = race(draft.pk, ("save", "author"), ("save", "reviewer"))
        only_one(sentences, "Somebody else saved this draft after you opened it.")
        winner = "author" if sentences[0] == "" else "reviewer"
        assert cast.fresh(draft).title == f"As {winner} puts it"
