"""Uploading beside a text: nothing an author uploaded is asked for twice."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.forms import inlineformset_factory
from django.utils.datastructures import MultiValueDict

from news.models import Article, ArticleFile, ArticlePicture
from portal.media import storage
from portal.media.intake import take_in, take_in_file
from portal.media.models import Picture
from portal.media.part_forms import FilePartForm, PicturePartForm
from portal.publishing.admin.inlines import PartFormSet
from tests.portal.media import samples
from tests.portal.media.drawing import draw, upload

pytestmark = pytest.mark.django_db
FIELDS = ["upload", "library", "picture", "alt", "caption", "credit", "licence", "crop"]


@pytest.fixture
def rows(author):
    """The rows of an article's form as posted; by default one new row."""
    factory = inlineformset_factory(
        Article, ArticlePicture, form=PicturePartForm, fields=FIELDS, extra=1
    )
    factory.form.uploaded_by = author

    def post(article, file=None, initial=0, **values):
        data = {"pictures-TOTAL_FORMS": "1", "pictures-INITIAL_FORMS": str(initial)}
        data |= {f"pictures-0-{name}": str(value) for name, value in values.items()}
        posted = MultiValueDict({name: [value] for name, value in data.items()})
        files = MultiValueDict({"pictures-0-upload": [file]} if file else {})
        return factory(posted, files, instance=article)

    post.shown = lambda article: factory(instance=article)
    return post


def test_an_upload_becomes_the_picture_of_the_row(rows, start, author):
    article = start()
    posted = rows(article, upload(), alt="The square")
    assert posted.is_valid(), posted.errors
    posted.save()
    part = article.pictures.get()
    assert part.picture.created_by == author
    assert part.alt == "The square"


def test_a_row_without_a_new_file_keeps_its_picture(rows, start, picture):
    article = start(picture)
    part = article.pictures.get()
    posted = rows(article, initial=1, id=part.pk, picture=picture.pk, alt="Another word")
    assert posted.is_valid(), posted.errors
    posted.save()
    part.refresh_from_db()
    assert (part.picture, part.alt) == (picture, "Another word")


def test_a_new_file_takes_the_place_of_the_picture(rows, start, picture):
    article = start(picture)
    part = article.pictures.get()
    file = upload(draw(500, 400))
    posted = rows(article, file, initial=1, id=part.pk, picture=picture.pk, alt="Another")
    assert posted.is_valid(), posted.errors
    posted.save()
    part.refresh_from_db()
    assert part.picture.width == 500
    assert Picture.objects.filter(pk=picture.pk).exists()


def test_an_upload_survives_the_error_of_another_field(rows, start):
    article = start()
    refused = rows(article, upload(), alt="x" * 400)
    assert not refused.is_valid()
    assert list(refused.errors[0]) == ["alt"]
    picture = Picture.objects.get()
    html = refused.as_p()
    assert f'<input type="hidden" name="pictures-0-picture" value="{picture.pk}"' in html
    assert f"/{picture.token}/320.jpg" in html
    again = rows(article, picture=picture.pk, alt="Shorter")
    assert again.is_valid(), again.errors
    again.save()
    assert article.pictures.get().picture == picture


def test_a_picture_is_all_that_a_row_needs_to_be_kept(rows, start, picture):
    article = start()
    posted = rows(article, picture=picture.pk)
    assert posted.is_valid(), posted.errors
    posted.save()
    assert article.pictures.get().picture == picture


def test_an_untouched_row_is_no_row(rows, start):
    article = start()
    posted = rows(article)
    assert posted.is_valid(), posted.errors
    posted.save()
    assert not article.pictures.exists()


def test_words_without_a_picture_are_refused_and_kept(rows, start):
    posted = rows(start(), caption="At noon")
    assert not posted.is_valid()
    assert posted.errors[0]["upload"] == ["Choose a picture to upload, or empty this row."]
    assert "At noon" in posted.as_p()


@pytest.mark.parametrize(
    "file",
    [
        SimpleUploadedFile("a.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        SimpleUploadedFile("a.jpg", b""),
    ],
)
def test_a_refused_file_is_told_beside_its_field_and_the_old_picture_stays(
    rows, start, picture, file
):
    article = start(picture)
    part = article.pictures.get()
    posted = rows(article, file, initial=1, id=part.pk, picture=picture.pk, alt="Words")
    assert not posted.is_valid()
    assert list(posted.errors[0]) == ["upload"]
    html = posted.as_p()
    assert f"/{picture.token}/320.jpg" in html
    assert "Words" in html


@pytest.mark.parametrize("forged", ["0", "999999", "9" * 40, "x", "²", "1 OR 1=1", "\x00"])
def test_a_forged_picture_is_refused_with_a_sentence(rows, start, forged):
    posted = rows(start(), picture=forged)
    assert not posted.is_valid()
    assert posted.errors[0]["picture"][0].endswith(".")
    assert "<img" not in posted.as_p()


def test_a_removed_row_uploads_nothing(rows, start, picture):
    article = start(picture)
    part = article.pictures.get()
    file = upload(draw(500, 400))
    posted = rows(article, file, initial=1, id=part.pk, picture=picture.pk, DELETE="on")
    assert posted.is_valid(), posted.errors
    posted.save()
    assert not article.pictures.exists()
    assert Picture.objects.get() == picture


def test_a_stored_row_shows_its_picture(rows, start, author, django_assert_num_queries):
    first, second = (take_in(upload(draw(side, 400)), author) for side in (500, 600))
    article = start(first, second)
    factory = rows.shown(article)
    factory.queryset = article.pictures.select_related("picture")
    with django_assert_num_queries(1):
        html = factory.as_p()
    assert f"/{first.token}/320.jpg" in html
    assert f"/{second.token}/320.jpg" in html


# --- From the library -----------------------------------------------------------------------------


def test_a_picture_is_chosen_by_its_number_in_the_library(rows, start, picture):
    article = start()
    posted = rows(article, library=picture.pk, alt="The square")
    assert posted.is_valid(), posted.errors
    posted.save()
    assert article.pictures.get().picture == picture


def test_a_number_survives_the_error_of_another_field(rows, start, picture):
    refused = rows(start(), library=picture.pk, alt="x" * 400)
    assert list(refused.errors[0]) == ["alt"]
    html = refused.as_p()
    assert f'<input type="hidden" name="pictures-0-picture" value="{picture.pk}"' in html
    assert f"/{picture.token}/320.jpg" in html


@pytest.mark.parametrize("number", ["0", "-1", "999999", "9" * 40, "x", "²", "\x00"])
def test_a_number_that_is_not_in_the_library_is_told(rows, start, number):
    posted = rows(start(), library=number)
    assert not posted.is_valid()
    assert posted.errors[0]["library"][0].endswith(".")


def test_an_upload_goes_before_a_number(rows, start, picture):
    article = start()
    posted = rows(article, upload(draw(500, 400)), library=picture.pk)
    assert posted.is_valid(), posted.errors
    posted.save()
    assert article.pictures.get().picture.width == 500


def test_what_the_library_has_already_is_noticed_and_used(rows, start, picture):
    told = []
    article = start()
    posted = rows(article, upload(name="again.jpg"))
    type(posted.forms[0]).tell = staticmethod(told.append)
    assert posted.is_valid(), posted.errors
    assert told == ["This very file is in the library already, as “photo.jpg”; it is used."]
    posted.save()
    assert article.pictures.get().picture == picture


def test_credit_and_licence_of_the_library_fill_what_is_left_empty(rows, start, picture):
    picture.credit, picture.licence = "A. B.", "cc0-1.0"
    picture.save()
    for said, kept in (
        ({}, ("A. B.", "cc0-1.0")),
        ({"credit": "C. D.", "licence": "site"}, ("C. D.", "site")),
    ):
        article = start()
        posted = rows(article, picture=picture.pk, **said)
        assert posted.is_valid(), posted.errors
        posted.save()
        part = article.pictures.get()
        assert (part.credit, part.licence) == kept


# --- Crops ----------------------------------------------------------------------------------------


def crop(*numbers):
    return {f"crop_{i}": number for i, number in enumerate(numbers)}


def test_a_crop_is_typed_and_its_files_are_made(rows, start, picture):
    article = start()
    posted = rows(article, picture=picture.pk, **crop(0, 0, 50, 100))
    assert posted.is_valid(), posted.errors
    posted.save()
    assert article.pictures.get().crop == "0-0-50-100"
    assert storage.path(picture.token, "0-0-50-100_320.webp").exists()


def test_a_crop_of_too_few_pixels_is_refused_and_kept(rows, start, picture):
    posted = rows(start(), picture=picture.pk, **crop(10, 20, 7, 50))
    assert not posted.is_valid()
    assert "56 × 300 pixels; each side needs at least 64" in posted.errors[0]["crop"][0]
    assert 'value="7"' in posted.as_p()


def test_a_crop_beyond_the_picture_is_refused_and_kept(rows, start, picture):
    posted = rows(start(), picture=picture.pk, **crop(60, 0, 50, 50))
    assert "does not lie within" in posted.errors[0]["crop"][0]
    assert 'value="60"' in posted.as_p()


def test_a_crop_on_a_full_disk_is_told(rows, start, picture, monkeypatch):
    def full(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("portal.media.part_forms.ensure_crop", full)
    posted = rows(start(), picture=picture.pk, **crop(0, 0, 50, 50))
    assert "disk is full" in posted.errors[0]["crop"][0]


def test_a_stored_crop_is_shown_and_left_alone(rows, start, picture):
    article = start(picture, crop="0-0-50-100")
    html = rows.shown(article).as_p()
    for number in (0, 0, 50, 100):
        assert f'value="{number}"' in html
    part = article.pictures.get()
    posted = rows(article, initial=1, id=part.pk, picture=picture.pk, alt="The square",
                  credit=part.credit, **crop(0, 0, 50, 100))  # fmt: skip
    assert posted.is_valid(), posted.errors
    assert not posted.has_changed()


# --- Files ----------------------------------------------------------------------------------------


@pytest.fixture
def file_rows(author):
    """The same for the row of a file."""
    factory = inlineformset_factory(
        Article, ArticleFile, form=FilePartForm, fields=["file", "title"], formset=PartFormSet
    )
    factory.form.uploaded_by = author

    def post(article, file=None, **values):
        data = {"files-TOTAL_FORMS": "1", "files-INITIAL_FORMS": "0"}
        data |= {f"files-0-{name}": str(value) for name, value in values.items()}
        posted = MultiValueDict({name: [value] for name, value in data.items()})
        files = MultiValueDict({"files-0-file_upload": [file]} if file else {})
        return factory(posted, files, instance=article)

    return post


def test_an_uploaded_file_is_in_the_language_of_its_text(file_rows, start):
    article = start()
    content = SimpleUploadedFile("scan.pdf", samples.pdf())
    posted = file_rows(article, content, title="The report")
    assert posted.is_valid(), posted.errors
    posted.save()
    part = article.files.get()
    assert (part.title, part.file.language) == ("The report", "en")
    assert part.file.public_name == "the-report.pdf"


def test_a_file_without_a_language_gets_the_one_said_and_none_loses_its_own(
    file_rows, start, author, document
):
    silent = take_in_file(SimpleUploadedFile("c.vtt", samples.vtt()), author)
    for file, language in ((silent, "ru"), (document, "be")):
        article = start()
        posted = file_rows(article, library=file.pk, title="Words", language=language)
        assert posted.is_valid(), posted.errors
        posted.save()
        assert article.files.get().file == file
    silent.refresh_from_db()
    document.refresh_from_db()
    assert (silent.language, document.language) == ("ru", "en")


@pytest.mark.parametrize("content", [b"<svg/>", b"", samples.pdf(b"/JavaScript")])
def test_a_refused_file_is_told_beside_its_field(file_rows, start, content):
    posted = file_rows(start(), SimpleUploadedFile("a.pdf", content), title="Words")
    assert list(posted.errors[0]) == ["file_upload"]
    assert posted.errors[0]["file_upload"][0].endswith(".")
    assert "Words" in posted.as_p()


def test_a_title_without_a_file_is_refused(file_rows, start):
    posted = file_rows(start(), title="Words")
    assert posted.errors[0]["file_upload"] == ["Choose a file to upload, or empty this row."]
