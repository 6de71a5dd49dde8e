"""Starting an edition from another: fields, parts and labels are copied, and nothing else."""

from portal.publishing.models import Edition
from portal.publishing.steps import Change


def copy_of(source: Edition, language: str) -> Edition:
    """A new row with the content of `source`; in another language its slug is made anew."""
    values = {
        field.attname: getattr(source, field.attname)
        for field in source.content_fields()
        if field.name not in source.OF_ONE_EDITION
    }
    copy = type(source)(**values, language=language, based_on=source.number)
    if language != source.language:
        copy.slug = ""
    return copy


def copy_parts_and_labels(model: type[Edition], changes: list[Change]) -> None:
    """Bring over what hangs on the sources: one insert for each kind of part or label."""
    for relation in model.part_relations():
        accessor = relation.get_accessor_name()
        relation.related_model.objects.bulk_create(
            [
                copy_of_part(part, change.edition)
                for change in changes
                for part in getattr(change.source, accessor).all()
            ],
            batch_size=200,
        )
    for field in model._meta.many_to_many:
        copy_labels(field, {change.source.pk: change.edition.pk for change in changes})


def copy_of_part(part, edition: Edition):
    values = {
        field.attname: getattr(part, field.attname)
        for field in part._meta.concrete_fields
        if not field.primary_key and field.name != "edition"
    }
    return type(part)(**values, edition=edition)


def copy_labels(field, targets: dict[int, int]) -> None:
    """Copy the rows of the joining table, extra columns and order included."""
    through = field.remote_field.through
    own = through._meta.get_field(field.m2m_field_name()).attname
    rows = through.objects.filter(**{f"{own}__in": targets}).order_by("pk")
    for row in rows:
        row.pk = None
        setattr(row, own, targets[getattr(row, own)])
    through.objects.bulk_create(rows, batch_size=200)
