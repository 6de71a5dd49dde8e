"""What doctor wants to know of pages: whether their facts have been looked at in time."""

from collections.abc import Iterator

from portal.pages.models import PageFact
from portal.schedule.health import Finding, warning, well


def facts(*, thorough: bool) -> Iterator[Finding]:
    if count := PageFact.objects.overdue().count():
        yield warning(
            f"Facts on public pages that should have been checked by now: {count}.",
            mend="open the list of pages with the filter “facts to check”",
        )
    else:
        yield well("No fact on a public page is overdue.")
