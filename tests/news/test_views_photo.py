"""A photo report, and the page of each of its pictures."""

from datetime import timedelta

import pytest

from portal.publishing import clock
from portal.publishing.workflow import take
from tests import cast
from tests.reading import everything_of, minsk, page_of, text_of

pytestmark = pytest.mark.django_db


def photo(report, place, lang="en"):
    return f"/{lang}/news/{report.document.number}/photo/{place}/"


@pytest.fixture
def parts(author):
    """Twelve pictures, the third of them decorative."""
    return [
        cast.shown(
            cast.a_picture(author),
            position=place,
            alt="" if place == 3 else f"Sight {place}",
            is_decorative=place == 3,
            caption=f"Caption {place}",
            credit=f"Photographer {place}",
            licence="cc-by-4.0",
        )
        for place in range(1, 13)
    ]


@pytest.fixture
def report(new_article, parts, author, chief):
    article = new_article(layout="photo", live_from=minsk(2019, 6, 5)).with_parts(*parts)
    return take("adopt", article, by=chief, author=author)


@pytest.fixture
def page(visitor, report):
    return lambda place: page_of(visitor.get(photo(report, place)))


def test_the_report_shows_its_pictures_in_order_each_a_link_to_its_own_page(visitor, report):
    page = page_of(visitor.get(report.get_absolute_url()))
    items = page.select(".photos__item")
    assert [item.a["href"] for item in items] == [photo(report, place) for place in range(1, 13)]
    assert [text_of(item.p) for item in items] == [f"Caption {place}" for place in range(1, 13)]
    assert text_of(items[1].a) == "2 Photo 2 of 12"
    assert [items[n].img["alt"] for n in (1, 2)] == ["Sight 2", ""]
    assert not page.select(".figure")
    for image in page.select(".photos img"):
        assert image["sizes"]
        assert image["width"]
        assert image["height"]


def test_a_photo_has_a_title_and_all_that_is_said_of_it(page):
    found = page(4)
    assert found.title.get_text().startswith("Photo 4 of 12: The library opens at night")
    assert text_of(found.h1) == "Photo 4 of 12 The library opens at night"
    assert found.select_one(".figure img")["alt"] == "Sight 4"
    said = text_of(found.select_one(".figure figcaption"))
    assert "Caption 4" in said
    assert "Photographer 4" in said
    assert page(3).select_one(".figure img")["alt"] == ""


def test_a_photo_leads_to_the_one_before_the_one_after_and_the_whole_report(page, report):
    def ways(found):
        pager = found.select_one(".photo__pager")
        return [(a.get("rel"), a["href"]) for a in pager.find_all("a")]

    whole = (None, report.get_absolute_url())
    before, after = (["prev"], photo(report, 3)), (["next"], photo(report, 5))
    assert ways(page(4)) == [before, whole, after]
    assert ways(page(1)) == [whole, (["next"], photo(report, 2))]
    assert ways(page(12)) == [(["prev"], photo(report, 11)), whole]


def test_the_strip_shows_all_and_marks_the_one_on_the_page(page, report):
    links = page(4).select(".reel a")
    assert [link["href"] for link in links] == [photo(report, place) for place in range(1, 13)]
    assert [text_of(link) for link in links if link.get("aria-current") == "page"] == [
        "Photo 4 of 12"
    ]
    assert {link.img["sizes"] for link in links} == {"6rem"}
    assert {link.img["loading"] for link in links} == {"lazy"}


def test_the_breadcrumb_leads_back_to_the_report(page, report):
    crumbs = page(4).select(".breadcrumbs a")
    assert crumbs[-1]["href"] == report.get_absolute_url()


def test_a_photo_is_canonical_to_itself(page, report):
    assert page(4).find("link", rel="canonical")["href"] == f"http://testserver{photo(report, 4)}"


@pytest.mark.parametrize("place", ["0", "13", "01", "-1", "1.5", "999", "1000", "x", "١"])
def test_a_place_that_the_report_has_not_is_unknown(visitor, report, place):
    assert visitor.get(photo(report, place)).status_code == 404


def test_a_text_has_no_pages_of_its_pictures(visitor, make_live, picture):
    article = make_live(pictures=[picture])
    assert visitor.get(photo(article, 1)).status_code == 404


def test_its_languages_are_those_whose_report_has_that_picture(
    visitor, report, new_article, parts, author, chief
):
    for language, count in (("ru", 12), ("be", 2)):
        copies = [cast.shown(p.picture, position=p.position) for p in parts[:count]]
        translation = new_article(
            document=report.document, language=language, layout="photo", live_from=minsk(2019, 6, 6)
        )
        take("adopt", translation.with_parts(*copies), by=chief, author=author)
    alternates = [visitor.get(photo(report, n)).context["alternates"] for n in (2, 3)]
    ways = {code: photo(report, 2, code) for code in ("be", "ru", "en")}
    assert alternates[0] == list(ways.items())
    assert alternates[1] == [(code, photo(report, 3, code)) for code in ("ru", "en")]
    assert visitor.get(photo(report, 2, "be")).status_code == 200


# --- The same answers as the article's ------------------------------------------------------------


def test_a_photo_of_what_is_not_yet_is_byte_for_byte_one_of_what_never_was(
    visitor, make_scheduled, make_live, picture, parts
):
    scheduled = make_scheduled(layout="photo", parts=parts)
    russian = make_live(layout="photo", language="ru", pictures=[picture, picture])
    never = everything_of(visitor, "/en/news/777777/photo/1/")
    assert never[0] == 404
    for report in (scheduled, russian):
        assert everything_of(visitor, photo(report, 1)) == never
    article = everything_of(visitor, "/en/news/777777/")
    assert article == never


def test_a_photo_appears_at_its_minute_and_goes_with_its_report(
    visitor, make_scheduled, parts, publisher, time_machine
):
    report = make_scheduled(layout="photo", parts=parts)
    time_machine.move_to(report.live_from - timedelta(microseconds=1), tick=False)
    assert visitor.get(photo(report, 1)).status_code == 404
    time_machine.move_to(report.live_from, tick=False)
    assert visitor.get(photo(report, 1)).status_code == 200
    time_machine.move_to(report.live_from + timedelta(seconds=1))
    take("withdraw", report, by=publisher, note="A mistake.")
    gone = visitor.get(photo(report, 1))
    assert gone.status_code == 410
    assert gone.content == visitor.get(report.get_absolute_url()).content


def test_a_preview_of_a_report_without_a_number_stays_inside_its_world(
    visitor, make_article, parts, author
):
    draft = make_article(layout="photo", parts=parts)
    address = cast.preview_of(draft, author)
    world = address.partition("/en/")[0]
    links = [link["href"] for link in page_of(visitor.get(address)).select(".photos a")]
    assert links[0] == f"{world}/en/news/000000/photo/1/"
    answer = visitor.get(links[3])
    assert answer["Cache-Control"] == "no-store"
    page = page_of(answer)
    assert "Caption 4" in text_of(page.select_one(".figure"))
    ways = [link["href"] for link in page.select(".photo__pager a, .reel a")]
    assert all(way.startswith(f"{world}/en/news/000000/") for way in ways)
    assert {visitor.get(way).status_code for way in ways} == {200}
    assert visitor.get(links[3].removeprefix(world)).status_code == 404
    assert clock.current().including == frozenset()
