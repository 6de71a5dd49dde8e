"""From what was written to redirects: everything is checked before anything is made."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from portal.documents import kinds_with_a_page
from portal.publishing.models import Document
from portal.redirects.judging import FROM, TO, Judge
from portal.redirects.models import Redirect
from portal.redirects.paths import OUTSIDE, Old, split
from portal.redirects.standing import live_entries
from portal.redirects.written import (
    Hosts,
    elsewhere_named,
    number_named,
    old_named,
    own_parts,
    path_of,
)
from portal.richtext.references import normal

CHUNK = 1_000


@dataclass(frozen=True)
class Wish:
    """What somebody wrote: from where, to where, and on which line of a file."""

    from_text: str
    to_text: str
    line: int = 0


@dataclass(frozen=True)
class Fault:
    line: int
    field: str
    sentence: str


@dataclass
class Row:
    """A wish that is understood. `to_old` is its target where that is an address of this site."""

    line: int
    redirect: Redirect
    number: int | None = None
    to_old: Old | None = None

    @property
    def old(self) -> Old:
        return self.redirect.old


@dataclass
class Plan:
    """What a set of wishes comes to. With faults nothing is made."""

    redirects: list[Redirect] = field(default_factory=list)
    unchanged: int = 0  # those that stand already and lead to the same
    faults: list[Fault] = field(default_factory=list)
    encoding: str = ""  # of the file that it was read from


def plan(wishes: Iterable[Wish], hosts: Hosts = frozenset()) -> Plan:
    """Call inside `making.alone()` if something is to be made of it."""
    made = Plan()
    rows = list(understood(wishes, hosts, made.faults))
    rows = list(with_documents(rows, made.faults))
    live = live_entries(old for row in rows for old in (row.old, row.to_old) if old)
    for row in rows:
        lead_to_the_document(row, live)
    judge = Judge(rows, live)
    for row in rows:
        if judge.is_there_already(row):
            made.unchanged += 1
        elif faults := list(judge.faults_of(row)):
            made.faults += [Fault(row.line, name, sentence) for name, sentence in faults]
        else:
            made.redirects.append(row.redirect)
    made.faults.sort(key=lambda fault: fault.line)
    return made


def understood(wishes: Iterable[Wish], hosts: Hosts, faults: list[Fault]) -> Iterator[Row]:
    for wish in wishes:
        row = Row(wish.line, Redirect())
        steps = ((FROM, read_from, wish.from_text), (TO, read_to, wish.to_text))
        clear = True
        for name, read, text in steps:
            try:
                read(row, text, hosts)
            except ValidationError as error:
                clear = False
                faults.append(Fault(wish.line, name, " ".join(error.messages)))
        if clear:
            yield row


def read_from(row: Row, text: str, hosts: Hosts) -> None:
    row.redirect.language, row.redirect.path = old_named(text, hosts)


def read_to(row: Row, text: str, hosts: Hosts) -> None:
    if not text.strip():
        raise ValidationError(_("Say where it leads."))
    reference = (normal(text) or "").partition("document:")[2]
    if named := number_named(reference or text):
        row.number, row.redirect.to_language = named
        return
    parts = own_parts(text, hosts)
    path = parts and path_of(parts)
    if path and path.startswith("/"):
        row.to_old = split(path)
        own = path if row.to_old.language == OUTSIDE else str(row.to_old)
        row.redirect.to_address = f"{own}?{parts.query}" if parts.query else own
    else:
        row.redirect.to_address = elsewhere_named(text)


def with_documents(rows: list[Row], faults: list[Fault]) -> Iterator[Row]:
    numbers = sorted({row.number for row in rows if row.number})
    documents = {}
    for start in range(0, len(numbers), CHUNK):
        chosen = Document.objects.filter(number__in=numbers[start : start + CHUNK])
        documents |= {d.number: d for d in chosen.filter(kind__in=kinds_with_a_page())}
    for row in rows:
        if row.number and row.number not in documents:
            sentence = _("No document has the number %(number)s.") % {"number": row.number}
            faults.append(Fault(row.line, TO, sentence))
            continue
        row.redirect.document = documents.get(row.number)
        yield row


def lead_to_the_document(row: Row, live: dict) -> None:
    """An address at which a document is live stands for the document, which may move."""
    entry = live.get(row.to_old)
    if entry is not None:
        row.redirect.document, row.redirect.to_address = entry.document, ""
        row.redirect.to_language = entry.language
    if row.redirect.to_language == row.redirect.language:
        row.redirect.to_language = ""
