"""The form of a stream, which may be a campaign."""

from django import forms
from django.utils.translation import gettext_lazy as _

from news.models import Article, Stream
from portal.publishing.admin.labels import LabelForm
from portal.publishing.forms import MomentField
from portal.publishing.models import Document, Entry
from portal.publishing.words import spoken

LARGEST_NUMBER = 10**12 - 1  # of the digits that an address takes


class StreamForm(LabelForm):
    """A stream with its names; a campaign has a beginning, an end and a landing article besides."""

    opens_at = MomentField(
        label=_("opens"),
        help_text=_(
            "For a campaign (a festival, the Games). Before this moment nobody outside sees "
            "anything of it, and no article of it can be public. Left empty: an ordinary stream."
        ),
    )
    ends_at = MomentField(
        label=_("ends"),
        help_text=_(
            "From this moment on it is an archive: its banner goes, its page and articles stay."
        ),
    )
    landing_number = forms.IntegerField(
        label=_("landing article, number"),
        required=False,
        min_value=1,
        max_value=LARGEST_NUMBER,
        help_text=_(
            "The number in the article's address. Its picture, title and lead are the banner and "
            "open the campaign's page, in each language in which it is public."
        ),
    )

    class Meta:
        model = Stream
        fields = ("slug", "position", "opens_at", "ends_at")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.landing:
            self.fields["landing_number"].initial = self.instance.landing.number

    def clean_landing_number(self):
        number = self.cleaned_data["landing_number"]
        self.landing = Document.objects.filter(
            kind=Article._meta.label_lower, number=number
        ).first()
        if number and not self.landing:
            raise forms.ValidationError(
                _("There is no article with the number %(number)s. Look it up in its address."),
                params={"number": number},
            )
        return number

    def clean(self):
        cleaned = super().clean()
        opens_at = cleaned.get("opens_at")
        if opens_at and self.instance.pk:
            approved = Entry.objects.in_section(self.instance.section)
            first = approved.order_by("live_from").first()
            if first and first.live_from < opens_at:
                self.add_error("opens_at", self.too_late_for(first))
        return cleaned

    def too_late_for(self, entry: Entry) -> str:
        return _(
            "“%(title)s” in this stream is public from %(moment)s on. Choose that time or an "
            "earlier one, or reschedule the article first."
        ) % {"title": entry.title, "moment": spoken(entry.live_from)}

    def _post_clean(self):
        super()._post_clean()
        if "landing_number" in self.cleaned_data:
            self.instance.landing = self.landing
