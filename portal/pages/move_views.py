"""The desk's page for moving: where to, what it would change, and the way back."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from portal.pages.forms import MoveForm
from portal.pages.models import Moving, Page, Place
from portal.pages.moving import move, refusals_to_move, subtree, undo
from portal.publishing.errors import Refused
from portal.publishing.rights import languages_of

MOST_SHOWN = 20


class Moves:
    """Mixin for the admin of pages. Moving asks for the right to publish, the steps of a move say
    the rest.
    """

    def get_urls(self):
        view = require_http_methods(["GET", "HEAD", "POST"])(self.move_view)
        own = [
            self.own_path("move/", view, "move"),
            self.own_path("move/<int:moving_id>/undo/", require_POST(self.undo_view), "move_undo"),
        ]
        return [*own, *super().get_urls()]

    def tools(self, request, edition) -> list[tuple]:
        if not self.may_begin_to_move(request, edition):
            return super().tools(request, edition)
        url = reverse(self.url_name("move"), args=[edition.pk])
        return [(gettext_lazy("Move"), url), *super().tools(request, edition)]

    def may_begin_to_move(self, request, edition) -> bool:
        return bool(languages_of(request.user, edition.section, Page, "approve"))

    def page_to_move(self, request, object_id):
        edition = self.get_object(request, object_id)
        if not self.may_begin_to_move(request, edition):
            raise PermissionDenied
        return edition

    def move_view(self, request, object_id):
        edition = self.page_to_move(request, object_id)
        form = MoveForm(request.POST or None, user=request.user, place=edition.place)
        if not form.is_valid():
            return self.move_page(request, edition, form)
        if "confirmed" not in request.POST:
            return self.question(request, edition, form)
        try:
            moving = move(edition.place, form.target, by=request.user)
        except Refused as error:
            return self.refused(request, edition, form, error.sentences)
        messages.success(request, self.told(moving))
        return HttpResponseRedirect(self.move_url(edition))

    def question(self, request, edition, form):
        """What would change, before anything does."""
        places, place = list(Place.objects.all()), edition.place
        sentences = list(refusals_to_move(place, form.target, places, request.user))
        if sentences:
            return self.refused(request, edition, form, sentences)
        is_moved = form.target.path != place.path
        return self.move_page(
            request,
            edition,
            form,
            is_question=True,
            to_path=form.target.path,
            moved=[(p.path, p.path.replace(place.path, form.target.path, 1))
                   for p in subtree(place, places) if is_moved],
        )  # fmt: skip

    def refused(self, request, edition, form, sentences):
        for sentence in sentences:
            form.add_error(None, sentence)
        return self.move_page(request, edition, form)

    def move_page(self, request, edition, form, **context):
        movings = edition.place.movings.select_related("by", "undone_by")[:MOST_SHOWN]
        context = {
            **self.admin_site.each_context(request),
            "title": _("Move: %(title)s") % {"title": edition},
            "opts": self.opts,
            "edition": edition,
            "form": form,
            "movings": movings,
            "undo_url_name": self.url_name("move_undo"),
            "change_url": self.change_url(edition),
            **context,
        }
        return TemplateResponse(request, "admin/pages/page/move.html", context)

    def undo_view(self, request, object_id, moving_id):
        edition = self.page_to_move(request, object_id)
        moving = Moving.objects.filter(place=edition.place, pk=moving_id).first()
        if moving is None:
            raise Http404
        try:
            messages.success(request, self.told(undo(moving, by=request.user)))
        except Refused as error:
            for sentence in error.sentences:
                messages.error(request, sentence)
        return HttpResponseRedirect(self.move_url(edition))

    def move_url(self, edition) -> str:
        return reverse(self.url_name("move"), args=[edition.pk])

    def told(self, moving: Moving) -> str:
        return _("Moved: %(move)s. Addresses changed: %(count)s.") % {
            "move": moving,
            "count": moving.addresses,
        }
