"""The editors' desk for whatever stands on a time line."""

from portal.publishing.admin.base import EditionAdmin
from portal.publishing.admin.inlines import PartInline
from portal.publishing.admin.labels import LabelAdmin

__all__ = ["EditionAdmin", "LabelAdmin", "PartInline"]
