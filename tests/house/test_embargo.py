"""The embargo sweep: what is not due is nowhere, and afterwards it is everywhere it should be."""

from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from django.utils import timezone

from news.models import Stream
from portal.media.intake import take_in, take_in_file
from portal.media.models import Picture
from portal.media.uses import ensure_crop
from portal.pages.models import Page, PagePicture
from portal.publishing import clock
from portal.publishing.models import Document, Edition
from portal.publishing.workflow import take
from tests import cast
from tests.house.sweep import (
    Sweep,
    around,
    canary,
    guesses,
    lists_from,
    narrowed,
    variations,
)
from tests.portal.media import samples
from tests.portal.media.drawing import as_upload, draw, upload
from tests.reading import minsk

pytestmark = pytest.mark.django_db

WORDS = ("title", "slug", "lead", "body", "author", "source", "town", "video")
PICTURE_WORDS = ("alt", "caption", "credit")
SUBJECT_WORDS = ("topic", "region")
FACT_WORDS = ("label", "value", "source")
HOME_WORDS = ("title", "lead", "latest", "strip")
FILE_WORD = "document"  # stands in the bytes of an attached file
TICK = timedelta(microseconds=1)


def words(group):
    """The text of an article in which every field holds a canary."""
    fields = {name: canary(group, name) for name in WORDS}
    return {
        "title": f"The {fields['title']} story",
        "slug": fields["slug"],
        "lead": f"All about {fields['lead']}.",
        "body": f"<p>It says {fields['body']}.</p>",
        "author_line": fields["author"],
        "source_name": fields["source"],
        "source_url": f"https://example.org/{fields['source']}",
        "dateline_town": fields["town"],
        "remote_video": f"https://example.org/{fields['video']}",
    }


@dataclass
class Hidden:
    """What nobody may know of: before `due` for what is scheduled, at any time for the rest."""

    due: object
    scheduled: dict[str, Edition] = field(default_factory=dict)
    unapproved: dict[str, Edition] = field(default_factory=dict)
    pictures: dict[str, str] = field(default_factory=dict)  # group → token
    campaign: Stream | None = None
    # What is told only beside what was public before: a note on a change.
    notes: set[str] = field(default_factory=set)
    documents: dict[str, str] = field(default_factory=dict)  # group → token
    # Group → address of a part, shown by nobody else, of a picture that everybody may see.
    crops: dict[str, str] = field(default_factory=dict)

    home: Edition | None = None
    # Group → path of a page that is scheduled or unapproved.
    pages: dict[str, str] = field(default_factory=dict)

    @property
    def editions(self):
        return self.scheduled | self.unapproved

    @property
    def articles(self):
        return {group: e for group, e in self.editions.items() if group not in self.pages}

    @property
    def numbers(self):
        editions = [*self.articles.values(), *([self.home] if self.home else [])]
        return {e.document.number for e in editions if e.document.number}

    @property
    def slugs(self):
        return [canary(group, "slug") for group in self.articles]

    @property
    def subjects(self):
        return [canary(group, name) for group in self.articles for name in SUBJECT_WORDS]


@pytest.fixture
def photo(db):
    """A stream in which nothing has appeared yet."""
    return cast.a_stream("photo")


@pytest.fixture
def live(places, make_adopted, replace, make_withdrawn, photo):
    """What everybody may read: articles of several days, one of them in all languages. The first
    has changed before, and tells so.
    """
    moments = [minsk(2019, 6, 5, hour) for hour in range(3)]
    first, *others = make_adopted(*moments, clock.now() - timedelta(hours=2))
    make_withdrawn(title="Withdrawn long ago")
    return [replace(first, is_major=True, change_note="The hours were wrong."), *others]


@pytest.fixture
def secret_picture(author):
    """secret_picture(group) → a stored picture whose file was called by a canary."""
    sizes = iter(range(400, 2000, 40))

    def make(group):
        name = canary(group, "file") + ".jpg"
        return take_in(upload(draw(next(sizes), 330), name=name), author)

    return make


@pytest.fixture
def begin(secret_picture, author, desk, stream):
    """begin(hidden, group, base=None, **options) → a draft full of canaries, new or of a base."""

    def shown(hidden, group):
        picture = secret_picture(group)
        hidden.pictures[group] = picture.token
        return picture, {name: canary(group, name) for name in PICTURE_WORDS}

    def about(draft, group):
        """Subjects that nothing else is about, with canaries for names and in addresses."""
        names = {name: canary(group, name) for name in SUBJECT_WORDS}
        draft.subjects.add(
            cast.a_topic(names["topic"], en=names["topic"]),
            cast.a_region(names["region"], en=names["region"]),
        )
        return draft

    def parts_besides(hidden, group):
        content = samples.pdf(before_the_end=f"% {canary(group, FILE_WORD)}\n".encode())
        report = take_in_file(as_upload(content, "Report.pdf"), author, language="en")
        hidden.documents[group] = report.token
        seen = Picture.objects.order_by("pk").first()
        crop = f"{len(hidden.crops)}-0-50-100"
        ensure_crop(seen, crop)
        hidden.crops[group] = f"/media/{seen.token}/{crop}_320.webp"
        return [cast.shown(seen, crop=crop, position=9), cast.offered(report)]

    def go(hidden, group, base=None, language="", **fields):
        picture, said = shown(hidden, group)
        besides = parts_besides(hidden, group)
        if base is None:
            fields = words(group) | {"stream": stream, "language": language or "en"} | fields
            article = cast.an_article(author, desk=desk, **fields)
            parts = [cast.shown(picture, position=place, **said) for place in range(2)]
            article = article.with_parts(*parts, *besides)
            return about(take("start", article, by=author), group)
        verb = "translate" if language else "revise"
        draft = take(verb, base, by=author, language=language)
        part = draft.pictures.first() or cast.shown(picture, edition=draft)
        for name, value in ({"picture": picture} | said).items():
            setattr(part, name, value)
        for each in (part, *besides):
            each.edition = draft
            each.save()
        if not language:
            hidden.notes.add(group)
            fields |= {"is_major": True, "change_note": canary(group, "note")}
        return about(cast.save(draft, author, **words(group), **fields), group)

    return go


@pytest.fixture
def begin_page(secret_picture, author, chief, pages_desk):
    """begin_page(hidden, group, path, base=None, language="en") → a draft full of canaries."""

    def go(hidden, group, path, base=None, language="en"):
        words = {name: canary(group, name) for name in ("title", "lead", "body")}
        picture, said = secret_picture(group), {name: canary(group, name) for name in PICTURE_WORDS}
        hidden.pictures[group], hidden.pages[group] = picture.token, path
        facts = {name: canary(group, name) for name in FACT_WORDS}
        facts["source_name"] = facts.pop("source")
        parts = [cast.shown(picture, PagePicture, **said), cast.a_fact(**facts)]
        if base is None:
            page = cast.a_page(author, path, pages_desk, language=language, **words)
            return take("start", page.with_parts(*parts), by=chief)
        is_translation = language != base.language
        verb = "translate" if is_translation else "revise"
        draft = take(verb, base, by=chief, language=language if is_translation else "")
        for part in parts:
            part.edition = draft
            part.save()
        return cast.save(draft, author, **words)

    return go


@pytest.fixture
def hide_pages(places, begin_page, make_page, chief, superuser):
    """hide_pages(hidden): beside and over what stands at "about", in all languages; and one over
    a Russian page that stands in for a Belarusian one.
    """
    stands_in = make_page("about/archives", language="ru", title="Архивы")

    def go(hidden):
        about = Page.objects.live().get(place__path="about", language="en")
        secret = f"about/{canary('duepage', 'slug')}"
        drafts = {
            "duepage": begin_page(hidden, "duepage", secret),
            "duepageover": begin_page(hidden, "duepageover", "about", about),
            "duepageown": begin_page(hidden, "duepageown", "about/archives", stands_in, "be"),
        }
        for group, draft in drafts.items():
            review = take("submit", draft, by=chief)
            hidden.scheduled[group] = cast.approve(review, superuser, at=hidden.due)
        below = begin_page(hidden, "rawpage", f"{secret}/{canary('rawpage', 'slug')}")
        review = begin_page(hidden, "rawpagereview", canary("rawpagereview", "slug"))
        hidden.unapproved |= {"rawpage": below, "rawpagereview": take("submit", review, by=chief)}

    return go


@pytest.fixture
def hide_home(author, chief, superuser):
    """hide_home(hidden): an English home page that leads with what is hidden as well, due at the
    same moment; in two other languages ones that nobody has approved.
    """

    def begin(group, language, **slots):
        said = {name: canary(group, name) for name in HOME_WORDS}
        said["latest_title"], said["strip_title"] = said.pop("latest"), said.pop("strip")
        home = cast.a_home(author, language=language, **said, **slots)
        return take("start", home, by=chief)

    def go(hidden):
        lead, feature, strip = (
            hidden.scheduled[group].document for group in ("duenew", "duerevised", "duecampaign")
        )
        home = begin("duehome", "en", story=lead, features=[feature], strip=[strip])
        hidden.home = cast.approve(take("submit", home, by=chief), superuser, at=hidden.due)
        begin("rawhome", "ru", story=hidden.scheduled["duephoto"].document)
        take("submit", begin("rawhomereview", "be"), by=chief)

    return go


@pytest.fixture
def hide(live, begin, hide_pages, hide_home, photo, author, publisher, desk):
    """hide(due) → Hidden. Called once the live site has been seen without it."""

    def schedule(draft, due):
        return cast.approve(take("submit", draft, by=author), publisher, at=due)

    def go(due):
        hidden = Hidden(due)
        name = canary("duecampaign", "stream")
        hidden.campaign = Stream.objects.create(
            slug=name, names={"en": name}, opens_at=due, ends_at=due + timedelta(days=9)
        )
        drafts = {
            "duecampaign": begin(hidden, "duecampaign", stream=hidden.campaign),
            "duenew": begin(hidden, "duenew"),
            "duephoto": begin(hidden, "duephoto", language="ru", stream=photo, layout="photo"),
            "duerevised": begin(hidden, "duerevised", base=live[0]),
            "duetranslated": begin(hidden, "duetranslated", base=live[1], language="be"),
        }
        for group, draft in drafts.items():
            hidden.scheduled[group] = schedule(draft, due)
        hidden.campaign.landing = hidden.scheduled["duecampaign"].document
        hidden.campaign.save()
        numbered = Document.objects.create(owner=author, desk=desk, number=100_500)
        hidden.unapproved = {
            "rawdraft": begin(hidden, "rawdraft"),
            "rawnumbered": begin(hidden, "rawnumbered", document=numbered),
            "rawreview": take("submit", begin(hidden, "rawreview"), by=author),
            "rawrevision": begin(hidden, "rawrevision", base=live[2]),
            "rawdiscarded": take("discard", begin(hidden, "rawdiscarded"), by=author),
            "rawtranslation": take(
                "submit", begin(hidden, "rawtranslation", base=live[3], language="ru"), by=author
            ),
        }
        hide_pages(hidden)
        hide_home(hidden)
        return hidden

    return go


@dataclass(frozen=True)
class Probes:
    """What an outsider could try: the very addresses, many near them, and other ways to ask."""

    exact: list
    near: list
    otherwise: list


def probes_for(hidden):
    moments = [clock.now(), hidden.due]
    exact = guesses(
        hidden.numbers,
        hidden.slugs,
        ["opinions", "photo", canary("duenew", "slug"), hidden.campaign.slug],
        ["culture", *hidden.subjects],
        [*hidden.pictures.values(), "0" * 32],
        [*hidden.documents.values(), "0" * 32],
        ["about", *hidden.pages.values()],
        moments,
    )
    exact += hidden.crops.values()
    lists = lists_from(moments) + narrowed(
        {
            "topic": [canary(group, "topic") for group in hidden.articles],
            "region": [canary(group, "region") for group in hidden.articles],
            "stream": [hidden.campaign.slug, "photo"],
            "from": [f"{at:%Y-%m-%d}" for at in moments],
        }
    )
    near = around(hidden.numbers) + lists + [(path, "head", {}) for path in exact + lists]
    own = [f"/{prefix}/news/{n}/" for prefix in ("en", "ru", "be") for n in hidden.numbers]
    doors = ["/en/", "/ru/", "/en/news/", "/ru/news/photo/", "/en/news/feed/rss/", "/sitemap.xml"]
    months = [f"/sitemap-content.xml?p={at:%Y-%m}" for at in moments]
    doors += [*months, "/sitemap-lists.xml", "/en/site-map/"]
    doors += ["/en/news/topic/culture/", "/en/news/feed/atom/", "/sitemap-news.xml"]
    return Probes(exact, near, variations(own + files_of(hidden) + doors))


def same(answer):
    return answer.status_code, dict(answer.headers), answer.body


def test_what_is_not_due_is_nowhere_and_then_everywhere(hide, chief, time_machine, record_property):
    sweep, start = Sweep(), clock.now()
    due = start + timedelta(days=40)
    time_machine.move_to(due - TICK, tick=False)
    untouched = {address: same(answer) for address, answer in sweep.crawl().items()}
    assert len(untouched) > 60
    time_machine.move_to(start)
    hidden = hide(due)

    # A microsecond before: not a word, and not a byte of the site has changed.
    time_machine.move_to(due - TICK, tick=False)
    assert {address: same(answer) for address, answer in sweep.crawl().items()} == untouched
    probes = probes_for(hidden)
    assert sweep.heard(probes.exact + probes.near + probes.otherwise) == {}
    assert_unknown_is_one_answer(sweep, hidden)

    # At the moment: what was scheduled is at every door, and nothing else is.
    time_machine.move_to(due, tick=False)
    assert_at_every_door(sweep, hidden)
    heard = sweep.heard([*sweep.crawl(), *probes.exact])
    said = {canary(group, n) for group in hidden.scheduled for n in spoken_of(hidden, group)}
    notes = {canary(group, "note") for group in hidden.scheduled.keys() & hidden.notes}
    assert notes
    home = {canary("duehome", name) for name in HOME_WORDS}
    assert set(heard) == said | notes | home | {hidden.campaign.slug}

    # Withdrawn: gone again.
    time_machine.move_to(due + timedelta(seconds=1))
    for edition in (hidden.home, *hidden.scheduled.values()):
        take("withdraw", edition, by=chief, note="The sweep is over.")
    heard = sweep.heard([*sweep.crawl(), *probes.exact, *probes.otherwise])
    assert set(heard) == {hidden.campaign.slug}  # a campaign is open whatever stands in it
    for edition in hidden.scheduled.values():
        assert sweep.ask(edition.get_absolute_url()).status_code == 410
    assert {sweep.ask(path).status_code for path in photos_of(hidden.scheduled["duephoto"])} == {
        410
    }
    assert {sweep.ask(path).status_code for path in files_of(hidden)} == {404}

    record_property("embargo sweep", f"{sweep.probes:,} probes, 0 leaks")


def spoken_of(hidden, group):
    """The words of what a group says once it is public."""
    if group not in hidden.pages:
        return (*WORDS, *PICTURE_WORDS, *SUBJECT_WORDS, FILE_WORD)
    own = ("slug",) if canary(group, "slug") in hidden.pages[group] else ()
    return ("title", "lead", "body", *own, *PICTURE_WORDS, *FACT_WORDS)


def photos_of(report):
    return [f"/ru/news/{report.document.number}/photo/{place}/" for place in (1, 2)]


def files_of(hidden):
    pictures = [f"/media/{token}/320.webp" for token in hidden.pictures.values()]
    documents = [f"/media/{token}/report.pdf" for token in hidden.documents.values()]
    return [*pictures, *documents, *hidden.crops.values()]


def assert_unknown_is_one_answer(sweep, hidden):
    """The very addresses that will be, and those of pictures, answer as ones that never were."""
    for prefix in ("en", "ru", "be"):
        # The menu of a page says in which room the address lies.
        never = same(sweep.ask(f"/{prefix}/news/987654/never-was/"))
        never_page = same(sweep.ask(f"/{prefix}/about/never-was/"))
        assert never[0] == never_page[0] == 404
        for group, edition in hidden.editions.items():
            address = edition.get_absolute_url()
            if not address.startswith(f"/{prefix}/") or edition.based_on is not None:
                continue
            if group in hidden.pages:
                assert same(sweep.ask(address)) == never_page, group
                continue
            assert same(sweep.ask(address)) == never, group
            bare = f"/{prefix}/news/{edition.document.number or 0:06d}"
            assert same(sweep.ask(f"{bare}/photo/1/")) == never, group
    never = same(sweep.ask(f"/media/{'0' * 32}/320.webp"))
    assert all(same(sweep.ask(path)) == never for path in files_of(hidden))


def assert_at_every_door(sweep, hidden):
    at = timezone.localtime(hidden.due)
    part = f"/sitemap-content.xml?p={at:%Y-%m}"
    doors = {
        "duenew": [
            "/en/",
            "/en/news/",
            "/en/news/opinions/",
            f"/en/news/{at:%Y/%m/%d}/",
            f"/en/news/{at:%Y/%m}/",
            f"/en/news/topic/{canary('duenew', 'topic')}/",
            f"/en/news/region/{canary('duenew', 'region')}/feed/atom/",
            f"/en/news/?topic={canary('duenew', 'topic')}&stream=opinions",
            f"/en/news/?from={at:%Y-%m-%d}",
            "/sitemap-news.xml",
            "/en/news/feed/rss/",
            "/en/news/feed/atom/",
            "/en/news/opinions/feed/rss/",
        ],
        "duecampaign": [
            "/en/",
            f"/en/news/{hidden.campaign.slug}/",
            f"/en/news/{hidden.campaign.slug}/feed/atom/",
        ],
        "duephoto": [
            "/ru/",
            "/ru/news/photo/",
            "/ru/news/photo/feed/rss/",
            f"/ru/news/{at:%Y/%m}/",
            *photos_of(hidden.scheduled["duephoto"]),
        ],
        "duerevised": ["/en/news/", "/en/news/2019/06/05/", "/en/news/feed/rss/"],
        "duetranslated": ["/be/", "/be/news/", f"/be/news/{at:%Y/%m/%d}/", "/be/news/feed/rss/"],
    }
    for group, path in hidden.pages.items():
        if group in hidden.scheduled:
            edition = hidden.scheduled[group]
            assert canary(group, "title") in sweep.ask(edition.get_absolute_url()).said, group
            above = f"/en/{path.rpartition('/')[0]}/"
            assert group != "duepage" or canary(group, "lead") in sweep.ask(above).said
            assert edition.get_absolute_url() in sweep.ask(part).said, group
            assert sweep.ask(f"/media/{hidden.pictures[group]}/320.webp").status_code == 200
    for group, paths in doors.items():
        for path in paths:
            assert canary(group, "title") in sweep.ask(path).said, path
        assert sweep.ask(hidden.scheduled[group].get_absolute_url()).status_code == 200
        assert canary(group, "slug") in sweep.ask(part).said
        picture, document = hidden.pictures[group], hidden.documents[group]
        assert sweep.ask(f"/media/{picture}/320.webp").status_code == 200
        assert sweep.ask(f"/media/{document}/report.pdf").status_code == 200
        assert sweep.ask(hidden.crops[group]).status_code == 200


def test_words_that_link_to_what_is_not_due_are_plain_until_its_minute(
    visitor, make_scheduled, make_live, time_machine
):
    secret = make_scheduled(slug=canary("due", "slug"))
    link = f'<p>Read <a href="document:{secret.document.number}">more</a>.</p>'
    page = make_live(body=link).get_absolute_url()
    time_machine.move_to(secret.live_from - TICK, tick=False)
    before = visitor.get(page).body.decode()
    assert "Read more." in before
    assert str(secret.document.number) not in before
    time_machine.move_to(secret.live_from, tick=False)
    assert f'<a href="{secret.get_absolute_url()}">more</a>' in visitor.get(page).body.decode()
