"""The library of pictures on the editors' desk."""

import pytest
from django.urls import reverse

from portal.media.intake import take_in
from portal.media.models import Picture
from tests.portal.media.drawing import as_upload, draw, upload

pytestmark = pytest.mark.django_db
LIST, ADD = "/admin/media/picture/", "/admin/media/picture/add/"


@pytest.fixture
def desk_of(client):
    """A browser in which this person is logged in."""

    def log_in(person):
        client.force_login(person)
        return client

    return log_in


def thumbnail(picture, width=320):
    name = f"{width}.jpg"
    return reverse("admin:media_picture_file", kwargs={"token": picture.token, "name": name})


def test_an_editor_uploads_a_picture(desk_of, author):
    answer = desk_of(author).post(ADD, {"upload": upload(name="Плошча.jpg")}, follow=True)
    assert answer.status_code == 200
    picture = Picture.objects.get()
    assert (picture.created_by, picture.original_name) == (author, "Плошча.jpg")


def test_a_second_upload_of_the_same_finds_the_first(desk_of, author, picture):
    answer = desk_of(author).post(ADD, {"upload": upload()})
    assert answer.status_code == 302
    assert Picture.objects.get() == picture


@pytest.mark.parametrize("content", [b"", b"<svg/>", b"x" * 100])
def test_a_refused_upload_is_told_with_a_sentence(desk_of, author, content):
    answer = desk_of(author).post(ADD, {"upload": as_upload(content)})
    assert answer.status_code == 200
    (sentence,) = answer.context["adminform"].form.errors["upload"]
    assert sentence.endswith(".")
    assert not Picture.objects.exists()


def test_the_list_costs_the_same_for_one_and_for_many(
    desk_of, author, picture, django_assert_max_num_queries
):
    browser, costs = desk_of(author), []
    for count in (1, 12):
        for side in range(100, 99 + count):
            take_in(upload(draw(side, side)), author)
        with django_assert_max_num_queries(12) as asked:
            answer = browser.get(LIST)
        assert answer.content.count(b"/media/picture/file/") == count
        costs.append(len(asked))
    assert costs[0] == costs[1]


def test_the_list_is_searched_by_the_name_of_the_file(desk_of, author, picture):
    take_in(upload(draw(200, 200), name="emblem.png"), author)
    page = desk_of(author).get(LIST, {"q": "emblem"}).content.decode()
    assert "emblem.png" in page
    assert "photo.jpg" not in page


def test_the_search_knows_no_case_in_any_alphabet(desk_of, author):
    take_in(upload(name="Плошча Перамогі.jpg"), author)
    page = desk_of(author).get(LIST, {"q": "ПЕРАМОГІ плошча"}).content.decode()
    assert "Плошча Перамогі.jpg" in page


@pytest.mark.parametrize("door", ["_popup", "_to_field"])
def test_the_side_doors_are_closed(desk_of, author, picture, door):
    browser = desk_of(author)
    for address in (LIST, ADD, f"{LIST}{picture.pk}/change/"):
        assert browser.get(address, {door: "1"}).status_code == 403


def test_a_picture_says_where_it_is_public(desk_of, author, publish, start, approve, picture):
    article = publish(picture)
    scheduled = approve(start(picture), after=2)
    page = desk_of(author).get(f"{LIST}{picture.pk}/change/").content.decode()
    assert article.get_absolute_url() in page
    assert scheduled.get_absolute_url() not in page
    assert 'type="file"' not in page


def test_a_picture_is_described_and_never_deleted(desk_of, author, picture):
    browser = desk_of(author)
    said = {"original_name": "Square.jpg", "credit": "A. B.", "licence": "cc0-1.0"}
    typed = said | {"focus_x": "30", "focus_y": "70", "token": "x", "upload": upload(draw(99, 99))}
    assert browser.post(f"{LIST}{picture.pk}/change/", typed).status_code == 302
    stored = Picture.objects.values(*said, "focus_x", "focus_y", "token").get()
    assert stored == said | {"focus_x": 30, "focus_y": 70, "token": picture.token}
    assert browser.post(f"{LIST}{picture.pk}/delete/", {"post": "yes"}).status_code == 403
    action = {"action": "delete_selected", "_selected_action": picture.pk, "post": "yes"}
    browser.post(LIST, action)
    assert Picture.objects.get() == picture


def test_editors_see_a_picture_before_the_public_does(desk_of, author, picture):
    answer = desk_of(author).get(thumbnail(picture))
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    assert answer.getvalue()
    assert "no-store" in answer["Cache-Control"]
    assert "private" in answer["Cache-Control"]


def test_the_desk_knows_no_other_files(desk_of, author, picture):
    browser = desk_of(author)
    assert browser.get(thumbnail(picture, 1920)).status_code == 404
    folder = thumbnail(picture).rpartition("/")[0]
    for name in ("original.jpg", "..%2foriginal.jpg", "320.png"):
        assert browser.get(f"{folder}/{name}").status_code in (301, 302, 404)


def test_a_visitor_and_an_administrator_without_content_rights_see_none(
    client, desk_of, administrator, picture
):
    assert "/admin/login/" in client.get(thumbnail(picture))["Location"]
    browser = desk_of(administrator)
    for address in (thumbnail(picture), LIST, ADD, f"{LIST}{picture.pk}/change/"):
        assert browser.get(address).status_code == 403
    assert browser.post(ADD, {"upload": upload(draw(300, 300))}).status_code == 403
    assert Picture.objects.count() == 1
