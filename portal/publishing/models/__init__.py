"""Tables of the time line. Each module depends only on those above it in this list."""

# isort: off
from portal.publishing.models.state import OPEN, State
from portal.publishing.models.document import (
    Answer,
    Authorship,
    Document,
    Ending,
    Numbering,
    Timeline,
    Urgency,
    lock_documents,
)
from portal.publishing.models.part import Part
from portal.publishing.models.content import Content
from portal.publishing.models.edition import Edition
from portal.publishing.models.entry import Entry, ListedQuerySet, Reference
from portal.publishing.models.audit import Audit
from portal.publishing.models.label import Label
from portal.publishing.models.preview import Preview

# isort: on

__all__ = [
    "OPEN",
    "Answer",
    "Audit",
    "Authorship",
    "Content",
    "Document",
    "Edition",
    "Ending",
    "Entry",
    "Label",
    "ListedQuerySet",
    "Numbering",
    "Part",
    "Preview",
    "Reference",
    "State",
    "Timeline",
    "Urgency",
    "lock_documents",
]
