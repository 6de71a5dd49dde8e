"""Who did what and when, for those who may read the text."""

from django.contrib.admin.models import LogEntry

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
    links = {link["href"] for link in history.select(".history a")}
    assert links == {url("change", live), url("change", russian)}


def test_history_names_the_edition_that_a_revision_was_made_of(client, author, make_live, revise):
    draft = revise(make_live())
    client.force_login(author)
    (_when, _who, what, edition, _remark), *_rest = rows(client.get(url("history", draft)))
    assert (what, edition) == ("begun as a revision (from edition 1)", "English, 2")


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
