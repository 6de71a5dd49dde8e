import pytest
from csp.decorators import csp_exempt, csp_update
from csp.middleware import CSPMiddleware
from django.http import (
    HttpResponse,
    HttpResponseGone,
    HttpResponseNotFound,
    HttpResponseRedirect,
    StreamingHttpResponse,
)
from django.test import RequestFactory
from django.utils import translation

from portal.middleware import CACHE_CONTROL, ContentPolicy, Language, PublicAnswers
from portal.publishing.past import Past
from portal.publishing.plain import Plain
from portal.publishing.world import World


def ask(rf, answer, path="/en/", *, world=None, method="get", **headers):
    request = getattr(rf, method)(path, headers=headers)
    request.world = world
    return PublicAnswers(lambda _request: answer)(request)


@pytest.mark.parametrize("status", [200, 404, 410])
def test_every_public_answer_carries_the_constant_header_and_a_tag(rf, status):
    answer = ask(rf, HttpResponse("text", status=status))
    assert answer["Cache-Control"] == CACHE_CONTROL == "public, no-cache"
    assert answer["ETag"].startswith('"')


def test_equal_bytes_have_equal_tags_and_other_bytes_others(rf):
    tags = [ask(rf, HttpResponse(text))["ETag"] for text in ("one", "one", "two")]
    assert tags[0] == tags[1] != tags[2]


@pytest.mark.parametrize("method", ["get", "head"])
def test_visitor_who_has_the_page_gets_only_that_it_holds(rf, method):
    tag = ask(rf, HttpResponse("text"))["ETag"]
    answer = ask(rf, HttpResponse("text"), method=method, if_none_match=tag)
    assert answer.status_code == 304
    assert answer.content == b""
    assert (answer["ETag"], answer["Cache-Control"]) == (tag, CACHE_CONTROL)


@pytest.mark.parametrize("refusal", [HttpResponseNotFound, HttpResponseGone])
def test_a_missing_page_is_told_in_full_whatever_the_visitor_has(rf, refusal):
    tag = ask(rf, refusal("nothing here"))["ETag"]
    answer = ask(rf, refusal("nothing here"), if_none_match=tag)
    assert answer.status_code == refusal.status_code
    assert answer.content == b"nothing here"


def test_a_redirect_and_a_stream_have_the_header_and_no_tag(rf):
    for answer in (HttpResponseRedirect("/en/"), StreamingHttpResponse([b"bytes"])):
        answer = ask(rf, answer)
        assert answer["Cache-Control"] == CACHE_CONTROL
        assert "ETag" not in answer


def test_an_error_of_ours_is_kept_by_no_cache(rf):
    assert ask(rf, HttpResponse(status=500))["Cache-Control"] == "no-store"


def test_a_view_may_forbid_caching(rf):
    answer = ask(rf, HttpResponse("ok", headers={"Cache-Control": "no-store"}))
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("path", "world"),
    [
        ("/admin/", None),
        ("/static/a.css", None),
        ("/preview/x/", None),
        ("/at/x/", None),
        ("/en/", World("preview")),
        ("/en/", World("past", past=Past("2019-06-05T12:00"))),
    ],
)
def test_what_is_not_public_is_never_marked_public(rf, path, world):
    answer = ask(rf, HttpResponse("text"), path, world=world)
    assert "Cache-Control" not in answer
    assert "ETag" not in answer


def test_low_vision_version_is_as_public_as_the_site(rf):
    answer = ask(rf, HttpResponse("text"), world=World("plain", plain=Plain()))
    assert answer["Cache-Control"] == CACHE_CONTROL
    assert answer["ETag"]


def test_every_answer_renounces_camera_and_place(rf):
    for path in ("/en/", "/admin/"):
        assert "camera=()" in ask(rf, HttpResponse("text"), path)["Permissions-Policy"]


def speak(rf, path, **headers):
    """The language in which the view spoke, and the answer."""
    spoken = []

    def view(request):
        spoken.append(translation.get_language())
        return HttpResponse("text")

    answer = Language(view)(rf.get(path, headers=headers))
    return spoken[0], answer


@pytest.mark.parametrize(
    ("path", "code", "tag"),
    [
        ("/be/", "be", "be"),
        ("/ru/news/", "ru", "ru"),
        ("/zh/news/108863/", "zh-hans", "zh-Hans"),
        ("/sitemap.xml", "en", "en"),
        ("/nowhere/", "en", "en"),
    ],
)
def test_the_address_decides_the_language(rf, path, code, tag):
    spoken, answer = speak(rf, path, accept_language="ru")
    assert spoken == code
    assert answer["Content-Language"] == tag
    assert "Vary" not in answer


@pytest.mark.parametrize("path", ["/", "/admin/", "/admin/news/article/"])
def test_only_the_root_and_the_admin_listen_to_the_browser(rf, path):
    spoken, answer = speak(rf, path, accept_language="be,en;q=0.5")
    assert spoken == "be"
    assert answer["Vary"] == "Accept-Language"


@pytest.mark.parametrize("path", ["/", "/en/", "/admin/"])
def test_no_cookie_chooses_the_language(rf, path):
    rf.cookies["django_language"] = "ru"
    assert speak(rf, path)[0] == "en"


def test_the_language_of_one_visitor_does_not_stay_for_the_next(rf):
    before = translation.get_language()
    speak(rf, "/ru/")
    assert translation.get_language() == before


# --- The policy of contents -----------------------------------------------------------------------


def policy(middleware, view):
    answer = middleware(view)(RequestFactory().get("/en/"))
    return set(answer.headers.get("Content-Security-Policy", "").split("; "))


@pytest.mark.parametrize(
    "decorated",
    [lambda view: view, csp_update({"style-src": ["'unsafe-inline'"]}), csp_exempt()],
)
def test_each_page_has_the_policy_that_its_view_asks_for(decorated):
    view = decorated(lambda request: HttpResponse("text"))
    assert policy(ContentPolicy, view) == policy(CSPMiddleware, view)


def test_a_policy_that_a_view_writes_itself_stays():
    own = HttpResponse("text", headers={"Content-Security-Policy": "sandbox"})
    assert policy(ContentPolicy, lambda request: own) == {"sandbox"}
