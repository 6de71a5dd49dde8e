"""Which sections can feed the home page: those that some room has a name for."""

from django.apps import apps

from portal.publishing.models import Label


def known_sections() -> dict[str, str]:
    """Section → name, in the language of the page; one query for each type of label."""
    types = [m for m in apps.get_models() if issubclass(m, Label) and hasattr(m, "section")]
    return {label.section: label.name for model in types for label in model.objects.all()}


def names_of(sections: list[str]) -> list[str]:
    """The sections as a person calls them; one that has gone stands by its path."""
    known = known_sections() if sections else {}
    return [known.get(section, section) for section in sections]
