"""What the page says that differs between two editions."""

from tests import cast
from tests.desk import page, url


def compared(client, before, after, status=200):
    answer = client.get(url("compare", after), {"with": getattr(before, "pk", before)})
    assert answer.status_code == status
    return answer


def in_signs(tag):
    """What a reader sees: "the [-old-] [+new+] text"."""
    for hidden in tag.select(".visually-hidden"):
        hidden.decompose()
    for removed in tag.select("del"):
        removed.replace_with(f"[-{removed.get_text()}-]")
    for added in tag.select("ins"):
        added.replace_with(f"[+{added.get_text()}+]")
    return " ".join(tag.get_text(" ").split())


def changes(response):
    """Label → what the page says has changed, in the page's order."""
    return {
        section.h3.extract().get_text(): in_signs(section)
        for section in page(response).select(".compared")
    }


def parts_of(response):
    """(heading, text) for each part that differs."""
    rows = page(response).select(".compared__part")
    return [(" ".join(row.h4.extract().get_text(" ").split()), in_signs(row)) for row in rows]


def add_picture(draft, picture, **fields):
    part = cast.shown(picture, edition=cast.fresh(draft), **fields)
    part.save()
    return part
