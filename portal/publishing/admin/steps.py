"""The verbs of one edition: buttons post, and where there are consequences a page asks first."""

from django.contrib import messages
from django.http import Http404, HttpResponseNotAllowed, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from portal import languages
from portal.publishing.admin.badges import badge
from portal.publishing.models import Entry
from portal.publishing.preflight import BEGINS_WITHOUT_AN_EDITION, Preflight
from portal.publishing.step_forms import StepForm
from portal.publishing.verbs import VERBS, Verb
from portal.publishing.words import spoken
from portal.publishing.workflow import take_all

MOST_LINKS = 50
SHOWS_THE_TEXT = {"approve", "urgent", "confirm", "send_back"}
ASKS_WHAT_WAS_SEEN = {"approve", "urgent"}


def verb_or_404(name: str) -> Verb:
    if name not in VERBS or name in BEGINS_WITHOUT_AN_EDITION:
        raise Http404
    return VERBS[name]


def said(verb: Verb, edition) -> str:
    """What just happened, for the message on the next page."""
    sentence = capfirst(
        _("%(done)s: “%(title)s”, edition %(number)s.")
        % {"done": verb.done, "title": edition, "number": edition.number}
    )
    if verb.publishes or verb.name == "reschedule":
        sentence += " " + _("Public from %(moment)s.") % {"moment": spoken(edition.live_from)}
    return sentence


class Steps:
    def take_view(self, request, object_id, verb):
        edition = self.get_object(request, object_id)
        verb = verb_or_404(verb)
        if request.method == "POST":
            return self.take_step(request, edition, verb, request.POST)
        if not verb.asks:
            return HttpResponseNotAllowed(["POST"])
        flight = Preflight(edition, request.user)
        form = StepForm(verb, languages=languages_to_choose(verb, flight))
        return self.step_page(request, flight, verb, form)

    def take_step(self, request, edition, verb, data):
        flight = Preflight(edition, request.user)
        form = StepForm(verb, data, languages=languages_to_choose(verb, flight))
        if not form.is_valid():
            return self.step_page(request, flight, verb, form)
        outcome = take_all(
            verb.name,
            [edition],
            by=request.user,
            seen={edition.pk: data.get("seen", "")},
            answers=data.getlist("answers"),
            **form.options(),
        )
        if outcome.done:
            messages.success(request, said(verb, outcome.done[0]))
            return HttpResponseRedirect(self.change_url(outcome.done[0]))
        return self.refused(request, edition, verb, form, outcome.refused[0])

    def refused(self, request, edition, verb, form, refusal):
        if not verb.asks:
            for sentence in refusal.sentences:
                messages.error(request, sentence)
            return HttpResponseRedirect(self.change_url(edition))
        form.refuse(refusal.obstacles)
        # Read anew: the page shows what stands now, and the fingerprint of just that.
        flight = Preflight(self.get_object(request, edition.pk), request.user)
        return self.step_page(request, flight, verb, form)

    def step_page(self, request, flight, verb, form):
        edition = flight.edition
        at = form.cleaned_data.get("at") if form.is_bound else None
        obstacles = flight.obstacles(verb.name, at=at)
        questions = [obstacle for obstacle in obstacles if obstacle.is_question]
        hard = [str(obstacle) for obstacle in obstacles if not obstacle.is_question]
        context = {
            **self.admin_site.each_context(request),
            "title": f"{verb.label}: {edition}",
            "opts": self.opts,
            "edition": edition,
            "verb": verb,
            "form": form,
            "questions": questions,
            "given": request.POST.getlist("answers"),
            # Once posted, the same sentences stand in the form.
            "sentences": [] if form.is_bound else hard,
            "is_refused": bool(hard),
            "badge": badge(flight.word, edition),
            "text_template": self.text_template if verb.name in SHOWS_THE_TEXT else "",
            "seen": edition.content_hash if verb.name in ASKS_WHAT_WAS_SEEN else "",
            "linked_from": linked_from(edition) if verb.name == "withdraw" else None,
            "changes": self.changes_in(request, edition) if verb.name in SHOWS_THE_TEXT else None,
            "compare_url_name": self.url_name("compare"),
            "change_url": self.change_url(edition),
        }
        return TemplateResponse(request, "admin/publishing/step.html", context)

    # --- From the form of a draft ----------------------------------------------------------------

    def response_add(self, request, obj, post_url_continue=None):
        return self.after_saving(request, obj) or super().response_add(request, obj)

    def response_change(self, request, obj):
        return self.after_saving(request, obj) or super().response_change(request, obj)

    def after_saving(self, request, edition):
        """The draft is saved; now what the button that saved it was about."""
        if "_preview" in request.POST:
            return self.redirect_to_preview(request, edition)
        if name := request.POST.get("_take"):
            verb = verb_or_404(name)
            if verb.asks:
                return HttpResponseRedirect(self.take_url(edition, verb))
            return self.take_step(request, edition, verb, QueryDict())
        return None


def languages_to_choose(verb: Verb, flight: Preflight) -> list[tuple[str, str]]:
    """Those that are free; why others are not, the page's sentences say."""
    if verb.name != "translate":
        return []
    free = [code for code in flight.other_languages if not flight.obstacles("translate", code)]
    return [(code, languages.native_name(code)) for code in free]


def linked_from(edition) -> list[Entry]:
    """Public texts that link to this document: their links will be plain words."""
    entries = Entry.objects.live().filter(references__document=edition.document_id)
    return list(entries.newest_first()[:MOST_LINKS])
