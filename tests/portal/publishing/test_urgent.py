"""Urgent publication: out at once without a review, and flagged until a second person confirms."""

import pytest

from portal.publishing.models import Audit, Entry, Urgency
from portal.publishing.workflow import take
from tests import cast
from tests.desk import buttons, confirm, page, text, url
from tests.portal.publishing.refusing import refusal
from tests.portal.publishing.times import hour

FLAG = "urgent, not confirmed"


@pytest.fixture
def flagged(make_article, chief, noon):
    """Written by the author, published urgently by the chief editor."""
    return cast.publish_urgently(make_article(), chief)


def badges(response):
    return [badge.get_text() for badge in page(response).select(".badge--urgent")]


def test_urgent_publication_stands_flagged_until_a_second_person_confirms(
    flagged, chief, author, publisher, client, clock_at
):
    assert Entry.objects.live(hour(0)).get().title == flagged.title
    client.force_login(publisher)
    listed = "/admin/news/article/?word=flagged"
    assert badges(client.get(listed)) == [FLAG]
    assert "You published this edition." in refusal("confirm", flagged, chief)
    assert badges(client.get(listed)) == [FLAG]
    clock_at(1)
    take("confirm", flagged, by=publisher)
    urgency = Urgency.objects.get()
    assert (urgency.by, urgency.at, urgency.confirmed_by) == (chief, hour(0), publisher)
    assert urgency.confirmed_at == hour(1)
    assert badges(client.get("/admin/news/article/")) == []
    assert page(client.get(listed)).select("#result_list") == []


def test_author_of_the_text_cannot_confirm_it(flagged, author, desk):
    author.memberships.create(desk=desk, role="publisher")
    author = type(author).objects.get(pk=author.pk)
    assert "You wrote part of this edition." in refusal("confirm", flagged, author)


def test_superuser_confirms_no_text_that_the_superuser_published(make_article, superuser):
    flagged = cast.publish_urgently(make_article(), superuser)
    assert "Somebody else has to confirm it." in refusal("confirm", flagged, superuser)


def test_nobody_confirms_twice_or_what_was_reviewed(flagged, make_live, publisher):
    take("confirm", flagged, by=publisher)
    sentence = "This edition waits for no confirmation."
    assert refusal("confirm", flagged, publisher) == sentence
    assert refusal("confirm", make_live(title="Reviewed"), publisher) == sentence


def test_superseded_text_still_waits_for_its_confirmation(flagged, replace, publisher, clock_at):
    clock_at(1)
    replace(flagged)
    assert take("confirm", flagged, by=publisher) == flagged
    assert not Urgency.objects.filter(confirmed_at=None).exists()


def test_urgent_publication_needs_a_reason_and_a_whole_text(make_article, chief):
    draft = make_article(lead="")
    seen = cast.fresh(draft).content_hash
    said = refusal("urgent", draft, chief, seen=seen)
    assert "Fill in “lead”: publication requires it." in said
    assert "Say why it cannot wait for a review" in said


def test_urgent_publication_is_of_the_text_that_was_seen(make_article, chief, author):
    draft = make_article()
    seen = cast.fresh(draft).content_hash
    cast.save(draft, author, title="Something else")
    assert "The text is not the one that you saw." in refusal(
        "urgent", draft, chief, seen=seen, note="Now."
    )


def test_only_the_chief_editor_publishes_urgently(make_in_review, publisher, reviewer):
    for person in (publisher, reviewer):
        assert "Your role on this desk" in refusal("urgent", make_in_review(), person, note="Now.")


def test_chief_editor_may_publish_an_own_text_which_somebody_else_confirms(
    make_article, chief, publisher
):
    own = cast.publish_urgently(make_article(by=chief, owner=chief), chief)
    assert "You published this edition." in refusal("confirm", own, chief)
    take("confirm", own, by=publisher)


def test_history_tells_of_the_urgency_and_who_confirmed(flagged, publisher, client):
    take("confirm", flagged, by=publisher, note="Read and checked.")
    urgent, confirmed = Audit.objects.filter(document=flagged.document_id).order_by("-pk")[:2][::-1]
    assert (urgent.verb, urgent.note) == ("urgent", "The road is closed.")
    assert urgent.content_hash == cast.fresh(flagged).content_hash
    assert (confirmed.verb, confirmed.person_name) == ("confirm", "publisher")
    client.force_login(publisher)
    told = text(client.get(url("history", flagged)))
    assert "published urgently" in told
    assert "Read and checked." in told


def test_at_the_desk_the_button_to_confirm_shows_only_while_it_is_flagged(
    flagged, chief, publisher, client, make_live
):
    client.force_login(publisher)
    shown = client.get(url("change", flagged))
    assert badges(shown) == [FLAG]
    assert buttons(shown)["Confirm"] == ""
    assert confirm(client, flagged, "confirm").status_code == 302
    assert "Confirm" not in buttons(client.get(url("change", flagged)))
    client.force_login(chief)
    assert "Confirm" not in buttons(client.get(url("change", make_live(title="Reviewed"))))


def test_at_the_desk_the_chief_editor_publishes_a_draft_urgently(make_article, chief, client):
    draft = make_article()
    client.force_login(chief)
    assert draft.title in text(client.get(url("take", draft, "urgent")))
    assert confirm(client, draft, "urgent", note="The road is closed.").status_code == 302
    assert cast.fresh(draft).state == "approved"
    assert Urgency.objects.get().by == chief
