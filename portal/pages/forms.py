"""The form of a page's draft, and where a page goes."""

from functools import cached_property

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal import languages
from portal.pages.models import Page, Place
from portal.pages.moving import Target
from portal.pages.tree import WORD, refusals
from portal.publishing.forms import EditionForm
from portal.publishing.rights import languages_of
from portal.publishing.slugs import slug_for

LONGEST = Place._meta.get_field("word").max_length
TOP = gettext_lazy("at the top of the tree")


class PlaceChoice(forms.ModelChoiceField):
    """A place of the tree, as it is read; `None` is its top, where the person may stand there."""

    def label_from_instance(self, place):
        return "\u2003" * (place.level - 1) + place.path

    def offer(self, places: list[Place], *, top: bool) -> None:
        self.queryset = Place.objects.filter(pk__in=[place.pk for place in places])
        self.required, self.empty_label = not top, TOP if top else "–"


def place_choice(**kwargs) -> PlaceChoice:
    return PlaceChoice(Place.objects.none(), label=gettext_lazy("Below"), **kwargs)


class PageForm(EditionForm):
    """Asks a new page for its place; a page that has one is moved by a step of its own."""

    parent = place_choice()
    word = forms.CharField(
        label=gettext_lazy("Word in the address"),
        required=False,
        max_length=LONGEST,
        help_text=gettext_lazy("Made from the title when left empty."),
    )

    class Meta:
        model = Page
        fields = ()  # the admin's fieldsets say which

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["parent"], self.fields["word"]
        else:
            is_root_allowed = bool(languages_of(self.user, "pages", Page))
            self.fields["parent"].offer(self.covered, top=is_root_allowed)

    @cached_property
    def all_places(self) -> list[Place]:
        return list(Place.objects.all())

    @property
    def covered(self) -> list[Place]:
        return [p for p in self.all_places if languages_of(self.user, p.section, Page)]

    def sections(self):
        return ["pages", *(place.section for place in self.all_places)]

    def clean(self):
        cleaned = super().clean()
        if self.instance.pk is None and "parent" in cleaned and "language" in cleaned:
            self.instance.place = self.new_place(cleaned)
        return cleaned

    def new_place(self, cleaned) -> Place:
        """Not stored yet, and with an error where nothing can stand."""
        parent, language = cleaned["parent"], cleaned["language"]
        word = cleaned.get("word") or self.word_for(cleaned.get("title", ""), language)
        place = Place(parent=parent, word=word)
        place.path = place.path_below(parent)
        if not word:
            self.add_error("word", _("Write the word: none can be made from the title."))
            return place
        for sentence in refusals(parent, word, self.all_places):
            self.add_error("word", sentence)
        if language not in languages_of(self.user, place.section, Page):
            self.add_error("language", self.not_in_this_language(place))
        return place

    def word_for(self, title: str, language: str) -> str:
        word = slug_for(title, language)
        return word if len(word) <= LONGEST else word[: LONGEST + 1].rpartition("-")[0]

    def not_in_this_language(self, place: Place) -> str:
        codes = languages_of(self.user, place.section, Page)
        names = ", ".join(languages.native_name(code) for code in codes)
        return _("At “%(path)s” your desk writes in: %(languages)s. Choose one of these.") % {
            "path": place.path,
            "languages": names or "–",
        }


class MoveForm(forms.Form):
    """Where a page goes. Whether it can, the move itself says."""

    parent = place_choice()
    word = forms.CharField(label=gettext_lazy("Word in the address"), max_length=LONGEST)
    position = forms.IntegerField(
        label=gettext_lazy("Position"),
        min_value=1,
        max_value=9_999,
        help_text=gettext_lazy("Among the pages there; 1 is the first."),
    )

    def __init__(self, *args, user, place: Place, **kwargs):
        own = {"parent": place.parent_id, "word": place.word, "position": place.position}
        super().__init__(*args, initial=own, **kwargs)
        places = Place.objects.exclude(pk__in=Place.objects.within(place.path).values("pk"))
        offered = [p for p in places if languages_of(user, p.section, Page, "approve")]
        self.fields["parent"].offer(offered, top=bool(languages_of(user, "pages", Page, "approve")))

    def clean_word(self):
        word = self.cleaned_data["word"].strip().lower()
        if not WORD.match(word):
            raise ValidationError(
                _("Begin with a small Latin letter; then letters, digits and hyphens.")
            )
        return word

    @property
    def target(self) -> Target:
        data = self.cleaned_data
        return Target(data["parent"], data["word"], data["position"])
