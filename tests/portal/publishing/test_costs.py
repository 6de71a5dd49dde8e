"""What the door costs in questions to the database, whatever hangs on a text and however many
pass at once.
"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.accounts.models import User
from portal.mail.models import Message
from portal.publishing import clock
from portal.publishing.models import Entry, Reference
from portal.publishing.workflow import take, take_all
from tests import cast
from tests.desk import typed, url
from tests.reading import asked_of

# What a published edit may ask in all, by whoever hears of it.
BUDGET = 25
# The session, the person and their rights; then the edition and its line, for the step's form.
REQUEST = 5


@pytest.fixture
def make_review(new_article, author, chief, submit, revise):
    """make_review(count) → a revision of a live text, in review, with `count` of everything: of
    pictures, files, subjects, related documents, and links.
    """

    def make(count):
        picture, file = cast.a_picture(author), cast.a_file(author)
        targets = take_all("adopt", [new_article() for _n in range(count)], by=chief, author=author)
        numbers = [target.document.number for target in targets.done]
        body = "".join(f'<p><a href="document:{number}">There</a></p>' for number in numbers)
        article = new_article(body=body).with_parts(
            *(cast.shown(picture, position=n) for n in range(count)),
            *(cast.offered(file, position=n) for n in range(count)),
        )
        article = article.with_labels(
            subjects=[cast.a_topic(f"topic-{count}-{n}") for n in range(count)],
            related=[target.document for target in targets.done],
        )
        live = take("adopt", article, by=chief, author=author)
        return submit(revise(live, lead="Corrected."))

    return make


@pytest.fixture
def told(author):
    """Authors who are told by mail, so that the step has its mails to write."""
    User.objects.filter(pk=author.pk).update(email="author@portal.example")


@pytest.mark.usefixtures("told")
def test_publishing_an_edit_costs_the_same_with_one_and_fifty_of_everything(
    make_review, publisher, django_capture_on_commit_callbacks
):
    assert publisher.desk_memberships  # read once for the life of a request
    costs = []
    for count in (1, 50):
        review = make_review(count)
        seen = cast.fresh(review).content_hash
        with (
            CaptureQueriesContext(connection) as asked,
            django_capture_on_commit_callbacks(execute=True),
        ):
            live = take("approve", review, by=publisher, seen=seen)
        assert Reference.objects.filter(entry__timeline=live.timeline_id).count() == 2 * count
        costs.append(asked_of(asked))
    assert Message.objects.filter(verb="approve").count() == 2
    assert costs[0] == costs[1] <= BUDGET


@pytest.mark.usefixtures("told")
def test_pressing_approve_costs_the_step_and_a_handful_more(
    client, make_review, publisher, django_capture_on_commit_callbacks
):
    client.force_login(publisher)
    costs = []
    for count in (1, 50):
        review = make_review(count)
        data = typed(client.get(url("take", review, "approve")), ".step__form")
        with (
            CaptureQueriesContext(connection) as asked,
            django_capture_on_commit_callbacks(execute=True),
        ):
            answer = client.post(url("take", review, "approve"), data)
        assert Entry.objects.live().filter(document=review.document_id, lead="Corrected.").exists()
        assert answer.status_code == 302
        costs.append(asked_of(asked))
    assert costs[0] == costs[1] <= BUDGET + REQUEST


def test_approving_many_asks_no_question_of_each(make_in_review, make_live, publisher):
    make_live()  # the first of all makes the row that counts the numbers
    costs = []
    for count in (2, 12):
        reviews = [cast.fresh(make_in_review()) for _n in range(count)]
        seen = {review.pk: review.content_hash for review in reviews}
        with CaptureQueriesContext(connection) as asked:
            assert len(take_all("approve", reviews, by=publisher, seen=seen).done) == count
        costs.append(asked_of(asked))
    assert costs[0] == costs[1]


def test_an_import_asks_no_question_of_each_and_writes_in_long_inserts(
    new_article, author, chief, picture, topic
):
    target = take("adopt", new_article(), by=chief, author=author)
    linked = f'<p><a href="document:{target.document.number}">There</a></p>'
    questions, inserts = [], []
    for count in (20, 60):
        texts = [
            new_article(body=linked, live_from=clock.now(), subjects=[topic]).with_parts(
                cast.shown(picture)
            )
            for _n in range(count)
        ]
        with CaptureQueriesContext(connection) as asked:
            assert len(take_all("adopt", texts, by=chief, author=author).done) == count
        written = [query for query in asked if query["sql"].startswith("INSERT")]
        inserts.append(len(written))
        questions.append(asked_of(asked) - len(written))
    assert questions[0] == questions[1]
    # SQLite takes a thousand values a statement, an article has thirty: one more in thirty texts.
    assert inserts[1] - inserts[0] <= 6


def test_what_is_adopted_is_judged_as_it_will_be_stored(new_article, author, chief):
    """A link in another spelling is one; a body of nothing but empty paragraphs is none."""
    dead = new_article(body='<p>See <a class="x" href="document:999999">there</a>.</p>')
    empty = new_article(body="<p>&nbsp;</p><p><br></p>")
    outcome = take_all("adopt", [dead, empty], by=chief, author=author)
    assert not outcome.done
    sentences = [refusal.sentences[0] for refusal in outcome.refused]
    assert "links to document 999999" in sentences[0]
    assert "publication requires it" in sentences[1]
