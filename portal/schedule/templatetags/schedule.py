"""Tells the desk that side effects are late."""

from django import template

from portal.schedule.models import overdue

register = template.Library()


@register.inclusion_tag("admin/schedule/overdue.html")
def overdue_banner() -> dict:
    """One query a page. Of several late tasks it tells the one that waits longest."""
    late = overdue()
    successes = [beat.succeeded_at if beat else None for beat in late.values()]
    never = None in successes
    return {"tasks": sorted(late), "since": None if never else min(successes, default=None)}
