"""A save of what is no draft any more: the typed text is shown, and can go into a new draft."""

from django import forms
from django.contrib.admin.utils import flatten_fieldsets
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.publishing.admin.resubmitted import Resubmitted
from portal.publishing.errors import Refused
from portal.publishing.models import State
from portal.publishing.preflight import Preflight
from portal.publishing.rights import can
from portal.publishing.workflow import take

CONFLICT = 409
# Of the page that was sent, what is no typed text.
NOT_TYPED = {"csrfmiddlewaretoken", "_take", "_save", "_continue", "_preview", "_addanother"}


class KeptWords:
    def keep_typed(self, request, edition):
        """The reading page with all that was typed. Pictures are taken in, so they last."""
        form = self.typed_form(request, edition)
        rows = [row for formset in self.typed_formsets(request, edition) for row in formset.forms]
        context = {"not_saved": why_not(request.user, edition), "typed": texts([form, *rows])}
        flight = Preflight(edition, request.user)
        if not flight.obstacles(flight.next_draft_verb):
            context["carried"] = carried(request.POST, rows)
            context["carry_url"] = reverse(self.url_name("carry"), args=[edition.pk])
        response = self.reading_page(request, edition, **context)
        response.status_code = CONFLICT
        return response

    def typed_form(self, request, edition):
        """The form as if the edition were a draft, never to be saved."""
        fields = flatten_fieldsets(self.get_fieldsets(request, edition))
        form_class = self.get_form(request, fields=fields)
        return form_class(request.POST, request.FILES, instance=edition)

    def typed_formsets(self, request, edition):
        for inline in self.get_inline_instances(request):
            formset_class = inline.get_formset(request)
            prefix = formset_class.get_default_prefix()
            formset = formset_class(request.POST, request.FILES, edition, prefix=prefix)
            formset.is_valid()
            yield formset

    def carry_view(self, request, object_id):
        """Begin the next draft and save into it what was typed for an edition that is closed."""
        edition = self.get_object(request, object_id)
        try:
            with transaction.atomic():
                verb = Preflight(edition, request.user).next_draft_verb
                draft = take(verb, edition, by=request.user)
                request.POST = self.fitted(request, edition, draft)
                return self.changeform_view(request, str(draft.pk), self.change_url(draft))
        except Refused:
            return self.keep_typed(request, edition)

    def fitted(self, request, edition, draft):
        """What was posted for `edition`, as if `draft` had been on the screen."""
        posted = Resubmitted(request.POST, request.FILES)
        for inline in self.get_inline_instances(request):
            formset_class = inline.get_formset(request)
            parts = formset_class.model.objects
            keys = {
                str(pk): key for pk, key in parts.filter(edition=edition).values_list("pk", "key")
            }
            stored = list(parts.filter(edition=draft))
            posted.rows(formset_class, formset_class.get_default_prefix(), stored, keys)
        posted.data["version"] = str(draft.version)
        posted.data["_continue"] = "1"
        return posted.data


def why_not(user, edition) -> str:
    if not can(user, "save", edition):
        return _("You may read this text, but your role does not let you change it.")
    if edition.state == State.IN_REVIEW:
        return _(
            "This edition went into review meanwhile, and nobody changes a text that is read. "
            "Take it back, then put in your words from below."
        )
    if edition.state == State.DISCARDED:
        return _("This draft was discarded meanwhile. Your words can go into the next draft.")
    return _(
        "This edition was approved meanwhile and stays as it is. Your words can go into the next "
        "draft."
    )


def texts(forms) -> list[dict]:
    """What a person typed, field by field, to be copied."""
    return [
        {"label": field.label, "text": field.value(), "id": f"typed_{field.html_name}"}
        for form in forms
        for field in form
        if is_typed(field) and isinstance(field.value(), str) and field.value().strip()
    ]


def is_typed(field) -> bool:
    """Words and dates; not what is chosen, nor what the form carries along unseen."""
    return isinstance(field.field, (forms.CharField, forms.DateField))


def carried(posted, rows) -> list[tuple[str, str]]:
    """Names and values for the hidden fields that take the typed text along."""
    values = {name: posted.getlist(name) for name in posted if name not in NOT_TYPED}
    for row in rows:
        name = getattr(row, "holds", "")  # a picture or a file, taken in meanwhile
        held = getattr(row, "cleaned_data", {}).get(name)
        if held is not None:
            values[row.add_prefix(name)] = [str(held.pk)]
    return [(name, value) for name, found in values.items() for value in found]
