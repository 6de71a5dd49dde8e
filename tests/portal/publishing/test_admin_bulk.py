"""One verb for several rows of the list."""

from datetime import timedelta

import pytest

from news.models import Article
from portal.publishing import clock
from portal.publishing.admin import bulk
from tests import cast
from tests.desk import page, text, typed, url


@pytest.fixture
def as_person(client):
    def log_in(person):
        client.force_login(person)
        return client

    return log_in


def choose(client, verb, *editions, **data):
    """Tick these rows and run the action."""
    chosen = {"action": verb, "_selected_action": [edition.pk for edition in editions]}
    return client.post(url("changelist"), chosen | data)


def confirm(client, response, **data):
    form = page(response).select_one(".step__form")
    chosen = [tag["value"] for tag in form.select("[name=_selected_action]")]
    sent = typed(response, ".step__form") | {"_selected_action": chosen}
    return client.post(url("changelist"), sent | data)


def test_drafts_are_submitted_together_and_each_refusal_is_told(as_person, author, make_article):
    good, bad = make_article(title="Complete"), make_article(title="Incomplete", lead="")
    answer = choose(as_person(author), "submit", good, bad)
    assert "Fill in “lead”: publication requires it." in text(answer)
    assert cast.fresh(good).state == "in_review"
    assert cast.fresh(bad).state == "draft"


def test_texts_are_approved_together_after_each_was_shown(as_person, publisher, make_in_review):
    first, second = make_in_review(title="First"), make_in_review(title="Second")
    client = as_person(publisher)
    asked = choose(client, "approve", first, second)
    assert {"First", "Second"} <= {h2.get_text() for h2 in page(asked).select("h2")}
    assert first.content_hash in text(asked)
    assert not Article.objects.live().exists()
    confirm(client, asked)
    assert Article.objects.live().count() == 2


def test_each_revision_to_approve_leads_to_what_it_changed(
    as_person, publisher, make_live, make_in_review, revise, submit
):
    revision, first = submit(revise(make_live())), make_in_review()
    asked = page(choose(as_person(publisher), "approve", revision, first))
    links = [link["href"] for link in asked.select("a") if "/compare/" in link["href"]]
    assert links == [url("compare", revision)]


def test_text_that_changed_since_it_was_shown_is_left_out(
    as_person, author, publisher, make_in_review
):
    same, changed = make_in_review(title="Same"), make_in_review(title="Changed")
    client = as_person(publisher)
    asked = choose(client, "approve", same, changed)
    cast.save(cast.take("recall", changed, by=author), author, title="Changed behind the back")
    cast.take("submit", changed, by=author)
    answer = confirm(client, asked)
    assert "The text is not the one that you saw." in text(answer)
    assert cast.fresh(same).state == "approved"
    assert cast.fresh(changed).state == "in_review"


def test_own_text_is_not_approved_among_others(as_person, publisher, make_in_review, make_article):
    own = cast.take("submit", make_article(by=publisher), by=publisher)
    client = as_person(publisher)
    asked = choose(client, "approve", own, make_in_review())
    assert "You wrote part of this edition." in text(asked)
    confirm(client, asked)
    assert cast.fresh(own).state == "in_review"
    assert Article.objects.live().count() == 1


def test_approval_in_bulk_without_its_page_is_refused(as_person, publisher, make_in_review):
    review = make_in_review()
    choose(as_person(publisher), "approve", review, confirmed="1", answers=[""])
    assert cast.fresh(review).state == "in_review"


def test_withdrawal_takes_what_is_live_under_a_draft(as_person, publisher, make_live, revise):
    live = make_live()
    draft = revise(live)
    client = as_person(publisher)
    asked = choose(client, "withdraw", draft)
    assert "Give the reason" in text(confirm(client, asked))
    confirm(client, asked, note="Wrong.")
    assert not Article.objects.live().exists()
    assert cast.fresh(draft).state == "draft"


def test_withdrawal_asks_about_what_is_scheduled(as_person, publisher, make_live, replace):
    live = make_live()
    replace(live, at=clock.now() + timedelta(days=1))
    client = as_person(publisher)
    asked = choose(client, "withdraw", Article.objects.heads().get())
    assert "Unschedule it too" in text(asked)
    confirm(client, asked, note="Wrong.", answers="unschedule")
    assert not Article.objects.live().exists()


def test_drafts_are_discarded_together(as_person, author, make_article):
    drafts = [make_article(), make_article()]
    client = as_person(author)
    confirm(client, choose(client, "discard", *drafts))
    assert {cast.fresh(draft).state for draft in drafts} == {"discarded"}


def test_rows_of_other_desks_cannot_be_chosen(as_person, stranger, make_article):
    draft = make_article()
    choose(as_person(stranger), "submit", draft)
    choose(as_person(stranger), "discard", draft, confirmed="1")
    assert cast.fresh(draft).state == "draft"


@pytest.mark.parametrize("action", ["delete_selected", "revise", "adopt", "start", "", "x"])
def test_other_actions_are_not_there(action, as_person, chief, make_live):
    live = make_live()
    choose(as_person(chief), action, live, post="yes", confirmed="1")
    assert list(Article.objects.live()) == [live]


def test_nobody_acts_on_more_than_can_be_looked_through(
    as_person, author, make_article, monkeypatch
):
    monkeypatch.setattr(bulk, "MOST_AT_ONCE", 1)
    drafts = [make_article(), make_article()]
    answer = choose(as_person(author), "submit", *drafts)
    assert "Choose at most 1 texts at once." in text(as_person(author).get(answer.url))
    assert not Article.objects.filter(state="in_review").exists()


def test_all_pages_at_once_cannot_be_chosen(as_person, author, make_article):
    draft = make_article()
    choose(as_person(author), "submit", draft, select_across="1")
    assert cast.fresh(draft).state == "draft"


def test_looking_at_the_list_with_an_action_changes_nothing(as_person, author, make_article):
    draft = make_article()
    as_person(author).get(url("changelist"), {"action": "submit", "_selected_action": draft.pk})
    assert cast.fresh(draft).state == "draft"
