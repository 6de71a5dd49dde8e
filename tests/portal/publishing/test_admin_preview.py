"""Saved editions seen as readers will see them, in a frame of the desk."""

from datetime import timedelta

import pytest

from portal.media.intake import take_in
from portal.publishing import clock
from portal.publishing.models import Preview
from tests import cast
from tests.desk import opened, page, press, text, typed, url
from tests.portal.media.drawing import upload
from tests.portal.publishing.previewing import framed, make_link, moment, read


@pytest.fixture
def at_desk(client, author):
    client.force_login(author)
    return client


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
