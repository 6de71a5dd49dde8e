"""doctor: well on a well site, and for each trouble an exit code and a sentence."""

import json
from collections import namedtuple
from datetime import timedelta

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from news.models import Article
from portal.accounts.models import User
from portal.mail.models import Message, Status
from portal.media import storage
from portal.media.intake import take_in
from portal.media.models import Use
from portal.publishing import clock
from portal.publishing.models import Entry, Urgency
from portal.schedule.health import CHECKS, Check, warning
from portal.schedule.models import Heartbeat
from portal.schedule.running import run
from portal.schedule.tasks import TASKS
from tests import cast
from tests.portal.media.drawing import draw, upload

Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def doctor(db, capsys):
    """doctor("--quick") → the page and the exit code."""

    def call(*arguments):
        code = 0
        try:
            call_command("doctor", *arguments)
        except CommandError as error:
            code = error.returncode
        return capsys.readouterr().out, code

    return call


@pytest.fixture
def article(settings, tmp_path, author, make_live):
    """A site with something of everything on it: a live article with a picture, and mail."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.VAR_DIR = tmp_path
    picture = take_in(upload(), author)
    User.objects.update(email="somebody@example.org")
    return make_live(pictures=[picture])


@pytest.fixture
def well_site(article, task, settings):
    settings.SENDS_MAIL = True
    Message.objects.update(status=Status.SENT, sent_at=clock.now())
    task("counts")
    run(TASKS["counts"])
    return article


def test_well_site_has_nothing_but_well_on_its_page_and_ends_with_0(doctor, well_site):
    page, code = doctor()
    lines = page.splitlines()[2:]
    assert code == 0
    assert [line for line in lines if not line.startswith("well ")] == []
    assert {line[9:].partition("  ")[0] for line in lines} == set(CHECKS)


def test_it_changes_no_row(doctor, well_site):
    models = apps.get_models(include_auto_created=True)
    rows = {model: list(model._base_manager.order_by("pk").values_list()) for model in models}
    doctor("--thorough")
    assert rows == {
        model: list(model._base_manager.order_by("pk").values_list()) for model in models
    }


def test_one_warning_ends_with_1_and_trouble_is_worse(doctor, well_site, monkeypatch, settings):
    settings.SENDS_MAIL = False
    page, code = doctor()
    assert code == 1
    assert "WARNING  mail" in page
    Heartbeat.objects.all().delete()
    assert doctor()[1] == 2


def test_json_is_for_monitoring(doctor, well_site, settings):
    settings.SENDS_MAIL = False
    out, code = doctor("--json")
    answer = json.loads(out)
    assert (answer["level"], code) == ("warning", 1)
    assert set(answer["checks"]) == set(CHECKS)
    (finding,) = answer["checks"]["mail"]
    assert finding["level"] == "warning"
    assert finding["mend"].startswith("set EMAIL_URL")


def test_quick_leaves_out_what_reads_every_row(doctor, well_site):
    page, code = doctor("--quick")
    slow = {name for name, check in CHECKS.items() if check.is_slow}
    assert slow == {"audit", "entries", "languages", "subjects", "time lines", "uses"}
    assert not [name for name in slow if f" {name} " in page]
    assert code == 0


def test_one_check_that_breaks_leaves_the_others(doctor, well_site, monkeypatch):
    def broken(*, thorough):
        raise ValueError("no such thing")

    monkeypatch.setitem(CHECKS, "broken", Check("broken", broken))
    monkeypatch.setitem(CHECKS, "another", Check("another", lambda thorough: [warning("Look.")]))
    page, code = doctor()
    assert "This could not be looked at: ValueError: no such thing" in page
    assert "Look." in page
    assert code == 2


# --- Each trouble: what is done to the site, and what doctor says -------------------------------


def never_ran(article, **_):
    Heartbeat.objects.all().delete()


def ran_too_long_ago(article, **_):
    ago = clock.now() - timedelta(minutes=5, seconds=1)
    Heartbeat.objects.update(started_at=ago, finished_at=ago, succeeded_at=ago)


def failed_last(article, **_):
    Heartbeat.objects.update(error="ValueError: no such row")


def fails_for_long(article, **_):
    ago = clock.now() - timedelta(minutes=6)
    Heartbeat.objects.update(error="ValueError: no such row", succeeded_at=ago)


def hangs(article, **_):
    ago = clock.now() - timedelta(minutes=6)
    Heartbeat.objects.update(started_at=ago, finished_at=None, succeeded_at=ago)


def mail_waits(article, **_):
    ago = clock.now() - timedelta(minutes=11)
    Message.objects.update(status=Status.WAITING, next_try_at=ago)


def mail_given_up(article, **_):
    Message.objects.update(status=Status.GIVEN_UP, tried_at=clock.now(), error="550 who?")


def mail_uncertain(article, **_):
    ago = clock.now() - timedelta(minutes=11)
    Message.objects.update(status=Status.SENDING, tried_at=ago)


def no_email_url(article, settings, **_):
    settings.SENDS_MAIL = False


def no_address(article, **_):
    User.objects.filter(username="author").update(email="")


def entry_lost(article, **_):
    Entry.objects.all().delete()


def entry_changed(article, **_):
    Entry.objects.update(title="Something else")


def use_lost(article, **_):
    Use.objects.all().delete()


def audit_changed(article, **_):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE publishing_audit SET note = 'forged' WHERE sequence = 1")


def picture_lost(article, **_):
    picture = article.pictures.get().picture
    storage.path(picture.token, f"{picture.widths[0]}.webp").unlink()


def urgent_for_long(article, **_):
    Urgency.objects.create(
        timeline=article.timeline,
        number=article.number,
        at=clock.now() - timedelta(days=2),
        by=article.changed_by,
    )


def subject_lost(article, **_):
    subject = cast.a_subject()
    article.subjects.add(subject)


def language_dropped(article, monkeypatch, **_):
    monkeypatch.setattr("portal.languages.CODES", ["be", "ru"])


def folder_closed(article, settings, **_):
    settings.VAR_DIR = settings.VAR_DIR / "nowhere"


def disk_nearly_full(article, monkeypatch, **_):
    monkeypatch.setattr("shutil.disk_usage", lambda path: Usage(2**40, 2**40 - 2**30, 2**30))


def disk_full(article, monkeypatch, **_):
    monkeypatch.setattr("shutil.disk_usage", lambda path: Usage(2**40, 2**40, 0))


def not_migrated(article, monkeypatch, **_):
    pending = [(MigrationExecutor(connection).loader.get_migration("mail", "0001_outbox"), False)]
    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda self, targets: pending)


TROUBLES = [
    (never_ran, 2, "The task “counts” has never run."),
    (ran_too_long_ago, 2, "The task “counts” last ran at 2"),
    (failed_last, 1, "The task “counts” failed: ValueError: no such row"),
    (fails_for_long, 2, "The task “counts” fails since 2"),
    (hangs, 2, "or was killed then."),
    (mail_waits, 2, "Mails that wait although they are due for 10 minutes or more: 2."),
    (mail_given_up, 1, "550 who?"),
    (mail_uncertain, 1, "perhaps sent and perhaps not"),
    (no_email_url, 1, "EMAIL_URL is not set"),
    (no_address, 1, "People on the desks without an address, who are told nothing: 1 (author)"),
    (entry_lost, 2, "python manage.py rebuild_entries"),
    (entry_changed, 2, "1 has drifted from what they derive from."),
    (use_lost, 2, "python manage.py rebuild_uses"),
    (urgent_for_long, 1, "Urgent publications that nobody has confirmed for a day or longer: 1."),
    (subject_lost, 2, "python manage.py rebuild_subjects"),
    (audit_changed, 2, "row 1: its content is not what was written."),
    (picture_lost, 2, "Pictures that lack files: 1 of 1"),
    (language_dropped, 1, "Public texts in “en”, which is no language of this site"),
    (folder_closed, 2, "cannot be written to: No such file or directory."),
    (disk_nearly_full, 1, "1.0 GiB are free"),
    (disk_full, 2, "0.0 GiB are free"),
    (not_migrated, 2, "1 migrations are not applied, mail.0001_outbox the first of them."),
]


@pytest.mark.parametrize(("harm", "code", "sentence"), TROUBLES)
def test_each_trouble_has_its_sentence_and_its_exit_code(
    harm, code, sentence, doctor, well_site, settings, monkeypatch
):
    harm(well_site, settings=settings, monkeypatch=monkeypatch)
    page, ended = doctor()
    assert sentence in page
    assert ended == code


# --- What the constraints forbid, once they are taken away --------------------------------------


def drop(*rules):
    with connection.cursor() as cursor:
        for rule in rules:
            name = f"news_article_{rule}"
            if rule == "no_overlap" and connection.vendor == "sqlite":
                cursor.execute(f"DROP TRIGGER {name}_insert")
                cursor.execute(f"DROP TRIGGER {name}_update")
            elif rule == "no_overlap":
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # the fixtures' rows are settled
                cursor.execute(f"ALTER TABLE news_article DROP CONSTRAINT {name}")
            else:
                cursor.execute(f"DROP INDEX {name}")


def second_open(article, revise):
    drop("one_open")
    double(revise(article), number=3, is_head=False)


def second_head(article, revise):
    drop("one_head")
    Article.objects.filter(pk=revise(article).pk).update(is_head=True)
    Article.objects.filter(pk=article.pk).update(is_head=True)


def overlap(article, revise):
    drop("no_overlap")
    ahead = article.live_from + timedelta(hours=1)
    double(article, number=2, is_head=False, live_until=ahead)


def double(edition, **columns):
    row = cast.fresh(edition)
    row.pk = None
    for name, value in columns.items():
        setattr(row, name, value)
    Article.objects.bulk_create([row])


@pytest.mark.parametrize(
    ("harm", "fault"),
    [
        (second_open, "1 time lines of news.article hold editions that are both open"),
        (second_head, "1 time lines of news.article hold editions that are both at the head"),
        (overlap, "1 time lines of news.article hold editions that overlap in time"),
    ],
)
def test_what_the_database_should_forbid_is_found_where_it_did_not(
    harm, fault, doctor, well_site, revise
):
    harm(well_site, revise)
    page, code = doctor()
    assert fault in page
    assert code == 2


def test_superseded_and_withdrawn_editions_overlap_nothing(doctor, well_site, replace, publisher):
    replace(well_site)
    User.objects.update(email="somebody@example.org")
    Message.objects.update(status=Status.SENT)
    assert "claim the same place" in doctor()[0]


def test_thorough_looks_at_pictures_that_no_sample_holds(doctor, well_site, author, monkeypatch):
    monkeypatch.setattr("portal.media.examinations.SAMPLE", 1)
    picture_lost(well_site)
    take_in(upload(draw(400, 300)), author)
    assert doctor()[1] == 0
    page, code = doctor("--thorough")
    assert "Pictures that lack files: 1 of 2" in page
    assert code == 2
