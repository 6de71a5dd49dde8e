"""How the public index is asked."""

import pytest

from portal.listing import by_list
from portal.publishing.models import Entry
from tests.reading import minsk

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf(make_adopted):
    return make_adopted(*(minsk(2019, 6, day) for day in (1, 2, 3)))


def told(*lists):
    """The numbers that each list holds."""
    found = by_list(Entry.objects.told_apart(*lists))
    return {name: {entry.number for entry in entries} for name, entries in found.items()}


def test_several_lists_are_one_query_and_told_apart(shelf, django_assert_num_queries):
    live = Entry.objects.live()
    numbers = [article.document.number for article in shelf]
    with django_assert_num_queries(1):
        found = told(
            ("newest", live.newest_first()[:2]),
            ("oldest", live.oldest_first()[:1]),
            ("named", live.filter(number__in=numbers[:1])),
            ("named", live.filter(number__in=numbers[1:2])),
            ("nothing", live.filter(number__in=[])),
            ("none", live.none()),
            ("unknown", live.filter(number=1)),
        )
    assert found == {
        "newest": set(numbers[1:]),
        "oldest": {numbers[0]},
        "named": set(numbers[:2]),
    }


def test_a_row_that_several_lists_hold_is_in_each_of_them(shelf):
    live = Entry.objects.live()
    found = told(("one", live.newest_first()[:1]), ("two", live.newest_first()[:1]))
    assert found["one"] == found["two"]


def test_no_list_at_all_holds_nothing(db):
    assert told() == told(("only", Entry.objects.none())) == {}
