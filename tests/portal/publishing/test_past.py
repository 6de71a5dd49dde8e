"""The time machine: who may enter, what its addresses take, and what the desk is led there by."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from portal.accounts.models import Membership
from portal.accounts.roles import Role
from portal.publishing import clock
from portal.publishing.past import NoSuchPast, moment_of, written
from tests import cast
from tests.desk import page, url
from tests.portal.publishing.times import NOON, hour
from tests.reading import Reader, minsk, page_of, text_of

PAST = "/at/2026-06-05T11:00"
WRITERS = set(Role) - {Role.ADMINISTRATOR}
ODD = [
    *("2026-02-30T12:00", "2026-06-05T25:00", "2026-06-05", "2026-06-05T12", "12:00", "now", ""),
    *("0001-01-01T00:00", "1969-12-31T23:59", "9999-12-31T23:59", "2026-06-05T12:00:00.5"),
    *("2026-06-05T12:00Z", "2026-06-05T12:00+03:00", "2026-06-05 12:00", "%00", "%0A", "%FF"),
    *("２０２６-06-05T12:00", "<script>", "x" * 3000, "2026-06-05T12:00:60", "-1", "'"),
]


@pytest.fixture
def enter():
    """enter(person) → a browser in which that person has logged in; None nobody has."""

    def go(person=None):
        reader = Reader()
        if person:
            reader.force_login(person)
        return reader

    return go


def is_log_in(answer):
    return answer.status_code == 302 and answer["Location"].startswith("/admin/login/?next=/at/")


# --- Who may enter --------------------------------------------------------------------------------


def test_who_may_write_something_enters_and_everybody_else_is_asked_to_log_in(
    noon, desk, enter, stranger, superuser, make_live
):
    live = make_live()
    gone = cast.a_person("gone", Role.CHIEF)
    gone.is_active = False
    gone.save()
    people = {
        **cast.roles_of_a_desk(desk, "a-"),
        "stranger": stranger,
        "superuser": superuser,
        "disabled": gone,
        "without a role": cast.a_person("nobody"),
        "visitor": None,
    }
    may = WRITERS | {"stranger", "superuser"}
    now = f"/at/{written(NOON)}"
    for who, person in people.items():
        reader = enter(person)
        for path in ("/en/", "/", "/en/nothing/", live.get_absolute_url(), "/media/x/1.jpg"):
            answer = reader.get(now + path)
            assert is_log_in(answer) is not (who in may), (who, path)
        assert (reader.get(f"{now}/en/").status_code == 200) is (who in may), who


def test_who_has_to_log_in_learns_nothing_of_what_is_there(noon, enter, make_live, administrator):
    live = make_live()
    for reader in (enter(), enter(administrator)):
        seen = {
            (answer.status_code, answer.body, answer["Location"].partition("?")[0])
            for moment in (written(NOON), "2019-06-05T12:00", "2099-01-01T00:00", "x")
            for path in (live.get_absolute_url(), "/en/", "/en/news/999999/never/")
            for answer in [reader.get(f"/at/{moment}{path}"), reader.post(f"/at/{moment}{path}")]
        }
        assert seen == {(302, b"", "/admin/login/")}


def test_no_view_and_no_query_of_contents_runs_before_the_check(
    db, noon, enter, monkeypatch, django_assert_num_queries
):
    def fail(*args, **kwargs):
        raise AssertionError("a view has run")

    monkeypatch.setattr("portal.listing.cards", fail)
    monkeypatch.setattr("portal.publishing.models.Entry.objects.live", fail)
    with django_assert_num_queries(0):
        assert is_log_in(enter().get(f"{PAST}/en/"))


def test_log_in_leads_on_to_the_moment_that_was_asked_for(noon, author, db):
    author.set_password("a long password")
    author.save()
    reader = Reader()
    log_in = reader.get(f"{PAST}/en/?before=x")["Location"]
    answer = reader.post(log_in, {"username": "author", "password": "a long password"})
    assert answer["Location"] == f"{PAST}/en/?before=x"


def test_a_right_that_is_taken_away_closes_it_at_once(noon, enter, author):
    reader = enter(author)
    assert reader.get(f"{PAST}/en/").status_code == 200
    Membership.objects.filter(user=author).delete()
    assert is_log_in(reader.get(f"{PAST}/en/"))


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_nobody_changes_the_past(noon, enter, chief, method):
    for path in ("/en/", "/en/nothing/", "/"):
        answer = getattr(enter(chief), method)(PAST + path)
        assert answer.status_code == 405
        assert answer["Allow"] == "GET, HEAD"


@pytest.mark.parametrize("path", ["/en/", "/en/nothing/", "/media/x/1.jpg"])
def test_nobody_keeps_it_finds_it_frames_it_or_is_told_whence_one_comes(noon, enter, chief, path):
    for reader in (enter(chief), enter()):
        answer = reader.get(PAST + path)
        assert answer["Cache-Control"] == "no-store"
        assert "ETag" not in answer
        assert answer["X-Robots-Tag"] == "noindex, nofollow"
        assert answer["Referrer-Policy"] == "no-referrer"
        assert answer["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]


@pytest.mark.parametrize(
    "path", ["/admin/", "/admin", "/static/a.css", "/preview/x/en/", "/at/x/", "/plain-150-white/"]
)
def test_desk_and_other_worlds_are_not_inside(noon, enter, chief, path):
    for reader in (enter(chief), enter()):
        assert reader.get(PAST + path).status_code == 404


# --- Which moments --------------------------------------------------------------------------------


def test_a_moment_is_one_of_the_sites_zone():
    assert moment_of("2019-06-05T12:00") == minsk(2019, 6, 5, 12)
    assert moment_of("2019-06-05T12:00:30") == minsk(2019, 6, 5, 12) + timedelta(seconds=30)
    for text in ("2019-06-05T12:00", "2019-06-05T12:00:30"):
        assert written(moment_of(text)) == text


def test_this_very_moment_is_past_and_the_next_is_not(noon):
    assert moment_of("2026-06-05T12:00") == noon
    with pytest.raises(NoSuchPast, match="lies ahead"):
        moment_of("2026-06-05T12:00:01")


@pytest.mark.parametrize("text", ODD)
def test_an_odd_moment_leads_staff_to_a_sentence_and_never_fails(noon, enter, chief, text):
    reader = enter(chief)
    answer = reader.get(f"/at/{text}/en/news/?before=1")
    assert answer.status_code == 302
    asked = parse_qs(urlsplit(answer["Location"]).query, keep_blank_values=True)
    assert asked["page"] == ["/en/news/?before=1"]
    told = page_of(reader.get(answer["Location"]))
    assert text_of(told.select_one(".errorlist")).endswith(".")
    assert told.select_one("[name=page]")["value"] == "/en/news/?before=1"
    assert is_log_in(enter().get(f"/at/{text}/en/"))


# --- The ways in ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "leads_to"),
    [
        ({"moment": "2019-06-05T12:00", "page": "/en/news/?before=1"}, "/en/news/?before=1"),
        ({"moment": "2019-06-05T12:00", "page": ""}, "/"),
        ({"moment": "2019-06-05T12:00", "page": "https://portal.example/en/"}, "/en/"),
        ({"moment": "2019-06-05T12:00:00", "page": "//evil.example/x"}, "/x"),
    ],
)
def test_form_leads_to_a_page_of_this_site_at_the_moment(noon, enter, author, asked, leads_to):
    answer = enter(author).get("/admin/at/", asked)
    assert (answer.status_code, answer["Location"]) == (302, f"/at/2019-06-05T12:00{leads_to}")


def test_bar_tells_the_moment_leads_to_others_and_back(noon, enter, author):
    reader = enter(author)
    bar = page_of(reader.get(f"{PAST}/en/news/")).select_one(".world--past")
    assert "5 June 2026, 11:00" in text_of(bar)
    assert bar.select_one(".world__leave")["href"] == "/en/news/"
    form = bar.form
    asked = {field["name"]: field["value"] for field in form.select("input[name]")}
    assert asked == {"page": "/en/news/", "moment": "2026-06-05T11:00"}
    answer = reader.get(form["action"], asked | {"moment": "2026-06-04T10:00"})
    assert answer["Location"] == "/at/2026-06-04T10:00/en/news/"
    limits = text_of(bar.details)
    for what in ("topics, people and regions", "in the tree", "design", "Redirects"):
        assert what in limits


def test_links_stay_at_the_moment(noon, enter, author, make_live):
    make_live()
    found = page_of(enter(author).get(f"/at/{written(NOON)}/en/"))
    bar = found.select_one(".world").extract()
    links = {a["href"] for a in found.select("a[href^='/']")}
    assert bar
    assert links
    assert all(link.startswith(f"/at/{written(NOON)}/") for link in links)


def test_desk_leads_those_there_who_may(noon, enter, author, administrator):
    assert 'href="/admin/at/"' in enter(author).get("/admin/").body.decode()
    assert 'href="/admin/at/"' not in enter(administrator).get("/admin/").body.decode()
    assert enter(administrator).get("/admin/at/").status_code == 403


def test_history_leads_to_the_site_as_each_publication_left_it(
    clock_at, enter, author, make_live, replace, withdraw
):
    first = make_live(title="The first text")
    clock_at(1)
    second = replace(first, title="The second text")
    clock_at(2)
    withdraw(second)
    clock_at(3)
    reader = enter(author)
    links = page(reader.get(url("history", first))).select(".history__past")
    moments = [f"/at/{written(hour(count))}" for count in (2, 1, 0)]
    assert [link["href"].partition("/en/")[0] for link in links] == moments
    answers = [reader.get(link["href"]) for link in links]
    assert answers[0].status_code == 410
    assert b"The second text" in answers[1].content
    assert b"The first text" in answers[2].content


def test_history_leads_nowhere_before_a_text_is_public(noon, enter, author, make_scheduled):
    text = make_scheduled()
    assert clock.now() < cast.fresh(text).live_from
    assert not page(enter(author).get(url("history", text))).select(".history__past")


def test_adopted_text_is_shown_from_the_date_that_it_was_given(noon, enter, author, make_adopted):
    [text] = make_adopted(minsk(2019, 6, 5, 12))
    [link] = page(enter(author).get(url("history", text))).select(".history__past")
    assert link["href"].startswith("/at/2019-06-05T12:00/en/news/")


def test_a_preview_shows_more_and_the_past_no_draft(noon, enter, author, make_live, revise):
    live = make_live(title="Old words")
    revise(live, title="New words")
    answer = enter(author).get(f"/at/{written(NOON)}{live.get_absolute_url()}")
    assert b"Old words" in answer.content
    assert b"New words" not in answer.content
