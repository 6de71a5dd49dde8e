"""The record of every step, chained so that a change to it shows."""

import hashlib

from django.db import models

from portal.publishing.hashing import canonical
from portal.publishing.models.document import Document


class Audit(models.Model):
    """One step of one document. Rows are written once, by the door.

    The person stands as plain id and name: the record outlives the account.
    """

    pk = models.CompositePrimaryKey("document_id", "sequence")
    document = models.ForeignKey(Document, models.PROTECT, related_name="audit")
    sequence = models.PositiveIntegerField()
    at = models.DateTimeField()
    verb = models.CharField(max_length=20)
    person_id = models.BigIntegerField()
    person_name = models.CharField(max_length=310)
    language = models.CharField(max_length=10)
    edition_number = models.PositiveIntegerField()
    note = models.TextField(blank=True)
    # What the step decided besides: the moment set, the second person of an adoption.
    details = models.JSONField(default=dict)
    content_hash = models.CharField(max_length=80, blank=True)
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["document", "sequence"]

    def __str__(self):
        return f"{self.document_id}/{self.sequence} {self.verb}"

    def fingerprint(self) -> str:
        """SHA-256 over every column but the hash itself."""
        row = {
            field.attname: getattr(self, field.attname)
            for field in self._meta.concrete_fields
            if field.attname != "hash"
        }
        # The database keeps microseconds; the text form is fixed so that both engines agree.
        row["at"] = self.at.isoformat(timespec="microseconds")
        return hashlib.sha256(canonical(row)).hexdigest()

    def save(self, *args, **kwargs):
        raise TypeError("Audit rows are written by the door and never changed.")

    def delete(self, *args, **kwargs):
        raise TypeError("Audit rows are never deleted.")
