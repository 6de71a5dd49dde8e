"""A photo report, a video and an article with everything, as readers have them in a browser."""

from datetime import date
from urllib.parse import urlsplit

import pytest

from portal.media.intake import take_in
from portal.publishing.workflow import take
from tests import cast
from tests.browser.axe import faults
from tests.browser.test_everyone import SCRIPTS
from tests.browser.validating import validated
from tests.portal.media.drawing import draw, upload
from tests.reading import minsk

pytestmark = [pytest.mark.browser, pytest.mark.once]
COUNT = 6
ELSEWHERE = "https://video.example/watch?v=1"


@pytest.fixture
def pictures(transactional_db, author):
    return [take_in(upload(draw(1300 + place, 900)), author) for place in range(COUNT)]


@pytest.fixture
def adopt(new_article, author, chief):
    def make(*parts, labels=None, **fields):
        article = new_article(live_from=minsk(2019, 6, 5), **fields).with_parts(*parts)
        return take("adopt", article.with_labels(**labels or {}), by=chief, author=author)

    return make


@pytest.fixture
def shown(pictures):
    return [
        cast.shown(
            picture,
            position=place,
            caption=f"Sight {place} of the old town, seen from the tower of the town hall",
            credit="A. B.",
            licence="cc-by-4.0",
            is_archive=place == 2,
        )
        for place, picture in enumerate(pictures, start=1)
    ]


@pytest.fixture
def report(adopt, shown):
    return adopt(*shown, layout="photo", title="An evening on the market square")


@pytest.fixture
def addresses(report, adopt, replace, pictures, author):
    """One page of each kind."""
    person, topic = cast.a_subject("person", "ivanova"), cast.a_subject("topic", "culture")
    cast.an_office(person, date(2019, 1, 1), en="Minister of Sport and Tourism")
    film = [cast.offered(cast.a_file(author, "mp4")), cast.offered(cast.a_file(author, "vtt"))]
    body = (
        f'<p>See <a href="document:{report.document.number}">the report</a>.</p>'
        "<blockquote><p>It was light until ten.</p></blockquote><table><caption>Guests</caption>"
        '<thead><tr><th scope="col">Day</th></tr></thead><tbody><tr><td>5</td></tr></tbody></table>'
    )
    everything = adopt(
        *(cast.shown(picture, caption="At night", credit="A. B.") for picture in pictures[:2]),
        *(cast.offered(cast.a_file(author, kind, language="ru")) for kind in ("pdf", "docx")),
        labels={"subjects": [person, topic], "related": [report.document]},
        body=body,
        dateline_town="Minsk",
        dateline_on=date(2019, 6, 5),
        author_line="Alena Ivanova",
        source_name="BelTA",
        source_url="https://eng.belta.by/",
        remote_video=ELSEWHERE,
    )
    everything = replace(everything, is_major=True, change_note="A hundred, not ninety.")
    video = adopt(cast.shown(pictures[3]), *film, layout="video", title="A film")
    return {
        "report": report.get_absolute_url(),
        "photo": photo(report, 2),
        "everything": everything.get_absolute_url(),
        "video": video.get_absolute_url(),
    }


def photo(report, place):
    return f"/en/news/{report.document.number}/photo/{place}/"


def place_of(page):
    return page.locator(".photo__place").inner_text()


def test_axe_and_html_validate_find_nothing_and_no_page_scrolls_sideways(
    addresses, site, new_page, tmp_path
):
    findings = []
    for width in (1280, 320):
        page = new_page(width)
        for name, address in addresses.items():
            page.goto(site + address, wait_until="load")
            findings += [f"{name} at {width} px: {fault}" for fault in faults(page)]
            (tmp_path / f"{name}.html").write_bytes(page.request.get(site + address).body())
    for width in (320, 360, 820, 1440):
        page = new_page(width)
        for name, address in addresses.items():
            page.goto(site + address, wait_until="load")
            needed = page.evaluate("document.documentElement.scrollWidth")
            findings += [f"{name} at {width} px needs {needed} px"] if needed > width else []
    findings += validated(tmp_path, ".htmlvalidate.json")
    assert findings == []


def test_nothing_of_another_site_is_loaded_before_the_reader_follows_a_link(
    addresses, site, new_page
):
    page, asked = new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    for address in addresses.values():
        page.goto(site + address, wait_until="networkidle")
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        page.wait_for_load_state("networkidle")
        assert page.context.cookies() == []
    own = urlsplit(site).netloc
    assert {urlsplit(url).netloc for url in asked if not url.startswith("data:")} == {own}
    page.goto(site + addresses["everything"])
    page.route(f"{ELSEWHERE}*", lambda route: route.fulfill(body="elsewhere"))
    page.click(".video__link")
    assert page.url == ELSEWHERE


def test_a_photo_loads_one_large_picture_and_small_ones_and_nothing_moves(report, site, new_page):
    page, asked = new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site + photo(report, 2), wait_until="load")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_function("[...document.images].every((image) => image.naturalWidth > 0)")
    files = [url.rpartition("/")[2] for url in asked if "/media/" in url]
    large = [name for name in files if name != "320.webp"]
    assert large == ["1280.webp"]
    assert files.count("320.webp") == COUNT
    moved = page.evaluate(
        """() => new Promise((done) => new PerformanceObserver((list) =>
             done(list.getEntries().reduce((sum, entry) => sum + entry.value, 0))
           ).observe({type: "layout-shift", buffered: true}) || setTimeout(() => done(0), 300))"""
    )
    assert moved == 0


def test_the_arrow_keys_turn_the_pages_of_a_report(report, site, new_page):
    page = new_page()
    page.goto(site + photo(report, 2))
    page.keyboard.press("ArrowRight")
    page.wait_for_url(f"**{photo(report, 3)}")
    assert place_of(page) == f"Photo 3 of {COUNT}"
    page.keyboard.press("ArrowLeft")
    page.wait_for_url(f"**{photo(report, 2)}")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url(f"**{photo(report, 1)}")
    page.keyboard.press("ArrowLeft")  # before the first there is nothing
    page.wait_for_timeout(200)
    assert place_of(page) == f"Photo 1 of {COUNT}"


def test_the_arrow_keys_stay_the_reader_s_while_typing_or_with_another_key(report, site, new_page):
    page, moved = new_page(), []
    page.goto(site + photo(report, 2))
    # What the keys come to is a click on a link.
    page.evaluate(
        """() => {
             window.clicks = 0;
             addEventListener("click", (event) => { clicks += 1; event.preventDefault(); });
             for (const html of ["<input>", "<textarea></textarea>", "<p contenteditable>x</p>",
                                 "<select><option>a<option>b</select>", "<video controls></video>"])
               document.querySelector("main").insertAdjacentHTML("beforeend", html);
           }"""
    )
    for keys in ("Control+ArrowRight", "Alt+Shift+ArrowLeft", "Shift+ArrowRight", "Meta+ArrowLeft"):
        page.keyboard.press(keys)
    for field in ("main input", "main textarea", "main [contenteditable]", "main select"):
        page.focus(field)
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowLeft")
    page.eval_on_selector("main video", "video => { video.tabIndex = 0; video.focus() }")
    page.keyboard.press("ArrowRight")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("ArrowUp")
    moved.append(page.evaluate("clicks"))
    page.keyboard.press("ArrowRight")
    moved.append(page.evaluate("clicks"))
    assert moved == [0, 1]


def test_a_report_is_read_to_its_end_without_script(report, site, new_page):
    page = new_page(java_script_enabled=False)
    page.goto(site + report.get_absolute_url())
    assert page.locator(SCRIPTS).count() == 0
    page.click(".photos a >> nth=0")
    seen = [place_of(page)]
    for _more in range(COUNT - 1):
        page.click("a[rel=next]")
        seen.append(place_of(page))
    assert page.locator("a[rel=next]").count() == 0
    assert seen == [f"Photo {place} of {COUNT}" for place in range(1, COUNT + 1)]
    page.click(".photo__all")
    assert urlsplit(page.url).path == report.get_absolute_url()
