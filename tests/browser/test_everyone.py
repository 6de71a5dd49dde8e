"""Every page kind of the demo, in a real browser: accessible, valid, without cookie or script."""

from urllib.parse import urlsplit

import pytest

from news.models import Article
from portal.accounts.demo_cast import accounts_file
from portal.publishing.models import State
from tests.browser.axe import faults
from tests.browser.kinds import page_kinds
from tests.browser.validating import validated

pytestmark = [pytest.mark.browser, pytest.mark.once]

WIDTHS = (1280, 320)
CHIEF = "demo-chief"
# Blocks of data are no scripts.
SCRIPTS = "script:not([type='application/ld+json'])"


def public_addresses() -> dict[str, str]:
    """Every kind in one language, and what differs in the others. All of it: `make audit`."""
    russian = Article.objects.live().filter(language="ru").order_by("-first_published_at").first()
    return page_kinds("en") | {
        "home in Russian": "/ru/",
        "home in Belarusian": "/be/",
        "home in Chinese": "/zh/",
        "article in Russian": russian.get_absolute_url(),
    }


def desk_addresses() -> dict[str, str]:
    draft = Article.objects.filter(state=State.DRAFT, is_head=True).first()
    live = Article.objects.live().filter(is_head=True).first()
    revision = Article.objects.filter(state=State.DRAFT, based_on__isnull=False).first()
    picture = f"/admin/media/picture/{draft.pictures.first().picture_id}"
    return {
        "style page": "/admin/style/?language=en",
        "admin list": "/admin/news/article/",
        "admin form": f"/admin/news/article/{draft.pk}/change/",
        "admin page of a live edition": f"/admin/news/article/{live.pk}/change/",
        "admin history": f"/admin/news/article/{revision.pk}/history/",
        "admin comparison": f"/admin/news/article/{revision.pk}/compare/",
        "admin preview": f"/admin/news/article/{revision.pk}/preview/?width=phone",
        "library": "/admin/media/picture/",
        "picture of the library": f"{picture}/change/",
        "new version": f"{picture}/version/",
        "upload of a file": "/admin/media/file/add/",
        "list of pages": "/admin/pages/page/",
        "new page": "/admin/pages/page/add/",
        "new menu": "/admin/navigation/menu/add/",
        "new alert": "/admin/navigation/alert/add/",
        "new home page": "/admin/home/homepage/add/",
        "redirects": "/admin/redirects/redirect/",
        "lost pages": "/admin/redirects/lostpage/",
    }


def passwords() -> dict[str, str]:
    """User name → password, as the demo's file lists them."""
    lines = accounts_file().read_text().splitlines()
    rows = [line.split() for line in lines if "demo-" in line and not line.startswith("#")]
    return {word: row[row.index(word) + 1] for row in rows for word in row if word[:5] == "demo-"}


def log_in(page, site, username, password):
    page.goto(f"{site}/admin/login/")
    page.fill("#id_username", username)
    page.fill("#id_password", password)
    page.click("[type=submit]")
    page.wait_for_url("**/admin/")


def at_the_desk(page, site, who="demo-author"):
    log_in(page, site, who, passwords()[who])
    return page


def test_axe_finds_nothing(demo_site, new_page):
    """Readers are on phones as well; the desk is looked at in one width, for the sake of time."""
    editor = at_the_desk(new_page(), demo_site, CHIEF)
    looked_at = [(editor, *item) for item in desk_addresses().items()]
    for page in [new_page(width) for width in WIDTHS]:
        looked_at += [(page, *item) for item in public_addresses().items()]
    findings = []
    for page, name, address in looked_at:
        page.goto(demo_site + address, wait_until="load")
        if name == "admin form":  # the editor builds itself after the page has loaded
            page.wait_for_selector(".cke_wysiwyg_div[role=textbox][aria-label]")
        width = page.viewport_size["width"]
        findings += [f"{name} at {width} px: {fault}" for fault in faults(page)]
    assert not findings, "\n".join(findings)


@pytest.mark.parametrize(
    ("config", "addresses"),
    [
        (".htmlvalidate.json", public_addresses),
        # Less the rules that Django's own admin templates break; its comments say which.
        ("admin.htmlvalidate.json", desk_addresses),
    ],
)
def test_html_validate_finds_nothing(demo_site, new_page, tmp_path, config, addresses):
    page = at_the_desk(new_page(), demo_site, CHIEF)
    for name, address in addresses().items():
        # The bytes that the server sent, not what scripts made of them.
        answer = page.request.get(demo_site + address)
        (tmp_path / f"{name.replace(' ', '-')}.html").write_bytes(answer.body())
    assert not (found := validated(tmp_path, config)), "\n".join(found)


def test_no_page_scrolls_sideways(demo_site, new_page):
    page, wide = new_page(), []
    for name, address in public_addresses().items():
        page.goto(demo_site + address, wait_until="load")
        for width in (1440, 820, 360, 320):
            page.set_viewport_size({"width": width, "height": 900})
            needed = page.evaluate("document.documentElement.scrollWidth")
            if needed > width:
                wide.append(f"{name} at {width} px: {needed} px")
    assert wide == []


@pytest.mark.parametrize("width", [320, 820])
def test_no_page_of_a_text_at_the_desk_scrolls_sideways(demo_site, new_page, width):
    page = at_the_desk(new_page(width), demo_site)
    wide = []
    for name, address in desk_addresses().items():
        if name in {"admin history", "admin comparison", "admin preview"}:
            page.goto(demo_site + address, wait_until="load")
            needed = page.evaluate("document.documentElement.scrollWidth")
            if needed > width:
                wide.append(f"{name}: {needed} px")
    assert wide == []


def test_visitors_need_no_script_and_meet_no_cookie_and_no_third_party(demo_site, new_page):
    page = new_page(java_script_enabled=False)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for name, address in public_addresses().items():
        page.goto(demo_site + address, wait_until="load")
        assert page.locator("h1").count() == 1, name
        # The arrow keys of a photo report are a comfort, and the only script there is.
        assert page.locator(SCRIPTS).count() == (name == "photo"), name
        assert page.context.cookies() == [], name
    own = urlsplit(demo_site).netloc
    assert {urlsplit(url).netloc for url in asked if not url.startswith("data:")} == {own}


def test_no_page_reports_an_error_to_the_console(demo_site, new_page):
    page = new_page()
    told = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    for name, address in public_addresses().items():
        if name != "error page":
            page.goto(demo_site + address, wait_until="load")
    assert told == []
