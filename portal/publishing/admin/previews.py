"""A saved edition as its readers will see it, in a frame of the desk, and links to give away."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import get_script_prefix, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal import languages
from portal.publishing import clock, frames
from portal.publishing.models import Preview
from portal.publishing.preview_forms import LinkForm, PreviewForm, PreviewOnPageForm

MOMENT = ("preview_at_0", "preview_at_1")
PAGE = "preview_page"
MOST_PAST_LINKS = 20


@dataclass(frozen=True)
class Frame:
    """A screen to look through, in CSS pixels."""

    name: str
    label: Promise
    width: int
    height: int


FRAMES = {
    frame.name: frame
    for frame in (
        Frame("phone", gettext_lazy("phone"), 360, 740),
        Frame("tablet", gettext_lazy("tablet"), 820, 1100),
        Frame("desktop", gettext_lazy("desktop"), 1280, 900),
    )
}


def sentences_of_preview(request) -> list[str]:
    """What is wrong with the moment asked for, if a preview is asked for."""
    if "_preview" not in request.POST:
        return []
    return PreviewForm(request.POST).errors.get("preview_at", [])


def moment_in(data) -> dict[str, str]:
    """What was typed of a moment and of a page, to be carried on in an address."""
    return {name: data[name] for name in (*MOMENT, PAGE) if data.get(name)}


def form_for(edition, data) -> PreviewForm:
    around = edition.declaration.around_pages
    form_class = PreviewOnPageForm if around else PreviewForm
    typed = moment_in(data)
    return form_class(typed or None, initial={PAGE: f"/{edition.seen_on}"})


def address_in(form: PreviewForm, edition, token: str) -> str:
    """Of the edition's own page, or of that on which it is looked at."""
    chosen = form.cleaned_data.get(PAGE) if form.is_valid() else None
    path = edition.seen_on if chosen is None else chosen
    prefix = languages.prefix(edition.language)
    return f"{get_script_prefix()}preview/{token}/{prefix}/{quote(path)}"


class Previews:
    """Mixin for an admin of editions. Who may view an edition may show it to others."""

    def preview_view(self, request, object_id):
        return self.preview_page(request, self.get_object(request, object_id))

    def preview_page(self, request, edition, link_form=None, made=""):
        """`made` is the address of a link just made: here it is read once, and never again."""
        form = form_for(edition, request.GET)
        at = form.cleaned_data["preview_at"] if form.is_valid() else None
        frame = FRAMES.get(request.GET.get("width"), FRAMES["desktop"])
        links = Preview.objects.of(edition).select_related("created_by").order_by("-created_at")
        context = {
            **self.admin_site.each_context(request),
            "title": _("Preview: %(title)s") % {"title": edition},
            "opts": self.opts,
            "edition": edition,
            "preview_form": form,
            "at": at,
            "frame": frame,
            "frames": [(each, self.preview_query(request, each)) for each in FRAMES.values()],
            "frame_url": address_in(form, edition, frames.token_for(edition, request.user, at)),
            "link_form": link_form or LinkForm(prefix="link", initial={"preview_at": at}),
            "link_url": self.preview_url(edition, "links") + self.preview_query(request, frame),
            "made": made,
            "links": links.valid(),
            "past_links": links.exclude(pk__in=links.valid())[:MOST_PAST_LINKS],
            "revoke_url_name": self.url_name("preview_revoke"),
            "preview_url": self.preview_url(edition),
        }
        return TemplateResponse(request, "admin/publishing/preview_page.html", context)

    def links_view(self, request, object_id):
        """Make a link. No redirect follows, since its address is shown in this answer alone."""
        edition = self.get_object(request, object_id)
        form = LinkForm(request.POST, prefix="link")
        if not form.is_valid():
            return self.preview_page(request, edition, form)
        where = form_for(edition, request.GET)
        address = address_in(where, edition, form.issue(edition, request.user))
        return self.preview_page(request, edition, made=request.build_absolute_uri(address))

    def revoke_view(self, request, object_id, link_id):
        edition = self.get_object(request, object_id)
        links = Preview.objects.of(edition).filter(pk=link_id)
        if not links.exists():
            raise Http404
        links.valid().update(revoked_at=clock.now())
        messages.success(request, _("The link opens nothing any more."))
        return HttpResponseRedirect(self.preview_url(edition))

    def redirect_to_preview(self, request, edition):
        """After saving, with the moment that was typed in the form."""
        typed = moment_in(request.POST)
        query = f"?{urlencode(typed)}" if typed else ""
        return HttpResponseRedirect(self.preview_url(edition) + query)

    def preview_url(self, edition, view="") -> str:
        name = self.url_name(f"preview_{view}" if view else "preview")
        return reverse(name, args=[edition.pk])

    def preview_query(self, request, frame: Frame) -> str:
        return f"?{urlencode({'width': frame.name} | moment_in(request.GET))}"
