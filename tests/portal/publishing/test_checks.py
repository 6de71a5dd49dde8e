import pytest
from django.core import checks
from django.db import models
from django.test.utils import isolate_apps

from news.models import Article
from portal.publishing import checks as own
from portal.publishing.models import Edition, Part


@pytest.fixture
def found(monkeypatch):
    """found(model) → what `manage.py check` says when the site has only this content type."""

    def run(model):
        monkeypatch.setattr(own, "content_types", lambda: {"news.model": model})
        return [e for e in checks.run_checks() if e.id.startswith("publishing.")]

    return run


def test_content_types_of_the_site_hold_every_rule():
    assert [e for e in checks.run_checks() if e.id.startswith("publishing.")] == []


@isolate_apps("news")
def test_meta_that_does_not_inherit_loses_the_rules_and_is_told_each(found):
    class Bare(Edition):
        class Meta:
            app_label = "news"

    (error,) = found(Bare)
    assert error.id == "publishing.E001"
    for rule in (*Edition._meta.constraints, *Edition._meta.indexes):
        assert rule.name % {"app_label": "news", "class": "bare"} in error.msg


@isolate_apps("news")
def test_meta_that_replaces_one_list_is_told_what_went(found):
    class Listed(Edition):
        class Meta(Edition.Meta):
            app_label = "news"
            indexes = []

    (error,) = found(Listed)
    assert "news_listed_heads" in error.msg
    assert "no_overlap" not in error.msg


@isolate_apps("news")
def test_meta_that_inherits_is_in_order(found):
    class Whole(Edition):
        class Meta(Edition.Meta):
            app_label = "news"

    assert found(Whole) == []


def whole_type():
    class Whole(Edition):
        class Meta(Edition.Meta):
            app_label = "news"

    return Whole


@pytest.mark.parametrize("related_name", ["notes", None, "+"])
@isolate_apps("news")
def test_child_that_is_no_part_is_refused(found, related_name):
    whole = whole_type()

    class Note(models.Model):  # noqa: DJ008
        edition = models.ForeignKey(whole, models.CASCADE, related_name=related_name)

        class Meta:
            app_label = "news"

    (error,) = found(whole)
    assert error.id == "publishing.E002"
    assert "news.Note.edition" in error.msg


@isolate_apps("news")
def test_part_that_hides_from_its_edition_is_refused(found):
    """The next edition would begin without it."""
    whole = whole_type()

    class Hidden(Part):
        edition = models.ForeignKey(whole, models.CASCADE, related_name="+")

        class Meta(Part.Meta):
            app_label = "news"

    assert [error.id for error in found(whole)] == ["publishing.E002"]


@isolate_apps("news")
def test_part_whose_key_has_another_name_is_refused(found):
    whole = whole_type()

    class Paragraph(Part):
        text = models.ForeignKey(whole, models.CASCADE)

        class Meta(Part.Meta):
            app_label = "news"

    assert [error.id for error in found(whole)] == ["publishing.E002"]


@isolate_apps("news")
def test_parts_and_labels_are_in_order(found):
    class Topic(models.Model):  # noqa: DJ008
        class Meta:
            app_label = "news"

    class Whole(Edition):
        topics = models.ManyToManyField(Topic)

        class Meta(Edition.Meta):
            app_label = "news"

    class Paragraph(Part):
        edition = models.ForeignKey(Whole, models.CASCADE)

        class Meta(Part.Meta):
            app_label = "news"

    assert found(Whole) == []


def test_pictures_and_files_of_articles_are_parts(db):
    assert [r.related_model.__name__ for r in Article.part_relations()] == [
        "ArticlePicture",
        "ArticleFile",
    ]
