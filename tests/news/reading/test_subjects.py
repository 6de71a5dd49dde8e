"""Whom and what an article is about, on its page."""

from datetime import date

import pytest

from tests import cast
from tests.reading import links_of, minsk, page_of, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(db):
    return cast.a_subject("person", "ivanova", en="Alena Ivanova", ru="Елена Иванова")


@pytest.fixture
def mentions(visitor):
    """mentions(article) → the part of its page that says whom and what it is about."""
    return lambda article: page_of(visitor.get(article.get_absolute_url())).select_one(".mentions")


@pytest.fixture
def about(new_article, author, chief):
    """about(*subjects, at=…, **fields) → a live article about them."""

    def make(*subjects, at=None, **fields):
        article = new_article(live_from=at or minsk(2019, 6, 5), **fields)
        return cast.take("adopt", article.with_labels(subjects=subjects), by=chief, author=author)

    return make


def test_topics_people_and_regions_are_links_in_the_language_of_the_page(mentions, about, person):
    topic = cast.a_subject("topic", "culture", en="Culture", ru="Культура")
    region = cast.a_subject("region", "minsk", en="Minsk", ru="Минск")
    shown = mentions(about(topic, person, region, language="ru"))
    assert links_of(shown.find_all("a")) == {
        "Елена Иванова": "/ru/news/person/ivanova/",
        "Культура": "/ru/news/topic/culture/",
        "Минск": "/ru/news/region/minsk/",
    }


def test_a_name_in_another_language_says_which(mentions, about):
    shown = mentions(about(cast.a_subject("topic", "culture", ru="Культура")))
    assert shown.find("a", lang="ru").get_text() == "Культура"


def test_an_article_about_nothing_has_no_list(mentions, about):
    assert mentions(about()) is None


@pytest.mark.parametrize(
    ("day", "office"),
    [
        ((2018, 12, 31), None),
        ((2019, 1, 1), "Deputy"),
        ((2019, 6, 4, 23, 59), "Deputy"),
        ((2019, 6, 5), "Minister"),
        ((2026, 1, 1), "Minister"),
    ],
)
def test_a_person_bears_the_office_of_the_day_of_the_article(mentions, about, person, day, office):
    cast.an_office(person, date(2019, 1, 1), date(2019, 6, 4), en="Deputy")
    cast.an_office(person, date(2019, 6, 5), en="Minister")
    found = mentions(about(person, at=minsk(*day))).select(".mentions__office")
    assert [text_of(each) for each in found] == ([office] if office else [])


def test_two_offices_at_once_are_both_named_and_the_person_once(mentions, about, person):
    cast.an_office(person, date(2018, 1, 1), en="Member of the council")
    cast.an_office(person, date(2019, 1, 1), en="Minister")
    shown = mentions(about(person))
    assert len(shown.find_all("a")) == 1
    offices = [text_of(each) for each in shown.select(".mentions__office")]
    assert offices == ["Minister", "Member of the council"]


def test_before_an_article_is_public_its_subjects_are_no_links(visitor, make_article, author):
    """Their pages may hold nothing yet, and then there are none."""
    draft = make_article(labels={"subjects": [cast.a_subject("topic", "culture")]})
    page = page_of(visitor.get(cast.preview_of(draft, author)))
    assert text_of(page.select_one(".mentions__item")) == "Culture"
    assert not page.select(".mentions a")
