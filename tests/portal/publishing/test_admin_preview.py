"""Saved editions seen as readers will see them: in a frame of the desk, and by secret links."""

import secrets
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.utils import timezone

from portal.media.intake import take_in
from portal.publishing import clock
from portal.publishing.models import Preview
from portal.publishing.worlds import Worlds
from tests import cast
from tests.desk import opened, page, press, text, typed, url
from tests.portal.media.drawing import upload
from tests.reading import Reader


@pytest.fixture
def at_desk(client, author):
    client.force_login(author)
    return client


def moment(at, prefix=""):
    local = timezone.localtime(at)
    name = f"{prefix}preview_at_"
    return {f"{name}0": f"{local:%Y-%m-%d}", f"{name}1": f"{local:%H:%M:%S}"}


def framed(response):
    """The address that the desk's page frames."""
    return page(response).iframe["src"]


def read(address):
    """As somebody without an account, in a browser of their own."""
    return Reader().get(address)


def make_link(client, edition, **fields):
    """The address of a new secret link, as the page shows it, without its host."""
    data = {"link-life": "day", "link-label": ""}
    data |= {name if "preview_at" in name else f"link-{name}": v for name, v in fields.items()}
    made = page(client.post(url("preview_links", edition), data)).select_one("#made-link")
    return made and made["value"].removeprefix("http://testserver")


# --- The page ------------------------------------------------------------------------------------


def test_draft_is_saved_and_seen_as_readers_will(at_desk, make_article):
    draft = make_article()
    data = opened(at_desk, draft) | {"title": "Just typed"}
    answer = press(at_desk, draft, data, "_preview")
    assert answer.url == url("preview", draft)
    assert cast.fresh(draft).title == "Just typed"
    assert "Just typed" in text(read(framed(at_desk.get(answer.url))))


def test_revision_is_seen_while_the_public_keeps_the_old_text(at_desk, make_live, revise):
    live = make_live()
    draft = revise(live, title="The next text")
    assert "The next text" in text(read(framed(at_desk.get(url("preview", draft)))))
    assert "The next text" not in text(read(live.get_absolute_url()))


def test_moment_typed_in_the_form_reaches_the_preview(at_desk, make_article, clock_at):
    draft, later = make_article(), clock.now() + timedelta(days=2)
    answer = press(at_desk, draft, opened(at_desk, draft) | moment(later), "_preview")
    shown = at_desk.get(answer.url)
    assert "as readers would see it on 7 June 2026, 12:00" in text(shown)
    assert framed(shown) == framed(at_desk.get(url("preview", draft), moment(later)))


def test_neighbours_are_those_of_the_moment(at_desk, make_article, make_scheduled, stream):
    make_scheduled(title="Due tomorrow", at=clock.now() + timedelta(days=1))
    draft = make_article()
    seen = [
        text(read(framed(at_desk.get(url("preview", draft), data)).split("/news/")[0] + "/news/"))
        for data in ({}, moment(clock.now() + timedelta(days=2)))
    ]
    assert ["Due tomorrow" in words for words in seen] == [False, True]


@pytest.mark.parametrize(
    ("width", "size"),
    [
        ("phone", ("360", "740")),
        ("tablet", ("820", "1100")),
        ("desktop", ("1280", "900")),
        ("", ("1280", "900")),
        ("<script>", ("1280", "900")),
    ],
)
def test_width_is_chosen_by_a_plain_link(width, size, at_desk, make_article):
    draft, later = make_article(), clock.now() + timedelta(days=2)
    answer = page(at_desk.get(url("preview", draft), {"width": width, **moment(later)}))
    assert (answer.iframe["width"], answer.iframe["height"]) == size
    links = answer.select(".preview__widths a[href^='/admin/']")
    assert [link["href"].split("width=")[1].split("&")[0] for link in links] == [
        "phone",
        "tablet",
        "desktop",
    ]
    assert all("preview_at_0" in link["href"] for link in links)
    assert len(answer.select("[aria-current=true]")) == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"preview_at_0": "2030-02-30", "preview_at_1": "12:00"},
        {"preview_at_0": "2019-06-05", "preview_at_1": "12:00"},
        {"preview_at_0": "0001-01-01", "preview_at_1": "12:00"},
        {"preview_at_0": "2030-01-01", "preview_at_1": ""},
    ],
)
def test_moment_that_cannot_be_gets_a_sentence_and_the_form_is_kept(fields, at_desk, make_article):
    draft = make_article()
    data = opened(at_desk, draft) | {"title": "Kept"} | fields
    answer = press(at_desk, draft, data, "_preview")
    assert answer.status_code == 200
    assert typed(answer)["title"] == "Kept"
    assert typed(answer)["preview_at_0"] == fields["preview_at_0"]
    seen = at_desk.get(url("preview", draft), fields)
    assert page(seen).select_one(".preview__moment .errorlist li").get_text()
    assert "as readers would see it now" in text(seen)
    assert not make_link(at_desk, draft, **{f"link-{name}": v for name, v in fields.items()})
    assert not Preview.objects.exists()


def test_looking_leaves_no_row_behind(at_desk, make_article):
    draft = make_article()
    for _time in range(3):
        assert read(framed(at_desk.get(url("preview", draft)))).status_code == 200
    assert not Preview.objects.exists()


def test_pictures_of_the_draft_are_seen_inside_and_nowhere_else(
    at_desk, author, make_article, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path / "media"
    draft = make_article(pictures=[take_in(upload(), author)])
    address = framed(at_desk.get(url("preview", draft)))
    source = page(read(address)).select_one("main img")["src"]
    world = address.split("/en/")[0]
    assert source.startswith(f"{world}/media/")
    assert read(source).status_code == 200
    assert read(source.removeprefix(world)).status_code == 404


def test_preview_may_be_framed_by_this_site_and_public_pages_by_nobody(
    at_desk, make_article, make_live
):
    live = make_live()
    inside = framed(at_desk.get(url("preview", make_article())))
    link = make_link(at_desk, live)
    unknown = inside.replace("/preview/", "/preview/x")
    lost = inside.split("/en/")[0] + "/en/nothing/"
    framing = {
        address: (answer["X-Frame-Options"], policy_of(answer)["frame-ancestors"])
        for address in (inside, link, lost, unknown, live.get_absolute_url(), "/admin/")
        for answer in [at_desk.get(address)]
    }
    by_itself, by_nobody = ("SAMEORIGIN", "'self'"), ("DENY", "'none'")
    assert framing == {
        inside: by_itself,
        link: by_itself,
        lost: by_itself,
        unknown: by_nobody,
        live.get_absolute_url(): by_nobody,
        "/admin/": by_nobody,
    }


def policy_of(response):
    directives = response["Content-Security-Policy"].split("; ")
    return dict(directive.split(" ", 1) for directive in directives)


def test_frame_opens_for_an_hour_and_while_its_person_may_view(
    at_desk, author, make_article, time_machine
):
    time_machine.move_to("2026-06-05T09:00:00Z", tick=False)
    address = framed(at_desk.get(url("preview", make_article())))
    time_machine.move_to("2026-06-05T09:59:59Z", tick=False)
    assert read(address).status_code == 200
    author.memberships.all().delete()
    assert read(address).status_code == 404
    time_machine.move_to("2026-06-05T10:00:01Z", tick=False)
    assert read(address).status_code == 404


# --- Secret links --------------------------------------------------------------------------------


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
