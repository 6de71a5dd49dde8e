"""The list of the editors' desk."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.accounts.roles import Role
from portal.publishing import clock
from portal.publishing.admin import change_list
from portal.publishing.workflow import take
from tests import cast
from tests.desk import page, text, url


@pytest.fixture
def desk_of(client):
    """The list as this person sees it: desk_of(person, **parameters) → the answer."""

    def look(person, **parameters):
        client.force_login(person)
        return client.get(url("changelist"), parameters)

    return look


def titles(response):
    return [link.get_text() for link in page(response).select("#result_list tbody th a")]


def badges(response):
    return [
        " ".join(cell.get_text(" ").split())
        for cell in page(response).select("#result_list .field-badge")
    ]


def test_draft_in_review_live_withdrawn_and_discarded_are_said_in_words(
    desk_of, author, make_article, make_in_review, make_live, make_withdrawn, make_discarded
):
    made = {
        "draft": make_article,
        "in review": make_in_review,
        "live": make_live,
        "withdrawn": make_withdrawn,
        "discarded": make_discarded,
    }
    for make in made.values():
        make()
    assert sorted(badges(desk_of(author))) == sorted(made)


def test_draft_beside_a_live_text_is_one_row_with_both_words(desk_of, author, make_live, revise):
    revise(make_live(), title="The next text")
    answer = desk_of(author)
    assert badges(answer) == ["live + draft"]
    assert titles(answer) == ["The next text"]


def test_review_beside_a_live_text_is_one_row_with_both_words(
    desk_of, author, make_live, revise, submit
):
    submit(revise(make_live()))
    assert badges(desk_of(author)) == ["live + in review"]


def test_scheduled_text_says_when(desk_of, author, make_scheduled, time_machine):
    time_machine.move_to("2026-06-05T09:00:00Z", tick=False)
    make_scheduled()
    assert badges(desk_of(author)) == ["scheduled for 5 June 2026, 13:00"]


def test_live_text_with_a_scheduled_successor_says_both(desk_of, author, make_live, replace):
    replace(make_live(), at=clock.now() + timedelta(days=1))
    (badge,) = badges(desk_of(author))
    assert badge.startswith("live until")
    assert "+ scheduled for" in badge


def test_draft_of_a_withdrawn_text_says_both(desk_of, author, make_withdrawn, revise):
    revise(make_withdrawn())
    assert badges(desk_of(author)) == ["withdrawn + draft"]


def test_scheduled_text_is_live_in_the_list_at_its_minute(
    desk_of, author, make_scheduled, time_machine
):
    time_machine.move_to("2026-06-05T09:00:00Z", tick=False)
    make_scheduled()
    time_machine.move_to("2026-06-05T10:00:00Z", tick=False)
    assert badges(desk_of(author)) == ["live"]


def test_author_of_another_desk_sees_nothing_of_ours(desk_of, stranger, make_live, make_article):
    make_live()
    make_article(title="Not for strangers")
    answer = desk_of(stranger)
    assert titles(answer) == []
    assert "Not for strangers" not in text(answer)


def test_administrator_has_no_list_of_texts(desk_of, administrator, make_article):
    make_article()
    assert desk_of(administrator).status_code == 403


def test_desk_of_all_news_and_of_one_stream_sees_all_news(desk_of, make_article):
    desk = cast.a_desk("Both", sections=["news", "news/photo"])
    make_article()
    assert len(titles(desk_of(cast.a_person("both", Role.AUTHOR, desk)))) == 1


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("draft", ["Next", "A draft"]),
        ("in_review", ["In review"]),
        ("scheduled", ["Scheduled"]),
        ("live", ["Next", "Live"]),
        ("withdrawn", ["Withdrawn"]),
        ("discarded", ["Discarded"]),
        ("nonsense", ["everything"]),
    ],
)
def test_filter_by_state_finds_what_the_badges_say(
    word, found, desk_of, author, make_article, make_in_review, make_live, make_scheduled,
    make_withdrawn, make_discarded, revise,
):  # fmt: skip
    make_article(title="A draft")
    make_in_review(title="In review")
    make_live(title="Live")
    make_scheduled(title="Scheduled")
    make_withdrawn(title="Withdrawn")
    make_discarded(title="Discarded")
    revise(make_live(title="Before"), title="Next")
    shown = titles(desk_of(author, word=word))
    assert sorted(shown) == sorted(found) if word != "nonsense" else len(shown) == 7


def test_filters_by_language_stream_desk_and_person(desk_of, author, reviewer, desk, make_article):
    photo = cast.a_stream("photo")
    make_article(title="English")
    make_article(title="Русский", language="ru", stream=photo)
    make_article(title="By the reviewer", by=reviewer, owner=reviewer)
    assert titles(desk_of(author, language="ru")) == ["Русский"]
    assert titles(desk_of(author, stream=photo.pk)) == ["Русский"]
    assert len(titles(desk_of(author, desk=desk.pk))) == 3
    assert titles(desk_of(reviewer, mine="begun")) == ["By the reviewer"]
    assert titles(desk_of(reviewer, mine="changed")) == ["By the reviewer"]


@pytest.mark.parametrize("words", ["библиотека ночью", "НОЧЬЮ", "Библиотека"])
def test_search_finds_cyrillic_words_in_any_case(words, desk_of, author, make_article):
    make_article(title="Библиотека открыта НОЧЬЮ", language="ru")
    make_article(title="Something else")
    assert titles(desk_of(author, q=words)) == ["Библиотека открыта НОЧЬЮ"]


def test_search_follows_a_title_that_was_changed(desk_of, author, make_article):
    cast.save(make_article(), author, title="Совсем другое")
    assert titles(desk_of(author, q="ДРУГОЕ")) == ["Совсем другое"]
    assert titles(desk_of(author, q="library")) == []


def test_search_finds_a_document_by_its_number(desk_of, author, make_live):
    live = make_live(title="The one")
    make_live(title="Another")
    assert titles(desk_of(author, q=str(live.document.number))) == ["The one"]


def test_percent_sign_is_searched_as_a_percent_sign(desk_of, author, make_article):
    make_article(title="Plain")
    assert titles(desk_of(author, q="%")) == []


@pytest.mark.parametrize("words", ["\0", "9" * 5000, "'; DROP TABLE", "x" * 10_000, "²"])
def test_odd_search_words_are_answered_without_an_error(words, desk_of, author, make_article):
    make_article()
    assert desk_of(author, q=words).status_code == 200


@pytest.mark.parametrize("parameters", [{"p": "999"}, {"p": "x"}, {"o": "99.-1.x"}, {"all": ""}])
def test_odd_pages_and_orders_are_answered_without_an_error(parameters, desk_of, author):
    assert desk_of(author, **parameters).status_code in {200, 302}


@pytest.mark.parametrize(
    "column", ["changed_by__password__startswith", "document__owner__email", "body__contains"]
)
def test_columns_cannot_be_questioned_by_the_address(column, desk_of, author, make_article):
    make_article()
    assert desk_of(author, **{column: "a"}).status_code == 400


def test_count_stops_and_says_so(desk_of, author, make_article, monkeypatch):
    monkeypatch.setattr(change_list, "MOST_COUNTED", 2)
    for _i in range(3):
        make_article()
    assert "more than 2" in text(desk_of(author))


def test_exact_count_below_the_limit(desk_of, author, make_article):
    make_article()
    assert "Articles: 1" in text(desk_of(author))


@pytest.fixture
def least(stream):
    """The least privileged: an author of a desk with one stream and one language."""
    desk = cast.a_desk("One stream", sections=[stream.section], languages=["en"])
    return cast.a_person("least", Role.AUTHOR, desk)


def test_list_costs_the_same_few_queries_at_1_row_and_at_50(
    client, least, author, chief, make_live, new_article
):
    client.force_login(least)
    counts = []
    take("revise", make_live(), by=author)
    for more in (0, 49):
        for _i in range(more):
            take("revise", make_live(), by=author)
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(url("changelist"))
        assert len(titles(answer)) == more + 1
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 12
