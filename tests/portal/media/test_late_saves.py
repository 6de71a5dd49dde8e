"""Crops and files of an edition's form that was saved too late: nothing of them is lost."""

import pytest
from django.test import Client

from news.models import Article
from portal.media.models import File
from portal.publishing.models import State
from portal.publishing.workflow import take
from tests import cast
from tests.desk import opened, page, press, typed
from tests.portal.media import samples
from tests.portal.media.drawing import as_upload

pytestmark = pytest.mark.django_db
CROP = {f"pictures-0-crop_{i}": number for i, number in enumerate(["0", "0", "50", "100"])}


@pytest.fixture
def at_desk(client, author):
    client.force_login(author)
    return client


@pytest.fixture
def colleague(reviewer):
    other = Client()
    other.force_login(reviewer)
    return other


def test_crop_and_file_stay_in_the_form_that_came_too_late(at_desk, colleague, start, picture):
    draft = start(picture)
    mine = opened(at_desk, draft)
    press(colleague, draft, opened(colleague, draft) | {"title": "Theirs"})
    report = as_upload(samples.pdf(), "Report.pdf")
    sent = mine | CROP | {"files-0-file_upload": report, "files-0-title": "The report"}
    answer = press(at_desk, draft, sent)
    assert answer.status_code == 409
    again = typed(answer)
    assert again.items() >= CROP.items()
    assert again["files-0-file"] == str(File.objects.get().pk)
    assert press(at_desk, draft, again).status_code == 302
    stored = cast.fresh(draft)
    assert stored.pictures.get().crop == "0-0-50-100"
    assert stored.files.get().title == "The report"


def test_crop_and_file_go_into_the_new_draft(at_desk, start, approve, picture, author):
    draft = start(picture)
    mine = opened(at_desk, draft)
    live = approve(draft)
    report = as_upload(samples.pdf(), "Report.pdf")
    sent = mine | CROP | {"files-0-file_upload": report, "files-0-title": "The report"}
    answer = press(at_desk, live, sent)
    assert answer.status_code == 409
    carried = page(answer).select_one("form[action$='/carry/']")
    data = {tag["name"]: tag.get("value", "") for tag in carried.select("input[name]")}
    assert data["files-0-file"] == str(File.objects.get().pk)
    assert at_desk.post(carried["action"], data).status_code == 302
    following = Article.objects.get(state=State.DRAFT)
    assert following.files.get().title == "The report"
    assert following.pictures.get().crop == "0-0-50-100"
    assert take("submit", following, by=author)
