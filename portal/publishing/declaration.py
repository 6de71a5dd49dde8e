"""What a content type declares of itself, once."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Declaration:
    """The switches of a content type that something reads today.

    `required`: fields that must hold something before publication; a draft may lack them.
    `related`: foreign keys that its section, address or card are made from.
    `has_page`: whether it has an address of its own, so that lists, links and cards can lead to
    it; a menu, a banner and the home page have none.
    `around_pages`: whether it stands around pages of others, so that a preview asks on which.
    `right`: the one right that every step of it asks for, instead of those of the table of verbs
    (an adoption asks for its own besides); for what a role of its own looks after.
    `sitemap`: whether its pages are listed in the site map.
    `news_sitemap`: whether those of the last days are listed in the one for news.
    """

    required: tuple[str, ...] = ("title", "lead")
    related: tuple[str, ...] = ()
    has_page: bool = True
    around_pages: bool = False
    right: str = ""
    sitemap: bool = True
    news_sitemap: bool = False
