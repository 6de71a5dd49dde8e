"""The library on the editors' desk: looking, describing, choosing, new versions."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup

from portal.accounts.roles import Role
from portal.media.intake import take_in, take_in_file
from portal.media.models import File, Picture
from portal.media.replacing import replace
from portal.publishing import clock
from portal.publishing.workflow import take
from tests import cast
from tests.portal.media import samples
from tests.portal.media.drawing import as_upload, draw, upload

pytestmark = pytest.mark.django_db
PICTURES, FILES = "/admin/media/picture/", "/admin/media/file/"


@pytest.fixture
def desk_of(client):
    """A browser in which this person is logged in."""

    def log_in(person):
        client.force_login(person)
        return client

    return log_in


@pytest.fixture
def other(author):
    return take_in(upload(draw(500, 400), name="emblem.png"), author)


def names(answer):
    page = BeautifulSoup(answer.content, "html.parser")
    return [cell.get_text(strip=True) for cell in page.select("#result_list .field-name")]


def text(answer):
    page = BeautifulSoup(answer.content, "html.parser")
    return " ".join(page.select_one("#content").get_text(" ").split())


def change(kept):
    return f"/admin/media/{kept._meta.model_name}/{kept.pk}/change/"


def version(kept):
    return f"/admin/media/{kept._meta.model_name}/{kept.pk}/version/"


# --- Looking --------------------------------------------------------------------------------------


def test_pictures_are_found_by_name_and_credit_in_any_case(desk_of, author, picture, other):
    Picture.objects.filter(pk=other.pk).update(credit="")
    picture.credit = "Алесь Плотка"
    picture.save()
    browser = desk_of(author)
    assert names(browser.get(PICTURES, {"q": "ПЛОТКА"})) == ["photo.jpg"]
    assert names(browser.get(PICTURES, {"q": "photo алесь"})) == ["photo.jpg"]
    assert names(browser.get(PICTURES, {"q": "emblem"})) == ["emblem.png"]
    assert names(browser.get(PICTURES, {"q": "emblem плотка"})) == []


def test_pictures_are_filtered(desk_of, author, publisher, publish, start, approve, picture, other):
    publish(picture)
    approve(start(other), after=2)
    withdrawn = take_in(upload(draw(300, 300), name="old.jpg"), publisher)
    take("withdraw", publish(withdrawn), by=publisher, note="A mistake.")
    Picture.objects.filter(pk=picture.pk).update(licence="site")
    browser = desk_of(author)

    def found(**filters):
        return set(names(browser.get(PICTURES, filters)))

    assert found(use="public") == {"photo.jpg"}
    # What is scheduled is told by nothing: to other desks it is not used yet.
    assert found(use="never") == {"emblem.png"}
    assert found(uploaded="me") == {"photo.jpg", "emblem.png"}
    assert found(licence="missing") == {"emblem.png", "old.jpg"}
    assert found(use="nonsense") == {"photo.jpg", "emblem.png", "old.jpg"}


def test_files_are_found_and_filtered(desk_of, author, offer, approve, document):
    captions = as_upload(samples.vtt(), "captions.vtt")
    take_in_file(captions, author, language="ru")
    approve(offer(document))
    browser = desk_of(author)
    assert names(browser.get(FILES, {"q": "report"})) == ["Report.pdf"]
    assert names(browser.get(FILES, {"kind": "vtt"})) == ["captions.vtt"]
    assert names(browser.get(FILES, {"language": "en"})) == ["Report.pdf"]
    assert names(browser.get(FILES, {"use": "public"})) == ["Report.pdf"]
    assert names(browser.get(FILES, {"use": "never"})) == ["captions.vtt"]


def test_the_list_of_files_costs_the_same_for_one_and_for_many(
    desk_of, author, django_assert_max_num_queries
):
    browser, costs = desk_of(author), []
    for count in (1, 12):
        for i in range(count):
            take_in_file(as_upload(samples.vtt(header=f"WEBVTT {count} {i}\n\n")), author)
        with django_assert_max_num_queries(12) as asked:
            browser.get(FILES)
        costs.append(len(asked))
    assert costs[0] == costs[1]


def test_public_uses_are_named_and_those_of_other_desks_only_counted(
    desk_of, author, stranger, publish, start, approve, submit, picture
):
    publish(picture)
    draft = cast.save(start(picture), author, title="Secret draft")
    scheduled = cast.save(start(picture), author, title="Secret plan")
    approve(scheduled, after=2)
    own = text(desk_of(author).get(change(picture)))
    assert "The library opens at night" in own
    assert "Secret draft" in own
    assert "Secret plan" in own
    theirs = text(desk_of(stranger).get(change(picture)))
    assert "The library opens at night" in theirs
    assert "Secret" not in theirs
    assert "2 texts of other desks that are not public yet." in theirs
    page = BeautifulSoup(desk_of(author).get(change(picture)).content, "html.parser")
    assert page.select_one(f"a[href='/admin/news/article/{draft.pk}/change/']")


def test_a_file_says_where_it_is_used_as_well(desk_of, stranger, offer, approve, document):
    approve(offer(document))
    offer(document, title="Secret draft")
    page = text(desk_of(stranger).get(change(document)))
    assert "The library opens at night" in page
    assert "1 text of another desk that is not public yet." in page
    assert "Secret" not in page


# --- Uploading and describing ---------------------------------------------------------------------


def test_a_file_is_uploaded_with_its_language(desk_of, author):
    content = {"file_upload": as_upload(samples.pdf(), "Отчёт.pdf"), "language": "ru"}
    answer = desk_of(author).post(FILES + "add/", content)
    file = File.objects.get()
    assert answer["Location"] == change(file)
    assert (file.created_by, file.language, file.kind) == (author, "ru", "pdf")


def test_an_upload_that_the_library_has_already_is_told(desk_of, author, picture, document):
    browser = desk_of(author)
    for address, content, kept in (
        (PICTURES, {"upload": upload(name="again.jpg")}, picture),
        (FILES, {"file_upload": as_upload(samples.pdf(), "again.pdf")}, document),
    ):
        answer = browser.post(address + "add/", content, follow=True)
        assert answer.redirect_chain[-1][0] == change(kept)
        page = answer.content.decode()
        assert f"in the library already, as “{kept.original_name}”; it is used." in page


@pytest.mark.parametrize("content", [b"", b"<svg/>", samples.pdf(b"/JavaScript")])
def test_a_refused_file_is_told_with_a_sentence(desk_of, author, content):
    answer = desk_of(author).post(FILES + "add/", {"file_upload": as_upload(content)})
    (sentence,) = answer.context["adminform"].form.errors["file_upload"]
    assert sentence.endswith(".")
    assert not File.objects.exists()


def test_the_focal_point_of_what_is_public_moves_only_by_whoever_may_publish_it(
    desk_of, author, publisher, publish, picture
):
    publish(picture)
    said = {"original_name": "photo.jpg", "credit": "A. B.", "licence": "", "focus_x": "10",
            "focus_y": "20"}  # fmt: skip
    browser = desk_of(author)
    assert "does not include publishing" in text(browser.get(change(picture)))
    assert browser.post(change(picture), said).status_code == 302
    picture.refresh_from_db()
    assert (picture.credit, picture.focus_x, picture.focus_y) == ("A. B.", 50, 50)
    desk_of(publisher).post(change(picture), said)
    picture.refresh_from_db()
    assert (picture.focus_x, picture.focus_y) == (10, 20)


def test_a_description_saved_late_does_not_undo_a_new_version(
    desk_of, publisher, picture, monkeypatch
):
    said = {"original_name": "Square", "credit": "A. B.", "licence": "", "focus_x": "50",
            "focus_y": "50"}  # fmt: skip

    def clean(form):
        replace(picture, upload(draw(900, 700)), publisher)  # by somebody else, just now

    monkeypatch.setattr("portal.media.forms.PictureChangeForm.clean", clean)
    desk_of(publisher).post(change(picture), said)
    stored = Picture.objects.get()
    assert (stored.width, stored.credit, stored.folded_credit) == (900, "A. B.", "a. b.")
    assert stored.token != picture.token


@pytest.mark.parametrize("point", ["101", "-1", "x", ""])
def test_a_focal_point_outside_the_picture_is_refused(desk_of, author, picture, point):
    said = {"original_name": "a", "credit": "", "licence": "", "focus_x": point, "focus_y": "5"}
    answer = desk_of(author).post(change(picture), said)
    assert answer.context["adminform"].form.errors["focus_x"]


# --- Choosing -------------------------------------------------------------------------------------


def test_the_dialog_gets_what_it_looks_for(desk_of, author, picture, other, document):
    picture.credit = "A. B."
    picture.save()
    browser = desk_of(author)
    answer = browser.get(PICTURES + "choose/", {"q": "photo"})
    assert answer["Content-Type"] == "application/json"
    assert "no-store" in answer["Cache-Control"]
    assert answer.json() == {
        "items": [
            {
                "number": picture.pk,
                "name": "photo.jpg",
                "about": "800 × 600, A. B.",
                "thumbnail": f"/admin/media/picture/file/{picture.token}/320.jpg",
            }
        ],
        "next": None,
    }
    assert [i["number"] for i in browser.get(PICTURES + "choose/").json()["items"]] == [
        other.pk, picture.pk
    ]  # fmt: skip
    (file,) = browser.get(FILES + "choose/", {"q": "REPORT"}).json()["items"]
    assert (file["number"], file["thumbnail"]) == (document.pk, "")
    assert file["about"].startswith("PDF, ")


def test_the_dialog_leafs_through_the_library(desk_of, author, monkeypatch, picture, other):
    monkeypatch.setattr("portal.media.admin.library.SHOWN_AT_ONCE", 1)
    browser = desk_of(author)
    first = browser.get(PICTURES + "choose/").json()
    second = browser.get(PICTURES + "choose/", {"page": first["next"]}).json()
    assert [page["items"][0]["number"] for page in (first, second)] == [other.pk, picture.pk]
    assert second["next"] is None
    for odd in ("0", "-1", "x", "9" * 50):
        assert browser.get(PICTURES + "choose/", {"page": odd}).status_code == 200


# --- New versions ---------------------------------------------------------------------------------


def test_a_new_version_is_put_in_place_and_told(desk_of, publisher, publish, picture):
    publish(picture)
    browser = desk_of(publisher)
    page = text(browser.get(version(picture)))
    assert page.index("The library opens at night") < page.index("Put it in place")
    answer = browser.post(version(picture), {"upload": upload(draw(900, 700))}, follow=True)
    assert answer.redirect_chain[-1][0] == change(picture)
    picture.refresh_from_db()
    assert picture.width == 900
    assert "replaced by publisher" in text(answer)


def test_a_new_version_of_a_file_is_put_in_place(desk_of, publisher, offer, approve, document):
    approve(offer(document))
    content = {"file_upload": as_upload(samples.office("odt"))}
    answer = desk_of(publisher).post(version(document), content, follow=True)
    assert "replaced by publisher" in text(answer)
    document.refresh_from_db()
    assert document.kind == "odt"


def test_a_version_that_is_refused_says_why_and_offers_no_field(desk_of, author, publish, picture):
    publish(picture)
    browser = desk_of(author)
    answer = browser.get(version(picture))
    assert "does not include publishing" in text(answer)
    assert b'type="file"' not in answer.content
    forced = browser.post(version(picture), {"upload": upload(draw(900, 700))})
    assert "does not include publishing" in text(forced)
    picture.refresh_from_db()
    assert picture.width == 800


def test_a_refused_file_is_told_on_the_page_of_the_version(desk_of, author, picture):
    browser = desk_of(author)
    for content in (b"<svg/>", b""):
        answer = browser.post(version(picture), {"upload": as_upload(content)})
        assert answer.status_code == 200
        assert BeautifulSoup(answer.content, "html.parser").select_one(".errorlist li")


def test_another_desk_learns_nothing_of_what_is_scheduled(
    desk_of, start, approve, picture, other_desk
):
    boss = cast.a_person("photo-chief", Role.PUBLISHER, other_desk)
    approve(start(picture), after=2)
    page = text(desk_of(boss).get(version(picture)))
    assert "The library opens at night" not in page
    assert "becomes public later" in page


# --- Rights ---------------------------------------------------------------------------------------


def test_who_writes_nothing_opens_nothing(desk_of, administrator, picture, document):
    browser = desk_of(administrator)
    for kept, home in ((picture, PICTURES), (document, FILES)):
        for address in (home, f"{home}add/", f"{home}choose/", change(kept), version(kept)):
            assert browser.get(address).status_code == 403
            assert browser.post(address, {"upload": upload()}).status_code in (403, 405)
    assert browser.get(f"{FILES}file/{document.token}/report.pdf").status_code == 403
    assert Picture.objects.get().token == picture.token


def test_editors_read_a_file_before_the_public_does(desk_of, author, document, client):
    address = f"{FILES}file/{document.token}/report.pdf"
    assert "/admin/login/" in client.get(address)["Location"]
    answer = desk_of(author).get(address)
    assert answer.getvalue() == samples.pdf()
    assert "no-store" in answer["Cache-Control"]
    part = desk_of(author).get(address, headers={"range": "bytes=0-3"})
    assert (part.status_code, part.getvalue()) == (206, b"%PDF")


def test_a_file_is_never_deleted(desk_of, superuser, document):
    browser = desk_of(superuser)
    assert browser.post(f"{FILES}{document.pk}/delete/", {"post": "yes"}).status_code == 403
    assert File.objects.exists()


def test_versions_have_their_moments(publisher, desk_of, picture, time_machine):
    later = clock.now() + timedelta(days=40)
    time_machine.move_to(later)
    browser = desk_of(publisher)
    browser.post(version(picture), {"upload": upload(draw(900, 700))})
    assert picture.versions.get().current_until >= later
