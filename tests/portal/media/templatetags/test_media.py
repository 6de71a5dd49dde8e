"""Pictures as markup."""

import pytest
from bs4 import BeautifulSoup
from django.template import Context, Template, TemplateSyntaxError
from django.urls import get_script_prefix, set_script_prefix

from portal.media.models import Picture

TOKEN = "ab" * 16


def draw(text, **context):
    picture = Picture(token=TOKEN, width=1500, height=1000, original_name="canary.jpg")
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
