"""The preview's world: a prefix that is peeled off, one moment a request, and headers that keep
it to who has the address.
"""

import pytest
from django.http import HttpResponse
from django.urls import get_script_prefix

from portal.languages import localise
from portal.publishing import clock
from portal.publishing.models import Preview
from portal.publishing.worlds import Worlds
from tests.portal.publishing.times import hour

PRIVATE = {
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow",
    "Referrer-Policy": "no-referrer",
}


@pytest.fixture
def draft(make_article, noon):
    return make_article()


@pytest.fixture
def enter(rf):
    """enter(address) → (what a view sees there, the headers of its answer)"""

    def go(address):
        seen = {}

        def view(request):
            seen["moment"], seen["path"] = clock.current(), request.path_info
            seen["world"] = request.world and request.world.name
            seen["link"] = localise("en", "news/")
            return HttpResponse("seen")

        response = Worlds(view)(rf.get(address))
        return seen, response.headers

    return go


def test_public_address_reads_the_present_and_nothing_besides(enter, noon):
    seen, headers = enter("/en/news/")
    assert seen["moment"] == clock.Moment(noon)
    assert (seen["world"], seen["path"], seen["link"]) == (None, "/en/news/", "/en/news/")
    assert not set(PRIVATE) & set(headers)


def test_preview_includes_its_edition_and_no_other(enter, draft, author, noon):
    token = Preview.issue(draft, author)
    seen, headers = enter(f"/preview/{token}/en/news/")
    assert seen["moment"] == clock.Moment(noon, frozenset([(draft.timeline_id, draft.number)]))
    assert (seen["world"], seen["path"]) == ("preview", "/en/news/")
    assert {name: headers[name] for name in PRIVATE} == PRIVATE


def test_links_stay_inside_the_world(enter, draft, author):
    token = Preview.issue(draft, author)
    seen, _headers = enter(f"/preview/{token}/en/")
    assert seen["link"] == f"/preview/{token}/en/news/"
    assert get_script_prefix() == "/"


def test_preview_may_look_at_a_moment_to_come(enter, draft, author):
    token = Preview.issue(draft, author, at=hour(48))
    seen, _headers = enter(f"/preview/{token}/en/")
    assert seen["moment"].at == hour(48)


def test_preview_without_a_moment_moves_with_the_clock(enter, draft, author, clock_at):
    token = Preview.issue(draft, author)
    clock_at(3)
    assert enter(f"/preview/{token}/en/")[0]["moment"].at == hour(3)


@pytest.mark.parametrize("path", ["/admin/", "/admin", "/admin/news/article/"])
def test_desk_is_in_no_world(enter, draft, author, path):
    seen, _headers = enter(f"/preview/{Preview.issue(draft, author)}{path}")
    assert seen["world"] is None


@pytest.mark.parametrize("token", ["A" * 32, "short", "A" * 200, "%00" * 20, "../" * 10])
def test_unknown_token_is_an_address_like_any_other(enter, token, db, noon):
    seen, headers = enter(f"/preview/{token}/en/")
    assert seen["world"] is None
    assert seen["moment"] == clock.Moment(noon)
    assert not set(PRIVATE) & set(headers)


def test_moment_ends_with_its_request(enter, draft, author, noon):
    enter(f"/preview/{Preview.issue(draft, author, at=hour(9))}/en/")
    assert clock.current() == clock.Moment(noon)


def test_moment_and_prefix_end_with_a_request_that_failed(rf, draft, author, noon):
    def fail(request):
        raise ValueError("a view that fails")

    token = Preview.issue(draft, author, at=hour(9))
    with pytest.raises(ValueError, match="a view that fails"):
        Worlds(fail)(rf.get(f"/preview/{token}/en/"))
    assert clock.current() == clock.Moment(noon)
    assert get_script_prefix() == "/"


# --- Through the whole site ----------------------------------------------------------------------


def test_visitor_with_the_address_reads_the_draft_and_nobody_else_does(
    visitor, make_live, revise, author, noon
):
    live = make_live(title="Old words")
    draft = revise(live, title="New words")
    address = live.get_absolute_url()
    preview = f"/preview/{Preview.issue(draft, author)}{address}"
    assert b"New words" in visitor.get(preview).content
    assert b"New words" not in visitor.get(address).content


def test_preview_opens_no_other_draft(visitor, make_live, revise, author, noon):
    mine, other = make_live(), make_live(title="Other words")
    revise(other, title="Secret words")
    token = Preview.issue(revise(mine, title="My words"), author)
    answer = visitor.get(f"/preview/{token}{other.get_absolute_url()}")
    assert b"Other words" in answer.content
    assert b"Secret words" not in answer.content


@pytest.mark.parametrize("path", ["", "/", "/en/", "/en/news/", "/admin/"])
def test_expired_preview_is_not_found(visitor, draft, author, clock_at, path):
    token = Preview.issue(draft, author)
    clock_at(24 * 8)
    assert visitor.get(f"/preview/{token}{path}").status_code == 404
