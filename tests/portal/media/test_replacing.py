"""A new version of a picture or a file, and who may put it in place."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError

from portal.accounts.roles import Role
from portal.media import public, renditions, storage
from portal.media.intake import take_in, take_in_file
from portal.media.models import FileVersion, Picture, PictureVersion
from portal.media.replacing import current_since, obstacles_to_replacing, replace
from portal.publishing import clock
from portal.publishing.workflow import take
from tests import cast
from tests.portal.media import samples
from tests.portal.media.drawing import as_upload, draw, upload
from tests.reading import Reader

pytestmark = pytest.mark.django_db
CROP = "0-0-50-100"


def new(*size):
    return upload(draw(*(size or (1000, 800))), name="better.jpg")


def see(token, name="320.jpg"):
    return Reader().get(f"/media/{token}/{name}").status_code


def tokens_on_the_disk(media_root):
    return {path.name for path in media_root.glob("*/*") if path.is_dir()}


def test_it_is_shown_at_once_and_the_earlier_address_ends(publish, publisher, picture):
    article, earlier = publish(picture), picture.token
    assert see(earlier) == 200
    current = replace(picture, new(), publisher)
    assert current.pk == picture.pk
    assert current.token != earlier
    assert (current.width, current.height) == (1000, 800)
    assert (see(earlier), see(current.token)) == (404, 200)
    assert not public.folder(earlier).exists()
    page = Reader().get(article.get_absolute_url()).body.decode()
    assert current.token in page
    assert earlier not in page


def test_the_earlier_one_is_kept_with_its_interval(publisher, author, picture, time_machine):
    earlier, begun = picture.token, picture.created_at
    time_machine.move_to(begun + timedelta(days=2))
    first = replace(picture, new(), publisher)
    time_machine.move_to(begun + timedelta(days=5))
    replace(first, new(700, 700), author)
    newest, oldest = PictureVersion.objects.all()
    assert (oldest.token, oldest.width, oldest.replaced_by) == (earlier, 800, publisher)
    assert oldest.current_from == begun
    assert oldest.current_until == newest.current_from
    assert (newest.token, newest.replaced_by) == (first.token, author)
    assert current_since(first) == newest.current_until
    assert storage.path(earlier, "original.jpg").exists()


def test_the_library_goes_on_calling_it_what_it_did(publisher, picture):
    picture.credit, picture.original_name = "A. B.", "The square"
    picture.save()
    current = replace(picture, new(), publisher)
    assert (current.original_name, current.credit) == ("The square", "A. B.")


def test_every_crop_in_use_lies_ready_before_the_switch(publish, start, publisher, picture):
    publish(picture, crop=CROP)
    start(picture, crop="10-10-50-50")
    current = replace(picture, new(), publisher)
    names = [
        name
        for crop in (CROP, "10-10-50-50")
        for name in renditions.names_for(1000, 800, crop)
    ]  # fmt: skip
    assert len(names) == 4
    assert renditions.missing(current.token, names) == []
    assert see(current.token, f"{CROP}_320.webp") == 200
    assert current.avif_crops == []


def test_one_too_small_for_a_crop_in_use_is_refused(publish, publisher, picture, media_root):
    publish(picture, crop=CROP)
    before = tokens_on_the_disk(media_root)
    with pytest.raises(ValidationError, match="too few pixels"):
        replace(picture, new(100, 100), publisher)
    assert tokens_on_the_disk(media_root) == before
    assert Picture.objects.get().token == picture.token


@pytest.mark.parametrize("content", [b"", b"<svg/>", b"x" * 100])
def test_a_refused_upload_changes_nothing(publisher, picture, content, media_root):
    before = tokens_on_the_disk(media_root)
    with pytest.raises(ValidationError):
        replace(picture, as_upload(content), publisher)
    assert tokens_on_the_disk(media_root) == before
    assert not PictureVersion.objects.exists()


def test_the_very_file_that_is_current_is_refused(publisher, picture):
    with pytest.raises(ValidationError, match="very file"):
        replace(picture, upload(), publisher)


def test_a_row_that_cannot_be_stored_takes_its_files_along(
    publisher, picture, monkeypatch, media_root
):
    def fail(self, **kwargs):
        raise DatabaseError("database or disk is full")

    before = tokens_on_the_disk(media_root)
    monkeypatch.setattr(Picture, "save", fail)
    with pytest.raises(DatabaseError):
        replace(picture, new(), publisher)
    assert tokens_on_the_disk(media_root) == before
    assert not PictureVersion.objects.exists()


# --- Files ----------------------------------------------------------------------------------------


def test_a_file_gets_a_new_version_too(document, offer, submit, publisher):
    cast.approve(submit(offer(document)), publisher)
    earlier = document.token
    content = as_upload(samples.office("docx"), "report (final) 2.docx")
    current = replace(document, content, publisher)
    assert (current.kind, current.public_name) == ("docx", "report.docx")
    assert see(earlier, "report.pdf") == 404
    assert see(current.token, "report.docx") == 200
    version = FileVersion.objects.get()
    assert (version.kind, version.public_name, version.token) == ("pdf", "report.pdf", earlier)


def test_a_video_does_not_become_a_document(author, publisher, media_root):
    film = take_in_file(as_upload(samples.mp4(), "film.mp4"), author)
    before = tokens_on_the_disk(media_root)
    for content in (samples.pdf(), samples.vtt()):
        with pytest.raises(ValidationError, match="of another sort"):
            replace(film, as_upload(content), publisher)
    assert tokens_on_the_disk(media_root) == before
    assert replace(film, as_upload(samples.webm()), publisher).kind == "webm"


# --- Rights ---------------------------------------------------------------------------------------


@pytest.fixture
def elsewhere(picture, other_desk):
    """elsewhere(at=None) → the picture in a text of the photo desk, live or scheduled."""
    writer = cast.a_person("photographer", Role.AUTHOR, other_desk)
    boss = cast.a_person("photo-chief", Role.PUBLISHER, other_desk)
    stream = cast.a_stream("photo")

    def go(at=None, language="en"):
        article = cast.an_article(writer, stream, other_desk, title="Elsewhere", language=language)
        draft = take("start", article.with_parts(cast.shown(picture)), by=writer)
        return cast.approve(take("submit", draft, by=writer), boss, at=at)

    return go


def test_who_may_publish_wherever_it_is_public_may_replace_it(
    publish, elsewhere, picture, publisher, chief, author
):
    publish(picture)
    elsewhere()
    assert obstacles_to_replacing(picture, chief) == []
    assert "your role there" in obstacles_to_replacing(picture, author)[0]
    (sentence,) = obstacles_to_replacing(picture, cast.a_person("other", Role.PUBLISHER,
                                         cast.a_desk("Opinions", ["news/opinions"])))  # fmt: skip
    assert sentence.startswith("“Elsewhere” shows it publicly")
    with pytest.raises(ValidationError, match="your role there"):
        replace(picture, new(), author)


def test_a_language_of_another_desk_counts(publish, picture, author, submit, elsewhere):
    elsewhere(language="ru")
    english = cast.a_desk("English photo", ["news/photo"], ["en"])
    assert obstacles_to_replacing(picture, cast.a_person("e", Role.PUBLISHER, english))
    russian = cast.a_desk("Russian photo", ["news/photo"], ["ru"])
    assert not obstacles_to_replacing(picture, cast.a_person("r", Role.PUBLISHER, russian))


def test_what_becomes_public_later_counts_and_is_not_named(elsewhere, picture):
    elsewhere(at=clock.now() + timedelta(hours=1))
    other = cast.a_person("other", Role.PUBLISHER, cast.a_desk("Opinions", ["news/opinions"]))
    (sentence,) = obstacles_to_replacing(picture, other)
    assert "becomes public later" in sentence
    assert "Elsewhere" not in sentence


def test_what_is_public_no_more_asks_for_nothing(publish, publisher, author, picture):
    take("withdraw", publish(picture), by=publisher, note="A mistake.")
    assert obstacles_to_replacing(picture, author) == []
    assert replace(picture, new(), author).width == 1000


def test_nobody_changes_what_is_read_in_review(start, submit, picture, chief, author, reviewer):
    review = submit(start(picture))
    assert "in review" in obstacles_to_replacing(picture, chief)[0]
    with pytest.raises(ValidationError, match="in review"):
        replace(picture, new(), chief)
    take("send_back", review, by=reviewer, note="Another picture, please.")
    assert obstacles_to_replacing(picture, author) == []


def test_a_right_lost_while_the_file_was_sent_is_noticed(publish, picture, publisher, monkeypatch):
    publish(picture)
    asked = []

    def lose(kept, user):
        asked.append(kept)
        return ["Your role has changed."] if len(asked) > 1 else []

    monkeypatch.setattr("portal.media.replacing.obstacles_to_replacing", lose)
    with pytest.raises(ValidationError, match="has changed"):
        replace(picture, new(), publisher)
    assert Picture.objects.get().token == picture.token


def test_two_rows_may_come_to_hold_the_same_bytes(publisher, author, picture):
    other = take_in(upload(draw(500, 400)), author)
    current = replace(picture, upload(draw(500, 400)), publisher)
    assert current.token != other.token
    assert Picture.objects.count() == 2
