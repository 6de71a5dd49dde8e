import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection

from news.demo import load, newsroom
from news.demo.stories import stories
from news.models import Article
from portal.accounts.demo_cast import accounts_file
from portal.accounts.models import Desk
from portal.management.commands import load_demo as command
from portal.media import renditions, storage
from portal.publishing.models import Audit, Document

TOLD = len(stories())


class Killed(BaseException):
    """Nothing catches it, as nothing catches kill -9; the transaction is lost all the same."""


@pytest.fixture(autouse=True)
def var(db, settings, tmp_path, monkeypatch):
    settings.VAR_DIR = tmp_path
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.PUBLIC_MEDIA_ROOT = tmp_path / "public" / "media"
    monkeypatch.setattr(renditions, "WIDTHS", (320,))  # fewer copies: the tests take seconds less


@pytest.fixture
def run(capsys):
    def load_demo(*arguments):
        call_command("load_demo", *arguments)
        return capsys.readouterr().out

    return load_demo


def all_rows():
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values_list())
        for model in apps.get_models(include_auto_created=True)
    }


def steps_taken():
    """(origin, language) → the verbs in the audit, in order."""
    taken = {}
    rows = Audit.objects.filter(document__origin__startswith="demo:news/")
    for row in rows.select_related("document").order_by("pk"):
        taken.setdefault((row.document.origin, row.language), []).append(row.verb)
    return taken


def steps_told():
    """The same, as the stories ask for it."""
    told = {}
    for story in stories():
        for text in story.texts:
            way = load.STEPS[story.state_in(text.language)]
            begun = "adopt" if story.is_public_at_once else "start"
            told[story.origin, text.language] = [begun, *(verb for verb, _part in way)]
        for text in story.corrections:
            told[story.origin, text.language] += ["revise", "submit", "approve"]
        for text in story.revisions:
            told[story.origin, text.language].append("revise")
        for text in story.translations:
            told[story.origin, text.language] = ["translate"]
    return told


def dies_at(monkeypatch, module, name, call):
    """The function of a module of `news.demo` runs until the given call, which kills."""
    real, calls = getattr(module, name), []

    def counted(*args, **kwargs):
        calls.append(args)
        if len(calls) == call:
            raise Killed
        return real(*args, **kwargs)

    monkeypatch.setattr(module, name, counted)


def test_running_again_changes_no_row(run):
    first = run()
    before, passwords = all_rows(), accounts_file().read_bytes()

    second = run()

    assert f"Articles: {TOLD} loaded" in first
    assert steps_taken() == steps_told()
    assert f"Articles: 0 loaded, {TOLD} were there already" in second
    assert all_rows() == before
    assert accounts_file().read_bytes() == passwords


@pytest.mark.parametrize(
    ("module", "name", "call"),
    [
        (newsroom, "picture_of", 5),
        (load, "tell", 1),
        (load, "tell", 8),
        (load, "ending_of", 1),  # between the adoption of the visa rules and their withdrawal
        (load, "correct", 1),
        (load, "translate", 1),
        (load, "go", 60),
    ],
)
def test_killed_run_leaves_nothing_half_way_and_the_next_completes(
    run, monkeypatch, module, name, call
):
    monkeypatch.setattr(command, "rooms_with_a_demo", lambda: [load])  # all of these die in it
    with monkeypatch.context() as patched:
        dies_at(patched, module, name, call)
        with pytest.raises(Killed):
            run()
    begun = Document.objects.count()
    assert begun < TOLD
    passwords = accounts_file().read_bytes()

    out = run()

    assert f"Articles: {TOLD - begun} loaded, {begun} were there already" in out
    assert steps_taken() == steps_told()
    assert accounts_file().read_bytes() == passwords
    before = all_rows()
    run()
    assert all_rows() == before


def test_lost_picture_files_come_back(run):
    run()
    token = Article.objects.first().pictures.first().picture.token
    storage.remove(token)
    before = all_rows()

    run()

    assert storage.folder(token).is_dir()
    assert all_rows() == before


def test_run_tells_addresses_and_accounts_but_no_password(run):
    out = run("--address", "http://127.0.0.1:8080/")

    assert "http://127.0.0.1:8080/zh/" in out
    assert "http://127.0.0.1:8080/en/news/2019/06/" in out
    assert "demo-publisher" in out
    assert str(accounts_file()) in out
    words = accounts_file().read_text().split()
    assert words[words.index("demo-publisher") + 1] not in out


def test_help_shows_examples(capsys):
    with pytest.raises(SystemExit):
        call_command("load_demo", "--help")

    assert "python manage.py load_demo --address" in capsys.readouterr().out


def test_without_tables_it_says_what_to_do(run, monkeypatch):
    monkeypatch.setattr(connection.introspection, "table_names", list)

    with pytest.raises(CommandError, match="manage.py migrate"):
        run()


def test_refusal_is_told_in_the_portals_words(run, monkeypatch):
    monkeypatch.setitem(load.STEPS, "withdrawn", (("withdraw", "reviewer"),))

    with pytest.raises(CommandError, match="Your role on this desk"):
        run()


def test_the_empty_demo_is_accounts_at_one_desk_and_a_second_run_changes_nothing(run):
    said = run("--empty")
    assert "/en/" in said
    assert "demo-chief" in said
    assert not Document.objects.exists()
    desk = Desk.objects.get()
    roles = dict(desk.memberships.values_list("user__username", "role"))
    assert roles["demo-author"] == "author"
    assert roles["demo-publisher"] == "publisher"
    before = all_rows()
    run("--empty")
    assert all_rows() == before
