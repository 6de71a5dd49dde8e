"""A document moves, and its old address leads to the present one."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from portal.publishing.workflow import take
from portal.redirects.models import Batch, Redirect
from portal.redirects.moving import begin_move, claim, leave

pytestmark = pytest.mark.django_db


def location(visitor, path):
    answer = visitor.get(path)
    return answer.status_code, answer.get("Location")


def same(answer):
    return answer.status_code, dict(answer.headers), answer.content


def asked(visitor, path):
    visitor.get(path)  # what stands around pages is known by then
    with CaptureQueriesContext(connection) as queries:
        answer = visitor.get(path)
    return same(answer), len(queries)


def test_an_old_address_leads_to_the_present_one_in_the_language_asked_for(visitor, make_live):
    english = make_live()
    russian = make_live(document=english.document, language="ru", title="Ночь")
    leave("about/old/", english.document)
    assert location(visitor, "/en/about/old/") == (301, english.get_absolute_url())
    assert location(visitor, "/ru/about/old/") == (301, russian.get_absolute_url())


def test_a_language_in_which_the_document_is_not_live_knows_no_such_address(visitor, make_live):
    leave("about/old", make_live().document)
    assert asked(visitor, "/be/about/old/") == asked(visitor, "/be/about/never/")


def test_a_redirect_to_what_is_not_due_is_never_was_byte_for_byte(
    visitor, make_scheduled, time_machine
):
    secret = make_scheduled()
    never = {
        path: asked(visitor, path)
        for path in ("/en/about/old/", "/en/about/old", "/en/about/old.html", "/en/other/")
    }
    leave("about/old", secret.document)
    assert {path: asked(visitor, path) for path in never} == never
    assert {answer[0][0] for answer in never.values()} == {301, 404}  # the slash is added
    head = visitor.head("/en/about/old/")
    assert (head.status_code, dict(head.headers)) == never["/en/about/old/"][0][:2]
    time_machine.move_to(secret.live_from, tick=False)
    assert location(visitor, "/en/about/old/") == (301, secret.get_absolute_url())


def test_a_redirect_ends_with_the_withdrawal_of_its_target(visitor, make_live, publisher):
    article = make_live()
    leave("about/old", article.document)
    take("withdraw", article, by=publisher, note="A mistake.")
    assert asked(visitor, "/en/about/old/") == asked(visitor, "/en/about/never/")


def test_moving_twice_leaves_two_addresses_that_lead_straight_on(visitor, make_live):
    article = make_live()
    leave("about/first", article.document)
    leave("about/second", article.document)
    for path in ("first", "second"):
        assert location(visitor, f"/en/about/{path}/") == (301, article.get_absolute_url())


def test_another_document_that_leaves_the_same_address_takes_over_its_redirect(visitor, make_live):
    first, second = make_live(), make_live(title="Another")
    leave("about/old", first.document)
    leave("about/old", second.document)
    assert location(visitor, "/en/about/old/") == (301, second.get_absolute_url())
    assert Redirect.objects.standing().count() == 1


def test_an_address_that_a_page_takes_loses_its_redirects(visitor, make_live):
    document = make_live().document
    leave("about/old", document)
    assert claim("/about/old/") == 1
    assert visitor.get("/en/about/old/").status_code == 404
    assert Redirect.objects.get().is_undone


def test_a_move_of_many_is_one_batch(make_live, chief):
    with transaction.atomic():
        batch = begin_move("About", by=chief)
        for i in range(3):
            leave(f"about/{i}", make_live(title=f"Text {i}").document, batch=batch)
    assert Batch.objects.get().redirects.count() == 3


def test_what_led_to_the_address_that_was_left_leads_to_the_document(visitor, make_live):
    article = make_live()
    Redirect.objects.create(
        batch=begin_move(), language="ru", path="b", to_address="/en/about/old/"
    )
    leave("about/old", article.document)
    assert location(visitor, "/ru/b/") == (301, article.get_absolute_url())


def test_a_draft_begun_at_an_old_address_is_not_told_of_by_its_redirect(
    visitor, make_live, make_page_draft, author, publisher, pages_desk
):
    article = make_live()
    leave("about", article.document)
    make_page_draft("about")
    assert location(visitor, "/en/about/") == (301, article.get_absolute_url())


def test_a_page_that_is_live_at_an_old_address_is_found_before_the_redirect(
    visitor, make_live, make_page
):
    leave("about", make_live().document)
    make_page("about", title="About us")
    answer = visitor.get("/en/about/")
    assert answer.status_code == 200
    assert b"About us" in answer.content
