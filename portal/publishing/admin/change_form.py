"""The page of an edition: a form for a draft that the person may change, else a page to read."""

from contextlib import nullcontext

from django.contrib.admin.utils import unquote
from django.db import transaction
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.publishing import clock
from portal.publishing.admin.buttons import BUTTONS_ON_A_NEW_FORM, buttons_for
from portal.publishing.admin.comparison import comparison
from portal.publishing.admin.gates import may_save, refuse_side_doors
from portal.publishing.admin.kept import CONFLICT
from portal.publishing.admin.previews import sentences_of_preview
from portal.publishing.admin.resubmitted import Resubmitted
from portal.publishing.admin.strip import strip_of
from portal.publishing.errors import Refused
from portal.publishing.forms import EditionForm
from portal.publishing.models import Document, Edition, lock_documents
from portal.publishing.preview_forms import PreviewForm
from portal.publishing.rights import desk_for
from portal.publishing.workflow import take


def was_public(edition: Edition) -> bool:
    first = edition.timeline.first_published_at
    return first is not None and first <= clock.now()


class EditionForms:
    """Mixin: the ordinary admin form around a draft, with nothing typed ever lost."""

    form = EditionForm
    change_form_template = "admin/publishing/change_form.html"
    reading_page_template = "admin/publishing/reading.html"
    # How readers get the text; a type gives its own. Variables: edition.
    text_template = "admin/publishing/text.html"
    rich_fields = ()
    save_on_top = False
    view_on_site = False

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        refuse_side_doors(request)
        request.refused = sentences_of_preview(request)
        try:
            return self.answer_form(request, object_id, form_url, extra_context)
        except Refused as error:
            # Once more, to show the sentences in the form with all that was typed.
            request.refused = error.sentences
            return self.answer_form(request, object_id, form_url, extra_context)

    def answer_form(self, request, object_id, form_url, extra_context):
        with transaction.atomic() if request.method == "POST" else nullcontext():
            if object_id is not None:
                request.stored = self.open(request, unquote(object_id))
                if not may_save(request.user, request.stored):
                    return self.answer_reading(request, request.stored)
            return super().changeform_view(request, object_id, form_url, extra_context)

    def answer_reading(self, request, edition):
        if request.method == "POST":
            return self.keep_typed(request, edition)
        return self.reading_page(request, edition)

    def open(self, request, pk) -> Edition:
        """The edition, for a POST under its document's lock until the transaction ends."""
        edition = self.get_object(request, pk)
        if request.method == "POST":
            lock_documents([edition.document_id])
            edition = self.get_object(request, pk)
        return edition

    # --- The form --------------------------------------------------------------------------------

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.user, form.refused = request.user, getattr(request, "refused", ())
        return form

    def get_fieldsets(self, request, obj=None):
        """What has changed is asked only where readers had something before."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or not self.model.declaration.has_page or not was_public(obj):
            return fieldsets
        return (*fieldsets, (_("What has changed"), {"fields": ("is_major", "change_note")}))

    def get_readonly_fields(self, request, obj=None):
        return ("language", *super().get_readonly_fields(request, obj)) if obj else ()

    def get_formset_kwargs(self, request, obj, inline, prefix):
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        if request.method == "POST" and obj.pk and self.began_elsewhere(request):
            data = Resubmitted(request.POST, request.FILES)
            formset_class = inline.get_formset(request, request.stored)
            stored = list(kwargs["queryset"].filter(edition=obj))
            data.rows(formset_class, prefix, stored, getattr(request, "part_keys", {}))
            kwargs |= {"data": data.data, "files": data.files}
        return kwargs

    def began_elsewhere(self, request) -> bool:
        return request.POST.get("version") != str(request.stored.version)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        form = context["adminform"].form
        context["title"] = str(request.stored) if change else context["title"]
        context["subtitle"] = None
        context["preview_form"] = PreviewForm(request.POST or None)
        if add:
            context["buttons"] = BUTTONS_ON_A_NEW_FORM
        else:
            context |= self.context_of(request, request.stored)
        if form.is_stale:
            formsets = [f.formset for f in context["inline_admin_formsets"]]
            context["comparison"] = comparison(form, formsets, request.stored, self.rich_fields)
        response = super().render_change_form(request, context, add, change, form_url, obj)
        if form.is_stale:
            response.status_code = CONFLICT
        return response

    # --- Saving ----------------------------------------------------------------------------------

    def save_form(self, request, form, change):
        edition = super().save_form(request, form, change)
        edition.changed_by = request.user
        return edition

    def save_model(self, request, obj, form, change):
        if not change:
            desk = desk_for(request.user, obj.section, obj.language)
            obj.document = self.new_document(owner=request.user, desk=desk)
            take("start", obj, by=request.user)

    def new_document(self, **fields) -> Document:
        """What an edition begun here is an edition of."""
        return Document(**fields)

    def save_related(self, request, form, formsets, change):
        """Whoever changed nothing did not write: the draft is stored, and the person becomes one
        of its authors, only for a difference.
        """
        if change and (form.has_changed() or any(f.has_changed() for f in formsets)):
            form.instance.save()
        super().save_related(request, form, formsets, change)

    # The audit is the history: Django's own log would be a second, of other rights.

    def log_addition(self, request, obj, message):
        pass

    def log_change(self, request, obj, message):
        pass

    # --- Reading ---------------------------------------------------------------------------------

    def reading_page(self, request, edition, **context):
        context = {
            **self.admin_site.each_context(request),
            "title": str(edition),
            "opts": self.opts,
            "preview_form": PreviewForm(),
            **self.context_of(request, edition),
            **context,
        }
        return TemplateResponse(request, self.reading_page_template, context)

    def context_of(self, request, edition) -> dict:
        return {
            "edition": edition,
            "strip": strip_of(edition, request.user),
            "buttons": buttons_for(edition, request.user),
            "text_template": self.text_template,
            "take_url_name": self.url_name("take"),
            "compare_url_name": self.url_name("compare"),
            "history_url": reverse(self.url_name("history"), args=[edition.pk]),
            "preview_url": reverse(self.url_name("preview"), args=[edition.pk]),
            "tools": self.tools(request, edition),
        }

    def tools(self, request, edition) -> list[tuple]:
        """What else a type offers at the top of the page: pairs of words and an address."""
        return []
