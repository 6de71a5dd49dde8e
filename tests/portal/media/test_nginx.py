"""The gate as visitors meet it: real nginx by the shipped configuration, real gunicorn."""

import time
from datetime import timedelta
from itertools import product

import pytest

from portal.media import public, renditions, storage
from portal.media.intake import take_in
from portal.media.serving import CONTENT_TYPES, POLICY, SHOWN
from portal.publishing import clock
from portal.publishing.workflow import take
from tests import cast
from tests.portal.media.drawing import draw, upload
from tests.portal.media.serving import SHIPPED, nginx_and_gunicorn

pytestmark = pytest.mark.xdist_group("nginx")
CROP = "10-10-60-60"
UNKNOWN = "0" * 32
WIDTHS = (320, 640, 960, 480)


@pytest.fixture(params=["streamed", "sent by nginx"])
def site(request, transactional_db, settings, tmp_path):
    """With and without X-Accel-Redirect."""
    settings.VAR_DIR = tmp_path
    with nginx_and_gunicorn(tmp_path / "nginx", accel=request.param == "sent by nginx") as site:
        yield site


def address(kept, name):
    return f"/media/{kept.token}/{name}"


def guesses(kept):
    """Its names, its renditions' names, and what else one might try with its token."""
    crops = ("", CROP, "10-10-60-61")
    names = [
        renditions.name_of(width, extension, crop)
        for width, extension, crop in product(WIDTHS, ("avif", "webp", "jpg"), crops)
    ]
    names += ["original.jpg", "report.pdf", "Report.pdf", "file.pdf", "report.docx", ""]
    return [f"/media/{kept.token}/{name}" for name in names]


def ways_round(kept):
    """To the private tree, and to what is being taken out of the public one."""
    folder = f"{kept.token[:2]}/{kept.token}"
    roots = [f"/protected-media/{folder}", f"/media/{folder}", f"/media/../media/{folder}",
             f"/media/..%2f..%2fmedia/{folder}", f"/leaving/{kept.token}"]  # fmt: skip
    return [f"{root}/{name}" for root, name in product(roots, ("original.jpg", "report.pdf"))]


def assert_told_from_none_by_nothing(site, path, found):
    token = path.split("/")[2]
    never = site.get(path.replace(token, UNKNOWN))
    assert found.status == never.status == 404, path
    assert found.told == never.told, path


@pytest.fixture
def scheduled(showing, start, offer, publish, submit, author, publisher, picture, document):
    """scheduled(at) → what goes live then, and the addresses that are to appear: a picture, an
    attachment, and a crop of a picture that the public sees whole already.
    """
    seen = take_in(upload(draw(1600, 900)), author)
    publish(seen)

    def go(at):
        drafts = [start(picture), offer(document), start(seen, crop=CROP)]
        editions = [cast.approve(submit(draft), publisher, at=at) for draft in drafts]
        due = {
            address(picture, "640.webp"): picture,
            address(picture, "320.jpg"): picture,
            address(document, "report.pdf"): document,
            address(seen, f"{CROP}_640.webp"): seen,
        }
        return editions, due

    go.seen = seen
    return go


def wait_until(moment):
    time.sleep(max(0, (moment - clock.now()).total_seconds()))


def ask_until(moment, site, paths):
    """Each path's last answer before the moment; the machine may be slow and the clock is not."""
    answers = {}
    while clock.now() < moment:
        for path in sorted(paths, key=answers.__contains__):
            answer = site.get(path)
            if clock.now() < moment:
                answers[path] = answer
    assert answers.keys() == set(paths), "The machine is too slow to ask before the moment."
    return answers


def test_nothing_is_there_a_second_early_or_after_its_withdrawal(site, scheduled, publisher):
    due_at = clock.now() + timedelta(seconds=6)
    editions, due = scheduled(due_at)
    whole = address(scheduled.seen, "640.webp")
    assert site.get(whole).status == 200

    wait_until(due_at - timedelta(seconds=1))
    early = ask_until(due_at, site, due)
    for path, answer in early.items():
        assert_told_from_none_by_nothing(site, path, answer)

    wait_until(due_at + timedelta(seconds=1))
    for path, kept in due.items():
        first, again = site.get(path), site.get(path)
        stored = storage.path(kept.token, path.rpartition("/")[2]).read_bytes()
        assert (first.status, first.body) == (200, stored), path
        assert (again.status, again.body) == (200, stored), path
        # From the second request on nginx does not ask the portal.
        assert (public.folder(kept.token) / path.rpartition("/")[2]).exists()
        assert kept.token not in again.headers["ETag"]

    for edition in editions:
        take("withdraw", edition, by=publisher, note="A mistake.")
    for path, kept in due.items():
        assert_told_from_none_by_nothing(site, path, site.get(path))
        assert not (public.folder(kept.token) / path.rpartition("/")[2]).exists()
    assert site.get(whole).status == 200


def test_no_guess_finds_what_is_not_due(site, scheduled):
    _editions, due = scheduled(clock.now() + timedelta(hours=1))
    for kept in {kept.token: kept for kept in due.values()}.values():
        is_seen = kept == scheduled.seen  # its whole is public; only the crop is awaited
        for path in guesses(kept):
            if not is_seen or CROP[:5] in path:
                assert_told_from_none_by_nothing(site, path, site.get(path))
        assert {site.get(path).status for path in ways_round(kept)} <= {400, 404}


def test_what_ends_one_day_is_served_and_not_linked(
    site, publish, offer, submit, publisher, picture, document
):
    editions = [publish(picture), cast.approve(submit(offer(document)), publisher)]
    paths = {address(picture, "640.webp"): picture, address(document, "report.pdf"): document}
    assert {site.get(path).status for path in paths} == {200}
    ends_at = clock.now() + timedelta(seconds=4)
    for edition in editions:
        take("withdraw", edition, by=publisher, note="Only this week.", at=ends_at)
    for path, kept in paths.items():
        answer, part = site.get(path), site.get(path, Range="bytes=0-9")
        stored = storage.path(kept.token, path.rpartition("/")[2]).read_bytes()
        assert (answer.status, answer.body) == (200, stored)
        assert (part.status, part.body) == (206, stored[:10])
        assert not public.folder(kept.token).exists()
    wait_until(ends_at)
    for path in paths:
        assert_told_from_none_by_nothing(site, path, site.get(path))


def test_linked_or_not_the_headers_that_protect_are_the_same(
    site, publish, offer, submit, publisher, picture, document
):
    publish(picture)
    cast.approve(submit(offer(document)), publisher)
    for path in (address(picture, "640.webp"), address(document, "report.pdf")):
        for answer in (site.get(path), site.get(path)):
            assert answer.headers["Cache-Control"] == "public, no-cache"
            assert answer.headers["Content-Security-Policy"] == POLICY
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert "max-age=31536000" in answer.headers["Strict-Transport-Security"]
            assert answer.headers["Content-Type"] == CONTENT_TYPES[path.rpartition(".")[2]]
            assert "Content-Disposition" not in answer.headers
            assert "Set-Cookie" not in answer.headers


def test_the_shipped_configuration_knows_every_type():
    lines = [line.split() for line in SHIPPED.read_text().replace(";", " ;").splitlines()]
    types = {words[1]: words[0] for words in lines if len(words) == 3 and "/" in words[0]}
    assert types == {str(e): t.partition(";")[0] for e, t in CONTENT_TYPES.items()}
    saved = next(line for line in SHIPPED.read_text().splitlines() if "attachment;" in line)
    assert set(saved.partition("(")[2].partition(")")[0].split("|")) == CONTENT_TYPES.keys() - SHOWN
