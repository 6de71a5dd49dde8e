"""The content types there are, asked of Django and never listed by hand."""

from django.apps import apps

from portal.publishing.models import Edition


def content_types() -> dict[str, type[Edition]]:
    """By kind: "news.article" → Article."""
    return {
        model._meta.label_lower: model for model in apps.get_models() if issubclass(model, Edition)
    }
