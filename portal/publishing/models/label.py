"""Labels: words of the site that have no time line and change at once, under their own right."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from portal import languages

SLUG = re.compile(r"[a-z][a-z0-9-]*\Z")


def in_words(names: dict[str, str]) -> tuple[str, str]:
    """What `lang` says of it, and the name: in the language of the page ("" then), else in the
    first of the site that has one.
    """
    own = get_language()
    for code in [own, *languages.CODES]:
        if name := names.get(code):
            return ("" if code == own else languages.html_lang(code)), name
    return "", ""


class Label(models.Model):
    """A name per language behind one address word. `reserved` words would hide other addresses."""

    slug = models.CharField(
        _("word in the address"),
        max_length=50,
        unique=True,
        help_text=_("Small Latin letters, digits and hyphens; it cannot be changed later."),
    )
    names = models.JSONField(_("names"), default=dict)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    reserved: frozenset[str] = frozenset()

    class Meta:
        abstract = True
        ordering = ["position", "slug"]

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        """In the language of the page, else in the first of the site that has one."""
        return in_words(self.names)[1] or self.slug

    @property
    def name_lang(self) -> str:
        """What `lang` says of the name; "" where it is in the language of the page."""
        return in_words(self.names)[0]

    def clean(self):
        super().clean()
        if not SLUG.match(self.slug):
            raise ValidationError(
                {"slug": _("Begin with a small Latin letter; then letters, digits and hyphens.")}
            )
        if self.slug in self.reserved:
            raise ValidationError(
                {"slug": _("The site uses “%(slug)s” itself. Choose another word.") % vars(self)}
            )
        if not any(self.names.values()):
            raise ValidationError({"names": _("Give a name in at least one language.")})
