"""The demo in the test's database, for tests that only read it."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings

from portal.media import renditions


@contextmanager
def demo_rows(folder: Path) -> Iterator[None]:
    """Loaded once for a whole module, since it encodes every picture; gone after the block."""
    with (
        pytest.MonkeyPatch.context() as patched,
        override_settings(VAR_DIR=folder, MEDIA_ROOT=folder / "media"),
        transaction.atomic(),
    ):
        patched.setattr(renditions, "WIDTHS", (320,))
        call_command("load_demo", stdout=StringIO())
        yield
        transaction.set_rollback(True)
