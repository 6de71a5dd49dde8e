"""The archive and the previews of the news as visitors and editors find them at their addresses."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from portal import listing
from portal.publishing.models import Preview
from portal.publishing.workflow import take
from tests.reading import minsk, page_of, text_of, titles_of

pytestmark = pytest.mark.django_db
TICK = timedelta(microseconds=1)


# --- The archive ----------------------------------------------------------------------------------


def test_year_month_and_day_show_what_was_first_published_in_them(visitor, make_adopted):
    make_adopted(minsk(2019, 6, 5, 0), title="Five")
    make_adopted(minsk(2019, 6, 5, 23, 59, 59), title="Five at night")
    make_adopted(minsk(2019, 6, 6), title="Six")
    make_adopted(minsk(2019, 7, 1), title="July")
    assert titles_of(visitor.get("/en/news/2019/06/05/")) == ["Five at night", "Five"]
    assert titles_of(visitor.get("/en/news/2019/06/")) == ["Six", "Five at night", "Five"]
    year = page_of(visitor.get("/en/news/2019/"))
    assert len(year.select(".months > li")) == 12
    assert [link["href"] for link in year.select(".months a")] == [
        "/en/news/2019/06/",
        "/en/news/2019/07/",
    ]


def test_no_page_of_the_archive_is_empty_and_none_such_is_linked(visitor, make_adopted):
    article, *_others = make_adopted(minsk(2019, 6, 5), minsk(2019, 8, 1), minsk(2017, 1, 31))
    for empty in ("2018/", "2019/07/", "2019/06/04/", "2019/06/06/", "2020/01/01/"):
        assert visitor.get(f"/en/news/{empty}").status_code == 404
    seen, waiting = set(), [article.get_absolute_url(), "/en/news/"]
    while waiting:
        path = waiting.pop()
        seen.add(path)
        answer = visitor.get(path)
        assert answer.status_code == 200, path
        links = page_of(answer).select(".archive a, .months a, .breadcrumbs a")
        waiting += {link["href"] for link in links} - seen
    assert {"/en/news/2017/01/31/", "/en/news/2017/", "/en/news/2019/08/01/"} <= seen


@pytest.mark.parametrize(
    "path",
    [
        "2019/02/30/",
        "2019/02/29/",
        "2019/13/",
        "2019/00/",
        "2019/06/31/",
        "2019/06/00/",
        "0000/",
        "0000/01/01/",
        "0001/",
        "0001/01/01/",
        "9999/",
        "9999/12/31/",
        "10000/",
        "2019/6/",
        "2019/6/5/",
        "19/06/",
        "２０１９/",
    ],
)
def test_a_date_that_does_not_exist_is_unknown(visitor, make_adopted, path):
    make_adopted(minsk(2019, 6, 5))
    assert visitor.get(f"/en/news/{path}").status_code == 404


def test_a_day_with_many_articles_has_pages(visitor, make_adopted, monkeypatch):
    monkeypatch.setattr(listing, "PAGE_SIZE", 2)
    make_adopted(*(minsk(2019, 6, 5, hour) for hour in range(5)))
    make_adopted(minsk(2019, 6, 4, 23), title="The day before")
    path, seen = "/en/news/2019/06/05/", []
    while path:
        answer = visitor.get(path)
        seen.append(titles_of(answer))
        following = page_of(answer).find("a", rel="next")
        path = following and f"/en/news/2019/06/05/{following['href']}"
    assert [len(page) for page in seen] == [2, 2, 1]
    assert "The day before" not in {title for page in seen for title in page}


# --- Worlds and methods ---------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_news_can_only_be_read(make_live, method):
    for path in (make_live().get_absolute_url(), "/en/news/", "/en/news/2019/06/"):
        assert getattr(Client(), method)(path).status_code in (403, 405)


def test_a_preview_of_a_revision_stands_where_its_text_will(visitor, make_adopted, revise, author):
    article = make_adopted(minsk(2019, 6, 5))[0]
    draft = revise(article, title="Mended")
    world = f"/preview/{Preview.issue(draft, author)}"
    page = page_of(visitor.get(world + draft.get_absolute_url()))
    assert text_of(page.h1) == "Mended"
    assert text_of(page.select_one(".archive__caption")) == "June 2019"
    assert page.select_one(".archive__caption a")["href"] == f"{world}/en/news/2019/"


def test_a_preview_of_a_first_draft_has_a_page_before_it_has_a_number(
    visitor, make_article, author
):
    draft = make_article()
    world = f"/preview/{Preview.issue(draft, author)}"
    answer = visitor.get(world + draft.get_absolute_url())
    assert answer.status_code == 200
    assert not page_of(answer).select(".archive a")


def test_archive_counts_equal_the_results_at_the_instant(
    visitor, make_live, make_scheduled, publisher, time_machine
):
    """Each day of the calendar and each month of the year says how many its page shows, when one
    more is a microsecond away, when it is there, and when another is gone.
    """
    leaving = make_live(title="Leaving")
    make_live(title="Staying")
    due = leaving.live_from + timedelta(minutes=1)
    make_scheduled(at=due, title="To come")
    ends_at = due + timedelta(minutes=1)
    take("withdraw", leaving, by=publisher, at=ends_at, note="Planned.")
    year = f"/en/news/{timezone.localtime(due):%Y/}"
    for at, total in ((due - TICK, 2), (due, 3), (ends_at - TICK, 3), (ends_at, 2)):
        time_machine.move_to(at, tick=False)
        counted = {}
        for link in page_of(visitor.get("/en/news/")).select("a.archive__day"):
            counted[link["href"]] = text_of(link.select_one(".visually-hidden")).split(": ")[1]
        for link in page_of(visitor.get(year)).select("a.months__month"):
            counted[link["href"]] = text_of(link.select_one(".months__count"))
        assert len(counted) >= 2
        for path, said in counted.items():
            assert len(titles_of(visitor.get(path))) == int(said.split()[0]) == total, (path, at)
