"""The editors' desk as a browser uses it: open a page, fill in its form, press a button."""

from bs4 import BeautifulSoup
from django.urls import reverse

from news.models import Article


def url(view, *args):
    """A page of the first argument's type, and of articles where there is none."""
    meta = getattr(args[0] if args else None, "_meta", Article._meta)
    name = f"admin:{meta.app_label}_{meta.model_name}_{view}"
    return reverse(name, args=[getattr(arg, "pk", arg) for arg in args])


def page(response):
    return BeautifulSoup(response.content, "html.parser")


def text(response):
    return " ".join(page(response).get_text(" ").split())


def field_value(tag):
    if tag.name == "textarea":
        return tag.text.removeprefix("\n")
    if tag.name == "select":
        chosen = tag.select_one("option[selected]") or tag.select_one("option")
        return chosen["value"] if chosen else ""
    if tag.get("type") in {"checkbox", "radio"}:
        return tag.get("value", "on") if tag.has_attr("checked") else None
    return tag.get("value", "")


def typed(response, selector="#article_form"):
    """What the form of this page would send if nobody touched it."""
    form = page(response).select_one(selector)
    data = {}
    for tag in form.select("input[name], textarea[name], select[name]"):
        if tag.get("type") in {"submit", "file"} or tag["name"] == "csrfmiddlewaretoken":
            continue
        value = field_value(tag)
        if value is None:
            continue
        if tag.get("type") == "checkbox" and tag["name"] in data:  # several boxes of one name
            value = [*data[tag["name"]], value]
        elif tag.get("type") == "checkbox" and tag.has_attr("value"):
            value = [value]
        data[tag["name"]] = value
    return data


def opened(client, edition):
    """The data of an edition's form, just opened."""
    return typed(client.get(url("change", edition)))


def press(client, edition, data, button="_continue", value="1"):
    return client.post(url("change", edition), data | {button: value})


def buttons(response):
    """Each verb offered → the sentence that refuses it, or "" where it can be pressed."""
    found = {}
    for step in page(response).select(".step"):
        button = step.select_one(".step__button")
        if button is not None:
            is_refused = button.has_attr("disabled")
            sentence = (
                " ".join(step.select_one(".step__why").get_text(" ").split()) if is_refused else ""
            )
            found[button.get_text().replace("…", "").strip()] = sentence
    return found


def confirm(client, edition, verb, **data):
    """Open the page of a verb and send its form."""
    asked = client.get(url("take", edition, verb))
    return client.post(url("take", edition, verb), typed(asked, ".step__form") | data)
