"""Brings the demo's articles through the door, as a newsroom would. `load_demo` calls `load`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.core.files import File
from django.core.management.base import CommandError
from django.db import transaction
from django.utils.timezone import make_aware

from news.demo.stories import Story, Text, stories
from news.models import Article, ArticlePicture, Stream
from portal import languages
from portal.accounts.demo_cast import Cast
from portal.accounts.models import Desk, Membership
from portal.accounts.roles import Role
from portal.media.intake import take_in
from portal.media.models import Picture
from portal.publishing import clock
from portal.publishing.models import Document
from portal.publishing.workflow import take_all

STREAMS = (
    ("news", "Навіны", "Новости", "News", "新闻"),
    ("press-releases", "Прэс-рэлізы", "Пресс-релизы", "Press releases", "新闻稿"),
    (
        "opinions",
        "Меркаванні і інтэрв’ю",
        "Мнения и интервью",
        "Opinions & Interviews",
        "观点与访谈",
    ),
    ("photo", "Фота", "Фото", "Photo", "图片"),
    ("video", "Відэа", "Видео", "Video", "视频"),
)
# Desk → its sections, and who works there as what.
DESKS = {
    "News desk": (
        ["news/news", "news/press-releases", "news/opinions"],
        (("author", Role.AUTHOR), ("reviewer", Role.REVIEWER), ("publisher", Role.PUBLISHER)),
    ),
    "Photo and video desk": (
        ["news/photo", "news/video"],
        (("photographer", Role.AUTHOR), ("reviewer", Role.REVIEWER), ("publisher", Role.PUBLISHER)),
    ),
}
# State → the steps that lead to it from the draft (or the adopted edition), and who takes them.
STEPS = {
    "live": (),
    "withdrawn": (("withdraw", "publisher"),),
    "draft": (),
    "in_review": (("submit", "author"),),
    "sent_back": (("submit", "author"), ("send_back", "reviewer")),
    "scheduled": (("submit", "author"), ("approve", "publisher")),
    "discarded": (("discard", "author"),),
}
WITH_A_NOTE = {"withdraw", "send_back", "discard"}


@dataclass(frozen=True)
class Newsroom:
    """Whom and what a story needs: people by part, streams and desks by slug, pictures by name."""

    people: Cast
    streams: dict[str, Stream]
    desks: dict[str, Desk]
    pictures: dict[str, Picture]

    def crew(self, story: Story) -> dict:
        """The people of the story's desk; its author is the photographer in Photo and Video."""
        if self.desks[story.stream].name == "News desk":
            return self.people
        return self.people | {"author": self.people["photographer"]}


def load(people: Cast, write: Callable[[str], None]) -> list[tuple[str, str]]:
    """Make what is missing; what is there stays untouched. Returns what is worth a visit, as
    pairs of path and description.

    Each document comes with its whole journey in one transaction, so a killed run leaves none
    half-way and the next run makes the rest.
    """
    told = stories()
    room = open_newsroom(people, told)
    origins = set(
        Document.objects.filter(origin__startswith="demo:").values_list("origin", flat=True)
    )
    missing = [story for story in told if origin_of(story) not in origins]
    for story in missing:
        tell(story, room)
        write(f"article {story.key}: {told_states(story)}")
    write(f"Articles: {len(missing)} loaded, {len(told) - len(missing)} were there already.")
    return worth_a_visit()


def told_states(story: Story) -> str:
    states = {text.language: story.state_in(text.language) for text in story.texts}
    for text in story.revisions:
        states[text.language] += " + draft"
    return ", ".join(f"{language} {state}" for language, state in states.items())


def origin_of(story: Story) -> str:
    return f"demo:news/{story.key}"


def open_newsroom(people: Cast, told: list[Story]) -> Newsroom:
    streams, desks = {}, {}
    with transaction.atomic():
        for position, (slug, *names) in enumerate(STREAMS):
            named = dict(zip(("be", "ru", "en", "zh-hans"), names, strict=True))
            streams[slug], _new = Stream.objects.get_or_create(
                slug=slug, defaults={"names": named, "position": position}
            )
        for name, (sections, members) in DESKS.items():
            desk, _new = Desk.objects.get_or_create(name=name, defaults={"sections": sections})
            desks |= {section.removeprefix("news/"): desk for section in sections}
            for part, role in members:
                Membership.objects.get_or_create(user=people[part], desk=desk, role=role)
    return Newsroom(people, streams, desks, {s.picture: picture_of(s, people) for s in told})


def picture_of(story: Story, people: Cast) -> Picture:
    """Taken in once; later runs find it by its bytes, and bring back files that were lost."""
    with story.picture_path.open("rb") as file:
        return take_in(File(file, name=story.picture), people["photographer"])


@transaction.atomic
def tell(story: Story, room: Newsroom) -> None:
    """One document with all its languages, from the first step to the last."""
    crew = room.crew(story)
    document = Document(
        origin=origin_of(story), owner=crew["author"], desk=room.desks[story.stream]
    )
    editions = [edition_of(story, text, document, room) for text in story.texts]
    if story.at:
        editions = go("adopt", editions, by=crew["chief"], author=crew["author"])
    else:
        editions = go("start", editions, by=crew["author"])
    for edition in editions:
        for verb, part in STEPS[story.state_in(edition.language)]:
            [edition] = go(verb, [edition], by=crew[part], **options(verb, story, edition))
    for text in story.revisions:
        live = next(edition for edition in editions if edition.language == text.language)
        revise(live, text, by=crew["author"])


def go(verb: str, editions: list[Article], **options) -> list[Article]:
    outcome = take_all(verb, editions, **options)
    if outcome.refused:
        sentences = [s for refusal in outcome.refused for s in refusal.sentences]
        raise CommandError(
            f"The portal refused “{verb}” for a demo article: {' '.join(sentences)} "
            "Run load_demo again once the cause is removed; it goes on where it stopped."
        )
    return outcome.done


def options(verb: str, story: Story, edition: Article) -> dict:
    if verb == "approve":
        return {"at": start_of(story), "seen": {edition.pk: edition.content_hash}}
    return {"note": story.note} if verb in WITH_A_NOTE else {}


def start_of(story: Story):
    """When it is or goes live: the story's own moment, or nine o'clock some days ahead."""
    if story.at:
        return make_aware(story.at)
    return clock.midnight(clock.today() + timedelta(days=story.days_ahead)) + timedelta(hours=9)


def edition_of(story: Story, text: Text, document: Document, room: Newsroom) -> Article:
    start = start_of(story)
    article = Article(
        document=document,
        language=text.language,
        live_from=start if story.at else None,
        stream=room.streams[story.stream],
        dateline_on=clock.local_date(start),
        source_url=story.source_url,
    )
    write_into(article, text)
    cover = ArticlePicture(
        picture=room.pictures[story.picture],
        alt=text.alt,
        caption=text.caption,
        credit=text.credit,
    )
    return article.with_parts(cover)


def write_into(article: Article, text: Text) -> None:
    article.title, article.lead, article.body = text.title, text.lead, text.body
    article.dateline_town, article.author_line = text.town, text.author
    article.source_name = text.source


def revise(live: Article, text: Text, by) -> None:
    [draft] = go("revise", [live], by=by)
    write_into(draft, text)
    draft.changed_by = by
    draft.save()


def worth_a_visit() -> list[tuple[str, str]]:
    places = [
        ("news/", "all news"),
        ("news/opinions/", "a stream"),
        ("news/2019/06/", "June 2019 in the archive"),
        ("news/feed/rss/", "the feed"),
    ]
    found = [(languages.localise("en", path), about) for path, about in places]
    reference = Article.objects.live().filter(document__origin="demo:news/wipo", language="en")
    found += [(article.get_absolute_url(), "the article of 5 June 2019") for article in reference]
    return found
