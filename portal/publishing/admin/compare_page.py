"""The page that compares two editions, and what the page of an approval shows of it."""

from django.contrib.admin.utils import flatten_fieldsets
from django.db.models import ForeignKey, Model, Prefetch
from django.http import Http404, HttpResponseRedirect
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from portal import languages
from portal.publishing import clock
from portal.publishing.admin.badges import Badge, badge
from portal.publishing.admin.compare import (
    Column,
    EditionDifference,
    Layout,
    PartLayout,
    compare,
)
from portal.publishing.line import DERIVED
from portal.publishing.models import Edition
from portal.publishing.words import Word, word_for

# What a part holds besides its content: how it is matched and where it stands are told in words.
OF_THE_PART = {"id", "edition", "key", "position"}


class Comparisons:
    """Mixin for an admin of editions."""

    def compare_view(self, request, object_id):
        edition = self.get_object(request, object_id)
        editions = self.editions_to_compare(request, edition)
        if chosen := request.GET.get("edition"):
            after = edition_with(chosen, editions)
            return HttpResponseRedirect(self.compare_url(after, request.GET.get("with", "")))
        if "with" in request.GET:
            before = edition_with(request.GET["with"], editions)
        else:
            before = base_of(edition, editions)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Compare: %(title)s") % {"title": edition},
            "opts": self.opts,
            "edition": edition,
            "choices": choices(editions, edition.language),
            "before": before,
            "comparison": before and self.comparison(request, before, edition),
            "compare_url_name": self.url_name("compare"),
        }
        return TemplateResponse(request, "admin/publishing/compare.html", context)

    def compare_url(self, edition, before) -> str:
        """`before` is an edition's key, as typed in an address perhaps."""
        address = reverse(self.url_name("compare"), args=[edition.pk])
        return f"{address}?with={before}" if str(before).isdecimal() else address

    def editions_to_compare(self, request, edition) -> list[Edition]:
        """All of the document that the person may see, the newest first. One query."""
        light = ("timeline", "language", "number", "based_on", "title", *DERIVED)
        visible = self.get_queryset(request).filter(document=edition.document_id)
        return list(visible.select_related(None).only(*light).order_by("-number"))

    def changes_in(self, request, edition) -> EditionDifference | None:
        """What is new in this edition, for whoever decides on it; None for a first one."""
        before = base_of(edition, self.editions_to_compare(request, edition))
        return before and self.comparison(request, before, edition)

    def comparison(self, request, before, after) -> EditionDifference:
        """The same few queries, however many parts and labels they have."""
        layout = self.layout(request, after)
        read = {e.pk: e for e in with_all(self.model).filter(pk__in={before.pk, after.pk})}
        return compare(read[before.pk], read[after.pk], layout)

    # --- What the form says ----------------------------------------------------------------------

    def layout(self, request, edition) -> Layout:
        names = flatten_fieldsets(self.get_fieldsets(request, edition))
        told = set(self.get_readonly_fields(request, edition))  # perhaps no column at all
        form = self.get_form(request, fields=[name for name in names if name not in told])
        fields = [*self.model.content_fields(), *self.model._meta.many_to_many]
        inlines = {inline.model: inline for inline in self.get_inline_instances(request)}
        relations = {r.related_model: r for r in self.model.part_relations()}
        known = [model for model in inlines if model in relations]
        parts = [*known, *(model for model in relations if model not in inlines)]
        return Layout(
            columns_of(fields, form.base_fields),
            [part_layout(request, relations[model], inlines.get(model)) for model in parts],
        )


def part_layout(request, relation, inline) -> PartLayout:
    model = relation.related_model
    fields = [f for f in model._meta.concrete_fields if f.name not in OF_THE_PART]
    typed = inline.get_formset(request).form.base_fields if inline else {}
    label = inline.verbose_name_plural if inline else model._meta.verbose_name_plural
    return PartLayout(capfirst(label), relation.get_accessor_name(), columns_of(fields, typed))


def columns_of(fields, typed: dict) -> list[Column]:
    """In the order of the form; what the form does not have comes after it."""
    order = {name: place for place, name in enumerate(typed)}
    return [
        Column(
            field,
            str(capfirst(typed[field.name].label if field.name in typed else field.verbose_name)),
            template_of(field.related_model) if isinstance(field, ForeignKey) else "",
        )
        for field in sorted(fields, key=lambda field: order.get(field.name, len(order)))
    ]


def template_of(model: type[Model]) -> str:
    """How rows of this model are shown where two are compared, if it is by more than a name."""
    name = f"admin/{model._meta.app_label}/{model._meta.model_name}/compared.html"
    try:
        get_template(name)
    except TemplateDoesNotExist:
        return ""
    return name


def with_all(model: type[Edition]):
    """Editions with whatever a comparison reads of them."""
    parts = [
        Prefetch(relation.get_accessor_name(), relation.related_model.objects.select_related(
            *foreign_keys(relation.related_model._meta.concrete_fields)
        ))
        for relation in model.part_relations()
    ]  # fmt: skip
    labels = [field.name for field in model._meta.many_to_many]
    related = foreign_keys(model.content_fields())
    return model.objects.select_related(*related).prefetch_related(*parts, *labels)


def foreign_keys(fields) -> list[str]:
    return [f.name for f in fields if isinstance(f, ForeignKey) and f.name not in OF_THE_PART]


def choices(editions: list[Edition], first: str) -> list[tuple[str, list[tuple[Edition, Badge]]]]:
    """By name of the language, the `first` one at the top: each edition with what it is now."""
    now, found = clock.now(), []
    for code in sorted(languages.CODES, key=lambda code: code != first):
        own = [edition for edition in editions if edition.language == code]
        if own:
            badges = [badge(word_for(edition, own, now), edition) for edition in own]
            found.append((languages.native_name(code), list(zip(own, badges, strict=True))))
    return found


def edition_with(key: str, editions: list[Edition]) -> Edition:
    """Raises Http404: of another document, or not this person's to see."""
    for edition in editions:
        if str(edition.pk) == key:
            return edition
    raise Http404


def base_of(edition: Edition, editions: list[Edition]) -> Edition | None:
    """Of the same language, what a reader would compare it with: the live text that it is to
    follow, else what it was written from, else the edition before it.
    """
    now = clock.now()
    earlier = [e for e in editions if e.language == edition.language and e.number < edition.number]
    live = [e for e in earlier if word_for(e, (), now) is Word.LIVE]
    source = [e for e in earlier if e.number == edition.based_on]
    return next(iter([*live, *source, *earlier]), None)
