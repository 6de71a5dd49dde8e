"""Brings the demo's articles through the door, as a newsroom would. `load_demo` calls `load`."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.core.management.base import CommandError
from django.db import transaction
from django.utils.timezone import make_aware

from news.demo.labels import CAMPAIGNS
from news.demo.newsroom import Newsroom, open_newsroom
from news.demo.stories import Story, Text, stories
from news.models import Article, ArticleFile, ArticlePicture, Stream
from portal import languages
from portal.accounts.demo_cast import Cast
from portal.accounts.models import User
from portal.publishing import clock
from portal.publishing.models import Document
from portal.publishing.steps import Afterwards
from portal.publishing.workflow import take_all

# State → the steps that lead to it from the draft (or the adopted edition), and who takes them.
STEPS = {
    "live": (),
    "ending": (("withdraw", "publisher"),),
    "withdrawn": (("withdraw", "publisher"),),
    "draft": (),
    "in_review": (("submit", "author"),),
    "sent_back": (("submit", "author"), ("send_back", "reviewer")),
    "scheduled": (("submit", "author"), ("approve", "publisher")),
    "discarded": (("discard", "author"),),
    "urgent": (("urgent", "chief"),),
    "confirmed": (("urgent", "chief"), ("confirm", "publisher")),
}
# The steps of a correction, once it is written.
CORRECTED = (("submit", "author"), ("approve", "publisher"))
WITH_A_NOTE = {"withdraw", "send_back", "discard", "urgent"}
PUBLISHES = {"approve", "urgent"}


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
    missing = [story for story in told if story.origin not in origins]
    for story in missing:
        tell(story, room)
        write(f"article {story.key}: {told_states(story)}")
    write(f"Articles: {len(missing)} loaded, {len(told) - len(missing)} were there already.")
    return worth_a_visit()


def told_states(story: Story) -> str:
    states = {text.language: story.state_in(text.language) for text in story.texts}
    for text in story.corrections:
        states[text.language] += ", corrected"
    for text in [*story.revisions, *story.translations]:
        states[text.language] = " + ".join(filter(None, [states.get(text.language), "draft"]))
    return "; ".join(f"{language} {state}" for language, state in states.items())


@transaction.atomic
def tell(story: Story, room: Newsroom) -> None:
    """One document with all its languages, from the first step to the last."""
    crew = room.crew(story)
    document = Document(origin=story.origin, owner=crew["author"], desk=room.desks[story.stream])
    editions = begin(story, document, room)
    for edition in editions:
        walk(STEPS[story.state_in(edition.language)], edition, story, crew)
    live = {edition.language: edition for edition in editions}
    for text in story.corrections:
        live[text.language] = correct(live[text.language], text, story, crew)
    for text in story.revisions:
        rewrite(live[text.language], text, story, crew["author"])
    for text in story.translations:
        translate(editions[0], text, story, crew["author"])
    campaigns = [campaign.slug for campaign in CAMPAIGNS if campaign.landing == story.key]
    Stream.objects.filter(slug__in=campaigns).update(landing=editions[0].document)


def begin(story: Story, document: Document, room: Newsroom) -> list[Article]:
    crew = room.crew(story)
    related = list(Document.objects.filter(origin__in=[f"demo:news/{k}" for k in story.related]))
    editions = [edition_of(story, text, document, room, related) for text in story.texts]
    if story.is_public_at_once:
        return go("adopt", editions, by=crew["chief"], author=crew["author"])
    return go("start", editions, by=crew["author"])


def walk(steps, edition: Article, story: Story, crew: Cast) -> Article:
    for verb, part in steps:
        [edition] = go(verb, [edition], by=crew[part], **options(verb, story, edition))
    return edition


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
    given = {"note": story.note} if verb in WITH_A_NOTE else {}
    if verb in PUBLISHES:
        given["seen"] = {edition.pk: edition.content_hash}
    if verb == "approve" and story.state_in(edition.language) == "scheduled":
        given["at"] = start_of(story)
    if verb == "withdraw":
        given |= ending_of(story, edition.language)
    return given


def ending_of(story: Story, language: str) -> dict:
    """When it ends, and what its address says from then on."""
    given = {"at": nine_o_clock(story.ends_in)} if story.ends_in else {}
    said = {}
    if answer := story.answer.get(language):
        said["answer"] = answer
    if answer == "notice":
        [said["notice"]] = [text.notice for text in story.texts if text.language == language]
    if answer == "redirect":
        said["target"] = Document.objects.get(origin=f"demo:news/{story.target}")
    return given | ({"afterwards": Afterwards(**said)} if said else {})


def start_of(story: Story) -> datetime:
    """When it is or goes live: the story's own moment, or nine o'clock some days from now."""
    if story.at:
        return make_aware(story.at)
    return nine_o_clock(story.days_ahead - story.days_ago)


def nine_o_clock(days: int) -> datetime:
    return clock.midnight(clock.today() + timedelta(days=days)) + timedelta(hours=9)


def edition_of(story: Story, text: Text, document: Document, room: Newsroom, related) -> Article:
    start = start_of(story)
    article = Article(
        document=document,
        language=text.language,
        live_from=start if story.is_public_at_once else None,
        layout=story.layout,
        stream=room.streams[story.stream],
        dateline_on=clock.local_date(start),
        source_url=story.source_url,
    )
    write_into(article, text, story)
    parts = [*pictures_in(story, text, room), *files_in(story, text, room)]
    subjects = [room.subjects[slug] for slug in story.subjects]
    return article.with_parts(*parts).with_labels(subjects=subjects, related=related)


def write_into(article: Article, text: Text, story: Story) -> None:
    article.title, article.lead, article.body = text.title, text.lead, story.body_of(text)
    article.dateline_town, article.author_line = text.town, text.author
    article.source_name = text.source
    article.is_major, article.change_note = text.is_major, text.change_note


def pictures_in(story: Story, text: Text, room: Newsroom) -> list[ArticlePicture]:
    return [
        ArticlePicture(
            key=story.key_of(name),
            position=position,
            picture=room.pictures[name],
            credit=text.credit,
            **description,
        )
        for position, (name, description) in enumerate(
            zip(story.pictures, text.descriptions, strict=True)
        )
    ]


def files_in(story: Story, text: Text, room: Newsroom) -> list[ArticleFile]:
    return [
        ArticleFile(position=position, file=room.files[name], title=text.files.get(name, ""))
        for position, name in enumerate(story.files)
    ]


def correct(live: Article, text: Text, story: Story, crew: Cast) -> Article:
    """The public text is replaced by one that somebody else has read."""
    return walk(CORRECTED, rewrite(live, text, story, crew["author"]), story, crew)


def rewrite(live: Article, text: Text, story: Story, by: User) -> Article:
    [draft] = go("revise", [live], by=by)
    return save(draft, text, story, by)


def translate(source: Article, text: Text, story: Story, by: User) -> Article:
    [draft] = go("translate", [source], by=by, language=text.language)
    return save(draft, text, story, by)


def save(draft: Article, text: Text, story: Story, by: User) -> Article:
    write_into(draft, text, story)
    draft.changed_by = by
    draft.save()
    for part, description in zip(draft.pictures.all(), text.descriptions, strict=True):
        part.alt, part.caption, part.credit = (
            description["alt"],
            description["caption"],
            text.credit,
        )
        part.save()
    return Article.objects.whole().get(pk=draft.pk)


def worth_a_visit() -> list[tuple[str, str]]:
    places = [
        ("news/", "all news"),
        ("news/opinions/", "a stream"),
        ("news/weekends/", "a campaign that is on"),
        ("news/european-games/", "a campaign that is over"),
        ("news/2019/06/", "June 2019 in the archive"),
        ("news/feed/rss/", "the feed"),
    ]
    found = [(languages.localise("en", path), about) for path, about in places]
    for key, about in (
        ("wipo", "the article of 5 June 2019"),
        ("struve", "a long report with figures"),
        ("year", "a photo report"),
        ("kupalle", "a video"),
        ("metro", "a corrected text"),
    ):
        articles = Article.objects.live().filter(document__origin=f"demo:news/{key}", language="en")
        found += [(article.get_absolute_url(), about) for article in articles]
    return found
