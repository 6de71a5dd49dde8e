import pytest

from portal.redirects.counting import add_up
from portal.redirects.models import Batch, Origin, Redirect
from portal.redirects.paths import split


@pytest.fixture(autouse=True)
def spool_folder(settings, tmp_path):
    """Each test notes hits in a folder of its own."""
    settings.VAR_DIR = tmp_path
    return tmp_path / "spool"


@pytest.fixture
def make_redirect(db):
    """make_redirect("/en/old/", document or "/en/news/") → a redirect that stands."""

    def make(address, target, **fields):
        old = split(address)
        batch = fields.pop("batch", None) or Batch.objects.create(origin=Origin.HAND)
        kind = "to_address" if isinstance(target, str) else "document"
        return Redirect.objects.create(
            batch=batch, language=old.language, path=old.path, **{kind: target}, **fields
        )

    return make


@pytest.fixture
def count():
    """count() → the sentences of one run of the task."""
    return lambda: list(add_up(write=True))
