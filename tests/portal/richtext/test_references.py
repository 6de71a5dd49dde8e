import pytest

from portal.richtext import clean, document_numbers
from portal.richtext.references import normal


@pytest.mark.parametrize(
    "address",
    [
        "document:108863",
        "DOCUMENT:108863",
        "https://document:108863",
        "http://document:108863/",
        "/en/news/108863/library-opens/",
        "/zh/news/108863/",
        "/be/tourism/places/108863/x",
        "/preview/Xy9-_z/en/news/108863/library-opens/",
        "http://testserver/en/news/108863/library-opens/?utm_source=mail#top",
        "https://testserver:8443/ru/news/108863/",
        "//testserver/en/news/108863/",
        " https://testserver/en/news/108863/\n",
        "/en/news/108863/%D1%81%D0%BB%D0%BE%D0%B2%D0%BE/",
    ],
)
def test_an_own_address_becomes_a_reference(address):
    assert normal(address) == "document:108863"


@pytest.mark.parametrize(
    "address",
    [
        "https://elsewhere.example/en/news/108863/library-opens/",
        "https://testserver.elsewhere.example/en/news/108863/",
        "https://testserver/en/news/",
        "https://testserver/en/news/2019/06/",
        "https://testserver/media/108863/",
        "https://elsewhere.example/?a=1&b=%20c",
        "https://мінск.example/шлях",
        "mailto:press@portal.example?subject=News",
        "tel:+375-17-200-00-00",
    ],
)
def test_a_whole_address_is_kept(address):
    assert normal(address) == address


@pytest.mark.parametrize(
    "address",
    ["", "#top", "?page=2", "news/", "/en/news/", "www.example.org", "//evil.example/", "document:",
     "/\\evil.example/", "\\\\evil.example", "javascript:alert(1)", "data:text/html,x", "file:///x",
     "ftp://example.org/", "https:", "https://", "https:///x", "http://[::1", "https://e.example:x/",
     "mailto:", "mailto:nobody", "tel:", "tel:call me", "document:1", "document:12345678901234"],
)  # fmt: skip
def test_any_other_address_is_refused(address):
    assert normal(address) is None


def test_an_address_that_would_break_out_is_quoted():
    assert normal('https://e.example/"a b<c>`') == "https://e.example/%22a%20b%3Cc%3E%60"


def test_every_host_let_in_is_not_every_site_ours(settings):
    settings.ALLOWED_HOSTS = ["*"]
    assert normal("https://e.example/en/news/108863/") == "https://e.example/en/news/108863/"


def test_a_text_names_the_documents_that_it_refers_to():
    html = clean(
        '<p><a href="/en/news/108863/x/">a</a> <a href="document:200001">b</a>'
        ' <a href="https://e.example/">c</a> &lt;a href="document:300001"&gt;'
    )
    assert document_numbers(html) == {108863, 200001}
    assert document_numbers("") == set()
