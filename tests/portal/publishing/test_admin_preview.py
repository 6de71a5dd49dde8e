"""Previews of saved editions, asked for on the editors' desk."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from portal.publishing import clock
from portal.publishing.models import Preview
from tests import cast
from tests.desk import opened, press, text, typed, url


@pytest.fixture
def at_desk(client, author):
    client.force_login(author)
    return client


def moment(at):
    local = timezone.localtime(at)
    return {"preview_at_0": f"{local:%Y-%m-%d}", "preview_at_1": f"{local:%H:%M:%S}"}


def test_draft_is_saved_and_seen_as_readers_will(at_desk, make_article):
    draft = make_article()
    answer = press(at_desk, draft, opened(at_desk, draft) | {"title": "Just typed"}, "_preview")
    assert answer.url.startswith("/preview/")
    assert cast.fresh(draft).title == "Just typed"
    seen = Client().get(answer.url)
    assert seen.status_code == 200
    assert "Just typed" in text(seen)


def test_revision_is_seen_while_the_public_keeps_the_old_text(at_desk, make_live, revise):
    live = make_live()
    draft = revise(live, title="The next text")
    answer = press(at_desk, draft, opened(at_desk, draft), "_preview")
    assert "The next text" in text(Client().get(answer.url))
    assert "The next text" not in text(Client().get(live.get_absolute_url()))


def test_scheduled_text_is_previewed_at_a_moment_to_come(at_desk, make_scheduled):
    scheduled, later = make_scheduled(), clock.now() + timedelta(days=2)
    answer = at_desk.post(url("preview", scheduled), moment(later) | {"_preview": "1"})
    assert Preview.objects.get().at == later.replace(microsecond=0)
    assert Client().get(answer.url).status_code == 200


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
    assert not Preview.objects.exists()


def test_bad_moment_on_the_page_to_read_gets_a_sentence(at_desk, make_live):
    fields = {"preview_at_0": "2019-06-05", "preview_at_1": "12:00", "_preview": "1"}
    answer = at_desk.post(url("preview", make_live()), fields, follow=True)
    assert "has passed. Choose a moment to come" in text(answer)
    assert not Preview.objects.exists()


def test_preview_is_only_issued_by_a_button(at_desk, make_live):
    assert at_desk.get(url("preview", make_live())).status_code == 405


def test_texts_of_another_desk_cannot_be_previewed(client, stranger, make_article):
    client.force_login(stranger)
    assert client.post(url("preview", make_article()), {"_preview": "1"}).status_code == 404
    assert not Preview.objects.exists()
