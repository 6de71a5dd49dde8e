"""The history of a document: the rows of its audit, the newest first, in plain words."""

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta

from django.contrib.admin.utils import unquote
from django.core.paginator import Paginator
from django.template.response import TemplateResponse
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from portal import languages
from portal.publishing import clock
from portal.publishing.admin.in_words import in_words
from portal.publishing.models import Answer, Audit, Edition, Entry
from portal.publishing.past import address
from portal.publishing.verbs import VERBS
from portal.publishing.words import spoken

ROWS_A_PAGE = 100
# As details hold one: with its zone.
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)", re.ASCII)
# Moments that a step decided, by their name in the details of its row.
DECIDED = {
    "live_from": gettext_noop("live from %(moment)s"),
    "ends_at": gettext_noop("ends %(moment)s"),
}
# Besides, word for word.
SAID = {
    "unscheduled": gettext_noop("edition %(value)s unscheduled"),
    "author": gettext_noop("written by %(value)s"),
    "published_by": gettext_noop("published urgently by %(value)s"),
    "notice": gettext_noop("with the notice “%(value)s”"),
    "target": gettext_noop("leads on to document %(value)s"),
    "from_path": gettext_noop("from “%(value)s”"),
    "to_path": gettext_noop("to “%(value)s”"),
}
# What happens to a document besides the steps of its editions.
BESIDES = {"move": gettext_noop("moved in the tree"), "undo": gettext_noop("moved back")}


def what_was_done(row: Audit) -> str:
    verb = VERBS.get(row.verb)
    words = [str(verb.done) if verb else _(BESIDES.get(row.verb, row.verb))]
    if "based_on" in row.details:
        words[0] += " " + _("(from edition %(number)s)") % {"number": row.details["based_on"]}
    for name, phrase in DECIDED.items():
        if name in row.details:
            moment = spoken(parse_datetime(row.details[name]))
            words.append(_(phrase) % {"moment": moment})
    for name, phrase in SAID.items():
        if name in row.details:
            words.append(_(phrase) % {"value": row.details[name]})
    return ", ".join(words)


def said_besides(row: Audit) -> list[str]:
    """Details of a step that no phrase above knows, so that nothing recorded stays unseen; but
    keys of rows, which are for machines.
    """
    known = {"based_on", "answer", *DECIDED, *SAID}
    told = []
    if answer := row.details.get("answer"):
        told.append(_("The address answers: %(answer)s.") % {"answer": label_of(Answer, answer)})
    for name, value in row.details.items():
        is_for_people = name not in known and not name.endswith("_id")
        if is_for_people and value not in (None, "", [], {}):
            told.append(f"{name.replace('_', ' ')}: {detail_in_words(value)}")
    return told


def label_of(choices, value) -> str:
    return str(dict(choices.choices).get(value, value))


def detail_in_words(value) -> str:
    if isinstance(value, dict):
        pairs = (f"{name}: {detail_in_words(each)}" for name, each in value.items())
        return ", ".join(pairs)
    if isinstance(value, list):
        return ", ".join(map(detail_in_words, value))
    if isinstance(value, str) and MOMENT.fullmatch(value):
        with suppress(ValueError):  # no such day
            return in_words(parse_datetime(value))
    return in_words(value)


def took_effect_at(row: Audit) -> datetime | None:
    """When the public saw what this step decided, as the end of that second; None of other steps
    and while it lies ahead.
    """
    publishes = row.verb in VERBS and VERBS[row.verb].publishes
    if not publishes and row.verb != "withdraw":
        return None
    decided = row.details.get("live_from" if publishes else "ends_at")
    at = parse_datetime(decided) if decided else row.at
    if at is None:  # no moment: the row was written by hand
        return None
    at = at.replace(microsecond=0) + timedelta(seconds=bool(at.microsecond))
    return at if at <= clock.now() else None


def ways_to_past(edition: Edition, rows: Iterable[Audit]) -> dict[int, str]:
    """By sequence of the row: the page as it stood when that step had taken effect. What has no
    page of its own is looked at on the home page. One query.
    """
    entries = Entry.objects.filter(document=edition.document_id)
    columns = entries.values_list("language", "edition_number", "path")
    paths = {(code, number): path for code, number, path in columns}
    found = {}
    for row in rows:
        name, at = (row.language, row.edition_number), took_effect_at(row)
        if name in paths and at:
            path = paths[name] if edition.declaration.has_page else ""
            found[row.sequence] = address(at, languages.localise(row.language, path))
    return found


class Histories:
    def history_view(self, request, object_id, extra_context=None):
        edition = self.get_object(request, unquote(object_id))
        rows = Audit.objects.filter(document=edition.document_id).order_by("-sequence")
        page = Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("p"))
        known = type(edition).objects.filter(document=edition.document_id)
        past = ways_to_past(edition, page)
        by_name = {(e.language, e.number): e for e in known.only("language", "number")}
        context = {
            **self.admin_site.each_context(request),
            "title": _("History: %(title)s") % {"title": edition},
            "opts": self.opts,
            "edition": edition,
            "page": page,
            "change_url_name": self.url_name("change"),
            "compare_url_name": self.url_name("compare"),
            "rows": [
                {
                    "audit": row,
                    "what": what_was_done(row),
                    "language": row.language and languages.native_name(row.language),
                    "edition": by_name.get((row.language, row.edition_number)),
                    "before": by_name.get((row.language, row.edition_number - 1)),
                    "besides": said_besides(row),
                    "past_url": past.get(row.sequence, ""),
                }
                for row in page
            ],
        }
        return TemplateResponse(request, "admin/publishing/history.html", context)
