"""Hits and lost pages are added up exactly, once, and stay few."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection

from portal.publishing import clock
from portal.redirects import counting, spool
from portal.redirects.models import LostPage, SpoolCounted
from tests import cast

pytestmark = pytest.mark.django_db


def hits_of(redirect):
    redirect.refresh_from_db()
    return redirect.hits


def lost():
    return {str(page.old): page.hits for page in LostPage.objects.all()}


def test_hits_are_exact_after_run_schedule(visitor, make_redirect, make_live):
    document = make_live().document
    often, never = make_redirect("/en/old/", document), make_redirect("/en/other/", document)
    for _i in range(7):
        visitor.get("/en/old/")
    visitor.head("/en/old/")
    assert hits_of(often) == 0
    call_command("run_schedule", "old addresses")
    assert (hits_of(often), hits_of(never)) == (7, 0)
    assert clock.now() - often.last_hit_at < timedelta(minutes=2)
    visitor.get("/en/old/")
    call_command("run_schedule", "old addresses")
    call_command("run_schedule", "old addresses")
    assert hits_of(often) == 8


def test_no_visitor_writes_to_the_database(
    visitor, make_redirect, make_live, django_assert_num_queries
):
    make_redirect("/en/old/", make_live().document)
    visitor.get("/en/never/")
    for path in ("/en/old/", "/en/nothing/"):  # a page that could stand there, and a redirect
        with django_assert_num_queries(2) as asked:
            visitor.get(path)
        reads = ("SELECT", "EXECUTE")  # only a SELECT is ever prepared
        assert all(query["sql"].startswith(reads) for query in asked)


def test_a_file_that_a_killed_run_left_is_counted_and_not_twice(
    visitor, make_redirect, make_live, count, monkeypatch, spool_folder
):
    redirect = make_redirect("/en/old/", make_live().document)

    class Killed(BaseException):
        pass

    def die(*args, **kwargs):
        raise Killed

    visitor.get("/en/old/")
    with monkeypatch.context() as before_the_end_of_counting:
        before_the_end_of_counting.setattr(counting, "count_losses", die)
        pytest.raises(Killed, count)
    assert hits_of(redirect) == 0
    with monkeypatch.context() as before_the_file_is_gone:
        before_the_file_is_gone.setattr("pathlib.Path.unlink", die)
        pytest.raises(Killed, count)
    assert hits_of(redirect) == 1
    visitor.get("/en/old/")
    count()
    assert hits_of(redirect) == 2
    assert list(spool_folder.iterdir()) == []


def test_two_runs_at_once_count_each_file_once(
    transactional_db, visitor, make_redirect, make_live, count
):
    redirect = make_redirect("/en/old/", make_live().document)
    for _i in range(5):
        visitor.get("/en/old/")
        spool.take()

    def run(_number):
        try:
            return count()
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(run, range(3)))
    assert hits_of(redirect) == 5
    assert SpoolCounted.objects.count() == 5


def test_what_is_asked_for_in_vain_is_listed_with_how_often_and_by_whom(visitor, count):
    ours = {"referer": "http://testserver/en/"}
    for headers in ({}, {}, ours, {"referer": "https://elsewhere.example/"}):
        visitor.get("/en/about/Gone.html", headers=headers)
    visitor.get("/by/about")
    count()
    assert lost() == {"/en/about/gone/": 4, "/by/about": 1}
    page = LostPage.objects.most_asked_for().first()
    assert page.own_hits == 1


def test_an_address_without_its_slash_is_lost_once(visitor, count):
    assert visitor.get("/en/news/no-such-stream", follow=True).status_code == 404
    count()
    assert lost() == {"/en/news/no-such-stream/": 1}


@pytest.mark.parametrize(
    "path",
    [
        "/wp-login.php",
        "/en/wp-content/x",
        "/.env",
        "/.git/config",
        "/en/a@example.org/",
        "/en/" + "a" * 300 + "/",
        "/en/%3Cscript%3E/",
        "/en/%00/",
        "/apple-touch-icon-120x120.png",
        "/admin/nothing/",
        "/media/nothing",
        "/preview/0123456789abcdef0123456789/en/",
        "/at/2026-01-01/en/",
    ],
)
def test_what_no_reader_asked_for_is_not_listed(visitor, count, path):
    visitor.get(path)
    count()
    assert lost() == {}


def test_a_world_counts_nothing(visitor, make_live, chief, make_redirect, count):
    article = make_live()
    redirect = make_redirect("/en/old/", article.document)
    preview = cast.preview_of(article, chief)
    inside = preview.removesuffix(article.get_absolute_url())
    answer = visitor.get(f"{inside}/en/old/")
    assert (answer.status_code, answer["Location"]) == (301, preview)
    visitor.get(f"{inside}/en/nothing/")
    count()
    assert (hits_of(redirect), lost()) == (0, {})


def test_readers_of_the_low_vision_version_count_as_all_others(
    visitor, make_live, make_redirect, count
):
    article = make_live()
    redirect = make_redirect("/en/old/", article.document)
    prefix = "/plain-150-white"
    answer = visitor.get(f"{prefix}/en/old/")
    assert answer["Location"] == f"{prefix}{article.get_absolute_url()}"
    visitor.get(f"{prefix}/en/nothing/")
    count()
    assert (hits_of(redirect), lost()) == (1, {"/en/nothing/": 1})


def test_lost_pages_stay_few_and_the_most_asked_for_stay(count, monkeypatch):
    monkeypatch.setattr(counting, "MOST_ROWS", 10)
    for i in range(30):
        for _time in range(1 + (i == 3)):
            spool.note_loss(f"/en/{i}/", is_ours=False)
    count()
    assert len(lost()) == 10
    assert lost()["/en/3/"] == 2


def test_lost_pages_are_forgotten_rare_ones_sooner(visitor, count, time_machine):
    for path in ("/en/often/",) * 3 + ("/en/rare/",):
        visitor.get(path)
    count()
    now = clock.now()
    time_machine.move_to(now + counting.RARE_FORGOTTEN + timedelta(hours=1))
    count()
    assert lost() == {"/en/often/": 3}
    time_machine.move_to(now + counting.FORGOTTEN + timedelta(hours=1))
    count()
    assert lost() == {}


def test_a_dry_run_counts_nothing(visitor, spool_folder):
    visitor.get("/en/nothing/")
    assert list(counting.add_up(write=False))
    assert (lost(), len(list(spool_folder.iterdir()))) == ({}, 1)
