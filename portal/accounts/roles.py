"""The roles, each a set of Django permissions."""

from django.db import models
from django.utils.translation import gettext_lazy as _

CHANGE = "publishing.change_content"
REVIEW = "publishing.review_content"
PUBLISH = "publishing.publish_content"
URGENT = "publishing.urgent_content"
ADOPT = "publishing.adopt_content"
ALERTS = "navigation.publish_alerts"
LABELS = "publishing.change_labels"
ACCOUNTS = "accounts.manage_accounts"


class Role(models.TextChoices):
    AUTHOR = "author", _("author")
    REVIEWER = "reviewer", _("reviewer")
    PUBLISHER = "publisher", _("publisher")
    CHIEF = "chief", _("chief editor")
    DUTY = "duty", _("duty officer")
    ADMINISTRATOR = "administrator", _("administrator")


PERMISSIONS: dict[str, frozenset[str]] = {
    Role.AUTHOR: frozenset({CHANGE}),
    Role.REVIEWER: frozenset({CHANGE, REVIEW}),
    Role.PUBLISHER: frozenset({CHANGE, REVIEW, PUBLISH}),
    Role.CHIEF: frozenset({CHANGE, REVIEW, PUBLISH, URGENT, ADOPT, LABELS, ALERTS}),
    # Warns the public at any hour, and has no say in what the desks write.
    Role.DUTY: frozenset({ALERTS}),
    Role.ADMINISTRATOR: frozenset({ACCOUNTS}),
}

# These belong to no desk: a chief editor works on all of them, an administrator on none, and an
# alert is nobody's but the duty officer's.
WITHOUT_DESK = (Role.CHIEF, Role.DUTY, Role.ADMINISTRATOR)
