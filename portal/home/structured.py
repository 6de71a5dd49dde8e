"""The organisation that speaks here and its site as schema.org has them: what the foot says."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language

from portal import languages, structured
from portal.structured import Absolute, thing


def home_data(absolute: Absolute) -> list[dict]:
    """Who speaks, and on which site."""
    home, site = absolute(reverse("home")), settings.IDENTITY.in_language(get_language())
    owner = structured.publisher(home)
    contact = site.contact
    point = thing(
        "ContactPoint",
        telephone=contact.phone,
        email=contact.email,
        url=contact.url and absolute(contact.url),
    )
    return [
        owner
        | thing(
            owner["@type"],
            logo=site.emblem_url and absolute(site.emblem_url),
            address=contact.address,
            contactPoint=point if len(point) > 1 else None,
        ),
        thing(
            "WebSite",
            name=site.name,
            url=home,
            inLanguage=languages.html_lang(get_language()),
            publisher=owner,
        ),
    ]
