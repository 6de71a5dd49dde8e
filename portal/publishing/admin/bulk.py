"""One verb for several rows of the list: asked first where it has consequences, told after."""

from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.template.response import TemplateResponse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.publishing import clock
from portal.publishing.models import Edition
from portal.publishing.preflight import Preflight
from portal.publishing.step_forms import StepForm
from portal.publishing.verbs import VERBS, Verb
from portal.publishing.workflow import take_all

MOST_AT_ONCE = 100
CHOOSE = "Select this object for an action - {}"  # Django's own words, in its catalogues
IN_BULK = {
    "submit": gettext_lazy("Submit the chosen texts for review"),
    "recall": gettext_lazy("Take the chosen texts back from review"),
    "send_back": gettext_lazy("Send the chosen texts back"),
    "approve": gettext_lazy("Approve the chosen texts"),
    "unschedule": gettext_lazy("Unschedule the chosen texts"),
    "withdraw": gettext_lazy("Withdraw the chosen texts"),
    "discard": gettext_lazy("Discard the chosen drafts"),
}


class BulkSteps:
    """Mixin for an admin of editions: its only actions are verbs."""

    actions_selection_counter = False  # it offers "all pages", which nobody can look through

    def get_actions(self, request):
        return {name: (bulk_action(VERBS[name]), name, text) for name, text in IN_BULK.items()}

    def action_checkbox(self, obj):
        """As Django's, without a widget and its template for each row: a sixth of the page."""
        return format_html(
            '<input type="checkbox" name="{}" value="{}" class="action-select" aria-label="{}">',
            ACTION_CHECKBOX_NAME,
            obj.pk,
            _(CHOOSE).format(obj),
        )

    def take_in_bulk(self, request, verb: Verb, heads):
        if request.POST.get("select_across") == "1" or heads.count() > MOST_AT_ONCE:
            sentence = _("Choose at most %(most)s texts at once.") % {"most": MOST_AT_ONCE}
            messages.error(request, sentence)
            return None
        meant = meant_by(verb, list(self.model.objects.whole().filter(pk__in=heads)))
        editions = list(meant.values())
        is_confirmed = "confirmed" in request.POST or not verb.asks
        form = StepForm(verb, request.POST if "confirmed" in request.POST else None)
        if not is_confirmed or (form.is_bound and not form.is_valid()):
            return self.bulk_page(request, verb, form, meant)
        outcome = take_all(
            verb.name,
            editions,
            by=request.user,
            seen={edition.pk: request.POST.get(f"seen-{edition.pk}", "") for edition in editions},
            answers=request.POST.getlist("answers"),
            **(form.options() if form.is_bound else {}),
        )
        if verb.asks and not outcome.done:
            return self.bulk_page(request, verb, form, meant, outcome.refused)
        context = {"title": _("%(verb)s: what was done") % {"verb": verb.label}}
        context |= {"done": outcome.done, "refused": outcome.refused, "verb": verb}
        return self.bulk_answer(request, "admin/publishing/bulk_done.html", context)

    def bulk_page(self, request, verb, form, meant, refused=()):
        sentences = {refusal.edition.pk: refusal.sentences for refusal in refused}
        obstacles = {e.pk: Preflight(e, request.user).obstacles(verb.name) for e in meant.values()}
        asked = [o for found in obstacles.values() for o in found if o.is_question]
        asked += [o for refusal in refused for o in refusal.obstacles if o.is_question]
        rows = [
            {
                "chosen": head,
                "edition": edition,
                "seen": edition.content_hash if verb.name == "approve" else "",
                "sentences": sentences.get(edition.pk)
                or [str(o) for o in obstacles[edition.pk] if not o.is_question],
            }
            for head, edition in meant.items()
        ]
        context = {
            "title": IN_BULK[verb.name],
            "verb": verb,
            "form": form,
            "rows": rows,
            "questions": list({o.sentence: o for o in asked}.values()),
            "given": request.POST.getlist("answers"),
            "checkbox_name": ACTION_CHECKBOX_NAME,
            "text_template": self.text_template,
        }
        return self.bulk_answer(request, "admin/publishing/bulk.html", context)

    def bulk_answer(self, request, template, context):
        context |= {**self.admin_site.each_context(request), "opts": self.opts, **context}
        context |= {"change_url_name": self.url_name("change")}
        context |= {"compare_url_name": self.url_name("compare")}
        return TemplateResponse(request, template, context)


def bulk_action(verb: Verb):
    def action(model_admin, request, queryset):
        return model_admin.take_in_bulk(request, verb, queryset)

    return action


def meant_by(verb: Verb, heads: list[Edition]) -> dict[int, Edition]:
    """By pk of the head. A row of the list is a timeline: what is withdrawn of it is live, what
    is unscheduled is to come, even where a draft stands at its head.
    """
    found = {
        "withdraw": lambda editions: editions.live(clock.now()),
        "unschedule": lambda editions: editions.filter(live_from__gt=clock.now()),
    }.get(verb.name)
    meant = {}
    if found and heads:
        timelines = [head.timeline_id for head in heads]
        editions = found(type(heads[0]).objects.whole()).filter(timeline__in=timelines)
        meant = {edition.timeline_id: edition for edition in editions}
    return {head.pk: meant.get(head.timeline_id, head) for head in heads}
