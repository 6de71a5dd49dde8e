"""Links that pass a page on: plain addresses, nothing of these sites is loaded."""

from urllib.parse import quote, urlencode

from django import template
from django.utils.translation import gettext_lazy as _

from portal.publishing.world import absolute

register = template.Library()

# Name, address, and what the address calls the page and its title.
PLACES = [
    ("Telegram", "https://t.me/share/url", "url", "text"),
    (_("VK"), "https://vk.com/share.php", "url", "title"),
    ("Facebook", "https://www.facebook.com/sharer/sharer.php", "u", ""),
    ("X", "https://x.com/intent/post", "url", "text"),
]


@register.inclusion_tag("components/share.html", takes_context=True)
def share(context, title):
    """The page of the site itself, and nothing in a preview: its address is a secret."""
    request = context["request"]
    if request.world and request.world.is_secret:
        return {}
    page = absolute(request)
    return {
        "places": [
            (name, f"{address}?{urlencode({url: page, words: title} if words else {url: page})}")
            for name, address, url, words in PLACES
        ],
        "mail": f"mailto:?subject={quote(title)}&body={quote(page)}",
    }
