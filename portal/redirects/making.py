"""Making redirects and undoing them: each in one step, which its batch remembers."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from portal.publishing import clock
from portal.redirects.models import Batch, LostPage, Origin, Redirect
from portal.redirects.paths import Old
from portal.redirects.planning import Plan
from portal.redirects.standing import variants


@contextmanager
def alone() -> Iterator[None]:
    """A transaction beside which nobody else makes redirects, so that two who check at once
    cannot close a circle between them. Readers wait for nobody.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":  # SQLite has one writer anyway
            with connection.cursor() as cursor:
                table = Redirect._meta.db_table
                cursor.execute(f'LOCK TABLE "{table}" IN SHARE ROW EXCLUSIVE MODE')
        yield


def make(plan: Plan, origin: Origin, *, by, title: str = "") -> Batch:
    """Call inside `alone()`, in which the plan was made as well."""
    batch = Batch.objects.create(origin=origin, title=title[:200], made_by=by)
    for redirect in plan.redirects:
        redirect.batch = batch
    Redirect.objects.bulk_create(plan.redirects, batch_size=500)
    find([redirect.old for redirect in plan.redirects])
    return batch


def find(olds: list[Old]) -> None:
    """These addresses lead somewhere now and are lost no more."""
    wanted = {one for old in olds for one in variants(old)}
    for start in range(0, len(olds), 500):
        paths = {old.path for old in olds[start : start + 500]}
        pages = LostPage.objects.filter(path__in=paths)
        chosen = [page.pk for page in pages if page.old in wanted]
        LostPage.objects.filter(pk__in=chosen).delete()


def undo(redirects: Iterable[Redirect], by) -> int:
    """Let these addresses be unknown again; the rows stay, as history. Answers how many stood."""
    chosen = Redirect.objects.standing().filter(pk__in=[redirect.pk for redirect in redirects])
    return chosen.update(undone_at=clock.now(), undone_by=by)
