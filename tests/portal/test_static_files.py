"""The editor's dangerous files are found by nobody: not collected, not served."""

import subprocess
import sys
import urllib.error
import urllib.request
from contextlib import contextmanager

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command

from portal.static_files import is_served
from tests.browser.serving import ROOT, environment, free_port, gunicorn, wait_for

NEEDED = [
    "admin/css/base.css",
    "portal/js/editor.js",
    "portal/js/editor-paste.js",
    "portal/js/editor-pictures.js",
    "portal/css/editor.css",
    "ckeditor/ckeditor.css",
    "ckeditor/ckeditor-init.js",
    "ckeditor/fixups.js",
    "ckeditor/ckeditor/ckeditor.js",
    "ckeditor/ckeditor/lang/en.js",
    "ckeditor/ckeditor/lang/ru.js",
    "ckeditor/ckeditor/lang/zh-cn.js",
    "ckeditor/ckeditor/skins/moono-lisa/editor.css",
    "ckeditor/ckeditor/skins/moono-lisa/dialog.css",
    "ckeditor/ckeditor/skins/moono-lisa/icons.png",
    "ckeditor/ckeditor/plugins/divarea/plugin.js",
    "ckeditor/ckeditor/plugins/link/dialogs/link.js",
    "ckeditor/ckeditor/plugins/table/dialogs/table.js",
]
# These lie in the package; the first test says so, else a 404 would prove nothing.
DANGEROUS = [
    "ckeditor/ckeditor/plugins/preview/preview.html",
    "ckeditor/ckeditor/plugins/exportpdf/tests/manual/configfilename.html",
    "ckeditor/ckeditor/plugins/codesnippetgeshi/plugin.js",
    "ckeditor/ckeditor/plugins/ajax/plugin.js",
    "ckeditor/ckeditor/plugins/docprops/plugin.js",
    "ckeditor/ckeditor/plugins/iframedialog/plugin.js",
    "ckeditor/ckeditor/plugins/sourcedialog/plugin.js",
    "ckeditor/ckeditor/plugins/pastefromword/filter/default.js",
    "ckeditor/ckeditor/plugins/uploadwidget/plugin.js",
    "ckeditor/ckeditor/plugins/image/dialogs/image.js",
    "ckeditor/ckeditor/plugins/templates/templates/default.js",
    "ckeditor/ckeditor/plugins/wsc/dialogs/ciframe.html",
    "ckeditor/ckeditor/plugins/scayt/dialogs/options.js",
    "ckeditor/ckeditor/adapters/jquery.js",
    "ckeditor/ckeditor/build-config.js",
    "ckeditor/ckeditor/bender-runner.config.json",
    "ckeditor/ckeditor/config.js",
    "ckeditor/ckeditor/CHANGES.md",
    "ckeditor/galleriffic/js/jquery.galleriffic.js",
]
TRICKS = [
    "ckeditor//ckeditor/plugins/preview/preview.html",
    "./ckeditor/ckeditor/plugins/preview/preview.html",
    "admin/../ckeditor/ckeditor/plugins/preview/preview.html",
    "ckeditor/ckeditor/lang/../plugins/preview/preview.html",
    "ckeditor/ckeditor/skins/moono-lisa/images/../../../plugins/preview/preview.html",
    "ckeditor/ckeditor/plugins",
]


def status(address):
    try:
        with urllib.request.urlopen(address, timeout=20) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        with error:
            return error.code


def faults_at(address):
    wanted = dict.fromkeys(NEEDED, 200) | dict.fromkeys(DANGEROUS, 404)
    answers = {path: status(f"{address}/static/{path}") for path in wanted}
    return {path: answers[path] for path in wanted if answers[path] != wanted[path]}


@contextmanager
def runserver():
    """`manage.py runserver`, as a developer starts it: with DEBUG."""
    port = free_port()
    command = [sys.executable, "manage.py", "runserver", "--noreload", f"127.0.0.1:{port}"]
    server = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment() | {"DEBUG": "on"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(f"http://127.0.0.1:{port}", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


def test_the_dangerous_files_do_lie_in_the_package():
    package = finders.AppDirectoriesFinder(["ckeditor"])
    assert [path for path in DANGEROUS if not package.find(path)] == []


@pytest.mark.parametrize("path", DANGEROUS + TRICKS)
def test_a_dangerous_file_is_not_found(path):
    assert finders.find(path) is None
    assert not is_served(path)


@pytest.mark.parametrize("path", NEEDED)
def test_a_needed_file_is_found(path):
    assert finders.find(path)


def test_only_needed_files_are_collected(settings, tmp_path):
    """With the production storage, which also follows every url() in the style sheets."""
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    assert [path for path in NEEDED if not (tmp_path / path).is_file()] == []
    assert [path for path in DANGEROUS if (tmp_path / path).exists()] == []
    pages = [*tmp_path.glob("ckeditor/**/*.html"), *tmp_path.glob("ckeditor/**/*.json")]
    assert pages == []


@pytest.mark.django_db(transaction=True)
def test_gunicorn_answers_404_for_the_dangerous_files():
    with gunicorn(workers=1) as address:
        assert faults_at(address) == {}


@pytest.mark.django_db(transaction=True)
def test_runserver_answers_404_for_the_dangerous_files():
    with runserver() as address:
        assert faults_at(address) == {}


def test_no_other_finder_offers_them(settings):
    assert settings.STATICFILES_FINDERS == ["portal.static_files.CuratedFinder"]
    assert settings.INSTALLED_APPS.index("whitenoise.runserver_nostatic") < (
        settings.INSTALLED_APPS.index("django.contrib.staticfiles")
    )
    assert not [app for app in settings.INSTALLED_APPS if "ckeditor_uploader" in app]
