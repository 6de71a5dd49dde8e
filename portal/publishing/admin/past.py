"""The way into the time machine: which moment, and which page of it."""

from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from portal.publishing import past
from portal.publishing.rights import works_on_contents


class PastForm(forms.Form):
    moment = forms.CharField(
        label=_("moment"),
        max_length=40,
        help_text=_("Day and time as the site’s clock shows them."),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local", "step": 1}),
    )
    page = forms.CharField(
        label=_("page"),
        max_length=2_000,
        required=False,
        help_text=_("Its address, such as /en/news/. Left empty: the home page."),
    )

    def clean_moment(self):
        try:
            return past.moment_of(self.cleaned_data["moment"])
        except past.NoSuchPast as error:
            raise ValidationError(str(error)) from error

    def clean_page(self):
        """Of a whole address, as one copies it, what stands behind the site's name."""
        try:
            found = urlsplit(self.cleaned_data["page"])
        except ValueError as error:
            raise ValidationError(_("This is no address. Copy it from the browser.")) from error
        query = f"?{found.query}" if found.query else ""
        return f"/{found.path.lstrip('/')}{query}"

    @property
    def address(self) -> str:
        """Of the page as it stood at the moment."""
        return past.address(self.cleaned_data["moment"], self.cleaned_data["page"])


def past_view(site, request):
    if not works_on_contents(request.user):
        raise PermissionDenied
    form = PastForm(request.GET if "moment" in request.GET else None)
    if form.is_valid():
        return HttpResponseRedirect(form.address)
    if form.is_bound:
        # What is wrong with it is seen as it was written, and put right.
        form.fields["moment"].widget = forms.TextInput()
    context = site.each_context(request) | {"title": _("The site as it stood"), "form": form}
    return TemplateResponse(request, "admin/publishing/past.html", context)
