"""Choosing topics, people and regions on the form of a text."""

from itertools import groupby

from django import forms
from django.forms.models import ModelChoiceIterator
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from portal.subjects.models import Subject, SubjectKind

LEGENDS = {
    SubjectKind.TOPIC: _("Topics"),
    SubjectKind.PERSON: _("People"),
    SubjectKind.REGION: _("Regions"),
}


class ByKind(ModelChoiceIterator):
    """The subjects in groups, in the order of the kinds; one query."""

    def __iter__(self):
        order = list(SubjectKind)
        subjects = sorted(self.queryset.all(), key=lambda subject: order.index(subject.kind))
        for kind, group in groupby(subjects, lambda subject: subject.kind):
            yield LEGENDS[kind], [self.choice(subject) for subject in group]


class SubjectBoxes(forms.CheckboxSelectMultiple):
    """A frame of boxes for each kind, that scrolls. A script adds a field to look for one."""

    class Media:
        js = ("portal/js/subjects.js",)

    use_fieldset = True

    def render(self, name, value, attrs=None, renderer=None):
        context = self.get_context(name, value, attrs)
        return render_to_string("admin/subjects/boxes.html", context)


class SubjectsField(forms.ModelMultipleChoiceField):
    iterator = ByKind
    widget = SubjectBoxes

    def __init__(self, **kwargs):
        super().__init__(
            Subject.objects.all(),
            required=False,
            label=_("Topics, people, regions"),
            help_text=_("What the text is about. Readers find it in the lists of each of these."),
            **kwargs,
        )

    def label_from_instance(self, subject):
        if not subject.name_lang:
            return subject.name
        return format_html('<span lang="{}">{}</span>', subject.name_lang, subject.name)
