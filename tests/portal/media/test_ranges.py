"""Parts of a file, as players ask for them under the development server."""

import pytest

from portal.media.ranges import Unsatisfiable, range_of
from portal.publishing.workflow import take
from tests import cast
from tests.reading import Reader


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("bytes=0-0", (0, 0)),
        ("bytes=0-99", (0, 99)),
        ("bytes=10-", (10, 99)),
        ("bytes=10-5000", (10, 99)),
        ("bytes=-10", (90, 99)),
        ("bytes=-5000", (0, 99)),
        ("bytes=99-99", (99, 99)),
        ("", None),
        ("bytes=", None),
        ("bytes=-", None),
        ("bytes=5-1", None),
        ("bytes=0-1,5-9", None),
        ("bytes=a-b", None),
        ("bytes=٠-٩", None),
        ("items=0-1", None),
        ("bytes=0-" + "9" * 40, None),
    ],
)
def test_one_range_is_understood_and_all_else_is_the_whole(header, part):
    assert range_of(header, 100) == part


@pytest.mark.parametrize("header", ["bytes=100-", "bytes=100-200", "bytes=-0"])
def test_a_range_behind_the_end_cannot_be_given(header):
    with pytest.raises(Unsatisfiable):
        range_of(header, 100)


@pytest.fixture
def film(document, offer, submit, publisher):
    """A live file: its article, its address and its bytes."""
    article = cast.approve(submit(offer(document)), publisher)
    address = f"/media/{document.token}/report.pdf"
    return article, address, Reader().get(address).body


@pytest.mark.django_db
def test_a_player_moves_about_in_a_file(film):
    _article, address, whole = film
    part = Reader().get(address, headers={"range": "bytes=10-19"})
    assert (part.status_code, part.body) == (206, whole[10:20])
    assert part["Content-Range"] == f"bytes 10-19/{len(whole)}"
    assert part["Content-Length"] == "10"
    assert part["Cache-Control"] == "public, no-cache"
    rest = Reader().get(address, headers={"range": "bytes=-7"})
    assert rest.body == whole[-7:]


@pytest.mark.django_db
def test_a_range_of_another_file_is_not_believed(film):
    _article, address, whole = film
    tag = Reader().get(address)["ETag"]
    for held, status in ((tag, 206), ('"other"', 200)):
        headers = {"range": "bytes=0-1", "if-range": held}
        assert Reader().get(address, headers=headers).status_code == status
    beyond = Reader().get(address, headers={"range": f"bytes={len(whole)}-"})
    assert beyond.status_code == 416
    assert beyond["Content-Range"] == f"bytes */{len(whole)}"


@pytest.mark.django_db
def test_a_range_of_what_is_not_public_is_unknown(film, publisher):
    article, address, _whole = film
    take("withdraw", article, by=publisher, note="A mistake.")
    assert Reader().get(address, headers={"range": "bytes=0-1"}).status_code == 404
