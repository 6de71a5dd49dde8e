"""A secret address under which one saved edition is seen, now or at a moment to come."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import get_script_prefix
from django.utils.translation import gettext as _

from portal import languages
from portal.publishing import clock
from portal.publishing.forms import PreviewForm
from portal.publishing.models import Preview
from portal.publishing.words import spoken


def sentences_of_preview(request) -> list[str]:
    """What is wrong with the moment asked for, if a preview is asked for."""
    if "_preview" not in request.POST:
        return []
    form = PreviewForm(request.POST)
    if not form.is_valid():
        return form.errors["preview_at"]
    at = form.cleaned_data["preview_at"]
    if at and at < clock.now():
        return [
            _("%(moment)s has passed. Choose a moment to come for the preview, or none.")
            % {"moment": spoken(at)}
        ]
    return []


class Previews:
    def preview_view(self, request, object_id):
        edition = self.get_object(request, object_id)
        if sentences := sentences_of_preview(request):
            for sentence in sentences:
                messages.error(request, sentence)
            return HttpResponseRedirect(self.change_url(edition))
        return self.redirect_to_preview(request, edition)

    def redirect_to_preview(self, request, edition):
        form = PreviewForm(request.POST)
        form.is_valid()  # asked before, see `sentences_of_preview`
        token = Preview.issue(edition, request.user, form.cleaned_data["preview_at"])
        prefix = languages.prefix(edition.language)
        address = f"{get_script_prefix()}preview/{token}/{prefix}/{edition.path}"
        return HttpResponseRedirect(address)
