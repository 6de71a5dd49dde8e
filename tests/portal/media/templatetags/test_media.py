"""Pictures as markup."""

from itertools import product
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.contrib.staticfiles import finders
from django.template import Context, Template, TemplateSyntaxError
from django.urls import get_script_prefix, set_script_prefix

from portal.media.models import File, Picture

TOKEN = "ab" * 16


def draw(text, avif_crops=(), focus_x=50, focus_y=50, **context):
    picture = Picture(token=TOKEN, width=1500, height=1000, original_name="canary.jpg")
    picture.avif_crops, picture.focus_x, picture.focus_y = list(avif_crops), focus_x, focus_y
    html = Template("{% load media %}" + text).render(Context({"picture": picture} | context))
    assert "canary" not in html
    return BeautifulSoup(html, "html.parser")


def test_a_browser_chooses_among_the_widths_that_exist():
    html = draw('{% picture picture alt="A square" sizes="50vw" %}')
    source, image = html.picture.source, html.picture.img
    widths = (320, 640, 960, 1280)
    assert source["type"] == "image/webp"
    assert source["srcset"] == ", ".join(f"/media/{TOKEN}/{w}.webp {w}w" for w in widths)
    assert image["srcset"] == ", ".join(f"/media/{TOKEN}/{w}.jpg {w}w" for w in widths)
    assert image["src"] == f"/media/{TOKEN}/960.jpg"
    assert source["sizes"] == image["sizes"] == "50vw"


def test_its_place_is_kept_while_it_loads():
    image = draw('{% picture picture alt="" %}').img
    assert (image["width"], image["height"]) == ("1280", "853")
    assert (image["loading"], image["decoding"]) == ("lazy", "async")
    assert "loading" not in draw('{% picture picture alt="" lazy=False %}').img.attrs


def test_the_alternative_text_is_always_there_and_always_escaped():
    assert draw('{% picture picture alt="" %}').img["alt"] == ""
    hostile = '"><script>alert(1)</script>'
    html = draw("{% picture picture alt=words %}", words=hostile)
    assert html.img["alt"] == hostile
    assert not html.script
    with pytest.raises(TemplateSyntaxError, match="alt"):
        draw("{% picture picture %}")


def test_addresses_stay_inside_the_world_of_the_page():
    prefix = get_script_prefix()
    set_script_prefix("/preview/abc/")
    try:
        html = draw('{% picture picture alt="" %}')
    finally:
        set_script_prefix(prefix)
    assert html.img["src"] == f"/preview/abc/media/{TOKEN}/960.jpg"
    assert html.img["srcset"].startswith(f"/preview/abc/media/{TOKEN}/320.jpg 320w, ")


def test_a_picture_has_one_address_to_be_shared_by():
    assert draw("{% picture_url picture %}").text == f"/media/{TOKEN}/1280.jpg"
    assert draw("{% picture_url picture 100 %}").text == f"/media/{TOKEN}/320.jpg"


def test_avif_goes_first_where_it_lies_ready():
    html = draw('{% picture picture alt="" %}', avif_crops=[""])
    assert [source["type"] for source in html.select("source")] == ["image/avif", "image/webp"]
    assert html.source["srcset"].startswith(f"/media/{TOKEN}/320.avif 320w, ")


def test_a_crop_has_addresses_and_sizes_of_its_own():
    html = draw('{% picture picture alt="" crop="10-0-50-100" %}')
    image = html.img
    assert image["srcset"] == ", ".join(
        f"/media/{TOKEN}/10-0-50-100_{width}.jpg {width}w" for width in (320, 640)
    )
    assert image["src"] == f"/media/{TOKEN}/10-0-50-100_640.jpg"
    assert (image["width"], image["height"]) == ("640", "853")
    address = draw("{% picture_url picture crop='10-0-50-100' %}").text
    assert address == f"/media/{TOKEN}/10-0-50-100_640.jpg"


@pytest.mark.parametrize(
    ("x", "y", "classes"),
    [
        (50, 50, None),
        (45, 54, None),
        (30, 70, ["focus-x-30", "focus-y-70"]),
        (0, 100, ["focus-x-0", "focus-y-100"]),
        (96, 4, ["focus-x-100", "focus-y-0"]),
    ],
)
def test_the_focal_point_is_told_in_classes(x, y, classes):
    html = draw('{% picture picture alt="" %}', focus_x=x, focus_y=y)
    assert html.img.get("class") == classes
    cropped = draw('{% picture picture alt="" crop="0-0-50-50" %}', focus_x=x, focus_y=y)
    assert "class" not in cropped.img.attrs


def test_every_class_of_the_focal_point_has_its_rule():
    rules = Path(finders.find("portal/css/focus.css")).read_text()
    for axis, place in product("xy", range(0, 101, 10)):
        assert f".focus-{axis}-{place} {{ --focus-{axis}: {place}%; }}" in rules


def test_a_file_has_its_readable_address():
    file = File(token=TOKEN, public_name="report.pdf", kind="pdf", size=1024)
    html = Template("{% load media %}{% file_url file %}").render(Context({"file": file}))
    assert html == f"/media/{TOKEN}/report.pdf"
    assert file.extension == "pdf"
