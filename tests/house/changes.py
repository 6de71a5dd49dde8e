"""Everything that can change on the site, one after the other, for the sweep of kept pages."""

from dataclasses import dataclass, field
from datetime import timedelta

from news.models import Stream
from portal.media.models import Picture
from portal.navigation.models import Slot
from portal.pages.models import Page, Place
from portal.pages.moving import Target, move
from portal.publishing import clock
from portal.publishing.models import Document, Edition
from portal.publishing.workflow import take, take_all
from portal.subjects.models import Subject
from tests import cast
from tests.portal.navigation import making
from tests.portal.navigation.making import link
from tests.reading import minsk

DAY = timedelta(days=1)


@dataclass
class Changes:
    """Its public methods are the changes, in their order; each begins where the last one ended.
    `author` may write everything, `chief` and `superuser` approve.
    """

    author: object
    chief: object
    superuser: object
    stream: Stream
    made: dict[str, Edition] = field(default_factory=dict)

    def __iter__(self):
        names = [name for name in vars(type(self)) if not name.startswith("_")]
        return ((name, getattr(self, name)) for name in names if callable(getattr(self, name)))

    # --- Articles ---------------------------------------------------------------------------------

    def publish(self):
        self._publish("new", title="New")

    def publish_with_another_beside_it_that_is_to_come(self):
        later = self._publish("later", at=clock.now() + 3 * DAY, title="Beside, later")
        draft = take("revise", self.made["new"], by=self.author)
        draft.related.add(later.document)
        text = f'<p><a href="document:{later.document.number}">later</a></p>'
        self.made["new"] = self._approve(cast.save(draft, self.author, body=text, lead="Changed."))

    def schedule_a_correction(self):
        draft = cast.save(
            take("revise", self.made["new"], by=self.author), self.author, title="Newer"
        )
        self._approve(draft, at=clock.now() + DAY / 2)

    def translate(self):
        self._publish("russian", title="Новое", language="ru", document=self.made["new"].document)

    def let_an_article_go_to_another_stream(self):
        self._publish("moved", title="Will move")
        draft = take("revise", self.made["moved"], by=self.chief)
        video = cast.a_stream("video")
        self.made["moved"] = self._approve(cast.save(draft, self.chief, stream=video))

    def adopt_into_the_past(self):
        moments = [minsk(2012, 1, 1), minsk(2019, 6, 4), clock.now() - DAY]
        made = [
            cast.an_article(self.author, self.stream, live_from=at, title="Old") for at in moments
        ]
        assert len(take_all("adopt", made, by=self.chief, author=self.author).done) == 3

    def publish_about_a_topic(self):
        topic = Subject.objects.get(slug="culture")
        self._publish("about", title="About culture", subjects=[topic])

    def plan_an_end(self):
        self._withdraw("new", at=clock.now() + 4 * DAY)

    def take_the_end_back(self):
        take("keep", self.made["new"], by=self.chief)

    def withdraw(self):
        self._withdraw("moved")

    def publish_again_what_was_withdrawn(self):
        draft = take("revise", self.made["moved"], by=self.chief)
        review = take("submit", draft, by=self.chief)
        self.made["moved"] = cast.approve(review, self.superuser, answers=["republish"])

    # --- Labels and pictures ----------------------------------------------------------------------

    def rename_a_stream(self):
        self.stream.names = {"en": "Columns", "ru": "Колонки"}
        self.stream.save()

    def rename_a_topic(self):
        topic = Subject.objects.get(slug="culture")
        topic.names = {"en": "Arts"}
        topic.save()

    def plan_a_campaign(self):
        Stream.objects.create(
            slug="games",
            names={"en": "Games"},
            opens_at=clock.now() + DAY,
            ends_at=clock.now() + 2 * DAY,
            landing=self.made["new"].document,
        )

    def make_renditions(self):
        picture = Picture.objects.order_by("pk").first()
        picture.avif_crops = [""]
        picture.save()

    # --- Pages and what stands around -------------------------------------------------------------

    def publish_a_page_below_another(self):
        page = cast.a_page(self.author, "about/history", live_from=clock.now())
        take("adopt", page, by=self.chief, author=self.author)

    def revise_a_page(self):
        draft = take("revise", self._about(), by=self.chief)
        self._approve(cast.save(draft, self.chief, title="About us", lead="Anew."))

    def move_a_page(self):
        move(Place.objects.get(path="about/geography"), Target(None, "geography", 1), by=self.chief)

    def publish_a_menu(self):
        items = [link("All news", room="news/"), link("About", self._about().document)]
        making.publish(
            making.a_menu(self.chief, *items, slot=Slot.MAIN), self.chief, self.superuser
        )

    def publish_an_alert(self):
        alert = making.an_alert(self.chief)
        self.made["alert"] = making.publish(alert, self.chief, self.superuser)

    def publish_a_home_page(self):
        lead, feature = self.made["later"].document, self.made["new"].document
        home = cast.a_home(self.chief, title="Welcome", story=lead, features=[feature])
        self._approve(take("start", home, by=self.chief))

    def let_an_alert_end(self):
        self._withdraw("alert")

    # --- By the same hands ------------------------------------------------------------------------

    def _about(self) -> Page:
        return Page.objects.live().get(place__path="about", language="en")

    def _approve(self, draft, at=None):
        return cast.approve(take("submit", draft, by=self.chief), self.superuser, at=at)

    def _publish(self, name, at=None, **fields):
        document = fields.pop("document", None) or Document(owner=self.author)
        article = cast.an_article(self.author, self.stream, document=document, **fields)
        self.made[name] = self._approve(take("start", article, by=self.author), at=at)
        return self.made[name]

    def _withdraw(self, name, **options):
        take("withdraw", self.made[name], by=self.superuser, note="A mistake.", **options)
