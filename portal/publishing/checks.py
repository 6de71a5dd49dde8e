"""System checks that hold what a content type promises by inheriting Edition."""

from django.core.checks import Error, register

from portal.publishing.models import Edition, Part
from portal.publishing.registry import content_types


@register()
def check_content_types(app_configs, **kwargs):
    return [
        error
        for model in content_types().values()
        for error in (*missing_rules(model), *foreign_children(model))
    ]


def missing_rules(model):
    """A Meta that does not inherit Edition.Meta loses every constraint without a word."""
    names = {"app_label": model._meta.app_label, "class": model._meta.model_name}
    wanted = {rule.name % names for rule in (*Edition._meta.constraints, *Edition._meta.indexes)}
    held = {rule.name for rule in (*model._meta.constraints, *model._meta.indexes)}
    if missing := sorted(wanted - held):
        yield Error(
            f"{model._meta.label} lacks {', '.join(missing)}.",
            hint="Let its Meta inherit Edition.Meta, and add to the lists instead of replacing.",
            obj=model,
            id="publishing.E001",
        )


def foreign_children(model):
    """A row that hangs on an edition and is no Part would be forgotten by the next edition; so
    would a Part that cannot be reached from its edition by the key that copying follows.
    """
    for relation in model._meta.get_fields(include_hidden=True):
        child = relation.related_model if relation.auto_created and not relation.concrete else None
        if child is None or child._meta.auto_created:  # the joining table of a ManyToManyField
            continue
        is_part = issubclass(child, Part) and relation.field.name == "edition"
        if not is_part or relation.hidden:
            yield Error(
                f"{child._meta.label}.{relation.field.name} points at an edition but is no Part.",
                hint="Inherit Part and call the key `edition`, with a name for the way back; "
                "or point at the Document.",
                obj=child,
                id="publishing.E002",
            )
