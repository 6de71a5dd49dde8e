import pytest

from portal import languages
from portal.media.intake import take_in, take_in_file
from portal.publishing.models import Document
from portal.publishing.workflow import take_all
from tests import cast
from tests.house.routes import Place
from tests.portal.media import samples
from tests.portal.media.drawing import as_upload, upload
from tests.reading import Reader, minsk

TITLES = {"be": "Ноч у бібліятэцы", "ru": "Ночь в библиотеке", "en": "A night", "zh-hans": "夜"}


@pytest.fixture
def visitor():
    return Reader()


@pytest.fixture
def files(settings, tmp_path):
    """Pictures are stored for this test only."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.PUBLIC_MEDIA_ROOT = tmp_path / "public" / "media"


@pytest.fixture
def places(files, author, chief, desk, stream):
    """An article of 5 June 2019, live in every language, as the routes need it: by prefix."""
    picture = take_in(upload(), author)
    report = take_in_file(as_upload(samples.pdf(), "Report.pdf"), author, language="en")
    document = Document(owner=author, desk=desk)
    articles = [
        cast.an_article(
            author,
            stream,
            document=document,
            language=code,
            title=title,
            live_from=minsk(2019, 6, 5, 12),
            source_name="BelTA",
            source_url="https://eng.belta.by/",
        ).with_parts(cast.shown(picture, caption="At night", credit="A. B."), cast.offered(report))
        for code, title in TITLES.items()
    ]
    made = take_all("adopt", articles, by=chief, author=author).done
    return {
        languages.prefix(article.language): Place(
            lang=languages.prefix(article.language),
            number=article.document.number,
            slug=article.slug,
            stream=stream.slug,
            token=picture.token,
            document=report.token,
        )
        for article in made
    }
