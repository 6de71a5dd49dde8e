"""The files of an article: what there is to take along, and its video."""

import pytest

from news.models import ArticleFile
from portal.media.templatetags.media import file_url, picture_url
from tests import cast
from tests.reading import minsk, page_of, text_of

pytestmark = pytest.mark.django_db
ELSEWHERE = "https://video.example/watch?v=1"


@pytest.fixture
def shown(visitor, new_article, author, chief):
    """shown(*parts, **fields) → the page of a live article with these parts."""

    def page(*parts, **fields):
        article = new_article(live_from=minsk(2019, 6, 5), **fields).with_parts(*parts)
        made = cast.take("adopt", article, by=chief, author=author)
        return page_of(visitor.get(made.get_absolute_url()))

    return page


@pytest.fixture
def offer(author):
    """offer(kind, language="en", **fields of the part) → a file's place in an article."""

    def make(kind, language="en", **fields):
        return cast.offered(cast.a_file(author, kind, language=language), **fields)

    return make


def test_a_document_says_its_type_size_and_language(shown, offer):
    part = offer("pdf", "ru", title="The programme")
    (item,) = shown(part).select(".attachments__item")
    link = item.find("a")
    assert (text_of(link), link["href"]) == ("The programme", file_url(part.file))
    assert link["hreflang"] == "ru"
    assert text_of(item.select_one(".attachments__about")) == "PDF, 1.0 KB, Russian"


def test_a_document_without_a_title_is_named_by_its_file(visitor, make_live, offer):
    article = make_live(parts=[offer("docx")])
    ArticleFile.objects.update(title="")
    page = page_of(visitor.get(article.get_absolute_url()))
    assert text_of(page.select_one(".attachments__link")) == "report.docx"


def test_documents_stand_in_the_order_of_their_places(shown, offer):
    parts = [offer("pdf", title=str(place), position=place) for place in (2, 3, 1)]
    links = shown(*parts).select(".attachments__link")
    assert [text_of(link) for link in links] == ["1", "2", "3"]


def test_a_video_plays_with_captions_and_can_be_taken_along(shown, offer, picture):
    video, english, russian = offer("mp4", title="Film"), offer("vtt", "en"), offer("vtt", "ru")
    cover = cast.shown(picture, caption="At night", credit="A. B.")
    page = shown(cover, video, english, russian, layout="video")
    player = page.video
    assert player.has_attr("controls")
    assert not player.has_attr("autoplay")
    assert (player["preload"], player["poster"]) == ("metadata", picture_url(picture))
    source = player.source
    assert (source["src"], source["type"]) == (file_url(video.file), "video/mp4")
    tracks = [(t["kind"], t["srclang"], t["label"], t.has_attr("default")) for t in player("track")]
    assert tracks == [
        ("captions", "en", "English", True),
        ("captions", "ru", "Русский", False),
    ]
    said = text_of(page.select_one(".video figcaption"))
    assert said == "At night Picture: A. B. Film MP4, 1.0 KB, English"
    assert page.select_one(".video a[download]")["href"] == file_url(video.file)
    # The cover is the player's own picture, and what it shows is no document besides.
    assert not page.select(".figure, .attachments")


def test_captions_of_the_page_s_language_are_shown_unasked(shown, offer):
    page = shown(offer("mp4"), offer("vtt", "en"), offer("vtt", "ru"), language="ru")
    assert [track["srclang"] for track in page.select("track[default]")] == ["ru"]


def test_what_the_player_does_not_show_stays_in_reach(shown, offer):
    page = shown(offer("mp4"), offer("vtt"), offer("webm", title="The long version"))
    assert [text_of(link) for link in page.select(".attachments__link")] == ["The long version"]
    alone = shown(offer("vtt", title="Captions of a film"))
    assert [text_of(link) for link in alone.select(".attachments__link")] == ["Captions of a film"]
    assert not alone.video


def test_a_text_with_a_video_keeps_its_cover_on_top(shown, offer, picture):
    page = shown(cast.shown(picture), offer("mp4"), offer("vtt"))
    order = [tag.name for tag in page.main.find_all(["figure", "video", "div"]) if
             tag.name == "video" or set(tag.get("class", ())) & {"figure", "prose"}]  # fmt: skip
    assert order == ["figure", "div", "video"]


@pytest.mark.parametrize("layout", ["text", "video"])
def test_a_video_elsewhere_is_a_link_that_says_where_it_leads(shown, layout):
    page = shown(remote_video=ELSEWHERE, layout=layout)
    (link,) = page.select(".video__link")
    assert text_of(link) == "Watch on video.example (leaves this site)"
    assert link["href"] == ELSEWHERE
    assert {"noopener", "noreferrer"} <= set(link["rel"])
    assert not page.select("iframe, video, embed, object")


def test_a_video_of_ones_own_and_one_elsewhere_stand_beside_each_other(shown, offer):
    page = shown(offer("mp4"), offer("vtt"), remote_video=ELSEWHERE, layout="video")
    assert len(page.select("video")) == len(page.select(".video__link")) == 1
