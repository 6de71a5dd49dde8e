"""What the desk's page of a preview gives: the address in its frame, and secret links."""

from django.utils import timezone

from tests.desk import page, url
from tests.reading import Reader


def moment(at, prefix=""):
    local = timezone.localtime(at)
    name = f"{prefix}preview_at_"
    return {f"{name}0": f"{local:%Y-%m-%d}", f"{name}1": f"{local:%H:%M:%S}"}


def framed(response):
    """The address that the desk's page frames."""
    return page(response).iframe["src"]


def read(address):
    """As somebody without an account, in a browser of their own."""
    return Reader().get(address)


def make_link(client, edition, **fields):
    """The address of a new secret link, as the page shows it, without its host."""
    data = {"link-life": "day", "link-label": ""}
    data |= {name if "preview_at" in name else f"link-{name}": v for name, v in fields.items()}
    made = page(client.post(url("preview_links", edition), data)).select_one("#made-link")
    return made and made["value"].removeprefix("http://testserver")
