"""Facts age: each has a date and a source, and those that are overdue are found."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.pages.ageing import months_after
from portal.pages.examinations import facts
from portal.pages.models import PageFact
from portal.publishing import clock
from portal.publishing.errors import Refused
from portal.publishing.workflow import take
from tests import cast
from tests.reading import page_of, text_of


@pytest.mark.parametrize(
    ("day", "months", "due"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 6, 15), 18, date(2027, 12, 15)),
        (date(9999, 12, 31), 6, date(9999, 6, 30)),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last(day, months, due):
    assert months_after(day, months) == due


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"as_of": None}, "on which day the fact “Population” was checked"),
        ({"as_of": date(2999, 1, 1)}, "dated ahead"),
        ({"source_name": ""}, "name its source"),
        ({"value": ""}, "lacks its name or its value"),
    ],
)
def test_a_fact_without_a_date_or_a_source_is_not_published(
    fields, sentence, make_page_draft, make_page, chief
):
    draft = make_page_draft("about", parts=[cast.a_fact(**fields)])
    with pytest.raises(Refused, match=sentence):
        take("submit", draft, by=chief)
    with pytest.raises(Refused, match=sentence):
        make_page("another", parts=[cast.a_fact(**fields)])


@pytest.mark.django_db
def test_facts_of_public_pages_are_overdue_after_their_months_and_found_by_one_query(
    make_page, make_page_draft, chief
):
    long_ago = clock.today() - timedelta(days=400)
    yearly = {"as_of": long_ago, "check_every": 12}
    make_page("due", parts=[cast.a_fact(label="Due", **yearly)])
    make_page("fresh", parts=[cast.a_fact(as_of=clock.today(), check_every=12)])
    make_page("lasting", parts=[cast.a_fact(as_of=long_ago, check_every=None)])
    make_page_draft("draft", parts=[cast.a_fact(**yearly)])
    gone = make_page("gone", parts=[cast.a_fact(**yearly)])
    take("withdraw", gone, by=chief, note="Old.")
    with CaptureQueriesContext(connection) as asked:
        assert [fact.label for fact in PageFact.objects.overdue()] == ["Due"]
    assert len(asked) == 1
    [finding] = facts(thorough=False)
    assert finding.sentence.endswith("checked by now: 1.")


@pytest.mark.django_db
def test_a_fact_that_was_checked_anew_is_overdue_no_more(make_page, chief, superuser):
    old = {"as_of": clock.today() - timedelta(days=400), "check_every": 12}
    page = make_page("about", parts=[cast.a_fact(**old)])
    draft = take("revise", page, by=chief)
    fact = draft.facts.get()
    fact.edition, fact.as_of = draft, clock.today()
    fact.save()
    assert PageFact.objects.overdue().count() == 1
    cast.approve(take("submit", draft, by=chief), superuser)
    assert PageFact.objects.overdue().count() == 0


@pytest.mark.django_db
def test_the_list_of_pages_counts_and_finds_facts_to_check(make_page, chief, client):
    old = {"as_of": clock.today() - timedelta(days=400), "check_every": 12}
    make_page("due", title="A due page", parts=[cast.a_fact(**old)])
    make_page("fresh", title="A fresh page", parts=[cast.a_fact(as_of=clock.today())])
    client.force_login(chief)
    page = page_of(client.get("/admin/pages/page/?facts=overdue"))
    assert "facts to check (1)" in text_of(page)
    assert [text_of(each) for each in page.select(".tree")] == ["A due page"]
