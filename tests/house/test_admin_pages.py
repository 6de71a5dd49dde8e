"""Every page of the editors' desk opens for whoever may, and is refused to whoever may not."""

import pytest
from bs4 import BeautifulSoup
from django.contrib import admin
from django.urls import get_resolver

from portal.accounts.models import User
from portal.accounts.roles import Role
from portal.mail.models import Message
from portal.media.intake import take_in, take_in_file
from portal.media.urls import FILE, RENDITION
from portal.publishing import clock
from portal.publishing.workflow import take
from portal.redirects.models import LostPage
from portal.redirects.moving import leave
from tests import cast
from tests.portal.media import samples
from tests.portal.media.drawing import as_upload, upload
from tests.portal.navigation import making
from tests.reading import Reader

EDITORS = {Role.AUTHOR, Role.REVIEWER, Role.PUBLISHER, Role.CHIEF, "superuser"}
ANY_DESK = EDITORS | {"stranger"}
CHIEFS = {Role.CHIEF, "superuser"}
LABELS = CHIEFS
WARNERS = CHIEFS | {Role.DUTY}
ACCOUNTS = {Role.ADMINISTRATOR, "superuser"}
EVERYBODY = ANY_DESK | ACCOUNTS | {Role.DUTY}
NOBODY = set()

OBJECT = "<path:object_id>"
PICTURE, DOCUMENT = f"^file/{RENDITION}", f"^file/{FILE}"


def of_editions(model, editors, desks):
    """The pages of a type of editions: `editors` may see the one that stands for it here, `desks`
    the list.
    """
    return {
        f"{model}/<int:object_id>/take/<slug:verb>/": editors,
        f"{model}/<int:object_id>/compare/": editors,
        f"{model}/<int:object_id>/preview/": editors,
        f"{model}/<int:object_id>/preview/links/": NOBODY,  # by POST only
        f"{model}/<int:object_id>/preview/links/<int:link_id>/revoke/": NOBODY,  # by POST only
        f"{model}/<int:object_id>/carry/": NOBODY,  # by POST only
        f"{model}/": desks,
        f"{model}/add/": desks,
        f"{model}/{OBJECT}/history/": editors,
        f"{model}/{OBJECT}/delete/": NOBODY,
        f"{model}/{OBJECT}/change/": editors,
    }


# Each route, whom it answers 200, and an address where the route alone does not make one.
ROUTES = {
    "": EVERYBODY,
    "logout/": NOBODY,  # by POST only
    "password_change/": EVERYBODY,
    "password_change/done/": EVERYBODY,
    "jsi18n/": EVERYBODY,
    "style/": EVERYBODY,
    "at/": ANY_DESK | {Role.DUTY},
    "style/<slug:scheme>.css": EVERYBODY,
    f"media/picture/{PICTURE}": ANY_DESK,
    "media/picture/": ANY_DESK,
    "media/picture/add/": ANY_DESK,
    "media/picture/choose/": ANY_DESK,
    "media/picture/<int:object_id>/version/": ANY_DESK,
    f"media/picture/{OBJECT}/history/": ANY_DESK,
    f"media/picture/{OBJECT}/delete/": NOBODY,
    f"media/picture/{OBJECT}/change/": ANY_DESK,
    f"media/file/{DOCUMENT}": ANY_DESK,
    "media/file/": ANY_DESK,
    "media/file/add/": ANY_DESK,
    "media/file/choose/": ANY_DESK,
    "media/file/<int:object_id>/version/": ANY_DESK,
    f"media/file/{OBJECT}/history/": ANY_DESK,
    f"media/file/{OBJECT}/delete/": NOBODY,
    f"media/file/{OBJECT}/change/": ANY_DESK,
    "news/stream/": LABELS,
    "news/stream/add/": LABELS,
    f"news/stream/{OBJECT}/history/": LABELS,
    f"news/stream/{OBJECT}/delete/": LABELS,
    f"news/stream/{OBJECT}/change/": LABELS,
    **{
        f"subjects/{kind}/{route}": LABELS
        for kind in ("topic", "person", "region")
        for route in (
            *("", "add/", f"{OBJECT}/history/", f"{OBJECT}/delete/", f"{OBJECT}/change/"),
        )
    },
    **of_editions("news/article", EDITORS, ANY_DESK),
    **of_editions("pages/page", EDITORS, ANY_DESK),
    "pages/page/<int:object_id>/move/": {Role.PUBLISHER, Role.CHIEF, "superuser"},
    "pages/page/<int:object_id>/move/<int:moving_id>/undo/": NOBODY,  # by POST only
    # Nobody of the news desk has these to care for.
    **of_editions("home/homepage", CHIEFS, CHIEFS),
    **of_editions("navigation/menu", CHIEFS, CHIEFS),
    **of_editions("navigation/banner", CHIEFS, CHIEFS),
    **of_editions("navigation/alert", WARNERS, WARNERS),
    "redirects/redirect/": LABELS,
    "redirects/redirect/add/": LABELS,
    "redirects/redirect/import/": LABELS,
    "redirects/redirect/export/": LABELS,
    "redirects/redirect/<int:object_id>/undo/": NOBODY,  # by POST only
    f"redirects/redirect/{OBJECT}/history/": LABELS,
    f"redirects/redirect/{OBJECT}/delete/": NOBODY,
    f"redirects/redirect/{OBJECT}/change/": LABELS,
    "redirects/lostpage/": LABELS,
    "redirects/lostpage/add/": NOBODY,
    f"redirects/lostpage/{OBJECT}/history/": LABELS,
    f"redirects/lostpage/{OBJECT}/delete/": NOBODY,
    f"redirects/lostpage/{OBJECT}/change/": LABELS,
    "mail/message/": ACCOUNTS,
    "mail/message/add/": NOBODY,
    f"mail/message/{OBJECT}/history/": ACCOUNTS,
    f"mail/message/{OBJECT}/delete/": NOBODY,
    f"mail/message/{OBJECT}/change/": ACCOUNTS,
    "accounts/user/": ACCOUNTS,
    "accounts/user/add/": ACCOUNTS,
    "accounts/user/<id>/password/": ACCOUNTS,
    f"accounts/user/{OBJECT}/history/": ACCOUNTS,
    f"accounts/user/{OBJECT}/delete/": NOBODY,
    f"accounts/user/{OBJECT}/change/": ACCOUNTS,
    "accounts/desk/": ACCOUNTS,
    "accounts/desk/add/": ACCOUNTS,
    f"accounts/desk/{OBJECT}/history/": ACCOUNTS,
    f"accounts/desk/{OBJECT}/delete/": NOBODY,
    f"accounts/desk/{OBJECT}/change/": ACCOUNTS,
}
APPS = dict.fromkeys(model._meta.app_label for model in admin.site._registry)
# Open to all, or no page of its own: the log-in, redirects of old addresses, what is not there.
OTHERS = {
    "login/",
    *(f"{model}/{OBJECT}/" for model in ("media/picture", "media/file")),
    *(f"{model}/{OBJECT}/" for model in ("news/stream", "news/article", "pages/page")),
    f"home/homepage/{OBJECT}/",
    *(f"navigation/{model}/{OBJECT}/" for model in ("menu", "banner", "alert")),
    *(f"{model}/{OBJECT}/" for model in ("accounts/user", "accounts/desk", "mail/message")),
    *(f"redirects/{model}/{OBJECT}/" for model in ("redirect", "lostpage")),
    *(f"subjects/{kind}/{OBJECT}/" for kind in ("topic", "person", "region")),
    f"^(?P<app_label>{'|'.join(APPS)})/$",
    "(?P<url>.*)$",
}


def routes(patterns, before=""):
    for each in patterns:
        route = before + str(each.pattern)
        if hasattr(each, "url_patterns"):
            yield from routes(each.url_patterns, route)
        else:
            yield route


@pytest.fixture
def people(db, desk, stranger, superuser):
    return {**cast.roles_of_a_desk(desk, "a-"), "stranger": stranger, "superuser": superuser}


@pytest.fixture
def addresses(
    settings, tmp_path, people, author, desk, stream, make_in_review, topic, person, region,
    make_page_draft,
):  # fmt: skip
    """A page for each route; the stream of the delete page is one that nothing uses."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.PUBLIC_MEDIA_ROOT = tmp_path / "public" / "media"
    picture = take_in(upload(), author)
    User.objects.update(email="somebody@example.org")
    document = take_in_file(as_upload(samples.pdf(), "Report.pdf"), author, language="en")
    review = make_in_review(pictures=[picture])
    desk.sections = ["news", "pages"]
    desk.save()
    rows = {
        "pages/page": make_page_draft(parts=[cast.a_fact()]),
        "media/picture": picture,
        "media/file": document,
        "news/article": review,
        "accounts/desk": desk,
    }
    rows |= {"accounts/user": author, "news/stream": cast.a_stream("video")}
    rows |= standing_around(author)
    rows |= {"redirects/redirect": leave("about/old", review.document)}
    lost = {"language": "en", "path": "lost", "hits": 1}
    moments = dict.fromkeys(("first_seen_at", "last_seen_at"), clock.now())
    rows |= {"redirects/lostpage": LostPage.objects.create(**lost, **moments)}
    rows |= {"mail/message": Message.objects.first()}
    rows |= {f"subjects/{subject.kind}": subject for subject in (topic, person, region)}

    def address(route):
        model = "/".join(route.split("/")[:2])
        made = route.replace(PICTURE, f"file/{picture.token}/320.jpg")
        made = made.replace(DOCUMENT, f"file/{document.token}/report.pdf")
        made = made.replace("<slug:verb>", "approve").replace("<slug:scheme>", "dark")
        for placeholder in (OBJECT, "<int:object_id>", "<id>"):
            made = made.replace(placeholder, str(rows[model].pk) if model in rows else "")
        return f"/admin/{made.replace('<int:link_id>', '1').replace('<int:moving_id>', '1')}"

    return {route: address(route) for route in ROUTES}


def standing_around(author):
    """A home page, a menu, a banner and an alert in review, by those whom no test logs in."""
    chief, officer = cast.a_chief(), cast.a_person("officer", Role.DUTY)
    made = {
        "home/homepage": (cast.a_home(author), chief),
        "navigation/menu": (making.a_menu(author, making.link("News", room="news/")), chief),
        "navigation/banner": (making.a_banner(author), chief),
        "navigation/alert": (making.an_alert(author), officer),
    }
    return {
        model: take("submit", making.begin(edition, by), by=by)
        for model, (edition, by) in made.items()
    }


def test_every_route_of_the_admin_has_a_row():
    found = {
        r.removeprefix("admin/") for r in routes(get_resolver().url_patterns) if r[:6] == "admin/"
    }
    assert found == set(ROUTES) | OTHERS


def test_each_page_opens_for_those_who_may_and_for_nobody_else(people, addresses):
    wrong = []
    for who, person in people.items():
        client = Reader()
        client.force_login(person)
        for route, address in addresses.items():
            if route == "logout/":
                continue
            status = client.get(address).status_code
            if (status == 200) is not (who in ROUTES[route]) or status >= 500:
                wrong.append((who, route, status))
    assert wrong == []


def test_visitor_opens_nothing_but_the_log_in(visitor, addresses):
    for route, address in addresses.items():
        answer = visitor.get(address)
        assert answer.status_code == 302, route
    assert visitor.get("/admin/login/").status_code == 200
    assert visitor.get("/admin/news/").status_code == 302


def test_every_page_has_one_heading_a_title_a_language_and_no_inline_code(people, addresses):
    client = Reader(headers={"accept-language": "ru"})
    client.force_login(people["superuser"])
    for route, address in addresses.items():
        answer = client.get(address)
        if answer.status_code != 200 or not answer["Content-Type"].startswith("text/html"):
            continue
        page = BeautifulSoup(answer.body, "html.parser")
        assert len(page.select("h1")) == 1, route
        assert page.title.get_text().strip(), route
        assert page.html["lang"] == "ru", route
        assert page.select_one(".skip-to-content-link"), route
        code = "script:not([src], [type='application/ld+json'])"  # the other is data
        inline = page.select(f"{code}, style, [style]:not(.django-ckeditor-widget)")
        assert not inline, route
        ids = [tag["id"] for tag in page.select("[id]")]
        assert len(ids) == len(set(ids)), (route, {i for i in ids if ids.count(i) > 1})
        if "password_change" not in route:  # Django's own, with nothing of ours on it
            assert "no-store" in answer["Cache-Control"], route
