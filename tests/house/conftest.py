import pytest

from portal import languages
from portal.media.intake import take_in, take_in_file
from portal.publishing.models import Document
from portal.publishing.workflow import take_all
from tests import cast
from tests.house.routes import Place
from tests.portal.media import samples
from tests.portal.media.drawing import as_upload, draw, upload
from tests.reading import Reader, minsk

TITLES = {"be": "Ноч у бібліятэцы", "ru": "Ночь в библиотеке", "en": "A night", "zh-hans": "夜"}

OF_A_TEXT = {
    "layout": "text",
    "source_name": "BelTA",
    "source_url": "https://eng.belta.by/",
    "author_line": "Alena Ivanova",
    "remote_video": "https://video.example/watch?v=1",
}

LONG_TEXT = "<h2>Rivers</h2><p>Many.</p><h2>Озёра</h2><p>Yes.</p><h3>森林</h3><p>Old.</p>"


@pytest.fixture
def visitor():
    return Reader()


@pytest.fixture
def files(settings, tmp_path):
    """Pictures are stored for this test only."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.PUBLIC_MEDIA_ROOT = tmp_path / "public" / "media"


def adopt_pages(author, chief, desk, picture, leaflet):
    """A page with everything on it, the one above it and one below, in every language."""
    start = minsk(2019, 6, 5, 12)
    for path in ("about", "about/geography", "about/geography/rivers"):
        document = Document(owner=author, desk=desk)
        pages = [
            cast.a_page(
                author, path, document=document, language=code, title=title, live_from=start,
                body=LONG_TEXT,
            ).with_parts(
                *cast.on_a_page(pictures=[picture], files=[leaflet]),
                cast.a_fact(source_url="https://www.belstat.gov.by/", check_every=12),
            )
            for code, title in TITLES.items()
        ]  # fmt: skip
        assert len(take_all("adopt", pages, by=chief, author=author).done) == len(TITLES)


@pytest.fixture
def places(files, author, chief, desk, pages_desk, stream, topic):
    """An article of 5 June 2019 and a photo report, live in every language, as the routes need
    them: by prefix.
    """
    leaflet = take_in_file(as_upload(samples.pdf(), "Report.pdf"), author, language="en")
    pictures = [take_in(upload(draw(width)), author) for width in (800, 700)]
    common = {"live_from": minsk(2019, 6, 5, 12), "layout": "photo", "subjects": [topic]}
    article, report = Document(owner=author, desk=desk), Document(owner=author, desk=desk)
    articles = [
        cast.an_article(author, stream, language=code, title=title, **common | fields).with_parts(
            *(
                cast.shown(
                    picture, caption="At night", credit="A. B.", licence="cc-by-4.0", position=place
                )
                for place, picture in enumerate(pictures)
            ),
            cast.offered(leaflet),
        )
        for code, title in TITLES.items()
        for fields in ({"document": article} | OF_A_TEXT, {"document": report})
    ]
    made = take_all("adopt", articles, by=chief, author=author).done
    assert len(made) == len(articles)
    adopt_pages(author, chief, pages_desk, pictures[0], leaflet)
    return {
        languages.prefix(each.language): Place(
            lang=languages.prefix(each.language),
            number=article.number,
            report=report.number,
            slug=each.slug,
            stream=stream.slug,
            token=pictures[0].token,
            kind=topic.kind,
            subject=topic.slug,
            document=leaflet.token,
        )
        for each in made
        if each.layout == "text"
    }
