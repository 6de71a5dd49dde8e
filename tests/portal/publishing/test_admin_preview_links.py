"""Secret links to one saved edition: made on request, short-lived, revocable, not to be guessed."""

import secrets
from datetime import timedelta

import pytest
from django.http import HttpResponse

from portal.media.intake import take_in
from portal.publishing import clock
from portal.publishing.models import Preview
from portal.publishing.worlds import Worlds
from tests.desk import page, text, url
from tests.portal.media.drawing import upload
from tests.portal.publishing.previewing import framed, make_link, moment, read


@pytest.fixture
def at_desk(client, author):
    client.force_login(author)
    return client


def test_link_is_shown_once_and_read_without_an_account(at_desk, make_article):
    draft = make_article(title="Secret for now")
    link = make_link(at_desk, draft, label="The minister")
    answer = read(link)
    assert "Secret for now" in text(answer)
    assert answer["Cache-Control"] == "no-store"
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert answer["Referrer-Policy"] == "no-referrer"
    token = link.split("/")[2]
    again = at_desk.get(url("preview", draft))
    assert token.encode() not in again.content
    listed = " ".join(page(again).select_one(".links__link").get_text(" ").split())
    assert f"The minister , … {token[-4:]}" in listed.replace("…", " … ").replace("  ", " ")
    assert "Made by author on" in listed
    assert token not in str(Preview.objects.values())


@pytest.mark.parametrize(("life", "hours"), [("hour", 1), ("day", 24), ("week", 168)])
def test_link_opens_for_the_chosen_time(life, hours, at_desk, make_article, time_machine):
    start = clock.now()
    time_machine.move_to(start, tick=False)
    link = make_link(at_desk, make_article(), life=life)
    time_machine.move_to(start + timedelta(hours=hours, seconds=-1), tick=False)
    assert read(link).status_code == 200
    time_machine.move_to(start + timedelta(hours=hours), tick=False)
    assert read(link).status_code == 404


@pytest.mark.parametrize("life", ["", "month", "9999"])
def test_no_link_lives_longer_than_a_week(life, at_desk, author, make_article):
    draft = make_article()
    assert make_link(at_desk, draft, life=life) is None
    with pytest.raises(ValueError, match="seven days"):
        Preview.issue(draft, author, life=timedelta(days=7, seconds=1))
    assert not Preview.objects.exists()


def test_link_shows_its_moment(at_desk, make_article):
    later = clock.now() + timedelta(days=2)
    make_link(at_desk, make_article(), **moment(later, "link-"))
    assert Preview.objects.get().at == later.replace(microsecond=0)


def test_revoked_link_opens_nothing_at_once(at_desk, author, make_article, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    draft = make_article(pictures=[take_in(upload(), author)])
    link, other = make_link(at_desk, draft), make_link(at_desk, draft)
    picture = page(read(link)).select_one("main img")["src"]
    row = Preview.objects.get(tail=link.split("/")[2][-4:])
    answer = at_desk.post(url("preview_revoke", draft, row.pk), follow=True)
    assert "The link opens nothing any more." in text(answer)
    assert [read(address).status_code for address in (link, picture, other)] == [404, 404, 200]
    past = page(answer).select_one("details").get_text()
    assert "Revoked on" in past


def test_link_of_another_edition_is_not_revoked_through_ones_own(at_desk, make_article):
    mine, other = make_article(), make_article()
    link = make_link(at_desk, other)
    row = Preview.objects.get()
    assert at_desk.post(url("preview_revoke", mine, row.pk)).status_code == 404
    assert read(link).status_code == 200


def test_link_opens_one_edition_and_no_other(at_desk, make_live, revise):
    live = make_live(title="Old words")
    other = make_live(title="Other words")
    link = make_link(at_desk, revise(live, title="My words"))
    revise(other, title="Secret words")
    elsewhere = link.split("/en/")[0] + other.get_absolute_url()
    assert "My words" in text(read(link))
    assert "Secret words" not in text(read(elsewhere))


def test_links_are_made_and_revoked_by_buttons_alone(at_desk, make_article):
    draft = make_article()
    make_link(at_desk, draft)
    for view, args in (("preview_links", []), ("preview_revoke", [Preview.objects.get().pk])):
        assert at_desk.get(url(view, draft, *args)).status_code == 405
    assert at_desk.post(url("preview", draft)).status_code == 405
    assert Preview.objects.valid().count() == 1


def test_texts_of_another_desk_cannot_be_previewed(client, stranger, author, make_article):
    draft = make_article()
    Preview.issue(draft, author)
    row = Preview.objects.get()
    client.force_login(stranger)
    assert client.get(url("preview", draft)).status_code == 404
    assert client.post(url("preview_links", draft), {"link-life": "day"}).status_code == 404
    assert client.post(url("preview_revoke", draft, row.pk)).status_code == 404
    assert Preview.objects.valid().count() == 1


def test_label_is_shown_as_it_was_typed(at_desk, make_article):
    draft = make_article()
    make_link(at_desk, draft, label='"><script>alert(1)</script>')
    answer = at_desk.get(url("preview", draft))
    assert '"><script>alert(1)</script>' in text(answer)
    assert page(answer).select(".links script") == []


# --- Guesses -------------------------------------------------------------------------------------

GUESSES, FLIPS = 10_000, 500


@pytest.fixture
def inside(at_desk, make_article, noon):
    """The addresses of a link and of a frame of one draft."""
    draft = make_article(title="Hidden words")
    return make_link(at_desk, draft), framed(at_desk.get(url("preview", draft)))


def flipped(token, count):
    """The token with one bit changed, each bit of each character in turn."""
    for number in range(count):
        place, bit = number % len(token), number // len(token) % 7
        changed = chr(ord(token[place]) ^ 1 << bit)
        yield token[:place] + changed + token[place + 1 :]


def test_changed_bits_open_nothing(inside, rf, record_property):
    opened_by = {}
    for address in inside:
        token = address.split("/")[2]
        flips = [flip for flip in flipped(token, FLIPS) if flip != token]
        assert len(flips) == FLIPS
        opened_by[token] = [flip for flip in flips if enters(rf, flip)]
        assert enters(rf, token)
    assert list(opened_by.values()) == [[], []]
    record_property("preview links", f"{2 * FLIPS} changed bits opened nothing")


def test_guesses_open_nothing(inside, rf):
    frame = inside[1].split("/")[2]
    value = frame.rpartition(".")[0]
    guesses = [secrets.token_urlsafe(24) for _i in range(GUESSES // 2)]
    guesses += [f"{value}.{secrets.token_urlsafe(32)}" for _i in range(GUESSES // 2)]
    assert [guess for guess in guesses if enters(rf, guess)] == []


def test_frame_of_one_edition_cannot_be_turned_into_that_of_another(inside, rf, make_article):
    other = make_article()
    frame = inside[1].split("/")[2]
    timeline, rest = frame.split("-", 1)
    assert not enters(rf, f"{other.timeline_id}-{rest}")
    assert not enters(rf, f"{timeline}-{rest}".replace(".", "-1.", 1))


def enters(rf, token):
    """Whether the middleware lets this token into a world."""
    seen = {}

    def view(request):
        seen["world"] = request.world
        return HttpResponse()

    Worlds(view)(rf.get("/en/", PATH_INFO=f"/preview/{token}/en/"))
    return seen["world"] is not None
