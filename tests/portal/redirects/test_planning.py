"""What may become a redirect, and the sentences that refuse the rest."""

import pytest

from portal.redirects.models import Origin
from portal.redirects.planning import Wish, plan

pytestmark = pytest.mark.django_db


def sentences(*pairs, **options):
    wishes = [Wish(*pair, line=line) for line, pair in enumerate(pairs, start=1)]
    return [(fault.line, fault.field, fault.sentence) for fault in plan(wishes, **options).faults]


def planned(from_text, to_text, **options):
    found = plan([Wish(from_text, to_text)], **options)
    assert found.faults == []
    return found.redirects[0]


@pytest.mark.parametrize(
    ("written", "old"),
    [
        ("/en/old/", "/en/old/"),
        ("/en/Old/Page.html", "/en/old/page/"),
        ("/*/old", "/*/old/"),
        ("/by/about", "/by/about"),
        ("http://testserver/zh/old/", "/zh/old/"),
        ("/ru/%D1%81%D1%82%D0%B0%D1%80%D0%BE%D0%B5/", "/ru/старое/"),
        ("/en/press-center/x_i_0000034373.html", "/en/press-center/x_i_0000034373/"),
        (" /en/old/index.html ", "/en/old/"),
    ],
)
def test_an_old_address_is_brought_to_one_form(written, old):
    assert str(planned(written, "https://elsewhere.example/").old) == old


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("", "is no address of this site"),
        ("old", "is no address of this site"),
        ("https://elsewhere.example/en/old/", "is no address of this site"),
        ("javascript:alert(1)", "is no address of this site"),
        ("https://[::1", "is no address of this site"),
        ("/en/%ff/", "is no address of this site"),
        ("/en/old/?page=2", "Leave out “?”"),
        ("/en/old/#top", "Leave out “?”"),
        ("/en/a%00b/", "characters that no address can hold"),
        ("/en/", "home page"),
        ("/*/", "home page"),
        ("/", "home page"),
        ("/en/" + "a" * 401, "longer than 400"),
        ("/admin/", "the site’s machinery"),
        ("/media/x.jpg", "the site’s machinery"),
        ("/en/news/", "There is a page at this address"),
        ("/*/calendar/", "There is a page at this address"),
        ("/en/news/feed/rss/", "There is a page at this address"),
        ("/sitemap.xml", "There is a page at this address"),
        ("/robots.txt", "There is a page at this address"),
    ],
)
def test_what_is_no_old_address_is_refused(written, words):
    [(_line, field, sentence)] = sentences((written, "https://elsewhere.example/"))
    assert field == "from"
    assert words in sentence


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("", "Say where it leads"),
        ("http://elsewhere.example/", "leads nowhere"),
        ("//elsewhere.example/", "leads nowhere"),
        ("javascript:alert(1)", "leads nowhere"),
        ("https://user:word@elsewhere.example/", "leads nowhere"),
        ("https://elsewhere.example/" + "a" * 1_000, "leads nowhere"),
        ("some words", "leads nowhere"),
        ("999999", "No document has the number"),
        ("/en/news/999999/never/", "No document has the number"),
        ("/en/nothing/", "There is no page at"),
        ("/en/news/no-such-stream/", "There is no page at"),
        ("100000 xx", "is no language"),
    ],
)
def test_what_is_no_target_is_refused(written, words):
    [(_line, field, sentence)] = sentences(("/en/old/", written))
    assert field == "to"
    assert words in sentence


def test_a_live_address_as_target_stands_for_its_document(make_live):
    article = make_live()
    for written in (
        article.get_absolute_url(),
        f"http://testserver{article.get_absolute_url()}",
        f"document:{article.document.number}",
        str(article.document.number),
    ):
        redirect = planned("/en/old/", written)
        assert (redirect.document, redirect.to_address) == (article.document, "")


def test_a_document_in_a_language_of_its_own(visitor, make_live, make_redirect):
    article = make_live(language="ru", title="Ночь")
    redirect = planned("/by/noch", f"{article.document.number} ru")
    assert (redirect.document, redirect.to_language) == (article.document, "ru")
    make_redirect("/by/noch", article.document, to_language="ru")
    assert visitor.get("/by/noch")["Location"] == article.get_absolute_url()


def test_an_address_of_a_list_is_a_target(visitor, make_live, make_redirect):
    make_live()
    redirect = planned("/en/press-center/opinions/", "/en/news/opinions/?topic=culture")
    assert redirect.to_address == "/en/news/opinions/?topic=culture"


def test_the_address_of_a_live_page_is_refused(make_live):
    article = make_live()
    [(_line, field, sentence)] = sentences((article.get_absolute_url(), "https://a.example/"))
    assert (field, "There is a page" in sentence) == ("from", True)
    [(_line, _field, sentence)] = sentences(
        (f"/*/news/{article.document.number}/", "https://a.example/")
    )
    assert "There is a page" in sentence


def test_the_address_of_what_is_not_due_is_refused_no_more_than_one_of_nothing(make_scheduled):
    assert sentences((make_scheduled().get_absolute_url(), "https://a.example/")) == []


def test_a_target_that_is_a_redirect_is_refused_and_the_end_is_shown(make_live, make_redirect):
    document = make_live().document
    make_redirect("/en/middle/", document)
    make_redirect("/*/way/", "https://a.example/")
    found = sentences(("/en/old/", "/en/middle/"), ("/ru/old/", "/ru/Way.html"))
    assert found == [
        (
            1,
            "to",
            "“/en/middle/” is a redirect itself. "
            f"Write where it leads: {document.number}.",
        ),
        (2, "to", "“/ru/way/” is a redirect itself. Write where it leads: https://a.example/."),
    ]  # fmt: skip


def test_a_chain_within_one_file_is_refused_and_its_end_is_shown():
    found = sentences(("/en/a/", "/en/b/"), ("/en/b/", "/en/c/"), ("/en/c/", "https://a.example/"))
    assert [(line, sentence[-20:]) for line, _field, sentence in found] == [
        (1, ": https://a.example/."[-20:]),
        (2, ": https://a.example/."[-20:]),
    ]


def test_a_circle_is_refused_and_shown():
    assert sentences(("/en/a/", "/en/a/")) == [
        (1, "to", "This leads round in a circle: /en/a/ → /en/a/.")
    ]
    found = sentences(("/en/a/", "/en/b/"), ("/*/b/", "/en/a/"))
    assert found[0] == (1, "to", "This leads round in a circle: /en/a/ → /*/b/ → /en/a/.")
    assert len(found) == 2
    assert sentences(("/*/a/", "/en/a/"))[0][2].startswith("This leads round in a circle")


def test_an_address_that_others_lead_to_is_refused(make_redirect):
    """It was a page when they were made."""
    make_redirect("/ru/before/", "/en/list/")
    [(_line, field, sentence)] = sentences(("/*/list/", "https://a.example/"))
    assert (field, "/ru/before/" in sentence) == ("from", True)


def test_an_address_that_leads_on_already_is_refused_unless_to_the_same(make_live, make_redirect):
    document = make_live().document
    make_redirect("/en/old/", document)
    [(_line, field, sentence)] = sentences(("/en/Old.html", "https://a.example/"))
    assert (field, sentence) == (
        "from",
        f"This address leads to {document.number} already. Undo that redirect first.",
    )
    same = plan([Wish("/en/old/", str(document.number))])
    assert (same.redirects, same.unchanged, same.faults) == ([], 1, [])


def test_an_address_that_is_named_twice_is_refused():
    [(line, field, sentence)] = sentences(
        ("/en/old/", "https://a.example/"), ("/en/OLD.htm", "https://b.example/")
    )
    assert (line, field) == (2, "from")
    assert "Line 1 names this address" in sentence


def test_former_names_of_the_site_can_be_told(make_live):
    written = "https://www.old.example/en/about/"
    assert sentences((written, "https://a.example/")) != []
    hosts = frozenset({"www.old.example"})
    assert str(planned(written, "https://a.example/", hosts=hosts).old) == "/en/about/"


def test_every_origin_has_its_words():
    assert all(str(label) for label in Origin.labels)
