"""The checks of the ground that everything stands on; other apps register theirs."""

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Count, Exists, OuterRef, Q
from django.utils.timezone import localtime

from portal import languages
from portal.publishing import clock
from portal.publishing.models import OPEN, Edition, Entry, Urgency
from portal.publishing.registry import content_types
from portal.schedule.health import Finding, trouble, warning, well
from portal.schedule.models import Heartbeat, overdue

GIB = 2**30
# Free bytes below which to warn, and below which uploads may soon fail.
SCARCE, TOO_LITTLE = 2 * GIB, GIB // 2
CONFIRMED_WITHIN = timedelta(days=1)
RUN_IT = "python manage.py run_schedule (every minute: README, “Every minute”)"


def database(*, thorough: bool) -> Iterator[Finding]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    executor = MigrationExecutor(connection)
    pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if pending:
        first = pending[0][0]
        yield trouble(
            f"{len(pending)} migrations are not applied, {first} the first of them.",
            mend="python manage.py migrate",
        )
        return
    version = ".".join(str(part) for part in connection.get_database_version())
    yield well(f"{connection.display_name} {version} answers, and all migrations are applied.")


def schedule(*, thorough: bool) -> Iterator[Finding]:
    late = overdue()
    for name, beat in late.items():
        yield trouble(f"The task “{name}” {why_overdue(beat)}", mend=RUN_IT)
    for beat in Heartbeat.objects.exclude(error="").exclude(task__in=late):
        yield warning(f"The task “{beat.task}” failed: {beat.error}")
    if not late:
        yield well("Every task has succeeded within its time.")


def urgent(*, thorough: bool) -> Iterator[Finding]:
    """What went out without a second pair of eyes must not stay so."""
    waiting = Urgency.objects.filter(confirmed_at=None, at__lt=clock.now() - CONFIRMED_WITHIN)
    if count := waiting.count():
        yield warning(
            f"Urgent publications that nobody has confirmed for a day or longer: {count}.",
            mend="open the list of articles with the filter “urgent, not confirmed”",
        )
    else:
        yield well("No urgent publication waits for longer than a day to be confirmed.")


def why_overdue(beat: Heartbeat | None) -> str:
    if beat is None:
        return "has never run."
    if not beat.is_ok:
        return f"fails since {told(beat.succeeded_at)}: {beat.error}"
    if beat.finished_at is None:
        return f"runs since {told(beat.started_at)} or was killed then."
    return f"last ran at {told(beat.finished_at)}."


def told(at) -> str:
    return "its first run" if at is None else f"{localtime(at):%Y-%m-%d %H:%M:%S}"


def storage(*, thorough: bool) -> Iterator[Finding]:
    try:
        with tempfile.TemporaryFile(dir=settings.VAR_DIR) as file:
            file.write(b"doctor")
    except OSError as error:
        yield trouble(
            f"VAR_DIR ({settings.VAR_DIR}) cannot be written to: {error.strerror}.",
            mend="give the folder to the site's system user",
        )
        return
    free = shutil.disk_usage(settings.VAR_DIR).free
    sentence = f"{free / GIB:.1f} GiB are free in VAR_DIR ({settings.VAR_DIR})."
    if free >= SCARCE:
        yield well(sentence)
        return
    say = trouble if free < TOO_LITTLE else warning
    yield say(sentence, mend="make room, or move VAR_DIR to a larger disk")


def audit(broken_links: Callable[[], Iterable[str]]) -> Callable[..., Iterator[Finding]]:
    def run(*, thorough: bool) -> Iterator[Finding]:
        broken = list(broken_links())
        if not broken:
            yield well("Every chain holds.")
            return
        yield trouble(
            f"{len(broken)} chains do not hold. {broken[0]}", mend="python manage.py verify_audit"
        )

    return run


def lost_languages(*, thorough: bool) -> Iterator[Finding]:
    """A language that is struck out of the site's identity takes its texts out of sight."""
    unread = Entry.objects.live().exclude(language__in=languages.CODES)
    counts = dict(unread.values_list("language").annotate(Count("pk")))
    for code, count in sorted(counts.items()):
        yield warning(
            f"Public texts in “{code}”, which is no language of this site, so that nobody can "
            f"read them: {count}.",
            mend=f"name “{code}” among the languages of the identity again, or withdraw the texts",
        )
    if not counts:
        yield well("Every public text is in a language of the site.")


def time_lines(*, thorough: bool) -> Iterator[Finding]:
    """The constraints make all of this impossible; this asks whether they still stand."""
    found = False
    for kind, model in content_types().items():
        for count, fault in ((count_overlaps(model), "overlap in time"), *crowded(model)):
            if count:
                found = True
                yield trouble(
                    f"{count} time lines of {kind} hold editions that {fault}: a constraint of "
                    "the database was taken away.",
                    mend="compare the database with a backup before anybody writes",
                )
    if not found:
        yield well("No two editions of one time line claim the same place.")


def count_overlaps(model: type[Edition]) -> int:
    another = model.objects.filter(
        Q(live_until=None) | Q(live_until__gt=OuterRef("live_from")),
        timeline=OuterRef("timeline"),
        live_from__lte=OuterRef("live_from"),
    ).exclude(pk=OuterRef("pk"))
    approved = model.objects.filter(Exists(another), live_from__isnull=False)
    return approved.values("timeline").distinct().count()


def crowded(model: type[Edition]) -> Iterator[tuple[int, str]]:
    open_ones = model.objects.filter(state__in=OPEN)
    heads = model.objects.filter(is_head=True)
    for editions, fault in ((open_ones, "are both open"), (heads, "are both at the head")):
        many = editions.values("timeline").annotate(count=Count("pk")).filter(count__gt=1)
        yield many.count(), fault
