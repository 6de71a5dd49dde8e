"""The gate: a picture has an address for as long as something public shows it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from news.models import ArticleFile
from portal.media import storage, views
from portal.media.intake import take_in, take_in_file
from portal.media.serving import CONTENT_TYPES, POLICY
from portal.media.uses import ensure_crop
from portal.publishing import clock
from portal.publishing.models import Preview
from portal.publishing.workflow import take
from tests import cast
from tests.portal.media import samples
from tests.portal.media.drawing import as_upload, draw, upload

pytestmark = pytest.mark.django_db
UNKNOWN = "0" * 32


def address(picture, name="640.webp"):
    return f"/media/{picture.token}/{name}"


@pytest.fixture
def visitor():
    return Visitor(raise_request_exception=False)


class Visitor(Client):
    """Reads every answer to its end, as a browser does; `body` holds it."""

    def generic(self, *args, **kwargs):
        answer = super().generic(*args, **kwargs)
        answer.body = answer.getvalue()
        return answer


def all_of(visitor, path, **options):
    """Whatever a visitor could tell two answers apart by."""
    visitor.get("/en/nothing/")  # what stands around a page is read once a second by each process
    with CaptureQueriesContext(connection) as asked:
        answer = visitor.get(path, **options)
    return answer.status_code, dict(answer.headers), answer.body, len(asked)


def test_a_visitor_sees_the_picture_of_a_live_text(visitor, publish, picture):
    publish(picture)
    for name, content_type in [("640.webp", "image/webp"), ("320.jpg", "image/jpeg")]:
        answer = visitor.get(address(picture, name))
        assert answer.status_code == 200
        assert answer["Content-Type"] == content_type
        assert answer.body == storage.path(picture.token, name).read_bytes()
        assert int(answer["Content-Length"]) == len(storage.path(picture.token, name).read_bytes())
        assert answer["Cache-Control"] == "public, no-cache"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert not answer.cookies
        assert "Cookie" not in answer.get("Vary", "")


def test_a_live_picture_costs_one_query_once_it_is_linked(
    visitor, publish, picture, django_assert_num_queries
):
    publish(picture)
    with django_assert_num_queries(2):
        visitor.get(address(picture))
    with django_assert_num_queries(1):
        visitor.get(address(picture))


@pytest.mark.parametrize("stage", ["uploaded", "draft", "in review", "scheduled", "withdrawn"])
def test_a_picture_that_is_not_public_is_told_from_none_by_nothing(
    stage, visitor, start, approve, author, publisher, picture
):
    if stage != "uploaded":
        article = start(picture)
    if stage == "in review":
        take("submit", article, by=author)
    if stage == "scheduled":
        approve(article, after=1)
    if stage == "withdrawn":
        take("withdraw", approve(article), by=publisher, note="A mistake.")
    known = all_of(visitor, address(picture))
    unknown = all_of(visitor, address(picture).replace(picture.token, UNKNOWN))
    assert known == unknown
    assert known[0] == 404
    tag = {"headers": {"if-none-match": f'"{picture.token}-640.webp"'}}
    assert all_of(visitor, address(picture), **tag) == unknown
    heads = [visitor.head(f"/media/{token}/640.webp") for token in (picture.token, UNKNOWN)]
    assert dict(heads[0].headers) == dict(heads[1].headers)
    assert heads[0].status_code == 404


def test_it_appears_at_its_minute_and_not_before(visitor, start, approve, picture, time_machine):
    due = approve(start(picture), after=1).live_from
    time_machine.move_to(due - timedelta(milliseconds=1), tick=False)
    assert visitor.get(address(picture)).status_code == 404
    time_machine.move_to(due, tick=False)
    assert visitor.get(address(picture)).status_code == 200


def test_it_stays_while_another_live_text_shows_it(visitor, publish, publisher, picture):
    first, _second = publish(picture), publish(picture)
    take("withdraw", first, by=publisher, note="A mistake.")
    assert visitor.get(address(picture)).status_code == 200


def test_a_replaced_picture_is_gone_with_its_edition(visitor, publish, approve, author, picture):
    correction = take("revise", publish(picture), by=author)
    part = correction.pictures.get()
    part.picture = other = take_in(upload(draw(500, 400)), author)
    part.save()
    correction.refresh_from_db()
    approve(correction)
    assert visitor.get(address(picture)).status_code == 404
    assert visitor.get(address(other, "320.jpg")).status_code == 200


@pytest.mark.parametrize(
    "name",
    [
        "original.jpg",
        "641.webp",
        "0640.webp",
        "1280.webp",
        "640.png",
        "640.webp/",
        "640.webp%0a",
        "640.webp%00",
        "../original.jpg",
        "..%2foriginal.jpg",
        "640.WEBP",
        "99999999999999999999.jpg",
        "",
    ],
)
def test_no_other_name_opens_anything(visitor, publish, picture, name):
    publish(picture)
    answer = visitor.get(f"/media/{picture.token}/{name}")
    assert answer.status_code == 404
    assert answer.body == visitor.get(f"/media/{UNKNOWN}/640.webp").body


def test_lost_files_are_no_error(visitor, publish, picture):
    publish(picture)
    storage.remove(picture.token)
    assert visitor.get(address(picture)).status_code == 404


def test_head_gives_the_headers_without_the_body(visitor, publish, picture):
    publish(picture)
    whole, head = visitor.get(address(picture)), visitor.head(address(picture))
    assert whole.body
    assert (head.status_code, head.body) == (200, b"")
    assert dict(head.headers) == dict(whole.headers)
    # The test client drops bodies by itself, so the view is asked as well.
    request = RequestFactory().head(address(picture))
    request.world = None
    answer = views.picture(request, token=picture.token, name="640.webp")
    assert (answer.streaming, answer.content) == (False, b"")


def test_a_copy_that_is_still_good_is_not_sent_again(visitor, publish, publisher, picture):
    article = publish(picture)
    first = visitor.get(address(picture))
    condition = {"if-none-match": first["ETag"]}
    again = visitor.get(address(picture), headers=condition)
    assert (again.status_code, again.body) == (304, b"")
    assert again["ETag"] == first["ETag"]
    assert again["Cache-Control"] == "public, no-cache"
    other = visitor.get(address(picture, "320.webp"), headers=condition)
    assert other.status_code == 200
    take("withdraw", article, by=publisher, note="A mistake.")
    assert visitor.get(address(picture), headers=condition).status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_nothing_but_reading_is_possible(visitor, publish, picture, method):
    publish(picture)
    answer = getattr(visitor, method)(address(picture))
    assert answer.status_code == 405


def test_being_logged_in_changes_nothing_at_a_public_address(visitor, start, author, picture):
    start(picture)
    visitor.force_login(author)
    assert visitor.get(address(picture)).status_code == 404


def test_a_preview_shows_the_pictures_of_its_draft_and_of_no_other(visitor, start, author, picture):
    other = take_in(upload(draw(500, 400)), author)
    token = Preview.issue(start(picture), author)
    start(other)
    inside = visitor.get(f"/preview/{token}{address(picture)}")
    assert inside.status_code == 200
    assert inside["Cache-Control"] == "no-store"
    assert inside.body
    assert visitor.get(f"/preview/{token}{address(other, '320.jpg')}").status_code == 404
    assert visitor.get(f"/preview/{token}/media/{UNKNOWN}/320.jpg").status_code == 404
    assert visitor.get(address(picture)).status_code == 404


def test_a_preview_shows_what_else_is_public_at_its_moment(
    visitor, start, approve, publish, author, picture
):
    live = take_in(upload(draw(500, 400)), author)
    publish(live)
    scheduled = approve(start(picture), after=2)
    draft = start()
    now = Preview.issue(draft, author)
    later = Preview.issue(draft, author, at=clock.now() + timedelta(hours=3))
    assert visitor.get(f"/preview/{now}{address(live, '320.jpg')}").status_code == 200
    assert visitor.get(f"/preview/{now}{address(picture)}").status_code == 404
    assert visitor.get(f"/preview/{later}{address(picture)}").status_code == 200
    assert scheduled.live_from > clock.now()


# --- Crops and files ------------------------------------------------------------------------------

CROP = "0-0-50-100"


def test_a_crop_is_seen_only_where_a_live_text_shows_that_very_crop(visitor, publish, picture):
    publish(picture)
    for crop in (CROP, "10-0-50-100"):
        ensure_crop(picture, crop)
        assert visitor.get(address(picture, f"{crop}_320.webp")).status_code == 404
    publish(picture, crop=CROP)
    assert visitor.get(address(picture, f"{CROP}_320.webp")).status_code == 200
    assert visitor.get(address(picture, "10-0-50-100_320.webp")).status_code == 404


def test_the_whole_of_a_picture_is_not_seen_where_only_a_part_is_shown(visitor, publish, picture):
    """What was cut away is nobody's business."""
    ensure_crop(picture, CROP)
    publish(picture, crop=CROP)
    assert visitor.get(address(picture, f"{CROP}_320.jpg")).status_code == 200
    for name in ("320.jpg", "640.webp"):
        assert visitor.get(address(picture, name)).status_code == 404


@pytest.mark.parametrize("stage", ["draft", "scheduled", "withdrawn"])
def test_a_crop_that_is_not_public_is_told_from_none_by_nothing(
    stage, visitor, start, publish, approve, publisher, picture
):
    publish(picture)
    ensure_crop(picture, CROP)
    article = start(picture, crop=CROP)
    if stage == "scheduled":
        approve(article, after=1)
    if stage == "withdrawn":
        take("withdraw", approve(article), by=publisher, note="A mistake.")
    known = all_of(visitor, address(picture, f"{CROP}_320.webp"))
    assert known == all_of(visitor, f"/media/{UNKNOWN}/{CROP}_320.webp")
    assert known == all_of(visitor, address(picture, "1-1-50-50_320.webp"))
    assert known[0] == 404


@pytest.mark.parametrize("stage", ["uploaded", "draft", "in review", "scheduled", "withdrawn"])
def test_a_file_that_is_not_public_is_told_from_none_by_nothing(
    stage, visitor, offer, submit, approve, publisher, document
):
    if stage != "uploaded":
        article = offer(document)
    if stage == "in review":
        submit(article)
    if stage == "scheduled":
        approve(article, after=1)
    if stage == "withdrawn":
        take("withdraw", approve(article), by=publisher, note="A mistake.")
    known = all_of(visitor, address(document, "report.pdf"))
    assert known == all_of(visitor, f"/media/{UNKNOWN}/report.pdf")
    assert known[0] == 404


def test_a_file_has_one_name(visitor, offer, approve, document):
    approve(offer(document))
    assert visitor.get(address(document, "report.pdf")).status_code == 200
    for name in ("other.pdf", "report.docx", "Report.pdf", "report.pdf/", "320.webp"):
        assert visitor.get(address(document, name)).status_code == 404


@pytest.mark.parametrize("kind", samples.EVERY_KIND)
def test_each_kind_of_file_is_served_as_what_it_is(visitor, offer, approve, author, kind):
    content = samples.EVERY_KIND[kind]
    file = take_in_file(as_upload(content, "words.exe"), author, language="en")
    captions = take_in_file(as_upload(samples.vtt(), "c.vtt"), author, language="en")
    approve(offer(*dict.fromkeys([file, captions])))
    answer = visitor.get(address(file, file.public_name))
    assert (answer.status_code, answer.body) == (200, content)
    assert answer["Content-Type"] == CONTENT_TYPES[kind]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == POLICY
    assert answer["Cache-Control"] == "public, no-cache"
    assert answer["ETag"] == f'"{file.token}-{file.public_name}"'
    saved = answer.get("Content-Disposition")
    is_office = kind in {*samples.MAIN_PARTS, *samples.MIME_TYPES}
    assert saved == (f'attachment; filename="{file.public_name}"' if is_office else None)


def test_a_preview_shows_the_crops_and_files_of_its_draft_and_no_others(
    visitor, new_article, author, picture, document
):
    other = take_in_file(as_upload(samples.office("odt")), author, language="en")
    ensure_crop(picture, CROP)
    parts = [cast.shown(picture, crop=CROP), ArticleFile(file=document, title="The report")]
    draft = take("start", new_article().with_parts(*parts), by=author)
    inside = f"/preview/{Preview.issue(draft, author)}"
    assert visitor.get(inside + address(picture, f"{CROP}_320.webp")).status_code == 200
    assert visitor.get(inside + address(document, "report.pdf")).status_code == 200
    for path in (address(picture, "320.webp"), address(document, "other.pdf"),
                 address(other, other.public_name)):  # fmt: skip
        assert visitor.get(inside + path).status_code == 404
    assert visitor.get(address(document, "report.pdf")).status_code == 404


def test_nginx_is_asked_to_send_the_file_where_that_is_set(visitor, publish, picture, settings):
    publish(picture)
    settings.MEDIA_ACCEL = True
    answer = visitor.get(address(picture))
    where = f"/protected-media/{picture.token[:2]}/{picture.token}/640.webp"
    assert (answer.body, answer["X-Accel-Redirect"]) == (b"", where)
    unknown = visitor.get(f"/media/{UNKNOWN}/640.webp")
    assert "X-Accel-Redirect" not in unknown
