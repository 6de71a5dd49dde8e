"""The fingerprint of an edition's content: fields, parts and labels as canonical JSON."""

import hashlib
import json

from django.core.serializers.json import DjangoJSONEncoder

# Raised when the shape below changes, so that old fingerprints are told from new ones.
FORMAT = 1


def canonical(value) -> bytes:
    """One spelling for equal values: sorted keys, no spaces, text as it is."""
    return json.dumps(
        value, cls=DjangoJSONEncoder, sort_keys=True, separators=(",", ":"), ensure_ascii=False
    ).encode()


def content_hash(edition) -> str:
    """`format:SHA-256` of the stored row, its parts in order, and its labels.

    Pass a freshly read edition: `50` and `50.000` are equal in the database and not here.
    """
    content = {
        "fields": {f.attname: f.value_to_string(edition) for f in edition.content_fields()},
        "parts": {r.name: [part_content(p) for p in parts(edition, r)] for r in relations(edition)},
        "labels": {
            field.name: sorted(label.pk for label in getattr(edition, field.name).all())
            for field in edition._meta.many_to_many
        },
    }
    return f"{FORMAT}:{hashlib.sha256(canonical(content)).hexdigest()}"


def relations(edition) -> list:
    return sorted(edition.part_relations(), key=lambda relation: relation.name)


def parts(edition, relation) -> list:
    return list(getattr(edition, relation.get_accessor_name()).all())


def part_content(part) -> dict[str, str]:
    return {
        field.attname: field.value_to_string(part)
        for field in part._meta.concrete_fields
        if not field.primary_key and field.name != "edition"
    }
