"""`make_renditions`: AVIF, and whatever else pictures lack."""

from io import StringIO

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.template import Context, Template
from PIL import Image

from portal.media import making, renditions, storage
from portal.media.intake import take_in
from portal.media.models import Picture
from tests.portal.media.drawing import draw, upload

pytestmark = pytest.mark.django_db
CROP = "0-0-50-100"


def make(**options):
    out, err = StringIO(), StringIO()
    call_command("make_renditions", stdout=out, stderr=err, **options)
    return out.getvalue().strip(), err.getvalue().strip()


def test_it_makes_avif_for_every_picture_and_crop_and_says_so(publish, author, picture):
    publish(picture, crop=CROP)
    other = take_in(upload(draw(500, 400)), author)
    assert make() == ("6 files of 2 pictures made.", "")
    picture.refresh_from_db()
    other.refresh_from_db()
    assert (picture.avif_crops, other.avif_crops) == (["", CROP], [""])
    for token, name in ((picture.token, "640.avif"), (picture.token, f"{CROP}_320.avif")):
        with Image.open(storage.path(token, name)) as image:
            assert image.format == "AVIF"


def test_again_it_makes_nothing(picture):
    make()
    assert make() == ("0 files of 0 pictures made.", "")


def test_a_dry_run_only_counts(picture):
    assert make(dry_run=True) == ("2 files of 1 pictures missing.", "")
    assert not storage.path(picture.token, "320.avif").exists()
    picture.refresh_from_db()
    assert picture.avif_crops == []


def test_lost_copies_come_back(picture):
    make()
    for name in ("640.webp", "320.jpg"):
        storage.path(picture.token, name).unlink()
    assert make() == ("2 files of 1 pictures made.", "")
    assert storage.path(picture.token, "640.webp").exists()


def test_a_lost_original_is_told_and_stops_nothing(author, picture):
    other = take_in(upload(draw(500, 400), name="other.jpg"), author)
    storage.remove(other.token)
    told, complaint = make()
    assert told == "2 files of 1 pictures made."
    assert complaint == "other.jpg: its files are lost. Upload the picture again."


def test_a_run_that_was_stopped_is_completed_by_the_next(author, picture, monkeypatch):
    make_files = renditions.make

    def stop(token, names):
        make_files(token, names[:1])
        raise KeyboardInterrupt

    monkeypatch.setattr(renditions, "make", stop)
    with pytest.raises(KeyboardInterrupt):
        make()
    picture.refresh_from_db()
    assert picture.avif_crops == []
    monkeypatch.undo()
    assert make() == ("1 files of 1 pictures made.", "")
    picture.refresh_from_db()
    assert picture.avif_crops == [""]


def test_a_run_killed_before_it_said_what_it_made_is_completed_too(picture):
    make()
    Picture.objects.update(avif_crops=[])
    assert make() == ("0 files of 1 pictures made.", "")
    picture.refresh_from_db()
    assert picture.avif_crops == [""]


def test_it_goes_through_all_chunks(author, monkeypatch):
    monkeypatch.setattr(making, "CHUNK", 2)
    for side in range(100, 105):
        take_in(upload(draw(side, side)), author)
    assert make() == ("5 files of 5 pictures made.", "")
    assert all(picture.avif_crops == [""] for picture in Picture.objects.all())


def test_a_version_that_came_meanwhile_is_not_said_to_have_what_the_earlier_one_has(picture):
    work = making.work_for(picture)
    Picture.objects.update(token="f" * 32)
    work.do()
    picture.refresh_from_db()
    assert picture.avif_crops == []


def test_a_page_offers_avif_only_where_it_lies_ready(picture):
    def sources(crop=""):
        text = "{% load media %}{% picture picture alt='' crop=crop %}"
        html = Template(text).render(Context({"picture": picture, "crop": crop}))
        return [tag["type"] for tag in BeautifulSoup(html, "html.parser").select("source")]

    assert sources() == ["image/webp"]
    make()
    picture.refresh_from_db()
    assert sources() == ["image/avif", "image/webp"]
    assert sources(CROP) == ["image/webp"]
