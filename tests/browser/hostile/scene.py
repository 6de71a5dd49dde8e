"""Rows of every model, as the site itself makes them as far as it can."""

from datetime import timedelta

from django.db import IntegrityError, models, transaction

from news.models import ArticleFile
from portal.accounts.roles import Role
from portal.media.intake import take_in
from portal.navigation.models import BannerPicture
from portal.publishing import clock
from portal.publishing.models import Preview
from portal.publishing.workflow import take, take_all
from portal.redirects.models import LostPage, Redirect
from portal.redirects.moving import begin_move
from portal.subjects.models import Subject, SubjectKind
from tests import cast
from tests.browser.hostile.columns import PACKS, site_models
from tests.portal.media.drawing import draw, upload
from tests.portal.navigation import making
from tests.reading import minsk


class Scene:
    """`live`, `drafts`, `others` (withdrawn, scheduled, in review), `previews`, `superuser`."""

    def __init__(self):
        desk = cast.a_desk()
        self.author = cast.a_person("author", Role.AUTHOR, desk)
        self.chief = cast.a_person("chief", Role.CHIEF)
        self.superuser = cast.a_person("superuser", is_superuser=True, email="s@portal.example")
        self.streams = [cast.a_stream(slug) for slug in ("opinions", "photo", "video")]
        self.desk = desk
        self.picture = take_in(upload(draw(400, 300)), self.author)
        self.file = cast.a_file(self.author)
        self.subjects = [
            Subject.objects.create(kind=kind, slug=f"{kind}-{number}", names={"en": "Name"})
            for kind in SubjectKind
            for number in range(2)
        ]
        first = self.adopted([self.article(0)])
        self.live = first + self.adopted(
            [self.article(number, related=[first[0].document]) for number in range(1, PACKS)]
        )
        self.drafts = [take("revise", each, by=self.author) for each in self.live]
        self.pages = self.adopted([self.page("about"), self.page("about/history")])
        take("revise", self.pages[0], by=self.chief)
        self.begin_what_stands_around()
        self.others = self.in_other_states()
        self.previews = [Preview.issue(draft, self.chief) for draft in self.drafts]

    def article(self, number, *, related=(), **fields):
        fields = {"live_from": minsk(2019, 6, 1, 12) + timedelta(hours=number)} | fields
        article = cast.an_article(
            self.author,
            self.streams[number % 3],
            self.desk,
            dateline_town="Minsk",
            author_line="A. B.",
            source_name="BelTA",
            source_url="https://eng.belta.by/",
            is_major=True,
            change_note="A figure was put right.",
            **fields,
        )
        parts = [cast.shown(self.picture, caption="At night", credit="C. D.") for _n in range(2)]
        parts.append(ArticleFile(file=self.file, title="The report"))
        labels = {"subjects": self.subjects, "related": list(related)}
        return article.with_parts(*parts).with_labels(**labels)

    def begin_what_stands_around(self):
        links = [making.link("Opinions", self.live[0].document), making.below("News", room="news/")]
        links.append(making.link("Elsewhere", address="https://example.org/"))
        # A link leads to one place: each column of it needs a row of its own.
        places = ({"room": "news/"}, {"address": "https://example.org/"})
        banners = [
            making.a_banner(self.chief, **place).with_parts(
                BannerPicture(picture=self.picture, alt="A lake")
            )
            for place in places
        ]
        home = cast.a_home(
            self.chief,
            story=self.live[0].document,
            features=[self.live[1].document],
            strip=[self.pages[0].document],
        )
        self.adopted([making.a_menu(self.chief, *links), *banners, home])
        now = clock.now()
        LostPage.objects.create(
            language="en", path="about/lost", hits=1, first_seen_at=now, last_seen_at=now
        )
        for path, target in (
            ("old", {"document": self.pages[0].document}),
            ("older", {"to_address": "https://example.org/"}),
        ):
            Redirect.objects.create(
                batch=begin_move("Old and older", by=self.chief), language="en", path=path, **target
            )
        duty = cast.a_person("duty-officer", Role.DUTY)
        for place in places:
            making.begin(making.an_alert(duty, **place), duty)

    def page(self, path):
        page = cast.a_page(self.author, path, self.desk, live_from=minsk(2019, 6, 1, 12))
        parts = cast.on_a_page(pictures=[self.picture] * 2, files=[self.file])
        fact = cast.a_fact(source_url="https://example.org/", check_every=12)
        return page.with_parts(*parts, fact)

    def adopted(self, articles):
        outcome = take_all("adopt", articles, by=self.chief, author=self.author)
        assert not outcome.refused, [refusal.sentences for refusal in outcome.refused]
        return outcome.done

    def in_other_states(self):
        started = [
            take("start", self.article(number, live_from=None), by=self.author)
            for number in range(3)
        ]
        withdrawn, scheduled, review = [take("submit", each, by=self.author) for each in started]
        withdrawn = cast.approve(withdrawn, self.chief)
        take("withdraw", withdrawn, by=self.chief, note="It was a mistake.")
        scheduled = cast.approve(scheduled, self.chief, at=clock.now() + timedelta(days=1))
        return [withdrawn, scheduled, review]


def fill_empty_tables() -> None:
    """A row in each table that the scene left empty, made of what its columns ask for."""
    for model in site_models():
        if not model._base_manager.exists():
            a_row_of(model)


def a_row_of(model) -> models.Model:
    values = {f.name: value_for(f) for f in model._meta.concrete_fields if is_needed(f)}
    try:
        with transaction.atomic():
            return model._base_manager.bulk_create([model(**values)])[0]
    except IntegrityError as error:
        message = f"{model._meta.label}: {error}. Make a row of it in {__name__}.Scene."
        raise AssertionError(message) from error


def is_needed(field) -> bool:
    return not (field.primary_key or field.has_default() or field.null)


def value_for(field):
    if field.is_relation:
        other = field.related_model
        return other._base_manager.first() or a_row_of(other)
    if field.choices:
        return field.choices[0][0]
    kinds = (
        (models.BooleanField, False),
        (models.DateTimeField, clock.now()),
        (models.DateField, minsk(2019, 6, 5).date()),
        (models.JSONField, {}),
        (models.BinaryField, b""),
        ((models.CharField, models.TextField), "x"),
    )
    return next((value for kind, value in kinds if isinstance(field, kind)), 1)
