"""How many queries a page costs: within the promised figure, the same at 1 row and at 50."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.models import Article, ArticleFile, ArticlePicture, Stream
from portal import listing
from portal.pages.models import PageFact
from portal.publishing import clock
from portal.publishing.models import Entry
from portal.publishing.workflow import take, take_all
from tests import cast
from tests.reading import minsk, page_of

pytestmark = pytest.mark.django_db

BUDGETS = {
    "/en/": 7,
    "/en/news/": 6,
    "/en/news/opinions/": 6,
    "/en/news/?from=2019-06-01&until=2019-06-30": 6,
    "/en/news/?topic=culture&region=brest": 6,
    "/en/news/opinions/?topic=culture": 6,
    "/en/news/topic/culture/": 6,
    "/en/news/topic/culture/?stream=opinions": 6,
    "/en/news/region/brest/": 6,
    "/en/news/person/a-minister/": 6,
    "/en/news/games/": 6,
    "/en/news/2019/06/": 6,
    "/en/news/2019/06/05/": 6,
    "/en/news/2019/": 6,
    "{article}": 7,
    "/en/news/feed/rss/": 3,
    "/en/news/opinions/feed/rss/": 3,
    "/en/news/feed/atom/": 3,
    "/en/news/topic/culture/feed/atom/": 3,
    "/sitemap-news.xml": 3,
    # The first of the content and the last of each month; streams and subjects that have a page.
    "/sitemap.xml": 4,
    # Those of this part, and their translations.
    "/sitemap-content.xml?p={month}": 3,
    "/sitemap-lists.xml": 2,
    # The tree of pages, and streams.
    "/en/site-map/": 7,
}


@pytest.fixture
def subjects(topic, person, region):
    cast.an_office(person, date(2019, 1, 1), en="Minister")
    return [topic, person, region]


@pytest.fixture
def article(make_live, new_article, author, chief, publisher, replace, subjects):
    """The one row, with everything on it: pictures, files, a video, subjects with an office, a
    major change, and what is public no more: a link in its text and what an editor put beside it.
    It is the landing article of a campaign that is open, so that lists have a banner besides.
    """
    target = make_live(title="Goes away")
    parts = [cast.shown(cast.a_picture(author)), cast.shown(cast.a_picture(author))]
    parts += [cast.offered(cast.a_file(author, kind)) for kind in ("pdf", "mp4", "vtt")]
    body = f'<p>See <a href="document:{target.document.number}">the visit</a>.</p>'
    first = new_article(body=body, live_from=minsk(2019, 6, 5, 12)).with_parts(*parts)
    first.with_labels(subjects=subjects, related=[target.document])
    take("adopt", first, by=chief, author=author)
    made = replace(first, is_major=True, change_note="A number was corrected.")
    now, month = clock.now(), timedelta(days=30)
    Stream.objects.create(
        slug="games", opens_at=now - month, ends_at=now + month, landing=made.document
    )
    take("withdraw", target, by=publisher, note="Only one row is wanted.")
    return made


@pytest.fixture
def report(make_adopted, author):
    """A photo report of three pictures."""
    pictures = [cast.a_picture(author) for _i in range(3)]
    return make_adopted(minsk(2019, 6, 4, 12), pictures=pictures, layout="photo")[0]


@pytest.fixture
def crowd(author, desk, stream, chief, subjects):
    """crowd() → 49 more rows around it: other days, months and streams, with pictures."""

    def gather():
        streams = [stream, cast.a_stream("photo"), cast.a_stream("video")]
        picture = cast.a_picture(author)
        start = minsk(2019, 4, 20, 12)
        made = [
            cast.an_article(
                author,
                streams[i % 3],
                desk,
                title=f"Article {i}",
                live_from=start + timedelta(days=2 * (i // 2), hours=i % 2),
                subjects=subjects[: i % 4],
            ).with_parts(cast.shown(picture))
            for i in range(49)
        ]
        take_all("adopt", made, by=chief, author=author)
        assert Entry.objects.live().count() == 50

    return gather


def cost(visitor, address):
    """Without what stands around every page, which the process remembers: see below."""
    visitor.get(address)
    with CaptureQueriesContext(connection) as asked:
        answer = visitor.get(address)
    assert answer.status_code == 200, address
    return len(asked)


def test_every_page_keeps_its_budget_at_one_row_and_at_fifty(visitor, article, crowd):
    addresses = {
        pattern.format(article=article.get_absolute_url(), month=f"{clock.today():%Y-%m}"): most
        for pattern, most in BUDGETS.items()
    }
    one = {address: cost(visitor, address) for address in addresses}
    # The one article stands in a campaign's banner: the home page has no other card to ask for.
    one["/en/"] += 1
    crowd()
    fifty = {address: cost(visitor, address) for address in addresses}
    assert fifty == one
    over = {address: n for address, n in fifty.items() if n > addresses[address]}
    assert not over


def test_an_article_in_the_middle_costs_no_more_than_an_article_alone(visitor, article, crowd):
    alone = cost(visitor, article.get_absolute_url())
    crowd()
    entries = Entry.objects.live().in_section("news/opinions").newest_first()
    middle = list(entries)[len(entries) // 2]
    # One less: there is no earlier edition that it could have changed.
    assert cost(visitor, middle.get_absolute_url()) == alone - 1


def test_what_an_article_shows_besides_costs_no_query_more(
    visitor, article, crowd, author, chief, replace
):
    """Fifty of each, and translations, neighbours and a link that leads somewhere."""
    alone = cost(visitor, article.get_absolute_url())
    crowd()
    others = list(
        Entry.objects.live().in_section("news/opinions").exclude(document=article.document_id)
    )
    draft = replace(article, body="".join(
        f'<p><a href="document:{entry.number}">more</a></p>' for entry in others[:10]
    ))  # fmt: skip
    through, documents = Article.related.through, {entry.document_id for entry in others}
    through.objects.filter(article=draft).delete()
    through.objects.bulk_create([through(article=draft, document_id=pk) for pk in documents])
    people = [cast.a_subject("person", f"person-{i}") for i in range(25)]
    for person in people:
        cast.an_office(person, date(2019, 1, 1), en="Judge")
        cast.an_office(person, date(2018, 1, 1), en="Member of a council")
    draft.subjects.add(*people)
    file = cast.a_file(author)
    ArticleFile.objects.bulk_create([cast.offered(file, edition=draft) for _i in range(20)])
    picture = cast.a_picture(author)
    ArticlePicture.objects.bulk_create([cast.shown(picture, edition=draft) for _i in range(20)])
    for language in ("ru", "be", "zh-hans"):
        translation = cast.an_article(
            author, article.stream, document=article.document, language=language,
            live_from=minsk(2019, 6, 6),
        )  # fmt: skip
        take("adopt", translation, by=chief, author=author)
    page = visitor.get(draft.get_absolute_url()).content.decode()
    assert page.count("mentions__office") == 1 + 50
    assert page.count("The report") >= 20
    assert page.count('hreflang="ru"') > 1
    assert page.count(">more</a>") == 10
    assert cost(visitor, draft.get_absolute_url()) == alone


def test_a_page_costs_the_same_with_one_child_and_with_fifty(
    visitor, make_page, author, chief, superuser, settings
):
    """One or fifty of each thing on it: ancestors stay, since a tree has four levels."""
    settings.LANGUAGE_FALLBACKS = {"en": ["ru"]}
    picture, file, target = cast.a_picture(author), cast.a_file(author), make_page("target")
    link = f'<h2>A</h2><p><a href="document:{target.document.number}">more</a></p>'
    parts = [*cast.on_a_page(pictures=[picture], files=[file]), cast.a_fact()]
    make_page("about")
    first = make_page("about/history", body=link, parts=parts)
    draft = cast.save(take("revise", first, by=chief), chief, is_major=True, change_note="Anew.")
    page = cast.approve(take("submit", draft, by=chief), superuser)
    make_page("about/history/event")
    one = cost(visitor, "/en/about/history/")
    for number in range(49):
        make_page(f"about/history/event-{number}", language=("en", "ru")[number % 2])
    PageFact.objects.bulk_create([cast.a_fact(edition=page) for _i in range(49)])
    make_page("about/history", language="ru", document=page.document)
    answer = page_of(visitor.get("/en/about/history/"))
    assert len(answer.select(".below__item")) == len(answer.select(".facts__row")) == 50
    assert cost(visitor, "/en/about/history/") == one <= 7


def test_a_photo_costs_the_same_in_a_report_of_three_and_of_fifty(visitor, report, author):
    address = f"/en/news/{report.document.number}/photo/2/"
    three = cost(visitor, address)
    picture = cast.a_picture(author)
    ArticlePicture.objects.bulk_create([cast.shown(picture, edition=report) for _i in range(47)])
    assert cost(visitor, address) == three <= 4


def test_a_deep_page_costs_what_the_first_does(visitor, article, crowd, monkeypatch):
    monkeypatch.setattr(listing, "PAGE_SIZE", 5)
    crowd()
    first = cost(visitor, "/en/news/")
    deep = listing.cursor_after(Entry.objects.live().newest_first()[44])
    # One less: the banner stands on the first page only.
    assert cost(visitor, f"/en/news/?before={deep}") == first - 1


def test_an_address_that_is_nothing_costs_two_questions_at_most(visitor, article):
    """One of the page that could stand there, one of a redirect."""
    for address in ("/en/news/999999/", "/en/nothing/"):
        visitor.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert visitor.get(address).status_code == 404
        assert len(asked) <= 2, address


def test_an_address_that_is_gone_costs_one_more_for_what_is_said_of_it(visitor, article):
    gone = Entry.objects.get(title="Goes away").get_absolute_url()
    visitor.get(gone)
    with CaptureQueriesContext(connection) as asked:
        assert visitor.get(gone).status_code == 410
    assert len(asked) == 2
