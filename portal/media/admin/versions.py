"""The page on which a new version takes the place of a picture or a file."""

from django.contrib import messages
from django.forms import ValidationError
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.media.replacing import obstacles_to_replacing, replace
from portal.media.where import Places, places_of


def version_view(library, request, kept):
    """All public uses come first, then what refuses it, or else the form."""
    form = library.version_form(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        (field,) = form.fields
        try:
            replace(kept, form.cleaned_data[field], request.user)
        except ValidationError as error:
            form.add_error(field, error)
        else:
            messages.success(request, _("The new version is in place wherever it is shown."))
            page = reverse(library.url_name("change"), args=[kept.pk])
            return HttpResponseRedirect(page)
    context = {
        **library.admin_site.each_context(request),
        "title": _("New version"),
        "opts": library.opts,
        "kept": kept,
        **places_context(places_of(kept, request.user)),
        "refused": obstacles_to_replacing(kept, request.user),
        "form": form,
        "change_url": reverse(library.url_name("change"), args=[kept.pk]),
    }
    return TemplateResponse(request, "admin/media/version.html", context)


def places_context(places: Places) -> dict:
    return {"places": places, "own": [(edition, page_of(edition)) for edition in places.own]}


def page_of(edition) -> str:
    opts = edition._meta
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[edition.pk])
