"""The five roles, each a set of Django permissions."""

from django.db import models
from django.utils.translation import gettext_lazy as _

CHANGE = "publishing.change_content"
REVIEW = "publishing.review_content"
PUBLISH = "publishing.publish_content"
URGENT = "publishing.urgent_content"
ADOPT = "publishing.adopt_content"
LABELS = "publishing.change_labels"
ACCOUNTS = "accounts.manage_accounts"


class Role(models.TextChoices):
    AUTHOR = "author", _("author")
    REVIEWER = "reviewer", _("reviewer")
    PUBLISHER = "publisher", _("publisher")
    CHIEF = "chief", _("chief editor")
    ADMINISTRATOR = "administrator", _("administrator")


PERMISSIONS: dict[str, frozenset[str]] = {
    Role.AUTHOR: frozenset({CHANGE}),
    Role.REVIEWER: frozenset({CHANGE, REVIEW}),
    Role.PUBLISHER: frozenset({CHANGE, REVIEW, PUBLISH}),
    Role.CHIEF: frozenset({CHANGE, REVIEW, PUBLISH, URGENT, ADOPT, LABELS}),
    Role.ADMINISTRATOR: frozenset({ACCOUNTS}),
}

# These belong to no desk: a chief editor works on all of them, an administrator on none.
WITHOUT_DESK = (Role.CHIEF, Role.ADMINISTRATOR)
