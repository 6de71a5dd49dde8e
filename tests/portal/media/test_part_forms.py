"""Uploading beside a text: nothing an author uploaded is asked for twice."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.forms import inlineformset_factory
from django.utils.datastructures import MultiValueDict

from news.models import Article, ArticlePicture
from portal.media.intake import take_in
from portal.media.models import Picture
from portal.media.part_forms import PicturePartForm
from tests.portal.media.drawing import draw, upload

pytestmark = pytest.mark.django_db
FIELDS = ["upload", "picture", "alt", "caption"]


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
