"""The pages of streams, as the navigation of the site leads to them."""

from news.models import Stream
from portal.navigation.rooms import Openings

ROUTE = "news:stream"


def find_streams(named: dict[str, dict]) -> Openings:
    """A campaign's page is there once it opens, any other stream's always."""
    slugs = {read["slug"] for read in named.values()}
    opens_at = dict(Stream.objects.filter(slug__in=slugs).values_list("slug", "opens_at"))
    return {
        path: opens_at[read["slug"]] for path, read in named.items() if read["slug"] in opens_at
    }
