"""Tables of the page tree. Each module depends only on those above it in this list."""

# isort: off
from portal.pages.models.place import LEVELS, RESERVED, Place
from portal.pages.models.page import Page, PageFact, PageFile, PagePicture
from portal.pages.models.moving import Moving

# isort: on

__all__ = [
    "LEVELS",
    "RESERVED",
    "Moving",
    "Page",
    "PageFact",
    "PageFile",
    "PagePicture",
    "Place",
]
