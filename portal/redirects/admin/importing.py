"""The page on which a file of redirects is checked and brought in."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.redirects.admin.forms import ImportForm
from portal.redirects.files import Unreadable
from portal.redirects.importing import read_and_make

MOST_FAULTS = 200  # shown on one page


def import_view(page, request):
    """`page` is the admin. "check" looks only; without it, a file without faults is brought in."""
    form = ImportForm(request.POST or None, request.FILES or None)
    found = None
    if request.method == "POST" and form.is_valid():
        is_checking = "check" in request.POST
        table = form.cleaned_data["table"]
        try:
            found = read_and_make(
                table.read(),
                table.name,
                request.user,
                hosts=form.cleaned_data["hosts"],
                write=not is_checking,
            )
        except Unreadable as error:
            form.add_error("table", str(error))
        if found and not found.faults and not is_checking:
            messages.success(request, said(found))
            return HttpResponseRedirect(reverse("admin:redirects_redirect_changelist"))
    context = {
        **page.admin_site.each_context(request),
        "title": _("Bring in redirects"),
        "opts": page.opts,
        "form": form,
        "found": found,
        "faults": found.faults[:MOST_FAULTS] if found else [],
    }
    return TemplateResponse(request, "admin/redirects/import.html", context)


def said(found) -> str:
    made = ngettext(
        "%(count)s redirect was made.", "%(count)s redirects were made.", len(found.redirects)
    ) % {"count": len(found.redirects)}
    stood = _("Standing already: %(count)s.") % {"count": found.unchanged}
    return f"{made} {stood}"
