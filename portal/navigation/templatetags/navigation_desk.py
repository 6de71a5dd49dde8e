from django import template

from portal.documents import Named, named

register = template.Library()


@register.simple_tag
def named_document(document):
    """How an editor is told of a document: its number, and its title while it is public."""
    return next(iter(named([document.number])), Named(document.number))
