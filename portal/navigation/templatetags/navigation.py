from django import template

from portal.navigation.chrome import chrome as chrome_at

register = template.Library()


@register.simple_tag(takes_context=True)
def chrome(context):
    """`{% chrome as chrome %}`: see `portal.navigation.chrome.Chrome`."""
    request = context.get("request")
    return chrome_at(request.path if request else "")
