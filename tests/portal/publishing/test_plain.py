"""The low-vision version: one address for each set of choices, public, and nothing of it is the
one that search engines are to show.
"""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.http import HttpResponse

from portal.middleware import CACHE_CONTROL
from portal.publishing.plain import SCHEMES, SIZES, Plain
from portal.publishing.worlds import Worlds
from tests import cast
from tests.cast import fresh
from tests.reading import Reader, everything_of, page_of, structured_of, text_of

ALL = [
    Plain(size, is_wide, scheme, has_pictures)
    for size in SIZES
    for is_wide in (False, True)
    for scheme in SCHEMES
    for has_pictures in (False, True)
]
HOME = "/plain-150-white/en/"
# What makes a browser ask for a picture.
PICTURES = "img, picture, source[srcset], [poster], input[type=image], svg image, link[rel=preload]"


@pytest.fixture
def enter(rf):
    """enter(address) → (what a view sees there, its answer)"""

    def go(address):
        seen = {}

        def view(request):
            seen["world"], seen["path"] = request.world, request.path_info
            return HttpResponse("seen")

        return seen, Worlds(view)(rf.get(address))

    return go


@pytest.fixture
def article(make_live, picture):
    shown = cast.shown(picture, alt="A reading room", caption="At night", credit="A. B.")
    return make_live(parts=[shown], title="The library")


@pytest.fixture
def report(make_live, author):
    parts = [
        cast.shown(cast.a_picture(author), alt=f"Sight {place}", caption=f"Caption {place}")
        for place in (1, 2)
    ]
    return make_live(parts=parts, layout="photo", title="The report")


def test_each_set_of_choices_has_an_address_and_each_address_is_one_set(enter):
    assert len({plain.prefix for plain in ALL}) == len(ALL) == 60
    for plain in ALL:
        seen, answer = enter(f"/{plain.prefix}en/news/")
        assert seen["world"].plain == plain
        assert seen["path"] == "/en/news/"
        assert answer["X-Robots-Tag"] == "noindex, nofollow"


@pytest.mark.parametrize(
    "prefix",
    [
        *("plain", "plain-", "plain-150", "plain-white", "plain-100-white", "plain-150-pink"),
        *("plain-0150-white", "plain-150-white-wide", "plain-150-pictures-white"),
        *("plain-150-wide-wide-white", "plain-150-white-pictures-pictures", "plain-150-WHITE"),
        *("plain-150-white-", "plain-١٥٠-white", "Plain-150-white", "plain-150-white%0A"),
    ],
)
def test_unknown_choices_are_an_address_like_any_other(db, visitor, enter, prefix):
    for rest in ("", "/", "/en/", "/en/news/"):
        assert enter(f"/{prefix}{rest}")[0]["world"] is None
        answer = visitor.get(f"/{prefix}{rest}")
        assert answer.status_code == 404
        assert "X-Robots-Tag" not in answer


@pytest.mark.parametrize(
    "path",
    [
        *("/admin/", "/admin", "/static/portal/css/base.css", "/preview/x/en/", "/at/x/en/"),
        *("/plain-150-white/en/", "/plain-200-black/"),
    ],
)
def test_desk_and_other_worlds_are_not_inside(db, visitor, enter, path):
    assert enter(f"/plain-150-white{path}")[0]["world"] is None
    assert visitor.get(f"/plain-150-white{path}").status_code == 404


def test_its_address_alone_leads_to_the_best_language_inside(visitor):
    answer = visitor.get("/plain-300-black/", headers={"accept-language": "be"})
    assert answer.status_code == 302
    assert answer["Location"] == "/plain-300-black/be/"


def test_everybody_gets_the_same_bytes_without_a_cookie_and_may_keep_them(visitor, chief, article):
    member = Reader()
    member.force_login(chief)
    for path in ("en/", "en/news/", "en/nothing/", article.get_absolute_url().removeprefix("/")):
        address = f"/plain-200-wide-blue/{path}"
        public, own = visitor.get(address), member.get(address)
        assert own.content == public.content
        assert dict(own.headers) == dict(public.headers)
        assert public["Cache-Control"] == CACHE_CONTROL
        assert not public.cookies
        assert not own.cookies
        assert "cookie" not in public.get("Vary", "").lower()
        assert not hasattr(own.wsgi_request, "session")
        tag = {"if-none-match": public["ETag"]}
        again = visitor.get(address, headers=tag)
        assert again.status_code == (304 if public.status_code == 200 else 404)


@pytest.mark.parametrize("kind", ["home", "list", "article", "photo"])
def test_machines_are_told_of_the_normal_page_and_readers_stay_inside(
    visitor, article, report, kind
):
    path = {
        "home": "/en/",
        "list": "/en/news/",
        "article": article.get_absolute_url(),
        "photo": f"/en/news/{report.document.number}/photo/1/",
    }[kind]
    normal, plain = (page_of(visitor.get(at + path)) for at in ("", "/plain-150-black"))
    for page in (normal, plain):
        assert page.find("link", rel="canonical")["href"] == f"http://testserver{path}"
    links = "link[hreflang], meta[property], meta[name='twitter:image']"
    assert [str(tag) for tag in plain.select(links)] == [str(tag) for tag in normal.select(links)]
    assert structured_of(plain) == structured_of(normal)
    shared = ".share__link"
    assert [a["href"] for a in plain.select(shared)] == [a["href"] for a in normal.select(shared)]
    inner = [a["href"] for a in plain.select("a[href^='/']") if "rel" not in a.attrs]
    inner.remove(path)  # the way back
    assert inner
    assert all(link.startswith("/plain-150-black/") for link in inner)


def test_language_switcher_stays_inside(visitor, article):
    page = page_of(visitor.get(f"/plain-150-black{article.get_absolute_url()}"))
    links = {link["href"] for link in page.select("a[hreflang]")}
    assert {f"/plain-150-black/{prefix}/" for prefix in ("be", "ru", "zh")} <= links


def test_without_pictures_their_words_stay_and_nothing_asks_for_one(visitor, article, report):
    paths = ["/en/", "/en/news/", article.get_absolute_url(), report.get_absolute_url()]
    paths.append(f"/en/news/{report.document.number}/photo/1/")
    for path in paths:
        page = page_of(visitor.get(f"/plain-150-white{path}"))
        assert not page.select(PICTURES), path
        shown = page_of(visitor.get(f"/plain-150-white-pictures{path}"))
        assert shown.select("img"), path
        assert "picture-words" not in str(shown)
    page = page_of(visitor.get(f"/plain-150-white{article.get_absolute_url()}"))
    figure = page.select_one("figure")
    assert text_of(figure) == "Picture: A reading room At night Picture: A. B."
    page = page_of(visitor.get(f"/plain-150-white{report.get_absolute_url()}"))
    assert [text_of(words) for words in page.select(".picture-words")] == [
        "Picture: Sight 1",
        "Picture: Sight 2",
    ]


def test_a_decorative_picture_leaves_no_word(visitor, make_live, picture):
    live = make_live(parts=[cast.shown(picture, alt="", is_decorative=True)])
    page = page_of(visitor.get(f"/plain-150-white{live.get_absolute_url()}"))
    assert not page.select(f"{PICTURES}, .picture-words")


def test_a_film_is_offered_without_its_still(visitor, make_live, author):
    files = (cast.offered(cast.a_file(author, kind)) for kind in ("mp4", "vtt"))
    parts = [cast.shown(cast.a_picture(author)), *files]
    film = make_live(parts=parts, layout="video").get_absolute_url()
    assert page_of(visitor.get(film)).video.has_attr("poster")
    assert not page_of(visitor.get(f"/plain-150-white{film}")).video.has_attr("poster")


# --- The way in, the bar, the way out ------------------------------------------------------------


def entry_of(page):
    """The first thing after the skip link."""
    return page.body.find_all("a")[1]


def test_first_thing_on_a_page_is_the_same_page_in_the_low_vision_version(visitor, article):
    for path in ("/en/", "/en/news/?utm=none&from=2019-01-01", article.get_absolute_url()):
        path, _mark, query = path.partition("?")
        link = entry_of(page_of(visitor.get(f"{path}?{query}")))
        expected = "?from=2019-01-01" if query else ""
        assert link["href"] == f"/plain-150-white{path}{expected}"
        assert "nofollow" in link["rel"]


def test_what_a_page_ignores_in_its_address_is_not_repeated(visitor, article):
    """Else the page would be another one for each of them."""
    for path in ("/en/", "/en/news/", article.get_absolute_url()):
        assert visitor.get(f"{path}?x=%22%3E1").content == visitor.get(path).content


def test_an_error_leads_to_the_home_page_of_the_low_vision_version(visitor, db):
    for path in ("/en/nothing/", "/en/news/999999/"):
        assert entry_of(page_of(visitor.get(path)))["href"] == HOME
    bar = page_of(visitor.get("/plain-150-white/en/nothing/")).select_one(".world")
    assert {a["href"].split("/", 2)[2] for a in bar.select(".world__choice")} == {"en/"}
    assert bar.select_one(".world__leave")["href"] == "/en/"


def test_bar_changes_one_thing_at_a_time_and_marks_what_is_chosen(visitor, db):
    bar = page_of(visitor.get("/plain-200-wide-blue/en/news/")).select_one(".world")
    links = {text_of(a): a["href"].removesuffix("/en/news/") for a in bar.select(".world__choice")}
    assert links["largest"] == "/plain-300-wide-blue"
    assert links["normal"] == "/plain-200-blue"
    assert links["white on black"] == "/plain-200-wide-black"
    assert links["on"] == "/plain-200-wide-blue-pictures"
    assert [text_of(a) for a in bar.select("[aria-current]")] == [
        "larger",
        "wide",
        "dark blue on light blue",
        "off",
    ]
    assert {a["href"] for a in bar.select("[aria-current]")} == {"/plain-200-wide-blue/en/news/"}
    assert bar.select_one(".world__leave")["href"] == "/en/news/"


def test_page_of_a_list_stays_the_same_page(visitor, make_live, monkeypatch):
    monkeypatch.setattr("portal.listing.PAGE_SIZE", 1)
    for title in ("The older one", "The newer one"):
        make_live(title=title)
    newest = "/plain-150-white/en/news/"
    older = newest + page_of(visitor.get(newest)).select_one("a[rel=next]")["href"]
    page = page_of(visitor.get(older))
    assert text_of(page.select_one(".card__title")) == "The older one"
    back = page.select_one(".world__leave")["href"]
    assert older == f"/plain-150-white{back}"
    assert text_of(page_of(visitor.get(back)).select_one(".card__title")) == "The older one"
    assert entry_of(page_of(visitor.get(back)))["href"] == older


# --- Not yet is never was ------------------------------------------------------------------------


def test_what_is_not_due_is_unknown_inside_as_what_never_was(visitor, make_scheduled, time_machine):
    text = make_scheduled(title="Secret words")
    due = fresh(text).live_from
    visitor.get(HOME)  # what stands around every page is read once
    never = everything_of(visitor, "/plain-150-white/en/news/987654/never-was/")
    assert everything_of(visitor, f"/plain-150-white{text.get_absolute_url()}") == never
    assert b"Secret words" not in visitor.get(HOME).content
    time_machine.move_to(due, tick=False)
    assert b"Secret words" in visitor.get(HOME).content
    assert visitor.get(f"/plain-150-white{text.get_absolute_url()}").status_code == 200


# --- Colours --------------------------------------------------------------------------------------


def declarations(name, selector):
    """The custom properties of a rule in one of our stylesheets."""
    sheet = Path(finders.find(f"portal/css/{name}")).read_text()
    rule = re.search(rf"^ *{re.escape(selector)} \{{(.*?)\}}", sheet, re.DOTALL | re.MULTILINE)
    return dict(re.findall(r"(--[a-z0-9-]+): ([^;]+);", rule[1]))


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_two_colours_of_a_scheme_are_seven_to_one_apart(scheme):
    colours = declarations("plain.css", f".plain--{scheme}")
    light, dark = sorted(map(luminance, colours.values()), reverse=True)
    assert len(colours) == 2
    assert (light + 0.05) / (dark + 0.05) >= 7


def test_every_colour_of_the_design_is_one_of_the_two():
    """A colour that comes to tokens.css later must be told what it is here."""
    tokens = declarations("tokens.css", ":root")
    colours = {name for name, value in tokens.items() if re.match(r"#|rgb|hsl|okl|color", value)}
    plain = declarations("plain.css", ".plain:root")
    assert len(colours) > 10
    assert colours - set(plain) == set()
    assert {plain[name] for name in colours} == {"var(--ground-colour)", "var(--ink-colour)"}


def test_letters_grow_from_choice_to_choice():
    sheet = Path(finders.find("portal/css/plain.css")).read_text()
    sizes = [int(size) for size in re.findall(r"\.plain--\d+ \{\s*font-size: (\d+)%", sheet)]
    assert sizes == list(SIZES)
    assert all(smaller < larger for smaller, larger in pairwise(sizes))
