"""A page with the editor, and nothing else of the site, for the tests of the editor.

The module is the URLconf of its own pages.
"""

from csp.decorators import csp_exempt
from django import forms
from django.http import HttpResponse
from django.template import engines
from django.template.response import SimpleTemplateResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from portal.richtext import relaxed_for_editor
from portal.richtext.fields import RichTextFormField
from tests.portal.richtext import hostile

PAGE = """\
<!doctype html>
<html lang="en">
<head>
<title>Desk</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/static/admin/css/base.css">
<link rel="stylesheet" href="/static/admin/css/dark_mode.css">
<link rel="stylesheet" href="/static/admin/css/forms.css">
{{ form.media }}
</head>
<body><main>
<h1>Desk</h1>
<form method="post">
<fieldset class="module aligned"><div class="form-row">{{ form.body.label_tag }}{{ form.body }}
<div class="help" id="id_body_helptext">{{ form.body.help_text }}</div></div></fieldset>
{% for key, caption, alt in rows %}<div class="inline-related">
<img src="/static/admin/img/icon-yes.svg" alt="" width="20">
<label>Caption <input name="pictures-{{ forloop.counter0 }}-caption" value="{{ caption }}"></label>
<label>Description <input name="pictures-{{ forloop.counter0 }}-alt" value="{{ alt }}"></label>
<code data-part-key="{{ key }}">{{ key }}</code></div>{% endfor %}
<button id="save">Save</button>
</form>
<pre id="kept">{{ kept }}</pre>
</main></body>
</html>
"""
PASTE = """
([html, patience]) => {
  const editor = CKEDITOR.instances.id_body;
  const clipboard = new DataTransfer();
  clipboard.setData("text/html", html);
  clipboard.setData("text/plain", "the plain text");
  editor.focus();
  const options = { clipboardData: clipboard, bubbles: true, cancelable: true };
  return new Promise((resolve) => {
    editor.once("afterPaste", () => resolve(editor.getData()));
    editor.editable().$.dispatchEvent(new ClipboardEvent("paste", options));
    setTimeout(() => resolve(editor.getData()), patience);
  });
}
"""
EMPTY = '() => new Promise((done) => CKEDITOR.instances.id_body.setData("", () => done(true)))'
SET_TRAP = "window.hits = 0; window.hit = () => { window.hits += 1; };"
FIRST, SECOND, GONE = "1" * 32, "2" * 32, "3" * 32
PLACED = f'<figure data-picture="{FIRST}"></figure>\n<figure data-picture="{GONE}"></figure>'
ROWS = ((FIRST, "", "A reading room"), (SECOND, "The garden", "Trees"))
TRAP = f"<script>{SET_TRAP}</script>"


class Desk(forms.Form):
    body = RichTextFormField(label="Text", help_text="What it says", required=False)
    never = forms.CharField(required=True)


@csrf_exempt
@relaxed_for_editor
def desk(request, body="<p>Hello</p>", rows=()):
    form = Desk(request.POST or None, initial={"body": body})
    kept = form.cleaned_data.get("body", "") if form.is_bound and not form.is_valid() else ""
    page = engines["django"].from_string(PAGE)
    context = {"form": form, "media": form.media, "kept": kept, "rows": rows}
    return SimpleTemplateResponse(page, context)


@csp_exempt()
def reader(request):
    """Every hostile body, shown as if it had come into the table past the field; no CSP helps."""
    text = engines["django"].from_string("{% load richtext %}{% richtext body %}")
    bodies = (body.encode("utf-8", "replace").decode() for body in hostile.BODIES)
    shown = "<hr>".join(text.render({"body": body}) for body in bodies)
    return HttpResponse(TRAP + "<!-- control -->" + shown)


@csp_exempt()
def control(request):
    return HttpResponse(f"{TRAP}<img src=x: onerror=hit()>")


urlpatterns = [
    path("admin/desk/", desk),
    path("admin/pictured/", desk, {"rows": ROWS}),
    path("admin/placed/", desk, {"rows": ROWS, "body": PLACED}),
    path("admin/reader/", reader),
    path("admin/control/", control),
]


def handler404(request, exception):
    return HttpResponse(status=404)


def paste(page, html, patience=3000):
    """What is in the editor after the paste; if nothing came of it, after `patience` ms."""
    page.evaluate(EMPTY)
    return page.evaluate(PASTE, [html, patience])


def rest(page):
    """The editor notes the place of the caret five times a second; people are slower."""
    page.wait_for_timeout(300)


def kept(page):
    page.click("#save")
    page.wait_for_load_state()
    return page.inner_text("#kept")
