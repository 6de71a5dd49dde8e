"""Documents by their public titles, for the editors' desk."""

from django import template

from portal.documents import Named, named

register = template.Library()


@register.simple_tag
def named_document(document) -> Named | None:
    """With the title only of what is public: who reads here may not know the rest. One query."""
    return named([document.number])[0] if document else None


@register.simple_tag
def named_documents(documents) -> list[Named]:
    """In their order. One query."""
    numbers = [document.number for document in documents]
    titles = {each.number: each for each in named(numbers)}
    return [titles[number] for number in numbers]
