import json
import re
from html import unescape

import pytest
from csp.middleware import CSPMiddleware
from django.http import HttpResponse
from django.template.response import SimpleTemplateResponse
from django.test import RequestFactory
from django.utils import translation

from portal.richtext import RichTextWidget, relaxed_for_editor
from portal.richtext.allowed import editor_filter

STRICT = {"default-src 'self'", "object-src 'none'", "base-uri 'none'"}
RELAXED = {"style-src 'self' 'unsafe-inline'", "script-src-attr 'unsafe-inline'"}


def config_of(widget):
    html = widget.render("body", "<p>a</p>", {"id": "id_body"})
    return json.loads(unescape(re.search('data-config="([^"]*)"', html)[1]))


def directives(view):
    response = CSPMiddleware(view)(RequestFactory().get("/admin/"))
    return set(response.headers["Content-Security-Policy"].split("; "))


def form_page(media):
    return relaxed_for_editor(lambda request: SimpleTemplateResponse("x", {"media": media}))


def test_a_form_with_the_editor_relaxes_two_directives_and_no_other():
    strict = directives(lambda request: HttpResponse())
    assert strict >= STRICT
    assert directives(_unrendered(form_page(RichTextWidget().media))) == strict | RELAXED


def _unrendered(view):
    def answer(request):
        response = view(request)
        response.content = b""
        return response

    return answer


@pytest.mark.parametrize(
    "view",
    [
        _unrendered(form_page("")),
        relaxed_for_editor(lambda request: HttpResponse("ckeditor/ckeditor/ckeditor.js")),
    ],
)
def test_a_page_without_the_editor_stays_strict(view):
    assert directives(view) == directives(lambda request: HttpResponse())


@pytest.mark.parametrize(
    ("interface", "editor"),
    [("be", "ru"), ("ru", "ru"), ("en", "en"), ("fr", "en"), ("zh-hans", "zh-cn")],
)
def test_the_editor_speaks_the_admins_language(interface, editor):
    with translation.override(interface):
        assert config_of(RichTextWidget())["language"] == editor


def test_the_editor_is_hardened():
    config = config_of(RichTextWidget())
    assert config["allowedContent"] == editor_filter()
    assert config["extraPlugins"] == "divarea,portalpicture"
    assert config["versionCheck"] is False
    assert config["fullPage"] is False
    assert "forcePasteAsPlainText" not in config
    assert not [name for name in config if name.startswith("filebrowser")]
    assert "Image" not in str(config["toolbar"])
    removed = set(config["removePlugins"].split(","))
    assert removed >= {"wysiwygarea", "preview", "exportpdf", "iframe", "image", "uploadimage"}
    assert removed >= {"sourcearea", "scayt", "wsc", "find", "flash", "forms", "templates"}


def test_widgets_share_no_configuration():
    one, other = RichTextWidget(), RichTextWidget()
    with translation.override("ru"):
        config_of(one)
    assert other.config["language"] == "en"


def test_a_refused_form_shows_the_posted_text_cleaned():
    posted = "</textarea><p onclick=hit()>a<script>hit()</script></p>"
    html = RichTextWidget().render("body", posted, {"id": "id_body"})
    assert html.count("</textarea>") == 1
    assert "&lt;p&gt;a&lt;/p&gt;</textarea>" in html
    assert "hit" not in html


def test_nothing_is_loaded_from_elsewhere():
    assert re.findall(r'(?:src|href)="(?!/static/)', str(RichTextWidget().media)) == []
