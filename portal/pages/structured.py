"""A page as schema.org has it, made of the context of its page."""

from django.urls import reverse

from portal import languages, structured
from portal.structured import Absolute, thing


def page_data(context: dict, absolute: Absolute) -> dict:
    """`context` is the page's, see `portal.pages.reading.reading_context`."""
    page = context["edition"]
    return thing(
        "WebPage",
        url=absolute(page.get_absolute_url()),
        name=page.title,
        description=page.lead,
        inLanguage=languages.html_lang(page.language),
        datePublished=structured.moment(context["published_at"]),
        dateModified=structured.moment(context["updated_at"]),
        publisher=structured.publisher(absolute(reverse("home"))),
        image=[structured.image_object(item, absolute) for item in context["pictures"]],
    )
