"""Time lines as tests read them."""

from news.models import Article


def intervals(edition):
    """(number, live from, live until) of all approved editions of the timeline, in order."""
    rows = Article.objects.filter(timeline=edition.timeline_id, state="approved")
    return list(rows.order_by("live_from").values_list("number", "live_from", "live_until"))


def titles(moment):
    return list(Article.objects.live(moment).values_list("title", flat=True))
