"""Links that pass a page on: plain addresses, nothing of these sites is loaded."""

from urllib.parse import quote, urlencode

from django import template
from django.utils.translation import gettext_lazy as _

from portal.fragments import fragment
from portal.publishing.world import absolute

register = template.Library()

# Name, address, and what the address calls the page and its title.
PLACES = [
    ("Telegram", "https://t.me/share/url", "url", "text"),
    (_("VK"), "https://vk.com/share.php", "url", "title"),
    ("Facebook", "https://www.facebook.com/sharer/sharer.php", "u", ""),
    ("X", "https://x.com/intent/post", "url", "text"),
]


@register.simple_tag(takes_context=True)
def share(context, title):
    """The page of the site itself, and nothing in a preview: its address is a secret."""
    request = context["request"]
    if request.world and request.world.is_secret:
        return ""
    return fragment("components/share.html", title=title, page=absolute(request))


@register.simple_tag
def places_to_share(title, page):
    """Pairs of name and address."""
    return [
        (name, f"{address}?{urlencode({url: page, words: title} if words else {url: page})}")
        for name, address, url, words in PLACES
    ]


@register.simple_tag
def mail_to_share(title, page):
    return f"mailto:?subject={quote(title)}&body={quote(page)}"
