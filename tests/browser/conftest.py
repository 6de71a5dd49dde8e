"""Chromium as Debian ships it, and the demo site behind gunicorn."""

import hashlib
import os
import shutil
from contextlib import suppress
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connections
from playwright.sync_api import sync_playwright

from portal.media import renditions, storage
from tests.browser.serving import gunicorn

# Playwright's loop runs in this thread; the ORM beside it is not asynchronous.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        program = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        connections.close_all()  # of Playwright's loop: they would hold on to the test's database
        browser.close()


@pytest.fixture
def new_page(chromium):
    """A function that opens a page in a browser of its own: no cookie is shared."""
    contexts = []

    def open_page(width=1280, height=900, **options):
        context = chromium.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def site(transactional_db):
    """The address of the site, served by two gunicorn workers from the test's database."""
    with gunicorn() as address:
        yield address


@pytest.fixture(scope="session")
def encoded(tmp_path_factory):
    """The files of pictures that this run has encoded, a folder for each picture's pixels. All
    workers, on both databases, share the folder that `python -m tests` names.
    """
    shared = os.environ.get("ENCODED_PICTURES")
    return Path(shared) if shared else tmp_path_factory.mktemp("encoded")


@pytest.fixture(scope="module")
def demo_site(django_db_setup, django_db_blocker, encoded):
    """The address of the demo content, one for all tests of a module: none of them may mind what
    another has changed. Its pictures are encoded once a run: that takes longest by far.
    """
    encode = renditions.store

    def store(image, token):
        kept = encoded / hashlib.sha256(image.tobytes()).hexdigest()
        if kept.exists():
            with storage.new_folder(token) as folder:
                for file in kept.iterdir():
                    os.link(file, folder / file.name)
        else:
            encode(image, token)
            whole = encoded / token
            shutil.copytree(storage.folder(token), whole, copy_function=os.link)
            with suppress(OSError):  # the other worker has been faster
                whole.rename(kept)

    with django_db_blocker.unblock():
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(renditions, "store", store)
            call_command("load_demo", verbosity=0)
        with gunicorn() as address:
            yield address
        call_command("flush", interactive=False, verbosity=0)
        connections.close_all()  # Playwright's loop has connections of its own
