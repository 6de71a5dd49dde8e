"""The editors' desk: Django's own admin site, without its side doors."""

from functools import partial

from django.contrib import admin
from django.urls import path
from django.utils.translation import gettext_lazy as _

from portal.accounts.forms import DeskLoginForm
from portal.publishing.admin.past import past_view
from portal.publishing.rights import works_on_contents
from portal.style.views import scheme_css, style_page

# "View on site" by content type and id would tell the address of any draft; no form of ours
# completes what one types, so nobody needs lists of other rows by the letter.
CLOSED = {"view_on_site", "autocomplete"}


class PortalAdminSite(admin.AdminSite):
    site_header = _("Editors’ desk")
    site_title = _("Editors’ desk")
    index_title = _("What is on the desk")
    site_url = "/"
    login_form = DeskLoginForm
    # The index has a handful of lists; their columns need the room more.
    enable_nav_sidebar = False

    def has_permission(self, request):
        return request.user.is_active and request.user.may_enter_desk

    def each_context(self, request):
        return super().each_context(request) | {"sees_past": works_on_contents(request.user)}

    def get_urls(self):
        urls = [url for url in super().get_urls() if getattr(url, "name", "") not in CLOSED]
        return [
            path("style/", self.admin_view(style_page), name="style"),
            path("style/<slug:scheme>.css", self.admin_view(scheme_css), name="style_scheme"),
            path("at/", self.admin_view(partial(past_view, self)), name="at"),
            *urls,
        ]
