"""The pages on which a verb asks, before it is taken."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from news.models import Article
from portal.publishing import clock
from portal.publishing.models import Audit
from portal.publishing.workflow import take
from tests import cast
from tests.desk import buttons, confirm, page, text, typed, url


@pytest.fixture
def as_person(client):
    def log_in(person):
        client.force_login(person)
        return client

    return log_in


def parts_of(moment):
    """A moment as the page's two fields take it, in the site's zone."""
    local = timezone.localtime(moment)
    return {"at_0": f"{local:%Y-%m-%d}", "at_1": f"{local:%H:%M:%S}"}


def test_publisher_approves_what_stands_on_the_page(as_person, publisher, make_in_review, picture):
    review = make_in_review(title="Read me", pictures=[picture])
    client = as_person(publisher)
    asked = client.get(url("take", review, "approve"))
    shown = page(asked).select_one(".shown")
    assert "Read me" in shown.get_text()
    assert "The doors open at nine in the evening." in shown.get_text()
    assert shown.select_one("img")["alt"] == "The reading room"
    answer = confirm(client, review, "approve")
    assert answer.url == url("change", review)
    assert cast.fresh(review).live_from <= clock.now()
    assert "Public from" in text(client.get(answer.url))


def test_publisher_approves_for_a_moment_to_the_second(as_person, publisher, make_in_review):
    review, due = make_in_review(), clock.now().replace(microsecond=0) + timedelta(seconds=90)
    confirm(as_person(publisher), review, "approve", **parts_of(due))
    assert cast.fresh(review).live_from == due


def test_text_changed_since_it_was_read_is_not_approved(
    as_person, author, publisher, make_in_review
):
    review, client = make_in_review(), as_person(publisher)
    data = typed(client.get(url("take", review, "approve")), ".step__form")
    cast.save(take("recall", review, by=author), author, title="Changed behind the back")
    take("submit", review, by=author)
    answer = client.post(url("take", review, "approve"), data | {"note": "Fine"})
    assert "The text is not the one that you saw." in text(answer)
    assert cast.fresh(review).state == "in_review"
    again = typed(answer, ".step__form")
    assert again["note"] == "Fine"
    assert "Changed behind the back" in text(answer)
    assert client.post(url("take", review, "approve"), again).status_code == 302


@pytest.mark.parametrize("forged", [{"seen": ""}, {"seen": "1:0"}, {"answers": [""]}])
def test_approval_without_the_fingerprint_is_refused(forged, as_person, publisher, make_in_review):
    review = make_in_review()
    as_person(publisher).post(url("take", review, "approve"), forged)
    assert cast.fresh(review).state == "in_review"


def test_empty_consent_does_not_pass_four_eyes(as_person, publisher, make_in_review):
    review = make_in_review(by=publisher, owner=publisher)
    data = {"answers": [""], "seen": review.content_hash}
    as_person(publisher).post(url("take", review, "approve"), data)
    assert cast.fresh(review).state == "in_review"


def test_author_reads_why_the_own_text_cannot_be_approved(as_person, publisher, make_article):
    review = take("submit", make_article(by=publisher), by=publisher)
    client = as_person(publisher)
    assert (
        "You wrote part of this edition." in buttons(client.get(url("change", review)))["Approve"]
    )
    asked = client.get(url("take", review, "approve"))
    assert "You wrote part of this edition." in text(asked)
    assert page(asked).select_one(".step__button--main").has_attr("disabled")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"at_0": "2019-02-30", "at_1": "12:00"}, "Enter a date that exists"),
        ({"at_0": "tomorrow", "at_1": "12:00"}, "Enter a date that exists"),
        ({"at_0": "2030-01-01", "at_1": "25:00"}, "Enter a time from 00:00 to 23:59"),
        ({"at_0": "2030-01-01", "at_1": ""}, "Enter a time from 00:00 to 23:59"),
        ({"at_0": "0001-01-01", "at_1": "00:00"}, "Choose a year from 2000 to 2100."),
        ({"at_0": "9999-12-31", "at_1": "23:59"}, "Choose a year from 2000 to 2100."),
        ({"at_0": "2019-06-05", "at_1": "12:00"}, "has passed. Choose a later time"),
        ({"note": "a\0b"}, "Null characters are not allowed."),
        ({"note": "x" * 3000}, "at most 2000 characters"),
    ],
)
def test_bad_moment_or_note_gets_a_sentence_and_the_rest_is_kept(
    fields, sentence, as_person, publisher, make_in_review
):
    review = make_in_review()
    answer = confirm(as_person(publisher), review, "approve", **{"note": "Kept"} | fields)
    assert sentence in text(answer)
    assert cast.fresh(review).state == "in_review"
    for name, value in fields.items():
        assert typed(answer, ".step__form")[name].replace("\ufffd", "\0") == value


def test_text_is_sent_back_only_with_a_remark(as_person, reviewer, make_in_review):
    review, client = make_in_review(), as_person(reviewer)
    assert "Write a remark" in text(confirm(client, review, "send_back", note="  "))
    assert cast.fresh(review).state == "in_review"
    confirm(client, review, "send_back", note="Name the source.")
    assert cast.fresh(review).state == "draft"
    assert Audit.objects.order_by("-sequence").first().note == "Name the source."


def test_withdrawal_asks_for_a_reason_and_tells_what_links_here(as_person, publisher, make_live):
    live = make_live()
    number = live.document.number
    make_live(title="It links", body=f'<p><a href="document:{number}">There</a></p>')
    client = as_person(publisher)
    asked = client.get(url("take", live, "withdraw"))
    assert "It links" in text(asked)
    assert "Give the reason" in text(confirm(client, live, "withdraw"))
    confirm(client, live, "withdraw", note="Wrong date.")
    assert not Article.objects.live().filter(pk=live.pk).exists()


def test_withdrawal_can_be_planned_and_taken_back(as_person, publisher, make_live):
    live, client = make_live(), as_person(publisher)
    end = clock.now().replace(microsecond=0) + timedelta(days=1)
    confirm(client, live, "withdraw", note="The season ends.", **parts_of(end))
    assert cast.fresh(live).live_until == end
    confirm(client, live, "keep")
    assert cast.fresh(live).live_until is None


def test_withdrawal_asks_whether_to_unschedule_what_is_to_come(
    as_person, publisher, make_live, replace
):
    live = make_live()
    replace(live, at=clock.now() + timedelta(days=1))
    client = as_person(publisher)
    answer = confirm(client, live, "withdraw", note="Gone.")
    assert "Unschedule it too" in text(answer)
    assert Article.objects.live().filter(pk=live.pk).exists()
    assert confirm(client, live, "withdraw", note="Gone.", answers="unschedule").status_code == 302
    assert not Article.objects.live().exists()


def test_approval_of_what_was_withdrawn_asks_first(
    as_person, publisher, make_withdrawn, revise, submit
):
    review = submit(revise(make_withdrawn()))
    client = as_person(publisher)
    answer = confirm(client, review, "approve")
    assert "Make it public again" in text(answer)
    assert cast.fresh(review).state == "in_review"
    again = typed(answer, ".step__form") | {"answers": "republish"}
    assert client.post(url("take", review, "approve"), again).status_code == 302
    assert cast.fresh(review).state == "approved"


def test_scheduled_text_is_moved_and_taken_back_into_review(as_person, publisher, make_scheduled):
    scheduled, client = make_scheduled(), as_person(publisher)
    later = clock.now().replace(microsecond=0) + timedelta(days=3)
    assert "Choose the new date and time." in text(confirm(client, scheduled, "reschedule"))
    confirm(client, scheduled, "reschedule", **parts_of(later))
    assert cast.fresh(scheduled).live_from == later
    confirm(client, scheduled, "unschedule")
    assert cast.fresh(scheduled).state == "in_review"


def test_translation_begins_in_the_chosen_language(as_person, author, make_live):
    live, client = make_live(), as_person(author)
    assert "Choose a language to translate into." in text(confirm(client, live, "translate"))
    answer = confirm(client, live, "translate", language="ru")
    translation = Article.objects.get(language="ru")
    assert answer.url == url("change", translation)
    assert translation.document == live.document


def test_languages_that_have_a_draft_are_not_offered(as_person, author, make_live):
    live = make_live()
    take("translate", live, by=author, language="ru")
    asked = page(as_person(author).get(url("take", live, "translate")))
    assert {radio["value"] for radio in asked.select("[name=language]")} == {"be", "zh-hans"}


def test_translation_is_refused_in_a_language_of_another_desk(client, make_live, stream):
    desk = cast.a_desk("English only", [stream.section], ["en"])
    client.force_login(cast.a_person("english", "author", desk))
    live = make_live()
    assert "does not include" in buttons(client.get(url("change", live)))["Translate"]
    client.post(url("take", live, "translate"), {"language": "ru"})
    assert not Article.objects.filter(language="ru").exists()


def test_revision_opens_the_next_draft(as_person, author, make_live):
    live = make_live()
    answer = as_person(author).post(url("take", live, "revise"))
    assert answer.url == url("change", Article.objects.get(state="draft"))


def test_refused_verb_without_a_page_tells_why(as_person, author, make_live, revise):
    live = make_live()
    revise(live)
    client = as_person(author)
    sentence = buttons(client.get(url("change", live)))["Revise"]
    answer = client.post(url("take", live, "revise"), follow=True)
    assert sentence
    assert sentence in text(answer)
    assert Article.objects.count() == 2


def test_draft_is_discarded_and_brought_back(as_person, author, make_article):
    draft, client = make_article(), as_person(author)
    confirm(client, draft, "discard", note="Not needed.")
    assert cast.fresh(draft).state == "discarded"
    client.post(url("take", draft, "restore"))
    assert Article.objects.filter(state="draft").exists()


@pytest.mark.parametrize("verb", ["revise", "restore", "submit", "recall"])
def test_looking_at_an_address_changes_nothing(verb, as_person, author, make_live):
    live = make_live()
    assert as_person(author).get(url("take", live, verb)).status_code == 405
    assert Article.objects.count() == 1


@pytest.mark.parametrize("verb", ["start", "adopt", "publish", "x" * 1000])
def test_unknown_verbs_and_those_without_an_edition_are_not_found(
    verb, as_person, author, make_live
):
    assert as_person(author).post(url("take", make_live(), verb)).status_code == 404


def test_pages_of_other_desks_are_not_found(as_person, stranger, make_in_review):
    review, client = make_in_review(), as_person(stranger)
    for verb in ("approve", "recall", "send_back"):
        assert client.get(url("take", review, verb)).status_code == 404
        assert client.post(url("take", review, verb)).status_code == 404


def test_steps_are_protected_against_forgery_from_other_sites(author, make_in_review):
    client = Client(enforce_csrf_checks=True)
    client.force_login(author)
    review = make_in_review()
    assert client.post(url("take", review, "recall")).status_code == 403
    assert cast.fresh(review).state == "in_review"
