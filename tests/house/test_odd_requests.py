"""Whatever is asked at a public address, the answer is a page and never an error of ours."""

from itertools import product

import pytest

from tests.house.routes import ROUTES, fields_of
from tests.kept import KeptReader, page_cache

pytestmark = pytest.mark.django_db

ODD = [
    "0",
    "-1",
    "000000",
    "00",
    "13",
    "0000",
    "9999",
    "9" * 12,
    "9" * 5_000,
    "1e9",
    "NaN",
    "x" * 10_000,
    "a" + "-" * 300,
    "A-Capital",
    "under_score",
    "%00",
    "a%00b",
    "%ff%fe",
    "%c0%af",
    "%0a%0d",
    "%2e%2e%2fetc",
    "..;",
    "'%20or%201=1--",
    "%3Cscript%3E",
    "ночь",
    "%F0%9F%93%9A",
    "%E2%80%AE",
    "٢٠١٩",
    "{}",
    "%25%25",
    "",
]
FACETS = ["", "x", "%00", "%ff%fe", "9" * 10_000, "culture%00", "٢", "../..", "{}"]
DAYS = ["", "x", "%00", "0000-00-00", "0001-01-01", "9999-12-31", "2019-02-30", "-1", "9" * 5_000,
        "٢٠١٩-٠٦-٠٥", "2019-06-05T00:00", "%ff%fe", "2019-W01", "1e9"]  # fmt: skip
# Raw query strings, as a client may send them.
QUERIES = [
    "before=",
    "before=nonsense",
    "before=%00",
    "before=%ff%fe",
    "before=" + "9" * 10_000,
    "before=20190605T100000000000-100000&before=x",
    "before=20190605T100000000000-999999999999",
    "before=00000101T000000000000-100000",
    "before=00010101T000000000000-100000",
    "before=99991231T235959999999-999999999999",
    "before[]=1",
    "before=٢٠١٩",
    *(f"{facet}={odd}" for facet in ("stream", "topic", "person", "region") for odd in FACETS),
    *(f"{day}={odd}" for day in ("from", "until") for odd in DAYS),
    "from=2019-07-01&until=2019-06-01",
    "topic=culture&topic=x&stream=opinions&region[]=1",
    "p=",
    "p=-1",
    "p=" + "9" * 5_000,
    "p=%00",
    "p=1&p=2",
    "page=2&state=draft&at=2099-01-01",
    "&&&===",
    "%",
    "%zz=%zz",
    "&".join(f"a{i}=1" for i in range(2_500)),
    "q=" + "%ff" * 500,
]
HEADERS = [
    {"accept-language": "*;q=x, " + "a-" * 3_000},
    {"accept-language": "\x00, zh-hans;q=1e999"},
    {"if-none-match": '"' * 1_001},
    {"if-none-match": "*"},
    {"if-modified-since": "the day before yesterday"},
    {"if-modified-since": "Thu, 99 Foo 99999 99:99:99 GMT"},
    {"range": "bytes=5-1,-99999999999999999999"},
    {"host": "a b"},
    {"host": "[::1"},
    {"cookie": "sessionid=" + "x" * 4_000 + "; csrftoken=%00"},
    {"x-forwarded-proto": "gopher"},
    {"content-type": "multipart/form-data; boundary="},
]
FINE = {200, 301, 302, 304, 400, 403, 404, 405, 410}


@pytest.fixture
def visitor(tmp_path):
    """Reads through the page cache, as visitors do."""
    return KeptReader(page_cache(tmp_path))


@pytest.mark.parametrize("route", [route for route in ROUTES if fields_of(route)])
def test_odd_words_in_an_address_are_unknown(places, visitor, route):
    for field, odd in product(fields_of(route), ODD):
        address = ROUTES[route].format(**vars(places["en"]) | {field: odd})
        assert visitor.get(address).status_code in FINE, address[:200]


@pytest.mark.parametrize("route", ROUTES)
def test_odd_questions_are_answered(places, visitor, route):
    address = places["en"].address(route)
    for query in QUERIES:
        assert visitor.get(f"{address}?{query}").status_code in FINE, (address, query[:200])


@pytest.mark.parametrize("route", ROUTES)
def test_odd_headers_and_methods_are_answered(places, visitor, route):
    address = places["ru"].address(route)
    for headers in HEADERS:
        assert visitor.get(address, headers=headers).status_code in FINE, (address, headers)
    for method in ("head", "options", "post", "put", "patch", "delete", "trace"):
        assert getattr(visitor, method)(address).status_code in FINE, (address, method)


@pytest.mark.parametrize("path", ["/en//news/", "//en/news/", "/en/news", "/en/news/2019", "/EN/"])
def test_slips_of_the_keys_lead_on_or_are_unknown(visitor, path):
    assert visitor.get(path).status_code in (301, 404)


def test_a_question_that_no_page_asks_changes_no_byte(places, visitor):
    for route in ("<lang>/", "<lang>/news/", "<lang>/news/<number:number>/<word:slug>/"):
        address = places["en"].address(route)
        plain = visitor.get(address)
        for query in ("preview=1", "at=2099-01-01", "state=draft&p=2", "utm_source=x"):
            asked = visitor.get(f"{address}?{query}")
            assert asked.body == plain.body, (address, query)
            assert asked["ETag"] == plain["ETag"]
