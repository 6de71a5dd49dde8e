"""The main job, in Chromium, against two gunicorn workers, with real waiting."""

import time
import urllib.error
import urllib.request
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from PIL import Image

from news.models import Article
from portal.accounts.models import Membership
from portal.accounts.roles import Role
from portal.publishing import clock
from portal.publishing.models import Entry
from tests.browser.desk import Editor

pytestmark = pytest.mark.browser

PASSWORD = "a long password for tests"
TITLE = "Belarus and WIPO agree on the next steps"
NEW_TITLE = "Belarus and WIPO sign a memorandum"
LEAD = "The prime minister met the director general of WIPO in Minsk."
PARAGRAPHS = (
    "The prime minister of Belarus met the director general of the World Intellectual Property "
    "Organization in Minsk on 5 June. The visit lasts from 3 to 5 June; a memorandum is signed.",
    "Help is sought with a network of technology and innovation support centres, a national "
    "project on intellectual property for universities and research institutions, and new "
    "information platforms at the National Intellectual Property Center.",
    "Over 5,000 foreign applications are filed in Belarus every year.",
    "Exports of the Hi-Tech Park came to 1.4 billion dollars in 2018, up about 30 % a year. The "
    "Great Stone park has 44 residents, who declared over 1 billion dollars.",
    "The accession to the WTO is in its final stage.",
)


@pytest.fixture
def people(author, reviewer, publisher, desk):
    # The author may publish as well: what forbids it is having written the text.
    Membership.objects.create(user=author, desk=desk, role=Role.PUBLISHER)
    for person in (author, reviewer, publisher):
        person.set_password(PASSWORD)
        person.save()
    return author, reviewer, publisher


@pytest.fixture
def drawing(tmp_path):
    path = tmp_path / "memorandum.png"
    Image.new("RGB", (1280, 800), "#8c1c28").save(path)
    return path


def fetch(url):
    """Status, headers without the date, and bytes."""
    try:
        with urllib.request.urlopen(url) as answer:
            return answer.status, headers(answer), answer.read()
    except urllib.error.HTTPError as answer:
        return answer.code, headers(answer), answer.read()


def headers(answer):
    return sorted((name, value) for name, value in answer.headers.items() if name != "Date")


def doors(moment):
    """Where visitors could meet the article, its own page apart."""
    day = moment.astimezone(ZoneInfo("Europe/Minsk"))
    return {
        "home": "/en/",
        "list": "/en/news/",
        "stream": "/en/news/opinions/",
        "archive day": f"/en/news/{day:%Y/%m/%d}/",
        "archive month": f"/en/news/{day:%Y/%m}/",
        "feed": "/en/news/feed/rss/",
        "stream feed": "/en/news/opinions/feed/rss/",
        "sitemap": f"/sitemap-content.xml?p={day:%Y-%m}",
    }


def doors_that_show(site, moment, *words):
    """The doors whose answer holds any of the words."""
    answers = {name: fetch(site + path)[2].decode() for name, path in doors(moment).items()}
    return {name for name, text in answers.items() if any(word in text for word in words)}


def sleep_until(moment):
    time.sleep(max(0, (moment - clock.now()).total_seconds()))


def in_seconds(seconds):
    """A full second to come, since the form's time field counts seconds."""
    return (clock.now() + timedelta(seconds=seconds)).replace(microsecond=0)


def approve_for(editor, moment):
    local = moment.astimezone(ZoneInfo("Europe/Minsk"))
    editor.take("approve")
    editor.page.fill("#id_at_0", f"{local:%Y-%m-%d}")
    editor.page.fill("#id_at_1", f"{local:%H:%M:%S}")
    editor.confirm()


def content_of(article):
    return {f.name: f.value_to_string(article) for f in article._meta.concrete_fields
            if f.name not in {"live_until", "is_head"}}  # fmt: skip


def test_an_article_goes_through(transactional_db, people, stream, site, new_page, drawing):
    author, reviewer, publisher = (
        Editor(new_page(), site, person.username, PASSWORD) for person in people
    )
    page = type_the_article(author, stream, drawing)
    is_refused_approval_of_the_own_text(author, page)
    is_sent_back_with_a_remark_and_mended(author, reviewer, page)
    first = goes_live_at_its_second(publisher, site, page)
    second = is_replaced_by_a_revision(author, publisher, site, first)
    is_withdrawn_everywhere(publisher, site, second)


def type_the_article(author, stream, drawing):
    author.open("/admin/news/article/add/")
    author.page.select_option("#id_language", "en")
    author.page.select_option("#id_stream", str(stream.pk))
    author.write(title=TITLE, lead="Too short.", dateline_town="Minsk", dateline_on="2019-06-05")
    author.write(source_name="BelTA")
    author.type_body(*PARAGRAPHS)
    author.page.set_input_files("#id_pictures-0-upload", drawing)
    author.page.fill("#id_pictures-0-alt", "A signed memorandum on a table")
    author.take("submit")
    article = Article.objects.get()
    assert article.state == "in_review", author.text
    assert article.title == TITLE
    for paragraph in PARAGRAPHS:
        assert f"<p>{paragraph}</p>" in article.body
    return f"/admin/news/article/{article.pk}/change/"


def is_refused_approval_of_the_own_text(author, page):
    author.open(page)
    assert "You wrote part of this edition. Somebody else has to approve it." in author.text
    author.open(page.replace("change", "take/approve"))
    assert author.page.locator(".step__button--main").is_disabled()
    author.page.evaluate("document.querySelector('.step__button--main').disabled = false")
    author.confirm()
    assert "Somebody else has to approve it." in author.text
    assert Article.objects.get().state == "in_review"


def is_sent_back_with_a_remark_and_mended(author, reviewer, page):
    reviewer.open(page)
    reviewer.take("send_back")
    reviewer.write(note="Say in the lead who met whom.")
    reviewer.confirm()
    author.open(page.replace("change", "history"))
    assert "Say in the lead who met whom." in author.text
    author.open(page)
    author.write(lead=LEAD)
    author.take("submit")
    assert Article.objects.get().state == "in_review", author.text


def goes_live_at_its_second(publisher, site, page):
    start = in_seconds(12)
    publisher.open(page)
    approve_for(publisher, start)
    article = Article.objects.select_related("document", "stream").get()
    assert article.live_from == start, publisher.text
    own = site + article.get_absolute_url()
    unknown = f"{site}/en/news/{article.document.number + 1}/"
    seen_before = (str(article.document.number), TITLE)

    sleep_until(start - timedelta(seconds=3))
    assert fetch(own) == fetch(unknown)
    assert fetch(own)[0] == 404
    assert doors_that_show(site, start, *seen_before) == set()
    assert clock.now() < start, "the machine is too slow to look round in three seconds"
    sleep_until(start - timedelta(seconds=0.5))
    last_look = fetch(own), {n: fetch(site + p)[2].decode() for n, p in doors(start).items()}
    if clock.now() < start:  # a busy machine may need longer for it than half a second
        assert last_look[0] == fetch(unknown)
        assert not [n for n, text in last_look[1].items() if any(w in text for w in seen_before)]

    sleep_until(start + timedelta(seconds=1))
    status, _headers, text = fetch(own)
    assert status == 200
    assert all(words in text.decode() for words in (TITLE, LEAD, *PARAGRAPHS, "BelTA"))
    assert doors_that_show(site, start, TITLE) == set(doors(start)) - {"sitemap"}
    assert "sitemap" in doors_that_show(site, start, *seen_before)
    return article


def is_replaced_by_a_revision(author, publisher, site, first):
    before = content_of(first)
    author.open(f"/admin/news/article/{first.pk}/change/")
    author.take("revise")
    author.page.wait_for_selector("#id_title")
    author.write(title=NEW_TITLE)
    author.take("submit")
    draft = Article.objects.get(number=2)
    start = in_seconds(12)  # a busy machine asks eight doors before
    publisher.open(f"/admin/news/article/{draft.pk}/change/")
    approve_for(publisher, start)

    own = site + first.get_absolute_url()
    assert TITLE in fetch(own)[2].decode()
    assert doors_that_show(site, first.live_from, NEW_TITLE) == set()
    sleep_until(start + timedelta(seconds=1))
    status, _headers, text = fetch(own)
    assert status == 200
    assert NEW_TITLE in text.decode()
    assert doors_that_show(site, first.live_from, TITLE) == set()

    old, new = Article.objects.order_by("number")
    assert content_of(old) == before
    assert (old.live_until, new.live_from) == (start, start)
    # A corrected title moves nothing: the day in the archive is that of the first publication.
    assert new.first_published_at == old.first_published_at == first.live_from
    return new


def is_withdrawn_everywhere(publisher, site, live):
    before = clock.now()
    publisher.open(f"/admin/news/article/{live.pk}/change/")
    publisher.take("withdraw")
    publisher.write(note="The memorandum was not signed.")
    publisher.confirm()
    live.document.refresh_from_db()
    assert fetch(site + live.get_absolute_url())[0] == 410
    number = str(live.document.number)
    assert doors_that_show(site, live.first_published_at, NEW_TITLE, TITLE, number) == set()
    assert list(Article.objects.live()) == []
    assert list(Article.objects.live(at=before)) == [live]
    assert [entry.title for entry in Entry.objects.live(at=before)] == [NEW_TITLE]
