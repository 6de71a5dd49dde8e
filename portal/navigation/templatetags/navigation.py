from django import template

from portal.navigation.chrome import chrome as chrome_at

register = template.Library()

# Pages for when something is wrong, the database perhaps: they ask it nothing.
WITHOUT_A_QUERY = {"400.html", "403.html", "403_csrf.html", "500.html", "503.html"}


@register.simple_tag(takes_context=True)
def chrome(context):
    """`{% chrome as chrome %}`: see `portal.navigation.chrome.Chrome`."""
    request = context.get("request")
    may_ask = context.template.name not in WITHOUT_A_QUERY
    return chrome_at(request.path if request else "", may_ask=may_ask)
