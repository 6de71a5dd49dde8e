"""The public tree: what is public without an end, and nothing else for longer than a step."""

from datetime import timedelta
from functools import partial

import pytest

from news.models import ArticlePicture
from portal.media import public, storage, views
from portal.media.gate import Access, access_to_picture
from portal.media.intake import take_in
from portal.media.models import Use
from portal.publishing import clock
from portal.publishing.models import Preview
from portal.publishing.workflow import take
from tests import cast
from tests.portal.media.drawing import draw, upload
from tests.reading import Reader

pytestmark = pytest.mark.django_db
NAME = "320.webp"


def linked():
    root = public.folder("")
    return sorted(f"{file.parent.name}/{file.name}" for file in root.rglob("*") if file.is_file())


def see(kept, name=NAME):
    return Reader().get(f"/media/{kept.token}/{name}").status_code


@pytest.fixture
def live(publish, picture):
    """An article whose picture has been asked for, and so is linked."""
    article = publish(picture)
    assert see(picture) == 200
    assert linked() == [f"{picture.token}/{NAME}"]
    return article


def test_a_link_is_the_very_file(live, picture):
    assert storage.path(picture.token, NAME).samefile(public.folder(picture.token) / NAME)


def test_only_what_was_asked_for_is_linked(live, picture):
    assert see(picture, "640.jpg") == 200
    assert linked() == [f"{picture.token}/{NAME}", f"{picture.token}/640.jpg"]
    assert see(picture, "960.jpg") == 404
    assert len(linked()) == 2


# --- What takes a link away -----------------------------------------------------------------------


def withdrawn(article, by, **_rest):
    take("withdraw", article, by=by, note="A mistake.")


def ending(article, by, **_rest):
    take("withdraw", article, by=by, note="A week.", at=clock.now() + timedelta(days=7))


def succeeded_later(article, by, author, **_rest):
    successor = without_pictures(take("revise", article, by=author))
    at = clock.now() + timedelta(hours=1)
    cast.approve(take("submit", successor, by=author), by, at=at)


def corrected(article, by, author, **_rest):
    correction = without_pictures(take("revise", article, by=author))
    cast.approve(take("submit", correction, by=author), by)


def without_pictures(draft):
    ArticlePicture.objects.get(edition=draft).delete()
    return cast.fresh(draft)


@pytest.mark.parametrize(
    ("step", "status"),
    [(withdrawn, 404), (ending, 200), (succeeded_later, 200), (corrected, 404)],
)
def test_a_step_that_ends_or_will_end_it_takes_the_link_away(
    step, status, live, picture, author, publisher
):
    step(live, publisher, author=author)
    assert linked() == []
    assert see(picture) == status
    assert linked() == []


def test_a_kept_text_is_linked_again(live, picture, publisher):
    ending(live, publisher)
    assert see(picture) == 200
    take("keep", cast.fresh(live), by=publisher)
    assert see(picture) == 200
    assert linked() == [f"{picture.token}/{NAME}"]


def test_what_another_text_shows_for_good_is_linked_anew(live, picture, publish, publisher):
    publish(picture)
    withdrawn(live, publisher)
    assert linked() == []
    assert see(picture) == 200
    assert len(linked()) == 1


def test_files_leave_with_their_text(document, offer, submit, publisher):
    article = cast.approve(submit(offer(document)), publisher)
    assert see(document, "report.pdf") == 200
    assert linked() == [f"{document.token}/report.pdf"]
    withdrawn(article, publisher)
    assert (linked(), see(document, "report.pdf")) == ([], 404)


@pytest.mark.django_db(transaction=True)
def test_a_link_made_while_the_step_was_under_way_goes_after_it(
    publish, picture, publisher, monkeypatch
):
    """Until the commit others see the old state, and link what has just been taken away."""
    article = publish(picture)
    remove, calls = public.remove, []

    def remove_and_be_too_late(tokens):
        remove(tokens)
        if not calls:
            assert see(picture) == 200  # the withdrawal is not committed: this sees the old state
        calls.append(tokens)

    monkeypatch.setattr(
        views, "access_to_picture", lambda *args: Access.ENDLESS if not calls else Access.NONE
    )
    monkeypatch.setattr(public, "remove", remove_and_be_too_late)
    withdrawn(article, publisher)
    assert len(calls) == 2
    assert linked() == []


def test_a_withdrawal_between_question_and_link_is_noticed(live, picture, publisher):
    withdrawn(live, publisher)
    public.link(picture.token, NAME, partial(access_to_picture, picture.token, ""))
    assert linked() == []


def test_nothing_of_a_preview_is_linked(start, publish, author, picture):
    other = take_in(upload(draw(500, 400)), author)
    publish(other)
    token = Preview.issue(start(picture), author)
    for kept in (picture, other):
        assert Reader().get(f"/preview/{token}/media/{kept.token}/{NAME}").status_code == 200
    assert linked() == []


@pytest.mark.parametrize("failing", ["link", "mkdir"])
def test_where_no_link_can_be_made_the_file_is_served_all_the_same(
    publish, picture, monkeypatch, failing
):
    publish(picture)

    def fail(*args, **kwargs):
        raise OSError(18, "Invalid cross-device link")

    target = public.os if failing == "link" else public.Path
    monkeypatch.setattr(target, failing, fail)
    assert see(picture) == 200
    assert linked() == []


# --- The sweep ------------------------------------------------------------------------------------


def test_a_sweep_finds_nothing_where_all_is_as_it_should_be(live, document, offer, submit,
                                                            publisher):  # fmt: skip
    cast.approve(submit(offer(document)), publisher)
    see(document, "report.pdf")
    before = linked()
    assert len(before) == 2
    assert public.sweep() == []
    assert linked() == before


def test_a_sweep_takes_out_what_a_killed_process_left(live, picture, publisher):
    withdrawn(live, publisher)
    target = public.folder(picture.token) / NAME
    target.parent.mkdir(parents=True)
    target.hardlink_to(storage.path(picture.token, NAME))
    left = public.folder("").parent / "leaving" / "half-removed"
    left.mkdir(parents=True)
    told = [f"media/{picture.token}/{NAME} is in the public tree and must not be."]
    assert public.sweep(write=False) == told
    assert target.exists()
    assert public.sweep() == told
    assert not target.exists()
    assert not left.exists()
    assert public.sweep() == []


def test_a_sweep_takes_out_strangers_other_crops_and_other_files(live, picture):
    folder = public.folder(picture.token)
    (folder / "notes.txt").write_text("left by somebody")
    (folder / "0-0-50-50_320.webp").write_bytes(b"a crop that nobody shows")
    (folder / NAME).unlink()
    (folder / NAME).write_bytes(b"not the file of the private tree")
    stray = public.folder("f" * 32)
    stray.mkdir()
    (stray / "320.jpg").write_bytes(b"of a token that nobody bears")
    assert len(public.sweep()) == 4
    assert linked() == []


def test_a_sweep_costs_the_same_for_many_as_for_one(publish, author, django_assert_max_num_queries):
    for side in range(100, 104):
        kept = take_in(upload(draw(side, side)), author)
        publish(kept)
        assert see(kept, f"{side}.jpg") == 200
    with django_assert_max_num_queries(2):
        assert public.sweep() == []
    assert len(linked()) == 4


def test_a_rebuild_of_the_uses_closes_what_it_takes_away(live, picture):
    Use.objects.update(crop="0-0-50-50")
    assert linked() == [f"{picture.token}/{NAME}"]
    public.sweep()
    assert linked() == []
