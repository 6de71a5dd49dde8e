"""Redirects and lost pages on the editors' desk."""

from portal.redirects.admin.lost_pages import LostPageAdmin
from portal.redirects.admin.redirects import RedirectAdmin

__all__ = ["LostPageAdmin", "RedirectAdmin"]
