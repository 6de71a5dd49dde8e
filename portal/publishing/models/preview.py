"""A secret address under which one edition is seen before its time."""

import hashlib
import secrets
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q

from portal.publishing import clock
from portal.publishing.models.document import Timeline

LIFETIME = timedelta(days=1)


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


class PreviewQuerySet(models.QuerySet):
    def valid(self):
        return self.filter(expires_at__gt=clock.now()).filter(Q(revoked_at=None))


class Preview(models.Model):
    """One edition at one moment (null: the present). Only a digest of the token is stored."""

    token_digest = models.CharField(max_length=64, unique=True)
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

    @classmethod
    def issue(cls, edition, by, at=None) -> str:
        """A new token of 192 random bits for this edition, good for a day."""
        token = secrets.token_urlsafe(24)
        cls.objects.create(
            token_digest=digest(token),
            timeline_id=edition.timeline_id,
            edition_number=edition.number,
            at=at,
            created_at=clock.now(),
            created_by=by,
            expires_at=clock.now() + LIFETIME,
        )
        return token

    @classmethod
    def find(cls, token: str) -> "Preview | None":
        return cls.objects.valid().filter(token_digest=digest(token)).first()
