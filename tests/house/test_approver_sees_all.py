"""Whoever approves sees all that is approved: what is in the content hash is on the page to read.

Each field, part and label is changed in the database alone; then the hash must differ, and so must
the page.
"""

from datetime import date

import pytest
from django.contrib import admin
from django.db import models
from django.template.loader import render_to_string

from portal.navigation.models import BannerPicture
from portal.publishing.registry import content_types
from tests import cast
from tests.portal.navigation import making

pytestmark = pytest.mark.django_db
WORD = "qzxword"
# Tells a row's own from edition to edition, and nothing to anybody who reads.
NOT_READ = {"key"}


def columns_of(model):
    return [f for f in model._meta.concrete_fields if not f.primary_key and f.name != "edition"]


FIELDS = [
    pytest.param(model, field, id=f"{kind}.{field.name}")
    for kind, model in content_types().items()
    for field in model.content_fields()
]
PARTS = [
    pytest.param(model, relation, field, id=f"{kind}.{relation.name}.{field.name}")
    for kind, model in content_types().items()
    for relation in model.part_relations()
    for field in columns_of(relation.related_model)
    if field.name not in NOT_READ
]
LABELS = [
    pytest.param(model, field, id=f"{kind}.{field.name}")
    for kind, model in content_types().items()
    for field in model._meta.many_to_many
]


@pytest.fixture
def whole(request, model):
    """A draft of the type with two of each part and one of each label."""
    return request.getfixturevalue(f"whole_{model._meta.model_name}")


@pytest.fixture
def whole_article(make_article, make_live, author):
    pictures = [cast.shown(cast.a_picture(author), position=place) for place in (1, 2)]
    files = [cast.offered(cast.a_file(author), position=place) for place in (1, 2)]
    labels = {"subjects": [cast.a_subject()], "related": [make_live().document]}
    return make_article(parts=[*pictures, *files], labels=labels)


@pytest.fixture
def whole_homepage(make_live, chief):
    lead, *stories = (make_live().document for _i in range(5))
    home = cast.a_home(chief, story=lead, features=stories[:2], strip=stories[2:])
    return making.begin(home, chief)


@pytest.fixture
def whole_page(make_page_draft, author):
    pictures, files = [cast.a_picture(author)] * 2, [cast.a_file(author)] * 2
    facts = [cast.a_fact(position=place, check_every=12) for place in (1, 2)]
    return make_page_draft(parts=[*cast.on_a_page(pictures=pictures, files=files), *facts])


@pytest.fixture
def whole_menu(chief):
    links = [making.link("Opinions"), making.below("News")]
    return making.begin(making.a_menu(chief, *links), chief)


@pytest.fixture
def whole_banner(chief):
    pictures = [cast.a_picture(chief) for _i in range(2)]
    parts = [BannerPicture(picture=picture, position=i) for i, picture in enumerate(pictures)]
    return making.begin(making.a_banner(chief).with_parts(*parts), chief)


@pytest.fixture
def whole_alert(duty_officer):
    return making.begin(making.an_alert(duty_officer), duty_officer)


@pytest.fixture
def other_row(author, make_live):
    """other_row(model) → a row of it that the draft does not have."""
    makers = {
        "news.stream": lambda: cast.a_stream("another"),
        "media.picture": lambda: cast.a_picture(author),
        "media.file": lambda: cast.a_file(author, "docx", original_name="another.docx"),
        "subjects.subject": lambda: cast.a_subject("region", "another"),
        "pages.place": lambda: cast.a_place("another"),
        "publishing.document": lambda: make_live(title="Another").document,
    }
    return lambda model: makers[model._meta.label_lower]()


def read(edition) -> str:
    template = admin.site._registry[type(edition)].text_template
    return render_to_string(template, {"edition": cast.fresh(edition)})


@pytest.fixture
def another(other_row):
    """another(field, value) → a value of the field that is not this one."""

    def make(field, value):
        if field.remote_field:
            return other_row(field.related_model).pk
        if field.choices:
            return next(choice for choice, _label in field.choices if choice not in (value, ""))
        if field.name == "crop":
            return "10-20-30-40"
        if isinstance(field, models.JSONField):
            return [WORD]
        if isinstance(field, models.BooleanField):
            return not value
        if isinstance(field, models.DateField):
            return date(2031, 12, 30)
        if isinstance(field, models.IntegerField):
            return value + 90
        return f"https://{WORD}.example/" if isinstance(field, models.URLField) else WORD

    return make


def assert_is_seen(whole, row, field, value):
    hashed, seen = cast.fresh(whole).content_hash, read(whole)
    type(row).objects.filter(pk=row.pk).update(**{field.attname: value})
    assert cast.fresh(whole).content_hash != hashed
    assert read(whole) != seen
    if isinstance(value, str) and WORD in value:
        assert WORD in read(whole).lower()  # a town stands in capitals


@pytest.mark.parametrize(("model", "field"), FIELDS)
def test_every_field_of_the_content_is_on_the_page(model, field, whole, another):
    assert_is_seen(whole, whole, field, another(field, getattr(whole, field.attname)))


@pytest.mark.parametrize(("model", "relation", "field"), PARTS)
def test_every_field_of_a_part_is_on_the_page(model, relation, field, whole, another):
    part = getattr(whole, relation.get_accessor_name()).first()
    assert_is_seen(whole, part, field, another(field, getattr(part, field.attname)))


@pytest.mark.parametrize(("model", "field"), LABELS)
def test_every_label_is_on_the_page(model, field, whole, other_row):
    hashed, seen = cast.fresh(whole).content_hash, read(whole)
    getattr(whole, field.name).add(other_row(field.related_model))
    assert cast.fresh(whole).content_hash != hashed
    assert read(whole) != seen


def test_the_title_of_what_is_not_public_is_not_told(make_article, make_scheduled):
    """An approver of one desk may not learn what another has in preparation."""
    secret = make_scheduled(title="Secret")
    draft = make_article(labels={"related": [secret.document]})
    assert str(secret.document.number) in read(draft)
    assert "Secret" not in read(draft)
