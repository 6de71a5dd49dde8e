"""Mails are written with the step: in its transaction, once, and at the cost of a few queries."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from portal.mail import queueing
from portal.mail.models import Message, Status
from portal.publishing.signals import state_changing
from portal.publishing.workflow import take, take_all
from tests import cast
from tests.reading import asked_of

pytestmark = pytest.mark.usefixtures("newsroom")


def test_step_that_is_taken_back_leaves_no_mail(make_article, author):
    draft = make_article()
    with transaction.atomic():
        take("submit", draft, by=author)
        assert Message.objects.exists()
        transaction.set_rollback(True)
    assert not Message.objects.exists()


def test_refused_step_writes_no_mail(make_article, author):
    draft = make_article(title="")
    assert take_all("submit", [draft], by=author).refused
    assert not Message.objects.exists()


def test_same_step_is_never_told_twice_to_one_person(make_article, author):
    heard = []

    def hear(sender, changes, **kwargs):
        heard.append(changes)

    draft = make_article()
    state_changing.connect(hear)
    try:
        take("submit", draft, by=author)
    finally:
        state_changing.disconnect(hear)
    before = list(Message.objects.values_list())
    queueing.queue_mails(None, heard[-1])
    assert list(Message.objects.values_list()) == before
    assert len(before) == 3


def test_next_round_of_the_same_text_is_told_again(make_in_review, author, reviewer):
    review = make_in_review()
    take("send_back", review, by=reviewer, note="Name the source.")
    take("submit", cast.fresh(review), by=author)
    assert Message.objects.filter(person=reviewer).count() == 2


def test_mail_refers_to_the_step_that_it_tells_of(make_in_review, reviewer):
    review = make_in_review()
    mail = Message.objects.get(person=reviewer)
    assert (mail.verb, mail.document, mail.timeline_id, mail.edition_number, mail.status) == (
        "submit", review.document, review.timeline_id, 1, Status.WAITING,
    )  # fmt: skip


@pytest.mark.parametrize("verb", ["submit", "withdraw"])
def test_one_text_costs_two_queries_and_fifty_one_more(
    verb, new_article, author, chief, monkeypatch
):
    costs = []
    for count in (1, 50):
        texts = [new_article() for _i in range(count)]
        if verb == "submit":
            texts = take_all("start", texts, by=author).done
        else:
            texts = take_all("adopt", texts, by=chief, author=author).done
        with CaptureQueriesContext(connection) as asked:
            listened = spy(monkeypatch, asked)
            assert len(take_all(verb, texts, by=chief, note="Cancelled.").done) == count
        costs.append(listened[0])
    assert costs == [2, 3]


def test_approval_with_its_mails_takes_at_most_25_queries(
    make_live, revise, submit, publisher, picture
):
    target = make_live()
    linked = f'<p><a href="document:{target.document.number}">There</a></p>'
    review = submit(revise(make_live(pictures=[picture]), body=linked))
    seen = cast.fresh(review).content_hash
    before = Message.objects.count()
    with CaptureQueriesContext(connection) as asked:
        take("approve", review, by=publisher, seen=seen)
    assert Message.objects.count() == before + 1
    assert asked_of(asked) <= 25


def spy(monkeypatch, asked):
    """How many queries the listener made, once it was called."""
    found = []

    def concerned(changes, concerned=queueing.concerned):
        before = len(asked)
        answer = concerned(changes)
        found.append(len(asked) - before + 1)  # and one that stores the mails
        return answer

    monkeypatch.setattr(queueing, "concerned", concerned)
    return found


def test_step_that_nobody_is_told_of_costs_nothing(make_article, author, monkeypatch):
    draft = make_article()
    with CaptureQueriesContext(connection) as asked:
        listened = spy(monkeypatch, asked)
        take("discard", draft, by=author)
    assert listened == []
