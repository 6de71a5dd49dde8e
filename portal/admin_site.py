"""The editors' desk: Django's own admin site, without its side doors."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _


class PortalAdminSite(admin.AdminSite):
    site_header = _("Editors’ desk")
    site_title = _("Editors’ desk")
    index_title = _("What is on the desk")
    site_url = "/"

    def get_urls(self):
        # "View on site" by content type and id would tell the address of any draft.
        return [url for url in super().get_urls() if getattr(url, "name", "") != "view_on_site"]
