"""What the door before Django answers, and to whom it leaves the answer."""

import gzip
import threading
from datetime import timedelta
from pathlib import Path

import brotli
import pytest
from django.test import Client

from portal.page_cache import door
from portal.page_cache.keeping import kept
from portal.publishing import clock
from portal.publishing.models import Preview
from portal.publishing.workflow import take
from tests.kept import Counted, KeptReader, page_cache
from tests.reading import minsk

pytestmark = pytest.mark.django_db
PAGES = ["/en/", "/ru/news/", "/en/news/feed/rss/", "/sitemap.xml", "/robots.txt"]


@pytest.fixture
def article(make_live):
    return make_live(slug="a-night")


def bytes_of(answer):
    return answer.status_code, answer.content


@pytest.mark.parametrize("path", PAGES)
def test_second_visitor_gets_the_same_bytes_and_django_is_not_asked(visitor, article, path):
    first = visitor.get(path)
    assert first.status_code == 200
    assert bytes_of(visitor.get(path)) == bytes_of(first)
    assert visitor.asked == [path]


def test_pages_are_shared_by_the_processes_of_a_server(new_process, article):
    first, second = new_process(), new_process()
    page = first.get("/en/")
    assert bytes_of(second.get("/en/")) == bytes_of(page)
    assert second.asked == []


def test_kept_answer_differs_from_django_s_in_how_it_may_be_encoded_alone(visitor, article):
    fresh = Client().get("/en/")
    kept = visitor.get("/en/")
    assert kept.content == fresh.content
    said = dict(kept.headers)
    assert (said.pop("Vary"), said.pop("Content-Length")) == (
        "Accept-Encoding",
        f"{len(fresh.content)}",
    )
    assert said == {
        name: value for name, value in fresh.headers.items() if name != "Content-Length"
    }


# --- Ways to ask ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("", None),
        ("identity", None),
        ("gzip", "gzip"),
        ("gzip, deflate, br, zstd", "br"),
        ("br;q=0, gzip", "gzip"),
        ("gzip;q=0", None),
        ("*", "br"),
        ("GZIP", "gzip"),
        ("deflate, zstd", None),
        ("br;q=0.0, gzip; q=0", None),
    ],
)
def test_bytes_are_sent_in_the_smallest_encoding_that_is_accepted(
    visitor, article, accepted, encoding
):
    unpack = {"gzip": gzip.decompress, "br": brotli.decompress, None: bytes}
    plain = visitor.get("/en/")
    answer = visitor.get("/en/", headers={"accept-encoding": accepted})
    assert answer.headers.get("Content-Encoding") == encoding
    assert int(answer["Content-Length"]) == len(answer.content)
    assert unpack[encoding](answer.content) == plain.content
    assert (answer["ETag"] == plain["ETag"]) == (encoding is None)
    assert answer["Vary"] == "Accept-Encoding"
    assert visitor.asked == ["/en/"]


@pytest.mark.parametrize("encoding", ["", "gzip", "br"])
def test_reader_who_has_the_page_is_told_so(visitor, article, encoding):
    headers = {"accept-encoding": encoding}
    tag = visitor.get("/en/", headers=headers)["ETag"]
    for condition in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        answer = visitor.get("/en/", headers=headers | {"if-none-match": condition})
        assert (answer.status_code, answer.content, answer["ETag"]) == (304, b"", tag)
    answer = visitor.get("/en/", headers=headers | {"if-none-match": '"other"'})
    assert answer.status_code == 200


def test_condition_of_the_first_visitor_is_answered_and_keeps_nobody_else_from_the_page(
    new_process, article
):
    tag = new_process().get("/en/")["ETag"]
    late = KeptReader(page_cache(new_process().cache.flights.folder / "other"))
    assert late.get("/en/", headers={"if-none-match": tag}).status_code == 304
    assert late.get("/en/").status_code == 200
    assert late.asked == ["/en/"]


def test_head_is_answered_from_the_page_and_without_its_bytes(visitor, article):
    page = visitor.get("/en/")
    head = visitor.head("/en/")
    assert head.content == b""
    assert dict(head.headers) == dict(page.headers)
    assert visitor.asked == ["/en/"]


def test_head_alone_keeps_nothing(visitor, article):
    assert visitor.head("/en/").status_code == 200
    assert visitor.get("/en/").content
    assert visitor.asked == ["/en/", "/en/"]


@pytest.mark.parametrize("method", ["post", "put", "delete", "options", "patch"])
def test_whoever_does_not_read_is_answered_by_django(visitor, article, method):
    visitor.get("/en/")
    assert getattr(visitor, method)("/en/").status_code in (403, 405)
    assert visitor.asked == ["/en/", "/en/"]


# --- Questions ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "question",
    [
        "utm_source=x",
        "fbclid=1&before=",
        "at=2099-01-01",
        "preview=1",
        "page=2",
        "%00=%ff",
        "&&&=&",
    ],
)
def test_question_that_no_view_reads_is_no_other_page(visitor, article, question):
    for path in ("/en/", "/en/news/", article.get_absolute_url()):
        page = visitor.get(path)
        assert bytes_of(visitor.get(f"{path}?{question}")) == bytes_of(page)
    assert len(visitor.asked) == 3


def test_question_asked_first_is_no_other_page_either(visitor, article):
    first = visitor.get("/en/news/?utm_source=x")
    assert bytes_of(visitor.get("/en/news/")) == bytes_of(first)
    assert visitor.asked == ["/en/news/"]


def test_question_that_the_view_reads_is_a_page_of_its_own_however_it_is_written(visitor, article):
    whole = visitor.get("/en/news/")
    narrowed = visitor.get("/en/news/?stream=opinions&from=2019-06-01")
    assert narrowed.content != whole.content
    for same in (
        "from=2019-06-01&stream=opinions",
        "stream=x&stream=opinions&from=2019-06-01",
        "stream=opinions&from=2019-06-01&utm_source=x&until=",
        "str%65am=opinion%73&from=2019-06-01",
    ):
        assert visitor.get(f"/en/news/?{same}").content == narrowed.content
    assert len(visitor.asked) == 2


def test_thousands_of_parameters_are_refused_as_ever(visitor, article):
    visitor.get("/en/news/")
    question = "&".join(f"a{i}=1" for i in range(2_500))
    assert visitor.get(f"/en/news/?{question}").status_code == 400


def test_view_does_not_see_what_it_does_not_name(rf):
    @kept("before")
    def view(request):
        return request.GET.urlencode(), request.META["QUERY_STRING"], request.get_full_path()

    request = rf.get("/x/?utm=1&before=a&before=b&q=2")
    assert view(request) == ("before=b", "before=b", "/x/?before=b")
    assert request.META["QUERY_STRING"] == "utm=1&before=a&before=b&q=2"


# --- Poison and deceit ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "headers",
    [
        {"x-forwarded-host": "evil.example"},
        {"x-forwarded-proto": "https"},
        {"x-forwarded-prefix": "/evil"},
        {"x-original-url": "/admin/"},
        {"x-http-method-override": "POST"},
        {"forwarded": "host=evil.example"},
        {"accept-language": "zh"},
        {"cookie": "sessionid=1; django_language=ru"},
        {"user-agent": "<script>"},
        {"referer": "https://evil.example/"},
        {"range": "bytes=0-10"},
        {"origin": "https://evil.example"},
        {"accept": "application/json", "x-requested-with": "XMLHttpRequest"},
    ],
)
def test_what_one_visitor_sends_is_in_nobody_else_s_page(visitor, article, headers):
    fresh = Client().get("/en/")
    poisoned = visitor.get("/en/", headers=headers)
    assert bytes_of(poisoned) == bytes_of(fresh)
    kept = visitor.get("/en/")
    assert bytes_of(kept) == bytes_of(fresh)
    assert visitor.asked == ["/en/"]


def test_each_host_has_pages_of_its_own_and_an_unknown_one_has_none(visitor, article):
    visitor.get("/en/", headers={"host": "testserver"})
    other = visitor.get("/en/", headers={"host": "localhost"})
    assert b"http://localhost/en/" in other.content
    assert b"localhost" not in visitor.get("/en/", headers={"host": "testserver"}).content
    for _i in range(2):
        assert visitor.get("/en/", headers={"host": "evil.example"}).status_code == 400
    assert len(visitor.asked) == 4


def test_each_scheme_has_pages_of_its_own(visitor, article, settings):
    host = {"host": "testserver"}
    plain = visitor.get("/en/", headers=host)
    secret = visitor.get("/en/", headers=host, secure=True)
    assert b"https://testserver/en/" in secret.content
    assert b"https://testserver/en/" not in plain.content
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    for scheme, page in (("https", secret), ("http", plain)):
        behind = visitor.get("/en/", headers=host | {"x-forwarded-proto": scheme})
        assert behind.content == page.content
    assert len(visitor.asked) == 2


@pytest.mark.parametrize(
    "path",
    [
        "/admin/",
        "/admin/login/",
        "/admin/x.css",
        "/en/../admin/",
        "/en/%2e%2e/admin/",
        "/en/news/999999/x/",
        "/en/news/999999/x/style.css",
        "/health/",
        "/favicon.ico",
        "/",
        "/en/news",
    ],
)
def test_what_is_nobody_s_page_is_asked_for_each_time(visitor, article, path):
    for _i in range(2):
        visitor.get(path)
    assert len(visitor.asked) == 2


def test_page_of_an_editor_is_a_visitor_s_and_nothing_of_the_desk_is_kept(
    visitor, article, publisher
):
    fresh = Client().get("/en/")
    visitor.force_login(publisher)
    assert visitor.get("/en/").content == fresh.content
    assert publisher.username in visitor.get("/admin/").content.decode()
    visitor.logout()
    assert visitor.get("/admin/").status_code == 302


def test_other_worlds_are_kept_apart_and_secret_ones_not_at_all(
    visitor, make_article, article, publisher
):
    visitor.get("/en/")
    plain = visitor.get("/plain-200-black/en/")
    assert b"plain--black" in plain.content
    assert b"plain--black" not in visitor.get("/en/").content
    assert visitor.get("/plain-200-black/en/").content == plain.content
    assert len(visitor.asked) == 2
    draft = make_article(title="A draft")
    preview = f"/preview/{Preview.issue(draft, publisher)}{draft.get_absolute_url()}"
    for _i in range(2):
        answer = visitor.get(preview)
        assert (answer.status_code, answer["Cache-Control"]) == (200, "no-store")
    assert len(visitor.asked) == 4


# --- In time --------------------------------------------------------------------------------------


def test_page_ends_with_the_moment_at_which_it_changes(visitor, make_scheduled, time_machine):
    soon = make_scheduled(title="Soon public")
    time_machine.move_to(soon.live_from - timedelta(microseconds=1), tick=False)
    assert b"Soon public" not in visitor.get("/en/news/").content
    time_machine.move_to(soon.live_from, tick=False)
    assert b"Soon public" in visitor.get("/en/news/").content
    assert len(visitor.asked) == 2


def test_what_is_withdrawn_is_gone_at_once_and_what_has_nothing_to_do_with_it_stays(
    visitor, make_adopted, make_page, make_live, publisher
):
    old = make_adopted(minsk(2019, 6, 5), minsk(2019, 7, 1))[0].get_absolute_url()
    make_page("about")
    new = make_live(title="Mistaken")
    unrelated = ["/ru/news/", "/en/about/", "/en/news/2019/06/05/", "/en/accessibility/"]
    for path in (*unrelated, old, "/en/news/", new.get_absolute_url()):
        visitor.get(path)
    take("withdraw", new, by=publisher, note="It was a mistake.")
    visitor.asked.clear()
    assert b"Mistaken" not in visitor.get("/en/news/").content
    assert visitor.get(new.get_absolute_url()).status_code == 410
    assert visitor.asked == ["/en/news/", new.get_absolute_url()]
    for path in unrelated:
        assert visitor.get(path).status_code == 200
    assert len(visitor.asked) == 2


def test_after_an_update_nothing_of_the_version_before_is_shown(tmp_path, article):
    before = KeptReader(page_cache(tmp_path, version="1"))
    before.get("/en/")
    after = KeptReader(page_cache(tmp_path, version="2"))
    after.get("/en/")
    assert after.asked == ["/en/"]


# --- Many at once, and trouble --------------------------------------------------------------------


class Slow(Counted):
    """Waits until it is let go; answers without the database."""

    def __init__(self, body=b"new", status="200 OK"):
        super().__init__()
        self.begun, self.go_on = threading.Event(), threading.Event()
        self.body, self.status = body, status

    def __call__(self, environ, start_response):
        self.asked.append(environ["PATH_INFO"])
        environ["portal.page_cache"].parameters = ()
        self.begun.set()
        assert self.go_on.wait(20)
        start_response(self.status, [("Cache-Control", "public, no-cache")])
        return [self.body]


def in_threads(readers, path="/x/"):
    """Start to read; the answers arrive in the list."""
    answers = []
    threads = [
        threading.Thread(target=lambda reader=reader: answers.append(reader.get(path)))
        for reader in readers
    ]
    for thread in threads:
        thread.start()
    return threads, answers


@pytest.fixture
def slow(tmp_path, monkeypatch):
    """slow(count) → the application, and as many readers in processes of their own."""
    monkeypatch.setattr("portal.page_cache.coming.Calendar.first_change", lambda *_args: None)
    monkeypatch.setattr("tests.kept.close_old_connections", lambda **_kwargs: None)
    application = Slow()

    def make(count):
        return application, [KeptReader(page_cache(tmp_path, application)) for _i in range(count)]

    return make


def test_page_that_many_ask_for_at_once_is_made_once(slow):
    application, readers = slow(5)
    threads, answers = in_threads(readers)
    assert application.begun.wait(20)
    application.go_on.set()
    for thread in threads:
        thread.join()
    assert [answer.content for answer in answers] == [b"new"] * 5
    assert application.asked == ["/x/"]


def test_page_is_made_where_nobody_can_say_that_it_is(slow, monkeypatch):
    """Another user made the folder of the locks, or the disk is full."""
    application, [reader] = slow(1)
    application.go_on.set()
    monkeypatch.setattr(reader.cache.flights, "folder", Path(__file__) / "no folder")
    assert reader.get("/x/").content == b"new"
    assert reader.get("/x/").content == b"new"
    assert application.asked == ["/x/"]


def test_page_that_was_true_a_moment_ago_stands_in_while_it_is_made_anew(slow, time_machine):
    time_machine.move_to(clock.now(), tick=False)
    application, [reader, other] = slow(2)
    application.go_on.set()
    application.body = b"old"
    assert (reader.get("/x/").content, other.get("/x/").content) == (b"old", b"old")
    application.go_on.clear()
    application.begun.clear()
    application.body = b"new"
    reader.cache.board.raise_everything()
    threads, answers = in_threads([reader])
    assert application.begun.wait(20)
    assert other.get("/x/").content == b"old"
    application.go_on.set()
    threads[0].join()
    assert answers[0].content == other.get("/x/").content == b"new"


def test_page_that_was_not_true_for_longer_stands_in_for_nothing(slow, time_machine, monkeypatch):
    monkeypatch.setattr(door, "PATIENCE", 0)
    now = clock.now()
    time_machine.move_to(now, tick=False)
    application, [reader] = slow(1)
    application.go_on.set()
    application.body = b"old"
    reader.get("/x/")
    reader.cache.board.raise_everything()
    application.body, application.status = b"out of order", "503 Service Unavailable"
    time_machine.move_to(now + timedelta(seconds=door.RECENT) / 2, tick=False)
    assert reader.get("/x/").content == b"old"
    time_machine.move_to(now + timedelta(seconds=door.RECENT), tick=False)
    assert reader.get("/x/").status_code == 503


def test_who_asks_where_nothing_is_kept_waits_for_nobody(slow, monkeypatch):
    application, readers = slow(1)
    reader = readers[0]
    application.go_on.set()
    application.status = "404 Not Found"
    reader.get("/x/")
    monkeypatch.setattr(reader.cache.flights, "alone", None)
    assert reader.get("/x/").status_code == 404


def test_address_at_which_something_has_appeared_is_kept_from_then_on(
    visitor, make_scheduled, time_machine
):
    soon = make_scheduled()
    path = soon.get_absolute_url()
    assert visitor.get(path).status_code == 404
    time_machine.move_to(soon.live_from, tick=False)
    visitor.asked.clear()
    assert {visitor.get(path).status_code for _i in range(3)} == {200}
    assert visitor.asked == [path]


def test_page_that_another_process_has_made_after_its_time_is_taken_over(
    new_process, make_scheduled, time_machine
):
    first, second = new_process(), new_process()
    soon = make_scheduled()
    for reader in (first, second):
        reader.get("/en/news/")
    time_machine.move_to(soon.live_from, tick=False)
    first.get("/en/news/")
    second.asked.clear()
    assert soon.title in second.get("/en/news/").content.decode()
    assert second.asked == []


def test_errors_are_not_kept(slow):
    application, [reader] = slow(1)
    application.go_on.set()
    for status in ("500 Internal Server Error", "503 Service Unavailable", "404 Not Found"):
        application.status = status
        for _i in range(2):
            assert reader.get("/x/").status_code == int(status[:3])
    assert len(application.asked) == 6


@pytest.mark.parametrize(
    "header",
    [
        ("Cache-Control", "no-store"),
        ("Cache-Control", "private"),
        ("Set-Cookie", "a=1"),
        ("Vary", "Cookie"),
        ("Content-Encoding", "gzip"),
    ],
)
def test_answer_that_is_somebody_s_own_is_not_kept_whatever_its_view_says(tmp_path, header):
    def application(environ, start_response):
        environ["portal.page_cache"].parameters = ()
        own = {"Cache-Control": "public, no-cache"} | dict([header])
        start_response("200 OK", list(own.items()))
        return [b"mine"]

    counted = Counted()
    counted.application = application
    reader = KeptReader(page_cache(tmp_path, counted))
    for _i in range(2):
        assert reader.get("/x/").content == b"mine"
    assert len(reader.asked) == 2
