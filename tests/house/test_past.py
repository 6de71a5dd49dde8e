"""L4: the site as it stood at three past moments, against the bytes that visitors got then."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.models import Stream
from portal.media.intake import take_in, take_in_file
from portal.media.replacing import replace as replace_file
from portal.page_cache.remembering import forget_all
from portal.publishing.models import Answer
from portal.publishing.past import written
from portal.publishing.steps import Afterwards
from portal.publishing.workflow import take
from portal.subjects.counting import settle
from tests import cast
from tests.portal.media import samples
from tests.portal.media.drawing import as_upload, draw, upload
from tests.portal.navigation import making
from tests.portal.navigation.making import link
from tests.portal.publishing.times import NOON, hour
from tests.reading import Reader

BAR = re.compile(rb'<aside class="world .*?</aside>|<nav class="world-entry.*?</nav>', re.DOTALL)
MEDIA = re.compile(r"/media/[0-9a-f]{32}/[a-z0-9.-]+")
LISTS = [
    *("/en/", "/ru/", "/en/news/", "/en/news/opinions/", "/en/news/photo/", "/en/news/fair/"),
    *("/en/news/topic/culture/", "/en/news/topic/culture/?stream=opinions", "/ru/news/"),
    *("/en/news/?topic=culture&from=2026-06-05", "/en/news/2026/", "/en/news/2026/06/"),
    *("/en/news/2026/06/05/", "/en/news/2026/06/06/", "/en/news/feed/rss/"),
    *("/en/news/opinions/feed/atom/", "/en/news/topic/culture/feed/rss/"),
    *("/sitemap.xml", "/sitemap-news.xml", "/en/tourism/", "/en/calendar/"),
]


@pytest.fixture
def at(time_machine):
    """at(2) → sets the clock to two hours after noon."""
    return lambda count: time_machine.move_to(hour(count), tick=False)


@pytest.fixture
def tell(
    at, files, author, chief, publisher, duty_officer, stream, topic, make_live, replace, settings
):
    """tell(look) → tells a story, calls look(addresses) at each of three moments of it, and ends
    a month later, when nothing is as it was. Gives what `look` made of it, by moment.
    """

    def go(look):
        seen, addresses = {}, list(LISTS)

        def remember(count):
            at(count)
            seen[hour(count)] = look(addresses)

        at(0)
        photo = cast.a_stream("photo")
        Stream.objects.create(slug="fair", names={"en": "Fair"}, opens_at=hour(1), ends_at=hour(2))
        square = take_in(upload(draw(900, 600)), author)
        leaflet = take_in_file(as_upload(samples.pdf(), "Report.pdf"), author, language="en")
        parts = [cast.shown(square), cast.offered(leaflet)]
        labels = {"subjects": [topic]}
        visit = make_live(title="The visit", parts=parts, labels=labels)
        road = make_live(title="The road", labels=labels)
        body = f'<p>See <a href="document:{road.document.number}">the road</a>.</p>'
        pages = [visit, road, make_live(title="The bridge", body=body)]
        shown = [
            cast.shown(take_in(upload(draw(700 + i)), author), caption=f"{i}") for i in range(1, 6)
        ]
        report = make_live(title="The report", stream=photo, layout="photo", parts=shown)
        addresses += [page.get_absolute_url() for page in (*pages, report)]
        addresses.append(f"/en/news/{report.document.number}/photo/2/")
        menu = making.publish(
            making.a_menu(chief, link("All the news", room="news/")), chief, cast.a_chief()
        )
        ice = making.publish(making.an_alert(duty_officer, "Ice"), duty_officer, cast.a_chief())
        remember(0.5)

        at(1)
        visit = replace(visit, title="The long visit", is_major=True, change_note="It was longer.")
        making.replace_menu(menu, [link("The visit", visit.document)], chief, cast.a_chief())
        making.publish(making.a_banner(chief, "The fair"), chief, cast.a_chief())
        replace_file(square, upload(draw(1000, 800), name="better.jpg"), chief)
        replace_file(leaflet, as_upload(samples.pdf(b"/Lang (en)"), "Report.pdf"), chief)
        make_live(title="Дорога", language="ru", document=road.document)
        take("withdraw", ice, by=cast.a_chief(), note="It has melted.")
        remember(1.5)

        at(24)
        notice = Afterwards(Answer.NOTICE, notice="It was another road.")
        take("withdraw", road, by=publisher, note="It was wrong.", afterwards=notice)
        take("withdraw", report, by=publisher, note="By mistake.")
        addresses.append(make_live(title="The day after").get_absolute_url())
        remember(24.5)

        at(24 * 30)
        replace(visit, title="The visit that never was")
        take("withdraw", pages[2], by=publisher, note="It is over.")
        make_live(title="What is new", labels=labels)
        replace_file(square, upload(draw(800, 800), name="best.jpg"), chief)
        at(24 * 30 + 2)
        settle()
        return seen

    return go


def plainly(answer, prefix=""):
    """What a reader gets, without the bar, and with addresses as the site itself has them."""
    body = BAR.sub(b"", answer.body.replace(prefix.encode(), b""))
    place = answer.get("Location", "").replace(prefix, "")
    kind = answer.get("Content-Type", "")
    if not kind.startswith(("text/html", "application/")) or kind == "application/pdf":
        return answer.status_code, place, answer.body
    return answer.status_code, place, b" ".join(body.split())


def files_in(answers):
    found = (MEDIA.findall(body.decode(errors="replace")) for _code, _place, body in answers)
    return sorted({address for addresses in found for address in addresses})


def test_site_stands_as_it_stood_at_three_past_moments(tell, author, record_property):
    def look(addresses):
        visitor = Reader()
        answers = {address: plainly(visitor.get(address)) for address in addresses}
        for address in files_in(answers.values()):
            answers[address] = plainly(visitor.get(address))
        return answers

    seen = tell(look)
    reader = Reader()
    reader.force_login(author)
    tokens = []
    for moment, answers in seen.items():
        prefix = f"/at/{written(moment)}"
        wrong = [
            address
            for address, then in answers.items()
            if plainly(reader.get(prefix + address), prefix) != then
        ]
        assert wrong == [], moment
        tokens.append({address for address in answers if address.startswith("/media/")})
        assert tokens[-1]
        assert {answers[address][0] for address in tokens[-1]} == {200}
    # The story did tell of changes: no two of the moments look alike.
    first, second, third = seen.values()
    for address in ("/en/", "/en/news/", "/sitemap.xml", "/en/news/feed/rss/"):
        assert len({first[address][2], second[address][2], third[address][2]}) == 3, address
    assert tokens[0] != tokens[1] != tokens[2]
    # And at one moment nobody sees the files of another.
    for old in tokens[0] - tokens[1]:
        assert reader.get(f"/at/{written(hour(1.5))}{old}").status_code == 404
        assert reader.get(old).status_code == 404
    pages = sum(map(len, seen.values()))
    record_property("time machine", f"{pages} addresses at 3 moments, byte for byte")


def test_a_past_page_costs_what_a_present_one_does_and_seven_questions_more(tell, visitor, author):
    """Session, person and memberships; the versions of pictures, and of files; the streams and the
    subjects, which the present reads once a page. What stands around a page is read anew by both.
    """

    def asked(reader, address):
        forget_all()
        with CaptureQueriesContext(connection) as queries:
            reader.get(address)
        return len(queries)

    seen = tell(lambda addresses: {address: asked(visitor, address) for address in addresses})
    reader = Reader()
    reader.force_login(author)
    for moment, counts in seen.items():
        for address, count in counts.items():
            past = asked(reader, f"/at/{written(moment)}{address}")
            assert past <= count + 3 + 2 + 2, (moment, address)


def test_an_hour_that_came_twice_or_never_is_no_error(author, time_machine, settings):
    settings.TIME_ZONE = "Europe/Warsaw"
    time_machine.move_to(NOON + timedelta(days=365))
    reader = Reader()
    reader.force_login(author)
    for text in ("2026-03-29T02:30", "2026-10-25T02:30"):
        assert reader.get(f"/at/{text}/en/").status_code == 200
