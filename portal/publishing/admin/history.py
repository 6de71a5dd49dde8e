"""The history of a document: the rows of its audit, the newest first, in plain words."""

from django.contrib.admin.utils import unquote
from django.core.paginator import Paginator
from django.template.response import TemplateResponse
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from portal import languages
from portal.publishing.models import Audit
from portal.publishing.verbs import VERBS
from portal.publishing.words import spoken

ROWS_A_PAGE = 100
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
}


def what_was_done(row: Audit) -> str:
    verb = VERBS.get(row.verb)
    words = [str(verb.done) if verb else row.verb]
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


class Histories:
    def history_view(self, request, object_id, extra_context=None):
        edition = self.get_object(request, unquote(object_id))
        rows = Audit.objects.filter(document=edition.document_id).order_by("-sequence")
        page = Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("p"))
        known = type(edition).objects.filter(document=edition.document_id)
        by_name = {(e.language, e.number): e for e in known.only("language", "number")}
        context = {
            **self.admin_site.each_context(request),
            "title": _("History: %(title)s") % {"title": edition},
            "opts": self.opts,
            "edition": edition,
            "page": page,
            "change_url_name": self.url_name("change"),
            "rows": [
                {
                    "audit": row,
                    "what": what_was_done(row),
                    "language": languages.native_name(row.language),
                    "edition": by_name.get((row.language, row.edition_number)),
                }
                for row in page
            ],
        }
        return TemplateResponse(request, "admin/publishing/history.html", context)
