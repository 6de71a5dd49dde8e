"""Loads the archive into an empty, migrated database, and proves that it is what it says."""

from collections.abc import Iterator
from random import Random

from django.core.management import CommandError, call_command, get_commands
from django.db import connection

from news.models import Article
from portal.publishing import clock
from portal.publishing.line import lay_out, read_lines
from portal.publishing.models import Document, Numbering
from portal.richtext.cleaning import clean
from portal.subjects.counting import BEHIND, recount
from portal.subjects.models import Settlement
from tests.bench.archive.around import SMALL_TREE, TREE, Surroundings
from tests.bench.archive.loading import analyze, in_bulk
from tests.bench.archive.newsroom import open_newsroom
from tests.bench.archive.rows import Writer
from tests.bench.archive.stories import Archive
from tests.bench.archive.words import speakers

SEED = 108_863


def load(size: int, seed: int = SEED, say=lambda text: None, *, is_small=False) -> None:
    """`size` editions of articles and what stands around them, with fewer pages where `is_small`.
    The same seed makes the same archive, as seen from the hour of loading.
    """
    if Document.objects.exists():
        raise CommandError("There are documents already; give an empty database.")
    random, now = Random(seed), clock.now().replace(minute=0, second=0, microsecond=0)
    newsroom = open_newsroom(random, now)
    spoken = speakers(random)
    archive = Archive(size, random, newsroom, now)
    writer = Writer(random, newsroom, spoken, archive.numbers, now)
    with in_bulk(writer.tables.all(), size):
        for place, story in enumerate(archive.stories()):
            writer.write(story)
            if place % 50_000 == 49_999:
                say(f"{archive.count:,} editions …")
        say(f"{archive.count:,} editions; indexes …")
    Numbering.objects.update_or_create(pk=1, defaults={"last": archive.number})
    analyze()
    say("Counts …")
    count_all()
    say("Pages, menus, home pages …")
    Surroundings(random, newsroom, spoken, now).put(SMALL_TREE if is_small else TREE)
    analyze()


def count_all() -> None:
    """The kept numbers as `settle` would bring them forward, from nothing and at one go."""
    Settlement.objects.update_or_create(pk=1, defaults={"settled_at": clock.now() - BEHIND})
    for _sentence in recount():
        pass


def faults() -> Iterator[str]:
    """Whatever tells the archive from one that came through the door, as a sentence each. Reads
    everything: for small sizes.
    """
    connection.check_constraints()
    checks = [name for name in get_commands() if name.startswith("rebuild_")]
    for name in [*checks, "verify_audit"]:
        options = [] if name == "verify_audit" else ["--check"]
        try:
            call_command(name, *options, verbosity=0)
        except CommandError as error:
            yield f"{name}: {error}"
    yield from misplaced()
    for article in Article.objects.order_by("?")[:200]:
        if clean(article.body) != article.body:
            yield f"Article {article.pk}: its text is not as cleaning leaves it."


def misplaced() -> Iterator[str]:
    """Of each edition whose interval is not what `lay_out` makes of the decisions."""
    for kind, lines in lines_by_kind():
        for line in lines:
            lay_out(line)
            for edition in line.changed():
                yield f"{kind} {edition.pk}: its interval is another than that of its line."


def lines_by_kind():
    documents = {each.pk: each for each in Document.objects.filter(kind="news.article")}
    pks = list(documents)
    for start in range(0, len(pks), 500):
        chunk = {pk: documents[pk] for pk in pks[start : start + 500]}
        yield "Article", read_lines(Article, chunk).values()
