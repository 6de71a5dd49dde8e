"""The form of an article's draft."""

from functools import cached_property

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.models import Article, Stream
from portal import languages
from portal.documents import DocumentsField
from portal.publishing.forms import EditionForm
from portal.publishing.rights import languages_of
from portal.subjects.forms import SubjectsField


class ArticleForm(EditionForm):
    """Offers the streams that the person's desks cover."""

    subjects = SubjectsField()
    related = DocumentsField(
        label=gettext_lazy("Related"),
        help_text=gettext_lazy(
            "Numbers or addresses of documents of this site, with spaces or lines between them. "
            "Readers see those that are public in the language of the text."
        ),
    )

    class Meta:
        model = Article
        fields = ()  # the admin's fieldsets say which

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        streams = self.fields["stream"]
        streams.queryset = Stream.objects.filter(pk__in=[s.pk for s in self.offered_streams])
        streams.empty_label = None if self.instance.pk else streams.empty_label
        streams.widget.can_add_related = streams.widget.can_change_related = False
        streams.widget.can_view_related = streams.widget.can_delete_related = False

    @cached_property
    def all_streams(self) -> list[Stream]:
        return list(Stream.objects.all())

    def sections(self):
        return [stream.section for stream in self.all_streams]

    @property
    def offered_streams(self) -> list[Stream]:
        """An article stays in its stream, or moves to one where the person may write as well."""
        language, own = self.instance.language, self.instance.stream_id
        return [s for s in self.all_streams if s.pk == own or self.may_write(s, language)]

    def may_write(self, stream: Stream, language: str) -> bool:
        allowed = languages_of(self.user, stream.section, Article)
        return language in allowed if language else bool(allowed)

    def clean_remote_video(self):
        address = self.cleaned_data["remote_video"]
        if address and not address.lower().startswith("https://"):
            raise ValidationError(
                _("Write the address of the video's page with https:// at its beginning.")
            )
        return address

    def clean_related(self):
        """Nothing is related to itself."""
        own = self.instance.document_id
        return [document for document in self.cleaned_data["related"] if document.pk != own]

    def clean(self):
        cleaned = super().clean()
        stream, language = cleaned.get("stream"), cleaned.get("language")
        if stream and language and not self.may_write(stream, language):
            self.add_error("language", self.not_in_this_language(stream))
        return cleaned

    def not_in_this_language(self, stream: Stream) -> str:
        names = ", ".join(
            languages.native_name(code) for code in languages_of(self.user, stream.section, Article)
        )
        return _("In “%(stream)s” your desk writes in: %(languages)s. Choose one of these.") % {
            "stream": stream,
            "languages": names,
        }
