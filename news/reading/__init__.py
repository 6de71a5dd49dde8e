"""What the pages of an article are made of."""

from news.reading.article import reading_context
from news.reading.photos import photo_context

__all__ = ["photo_context", "reading_context"]
