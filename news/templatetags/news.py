"""What other rooms' pages show of the news."""

from django import template
from django.utils.translation import get_language

from news.campaigns import banners
from news.labels import Labels

register = template.Library()


@register.inclusion_tag("components/banners.html")
def campaign_banners():
    """The banners of the campaigns that are open; one query, and one more while there are any."""
    known = Labels(get_language())
    return {"banners": banners(known.streams, known.language)}
