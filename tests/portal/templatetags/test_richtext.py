import pytest
from bs4 import BeautifulSoup
from django.template import Context, Template
from django.utils import translation

from news.models import ArticlePicture
from portal.richtext.pictures import reference
from tests.portal.richtext import hostile
from tests.portal.richtext.validity import faults_of

SHOWN = Template("{% load richtext %}{% richtext body pictures=parts %}")


def show(body, parts=()):
    return SHOWN.render(Context({"body": body, "parts": parts})).strip()


@pytest.mark.django_db
def test_a_text_without_references_costs_no_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert show("<p>a</p>") == "<p>a</p>"
        assert show(None) == show("") == ""


def test_references_are_resolved_with_one_query(make_live, django_assert_num_queries):
    texts = [make_live(title=f"Text {number}") for number in range(3)]
    numbers = [text.timeline.document.number for text in texts]
    body = "".join(f'<p><a href="document:{number}">text</a></p>' for number in numbers)
    language = texts[0].language
    with translation.override(language), django_assert_num_queries(1):
        shown = show(body)
    for text in texts:
        assert f'<a href="{text.get_absolute_url()}">text</a>' in shown


def test_a_reference_survives_a_change_of_address(make_live, replace):
    text = make_live(title="Old title")
    body = f'<p><a href="document:{text.timeline.document.number}">text</a></p>'
    with translation.override(text.language):
        before = show(body)
        new = replace(text, title="New title", slug="new-title")
        assert show(body) == f'<p><a href="{new.get_absolute_url()}">text</a></p>' != before


def test_what_is_not_live_is_plain_text(make_scheduled, make_withdrawn, make_live):
    for make in (make_scheduled, make_withdrawn):
        number = make().timeline.document.number
        with translation.override("en"):
            assert show(f'<p>a <a href="document:{number}">text</a></p>') == "<p>a text</p>"
    live = make_live()
    with translation.override("zh-hans"):  # lives in another language only
        number = live.timeline.document.number
        assert show(f'<p><a href="document:{number}">text</a></p>') == "<p>text</p>"


@pytest.mark.django_db
def test_a_number_that_never_was_is_plain_text():
    assert show('<p><a href="document:999999"><strong>a</strong></a></p>') == (
        "<p><strong>a</strong></p>"
    )


def test_a_link_to_elsewhere_says_so():
    shown = show('<p><a href="https://e.example/?a=1&amp;b=2">a</a> <a href="tel:1">b</a></p>')
    assert shown == (
        '<p><a href="https://e.example/?a=1&amp;b=2" rel="noopener noreferrer">a</a>'
        ' <a href="tel:1">b</a></p>'
    )


def test_a_telephone_number_stays_on_one_line():
    shown = show('<p>Call <a href="tel:+375-17"><strong>+375 17-2</strong></a></p>')
    assert "<strong>+375&nbsp;17&#8209;2</strong>" in shown


ONE, OTHER = "1" * 32, "2" * 32


@pytest.fixture
def listed(picture):
    return [
        ArticlePicture(picture=picture, key=ONE, alt="The reading room", caption="At night"),
        ArticlePicture(picture=picture, key=OTHER, alt="The garden"),
    ]


def test_a_picture_of_the_list_stands_where_the_text_places_it(listed):
    shown = show(f"<p>a</p>\n{reference(ONE)}\n<p>b</p>", listed)
    before, figure, after = shown.partition('<figure class="figure">')
    assert (before.strip(), bool(figure)) == ("<p>a</p>", True)
    assert 'alt="The reading room"' in after
    assert after.count("At night") == after.count("</figure>") == 1
    assert after.rpartition("</figure>")[2].strip() == "<p>b</p>"
    assert "data-picture" not in shown
    assert "The garden" not in shown


def test_a_picture_may_stand_twice_and_in_a_list(listed):
    body = f"<ul>\n<li>\n<p>a</p>\n{reference(OTHER)}\n</li>\n</ul>\n{reference(OTHER)}"
    shown = BeautifulSoup(show(body, listed), "html.parser")
    assert len(shown.select("figure.figure")) == 2
    assert shown.select_one("li > figure img")["alt"] == "The garden"


@pytest.mark.parametrize("key", [ONE, "3" * 32])
def test_without_its_part_a_picture_is_not_shown(key, listed):
    parts = [] if key == ONE else listed
    assert show(f"<p>a</p>\n{reference(key)}", parts) == "<p>a</p>"
    assert show(f"<p>a</p>\n{reference(key)}") == "<p>a</p>"


def test_another_template_may_draw_and_hears_of_missing_ones_too(listed):
    desk = "admin/media/shown_in_text.html"
    template = Template("{% load richtext %}{% richtext body pictures=parts placed=desk %}")
    body = f"{reference(ONE)}\n{reference('3' * 32)}"
    shown = template.render(Context({"body": body, "parts": listed, "desk": desk}))
    assert shown.index("/admin/media/picture/file/") < shown.index("not in the list any more")


@pytest.mark.django_db
@pytest.mark.parametrize("body", hostile.BODIES)
def test_a_hostile_row_written_past_the_field_runs_nothing(body):
    shown = show(body.encode("utf-8", "replace").decode())
    harmful = ("rel on <a>", "empty", "<li> in", "<th> without")
    faults = [fault for fault in faults_of(shown) if not fault.startswith(harmful)]
    assert [fault for fault in faults if fault != "address None"] == []
