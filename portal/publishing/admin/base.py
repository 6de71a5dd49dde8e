"""The admin of editions, put together from its topics."""

from functools import update_wrapper

from django.contrib import admin
from django.urls import path, reverse
from django.views.decorators.http import require_POST, require_safe

from portal.publishing.admin.bulk import BulkSteps
from portal.publishing.admin.change_form import EditionForms
from portal.publishing.admin.change_list import HeadsAdmin
from portal.publishing.admin.compare_page import Comparisons
from portal.publishing.admin.gates import Gates
from portal.publishing.admin.history import Histories
from portal.publishing.admin.kept import KeptWords
from portal.publishing.admin.previews import Previews
from portal.publishing.admin.steps import Steps


class EditionAdmin(
    HeadsAdmin, BulkSteps, EditionForms, KeptWords, Steps, Previews, Comparisons, Histories,
    Gates, admin.ModelAdmin,
):  # fmt: skip
    """Inherit for each content type, and say only what is particular to it.

    The door (`take_all`) is the only way from state to state: a button posts a verb, and nothing
    of the stock admin reaches the workflow's columns.
    """

    def get_urls(self):
        own = [
            self.own_path("take/<slug:verb>/", self.take_view, "take"),
            self.own_path("preview/", require_safe(self.preview_view), "preview"),
            self.own_path("preview/links/", require_POST(self.links_view), "preview_links"),
            self.own_path(
                "preview/links/<int:link_id>/revoke/",
                require_POST(self.revoke_view),
                "preview_revoke",
            ),
            self.own_path("compare/", require_safe(self.compare_view), "compare"),
            self.own_path("carry/", require_POST(self.carry_view), "carry"),
        ]
        return [*own, *super().get_urls()]

    def own_path(self, route, view, name):
        def wrapper(*args, **kwargs):
            return self.admin_site.admin_view(view)(*args, **kwargs)

        name = f"{self.opts.app_label}_{self.opts.model_name}_{name}"
        return path(f"<int:object_id>/{route}", update_wrapper(wrapper, view), name=name)

    def change_url(self, edition) -> str:
        return reverse(self.url_name("change"), args=[edition.pk])

    def take_url(self, edition, verb) -> str:
        return reverse(self.url_name("take"), args=[edition.pk, verb.name])

    def url_name(self, view: str) -> str:
        return f"admin:{self.opts.app_label}_{self.opts.model_name}_{view}"
