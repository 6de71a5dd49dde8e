"""What refuses a redirect: a page at its address, another redirect, a chain, a circle."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from portal import languages
from portal.publishing.models import Entry
from portal.redirects.models import Redirect
from portal.redirects.paths import EVERY, LEFT_ALONE, OUTSIDE, Old, split
from portal.redirects.standing import has_route, variants

FROM, TO = "from", "to"


class Judge:
    """Looks at rows (`planning.Row`) beside each other and beside all that stands."""

    def __init__(self, rows: list, live: dict[Old, Entry]):
        self.live = live
        self.lines: dict[Old, int] = {}
        for row in rows:
            self.lines.setdefault(row.old, row.line)
        wanted = {way for row in rows for way in (row.old, *ways_from(row.to_old))}
        standing = Redirect.objects.standing().select_related("document")
        self.standing = {each.old: each for each in standing.for_addresses(wanted)}
        self.coming = {row.old: row.redirect for row in reversed(rows)}
        self.leading = self.leading_to({row.old for row in rows})

    def leading_to(self, olds: set[Old]) -> dict[Old, Redirect]:
        """Standing redirects to addresses of this site, by the address they lead to."""
        found = {}
        for each in Redirect.objects.standing().filter(to_address__startswith="/"):
            if target := next((way for way in ways_from(end_of(each)) if way in olds), None):
                found[target] = each
        return found

    def is_there_already(self, row) -> bool:
        there = self.standing.get(row.old)
        return there is not None and target_of(there) == target_of(row.redirect)

    def faults_of(self, row) -> Iterator[tuple[str, str]]:
        """The first of each field: its name, and a sentence that says what to do."""
        if sentence := self.against_from(row):
            yield FROM, sentence
        if sentence := self.against_to(row):
            yield TO, sentence

    def against_from(self, row) -> str:
        old = row.old
        if self.lines[old] != row.line:
            words = _("Line %(line)s names this address as well. Leave one of the two.")
            return words % {"line": self.lines[old]}
        if there := self.standing.get(old):
            words = _("This address leads to %(target)s already. Undo that redirect first.")
            return words % {"target": in_words(there)}
        if f"{str(old).rstrip('/')}/".startswith(LEFT_ALONE):
            return _("This is an address of the site’s machinery, which is never redirected.")
        if self.is_taken(old):
            return _("There is a page at this address. Only addresses that are no more lead on.")
        if before := self.leading.get(old):
            words = _("“%(before)s” leads here. Undo it, and let it lead to the end at once.")
            return words % {"before": before.old}
        return ""

    def is_taken(self, old: Old) -> bool:
        return any(one in self.live for one in variants(old)) or has_route(old)

    def against_to(self, row) -> str:
        if row.to_old is None:
            return ""
        way, last = [row.old], row.redirect
        while following := self.following(end_of(last)):
            if following.old in way:
                way = [*way[way.index(following.old) :], following.old]
                words = _("This leads round in a circle: %(way)s.")
                return words % {"way": " → ".join(map(str, way))}
            way.append(following.old)
            last = following
        if len(way) > 1:
            words = _("“%(address)s” is a redirect itself. Write where it leads: %(target)s.")
            return words % {"address": row.to_old, "target": in_words(last)}
        if row.redirect.to_address and not has_route(row.to_old):
            words = _(
                "There is no page at “%(address)s”. Write an address that opens, or a number."
            )
            return words % {"address": row.to_old}
        return ""

    def following(self, old: Old | None) -> Redirect | None:
        """The redirect that answers at this address, standing or coming."""
        for way in ways_from(old):
            if found := self.coming.get(way) or self.standing.get(way):
                return found
        return None


def ways_from(old: Old | None) -> list[Old]:
    """The names under which a redirect may stand for this address, the nearest first."""
    if old is None:
        return []
    return [old] if old.language in (EVERY, OUTSIDE) else [old, Old(EVERY, old.path)]


def end_of(redirect: Redirect) -> Old | None:
    """The address of this site that it leads to, if that is its target and no document."""
    if not redirect.to_address.startswith("/"):
        return None
    return split(redirect.to_address.partition("?")[0])


def target_of(redirect: Redirect) -> tuple:
    return redirect.document_id, redirect.to_language, redirect.to_address


def in_words(redirect: Redirect) -> str:
    """The target as one can write it."""
    if redirect.to_address:
        return redirect.to_address
    language = redirect.to_language and f" {languages.prefix(redirect.to_language)}"
    return f"{redirect.document.number or '–'}{language}"
