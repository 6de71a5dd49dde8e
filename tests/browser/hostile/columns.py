"""Every text column of every model of the site, found by introspection, and filled with bodies.

Written with SQL, past every form, validator, field and door: what a page shows must be harmless
whatever way it came into the table.
"""

import json
from functools import cache

import nh3
from django.apps import apps
from django.conf import settings
from django.db import IntegrityError, connection, models, transaction

from tests.portal.richtext import hostile

ROOMS = ("portal", "news", "tourism", "calendar_app")
TEXT = (models.CharField, models.TextField, models.JSONField)
PACKS = 12
# Begins every pack: out of any attribute, element or comment that it may have been put into.
BREAKER = "\"'></title></textarea></script></style></select>--><img src=x onerror=hit()>"

# What no words can be put into, by the name of the column. Columns with `choices` are of the kind.
WORDS_OF_THE_SITE = {
    # Rows are asked for by these: with another word nobody finds them.
    *("kind", "language", "section", "verb", "base", "facet", "latest_from", "to_language"),
    *("slug", "path"),  # addresses: `PATHS` below
    *("token", "token_digest", "key", "sha256", "hash", "content_hash", "previous_hash"),
    *("audit_head", "password"),
    "crop",  # numbers, read as such
    "public_name",  # of a file: small Latin letters, put together at intake
    *("word", "order"),  # of a place in the tree: the database holds it to small Latin letters
}
# Filled in a second round, after which links lead nowhere and only what shows them is looked at.
PATHS = {"slug", "path"}


def site_models() -> list[type[models.Model]]:
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model.__module__.split(".")[0] in ROOMS and model._meta.managed and not model._meta.proxy
    ]


def text_columns(model) -> list[models.Field]:
    """Those that can hold somebody's words."""
    return [
        field
        for field in model._meta.local_concrete_fields
        if isinstance(field, TEXT) and not field.choices and field.name not in WORDS_OF_THE_SITE
    ]


def path_columns(model) -> list[models.Field]:
    if model._meta.label == "pages.Place":  # made of its words, and a constraint compares them
        return []
    return [f for f in model._meta.local_concrete_fields if f.name in PATHS and not f.choices]


@cache
def packs() -> list[str]:
    """All bodies in a few texts, what swallows the markup after it at their ends."""
    bodies = [body.encode("utf-8", "replace").decode() for body in hostile.BODIES]
    bodies.sort(key=swallows)
    return ["\n".join([BREAKER, *bodies[number::PACKS]]) for number in range(PACKS)]


def swallows(body: str) -> bool:
    kept = nh3.clean(f"{body}<h2>seen</h2>", tags={"h2"}, attributes={})
    return "<h2>seen</h2>" not in kept


def fill(model, columns) -> int:
    """Each row of the table gets one pack in these columns, the next row the next; of a few rows
    each gets several, so that every column holds every body.
    """
    keys = list(model._base_manager.order_by("pk").values_list("pk", flat=True))
    texts = ["\n".join(packs()[number :: len(keys)]) for number in range(min(len(keys), PACKS))]
    urls = hostile.URLS
    for place, field in enumerate(columns):
        stored, kept = dict(model._base_manager.values_list("pk", field.name)), 0
        for number, key in enumerate(keys):
            if isinstance(field, models.URLField):
                value = urls[(number + place * 2 * PACKS) % len(urls)]
            else:
                text = texts[number % len(texts)]
                value = poisoned(field, stored[key], f"{text}\n{key}" if is_alone(field) else text)
            kept += is_written(model, field, key, value)
        assert kept or not keys, f"No row of {model._meta.label} takes a body as its {field.name}."
    return len(keys)


def is_written(model, field, key, value) -> bool:
    """Not where the database refuses it in this row: a link to a document has no address."""
    try:
        with transaction.atomic():
            write(model, field, key, value)
    except IntegrityError:
        return False
    return True


def poisoned(field, stored, text):
    if isinstance(field, models.JSONField):
        return json.dumps(inside(stored, text))
    return text


def is_alone(field) -> bool:
    """Whether no two rows may hold the same."""
    constraints = field.model._meta.constraints
    unique = [each for each in constraints if isinstance(each, models.UniqueConstraint)]
    return field.unique or any(field.name in each.fields for each in unique)


def inside(value, text):
    """The text in each place of a JSON value; names by language in every language."""
    if isinstance(value, dict):
        kept = {key: inside(each, text) for key, each in value.items()}
        return kept or {code: text for code, _name in settings.LANGUAGES}
    if isinstance(value, list):
        return [*value, text]
    return text if isinstance(value, str) else value


def write(model, field, key, value):
    quote = connection.ops.quote_name
    keys = key if isinstance(key, tuple) else (key,)
    place = " AND ".join(f"{quote(each.column)} = %s" for each in model._meta.pk_fields)
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {quote(model._meta.db_table)} SET {quote(field.column)} = %s WHERE {place}",
            [value, *keys],
        )
