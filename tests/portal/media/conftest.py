from datetime import timedelta

import pytest

from news.models import ArticleFile
from portal.media.intake import take_in, take_in_file
from portal.publishing import clock
from portal.publishing.workflow import take, take_all
from tests import cast
from tests.portal.media import samples
from tests.portal.media.drawing import as_upload, upload


@pytest.fixture(autouse=True)
def media_root(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.PUBLIC_MEDIA_ROOT = tmp_path / "public" / "media"
    return settings.MEDIA_ROOT


@pytest.fixture
def picture(author):
    """A picture with its files: 320 and 640 pixels wide."""
    return take_in(upload(), author)


@pytest.fixture
def document(author):
    """A PDF in English with its file: report.pdf."""
    content = as_upload(samples.pdf(), "Report.pdf")
    return take_in_file(content, author, language="en")


@pytest.fixture
def offer(new_article, author):
    """offer(*files, **fields) → a draft with these files; `fields` are the article's."""

    def start(*files, **fields):
        parts = [ArticleFile(file=file, title="The report") for file in files]
        return take("start", new_article(**fields).with_parts(*parts), by=author)

    return start


@pytest.fixture
def showing(new_article):
    """showing(*pictures, **fields) → an article not begun yet that shows these pictures."""

    def build(*pictures, **fields):
        fields = {"alt": "The square", "position": 7} | fields
        return new_article().with_parts(*(cast.shown(each, **fields) for each in pictures))

    return build


@pytest.fixture
def start(showing, author):
    return lambda *pictures, **fields: take("start", showing(*pictures, **fields), by=author)


@pytest.fixture
def approve(submit, publisher):
    """approve(draft, after=None) → approved, live now or in so many hours."""

    def step(draft, after=None):
        at = clock.now() + timedelta(hours=after) if after else None
        return cast.approve(submit(draft), publisher, at=at)

    return step


@pytest.fixture
def publish(start, approve):
    return lambda *pictures, **fields: approve(start(*pictures, **fields))


@pytest.fixture
def adopt_many(showing, author, chief):
    """Articles public at once, in one passage of the door."""

    def adopt(count, picture):
        articles = [showing(picture) for _i in range(count)]
        return take_all("adopt", articles, by=chief, author=author).done

    return adopt
