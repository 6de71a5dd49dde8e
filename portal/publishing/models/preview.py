"""A secret address under which one edition is seen before its time."""

import hashlib
import secrets
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.publishing import clock
from portal.publishing.models.document import Timeline

LIFE = timedelta(days=1)
LONGEST_LIFE = timedelta(days=7)
TAIL = 4  # characters by which people tell their links apart; 168 random bits remain unknown


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


class PreviewQuerySet(models.QuerySet):
    def valid(self):
        return self.filter(expires_at__gt=clock.now()).filter(Q(revoked_at=None))

    def of(self, edition):
        return self.filter(timeline=edition.timeline_id, edition_number=edition.number)


class Preview(models.Model):
    """One edition at one moment (null: the present). Only a digest of the token is stored."""

    token_digest = models.CharField(max_length=64, unique=True)
    tail = models.CharField(max_length=TAIL)
    label = models.CharField(_("for whom"), max_length=100, blank=True)
    timeline = models.ForeignKey(Timeline, models.CASCADE, related_name="previews")
    edition_number = models.PositiveIntegerField()
    at = models.DateTimeField(null=True)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    objects = PreviewQuerySet.as_manager()

    def __str__(self):
        return f"{self.timeline_id}/{self.edition_number}"

    @property
    def is_valid(self) -> bool:
        return self.revoked_at is None and self.expires_at > clock.now()

    @classmethod
    def issue(cls, edition, by, at=None, life=LIFE, label="") -> str:
        """A new token of 192 random bits for this edition. It is told once, here."""
        if not timedelta(0) < life <= LONGEST_LIFE:
            raise ValueError("A preview lives for seven days at most.")
        token, now = secrets.token_urlsafe(24), clock.now()
        cls.objects.create(
            token_digest=digest(token),
            tail=token[-TAIL:],
            label=label,
            timeline_id=edition.timeline_id,
            edition_number=edition.number,
            at=at,
            created_at=now,
            created_by=by,
            expires_at=now + life,
        )
        return token

    @classmethod
    def find(cls, token: str) -> "Preview | None":
        return cls.objects.valid().filter(token_digest=digest(token)).first()
