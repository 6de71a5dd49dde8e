"""Who did what and when, for those who may read the text."""

from django.contrib.admin.models import LogEntry

from portal.publishing.admin.history import said_besides
from portal.publishing.models import Audit
from portal.publishing.workflow import take
from tests import cast
from tests.desk import opened, page, press, text, url


def rows(response):
    return [
        [" ".join(cell.get_text(" ").split()) for cell in row.select("td")]
        for row in page(response).select(".history tbody tr")
    ]


def test_history_tells_each_step_with_the_newest_first(
    client, author, reviewer, publisher, make_in_review, time_machine
):
    time_machine.move_to("2026-06-05T09:00:00Z", tick=False)
    review = make_in_review()
    take("send_back", review, by=reviewer, note="Name the source.")
    take("submit", review, by=author)
    cast.approve(review, publisher)
    client.force_login(author)
    told = rows(client.get(url("history", review)))
    assert [(row[1], row[2]) for row in told] == [
        ("publisher", "approved, live from 5 June 2026, 12:00"),
        ("author", "submitted"),
        ("reviewer", "sent back"),
        ("author", "submitted"),
        ("author", "begun"),
    ]
    assert told[2][0] == "5 June 2026, 12:00"
    assert told[2][4] == "Name the source."


def test_history_covers_all_languages_and_links_each_edition(client, author, make_live):
    live = make_live()
    russian = take("translate", live, by=author, language="ru")
    client.force_login(author)
    history = page(client.get(url("history", live)))
    links = {
        link["href"] for link in history.select(".history a:not(.history__compare, .history__past)")
    }
    assert links == {url("change", live), url("change", russian)}


def test_each_row_leads_to_what_its_edition_changed(client, author, make_live, replace, revise):
    first = make_live()
    second = replace(first)
    third = revise(second)
    client.force_login(author)
    history = page(client.get(url("history", first)))
    steps = [link["href"] for link in history.select(".history__compare")]
    assert steps[0] == f"{url('compare', third)}?with={second.pk}"
    assert set(steps[1:]) == {f"{url('compare', second)}?with={first.pk}"}
    assert len(history.select("tbody tr")) == len(steps) + 3  # the first edition has none


def test_details_of_a_step_that_nobody_foresaw_are_told_as_well():
    details = {
        "based_on": 3,
        "live_from": "2026-06-05T09:00:00+00:00",
        "answer": "gone",
        "moved_to": {"section": "news/photo", "rows": [1, 2]},
        "expected_at": "2026-06-05T09:00:00+00:00",
        "is_major": True,
        "no_day": "2026-99-99T09:00:00Z",
        "empty": "",
        "author_id": 7,
        "words": "2026 was a <b>good</b> year",
    }
    assert said_besides(Audit(verb="approve", details=details)) == [
        "The address answers: that it is gone.",
        "moved to: section: news/photo, rows: 1, 2",
        "expected at: 5 June 2026, 12:00",
        "is major: yes",
        "no day: 2026-99-99T09:00:00Z",
        "words: 2026 was a <b>good</b> year",
    ]


def test_history_names_the_edition_that_a_revision_was_made_of(client, author, make_live, revise):
    draft = revise(make_live())
    client.force_login(author)
    (_when, _who, what, edition, _remark), *_rest = rows(client.get(url("history", draft)))
    assert what == "begun as a revision (from edition 1)"
    assert edition.startswith("English, 2")


def test_history_of_an_adopted_text_names_both_people(client, author, chief, new_article):
    adopted = take("adopt", new_article(), by=chief, author=author)
    client.force_login(author)
    assert "written by author" in text(client.get(url("history", adopted)))


def test_planned_end_stands_in_the_history(client, author, publisher, make_live):
    live = make_live()
    take("withdraw", live, by=publisher, note="Wrong date.")
    client.force_login(author)
    (_when, _who, what, _edition, remark), *_rest = rows(client.get(url("history", live)))
    assert what.startswith("withdrawn, ends ")
    assert remark == "Wrong date."


def test_history_of_another_desk_is_not_found(client, stranger, administrator, make_live):
    live = make_live()
    for person in (stranger, administrator):
        client.force_login(person)
        assert client.get(url("history", live)).status_code in {403, 404}


def test_second_log_of_other_rights_is_not_kept(client, author, make_article):
    client.force_login(author)
    draft = make_article()
    press(client, draft, opened(client, draft) | {"title": "Secret title"})
    assert not LogEntry.objects.exists()
    assert "Recent actions" not in text(client.get("/admin/"))


def test_remark_is_shown_as_it_was_typed(client, author, reviewer, make_in_review):
    review = make_in_review()
    take("send_back", review, by=reviewer, note="<script>alert(1)</script>")
    client.force_login(author)
    answer = client.get(url("history", review))
    assert "<script>alert(1)</script>" in text(answer)
    assert page(answer).select(".history script") == []
