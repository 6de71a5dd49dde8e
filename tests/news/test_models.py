import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.utils import translation

from news.models import Article, ArticleFile, Stream
from portal.publishing.errors import Refused
from portal.publishing.models import Entry
from portal.publishing.workflow import take, take_all
from tests import cast

pytestmark = pytest.mark.django_db


# --- Streams --------------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", ["archive", "feed", "page", "preview", "search", "topics"])
def test_a_stream_cannot_take_a_word_that_the_site_uses(slug):
    with pytest.raises(ValidationError, match="Choose another word"):
        Stream(slug=slug, names={"en": "Name"}).full_clean()


@pytest.mark.parametrize(
    "slug", ["2019", "19-days", "Photo", "фото", "-photo", "a/b", "photo\n", ""]
)
def test_a_stream_has_a_word_that_addresses_can_hold(slug):
    with pytest.raises(ValidationError) as refused:
        Stream(slug=slug, names={"en": "Name"}).full_clean()
    assert "slug" in refused.value.message_dict


@pytest.mark.parametrize("names", [{}, {"en": ""}])
def test_a_stream_needs_a_name_in_some_language(names):
    with pytest.raises(ValidationError, match="Give a name"):
        Stream(slug="photo", names=names).full_clean()


def test_a_stream_says_its_name_in_the_language_of_the_page_or_the_first_it_has():
    stream = Stream(slug="photo", names={"ru": "Фото", "en": "Photo"})
    spoken = {}
    for code in ("en", "ru", "be", "zh-hans"):
        with translation.override(code):
            spoken[code] = str(stream)
    assert spoken == {"en": "Photo", "ru": "Фото", "be": "Фото", "zh-hans": "Фото"}


def test_two_streams_cannot_share_a_word():
    cast.a_stream("photo")
    with pytest.raises(ValidationError):
        Stream(slug="photo", names={"en": "Another"}).full_clean()


def test_a_stream_with_articles_cannot_be_deleted(make_article, stream):
    make_article()
    with pytest.raises(ProtectedError):
        stream.delete()


# --- Articles -------------------------------------------------------------------------------------


@pytest.mark.parametrize("missing", ["title", "lead", "body"])
def test_an_article_is_not_submitted_without_its_words(make_article, author, missing):
    draft = make_article(**{missing: ""})
    with pytest.raises(Refused, match="publication requires it"):
        take("submit", draft, by=author)


@pytest.mark.parametrize(
    ("decision", "passes"),
    [
        ({"alt": ""}, False),
        ({"alt": "", "is_decorative": True}, True),
        ({"alt": "A reading room"}, True),
    ],
)
def test_each_picture_is_described_or_called_decorative(
    new_article, author, picture, decision, passes
):
    parts = [cast.shown(picture), cast.shown(picture, position=1, **decision)]
    draft = take("start", new_article().with_parts(*parts), by=author)
    if passes:
        assert take("submit", draft, by=author)
        return
    with pytest.raises(Refused, match="mark it decorative"):
        take("submit", draft, by=author)


def test_an_adopted_picture_is_described_as_well(new_article, author, chief, picture):
    article = new_article().with_parts(cast.shown(picture, alt=""))
    with pytest.raises(Refused, match="mark it decorative"):
        take("adopt", article, by=chief, author=author)


# --- Files and videos -----------------------------------------------------------------------------


@pytest.fixture
def begin(new_article, author):
    """begin(*parts, **fields) → a draft with these parts."""
    return lambda *parts, **fields: take(
        "start", new_article(**fields).with_parts(*parts), by=author
    )


@pytest.mark.parametrize(
    ("title", "language", "sentence"),
    [
        ("The report", "en", None),
        ("", "en", "Give the file “report.pdf” a title"),
        ("The report", "", "Say in which language the file “report.pdf” is."),
    ],
)
def test_a_file_has_a_title_and_a_language(begin, author, title, language, sentence):
    draft = begin(cast.offered(cast.a_file(author, language=language), title=title))
    if not sentence:
        assert take("submit", draft, by=author)
        return
    with pytest.raises(Refused, match=sentence):
        take("submit", draft, by=author)


@pytest.mark.parametrize("kind", ["mp4", "webm"])
def test_a_video_is_not_public_without_captions(begin, author, publisher, chief, new_article, kind):
    film = cast.a_file(author, kind)
    draft = begin(cast.offered(film))
    with pytest.raises(Refused, match="Add captions"):
        take("submit", draft, by=author)
    with pytest.raises(Refused, match="Add captions"):
        take("adopt", new_article().with_parts(cast.offered(film)), by=chief, author=author)
    captions = cast.offered(cast.a_file(author, "vtt", language="ru"))
    captions.edition = draft
    captions.save()
    review = take("submit", cast.fresh(draft), by=author)
    ArticleFile.objects.filter(pk=captions.pk).delete()
    with pytest.raises(Refused, match="Add captions"):
        cast.approve(review, publisher)


def test_a_video_of_another_site_asks_for_no_captions(begin, author):
    assert take("submit", begin(remote_video="https://example.org/watch"), by=author)


def test_a_card_announces_the_pictures_of_a_photo_report_and_any_video(
    new_article, author, chief, picture
):
    film = [cast.offered(cast.a_file(author, kind)) for kind in ("mp4", "vtt")]
    cases = [
        ({"layout": "photo"}, [cast.shown(picture) for _i in range(3)], (3, False)),
        ({}, [cast.shown(picture) for _i in range(3)], (0, False)),
        ({"layout": "video"}, film, (0, True)),
        ({"remote_video": "https://example.org/watch"}, [], (0, True)),
        ({}, [cast.offered(cast.a_file(author))], (0, False)),
    ]
    for fields, parts, announced in cases:
        article = new_article(**fields).with_parts(*parts)
        assert (article.photo_count, article.has_video) == announced
        made = take("adopt", article, by=chief, author=author)
        entry = Entry.objects.get(document=made.document)
        assert (entry.photo_count, entry.has_video) == announced


def test_the_next_edition_offers_the_files_of_the_one_before(begin, author, publisher):
    file = cast.a_file(author)
    live = cast.approve(take("submit", begin(cast.offered(file)), by=author), publisher)
    draft = take("revise", live, by=author)
    assert [part.file for part in cast.fresh(draft).offered_files()] == [file]


def test_many_texts_with_files_are_adopted_at_the_cost_of_one(
    new_article, author, chief, django_assert_max_num_queries
):
    costs = []
    file = cast.a_file(author)
    for count in (1, 20):
        articles = [new_article().with_parts(cast.offered(file)) for _i in range(count)]
        with django_assert_max_num_queries(45) as asked:
            take_all("adopt", articles, by=chief, author=author)
        costs.append(len(asked))
    assert costs[1] <= costs[0]  # the first makes the row that counts the numbers


# --- What an article is ---------------------------------------------------------------------------


def test_a_body_of_empty_paragraphs_is_no_body(make_article, author):
    draft = make_article(body="<p>&nbsp;</p><p><br></p>")
    with pytest.raises(Refused, match="publication requires it"):
        take("submit", draft, by=author)


def test_an_article_stands_in_the_section_of_its_stream(make_live, stream):
    article = make_live()
    assert article.section == stream.section == "news/opinions"
    assert Article.objects.filter(Article.within("news")).get() == article
    assert Article.objects.filter(Article.within("news/opinions")).get() == article
    assert not Article.objects.filter(Article.within("news/photo"))
    assert not Article.objects.filter(Article.within("tourism"))


def test_before_its_number_an_article_has_the_address_of_none(make_article):
    draft = make_article(title="Ночь в библиотеке", language="ru")
    assert draft.path == "news/000000/noch-v-biblioteke/"


def test_an_article_refers_to_the_documents_it_links(make_article):
    draft = make_article(body='<p><a href="document:108863">the visit</a> and more.</p>')
    assert cast.fresh(draft).referenced_numbers() == {108863}


# --- Forms of an article --------------------------------------------------------------------------


@pytest.mark.parametrize(("count", "passes"), [(0, False), (1, False), (2, True)])
def test_a_photo_report_has_at_least_two_pictures(make_article, author, count, passes):
    pictures = [cast.a_picture(author) for _i in range(count)]
    draft = make_article(layout="photo", pictures=pictures)
    if passes:
        assert take("submit", draft, by=author).state == "in_review"
    else:
        with pytest.raises(Refused, match="A photo report has at least two pictures"):
            take("submit", draft, by=author)


@pytest.mark.parametrize(
    ("kinds", "elsewhere", "passes"),
    [
        ((), "", False),
        (("pdf", "vtt"), "", False),
        (("mp4", "vtt"), "", True),
        ((), "https://video.example/1", True),
    ],
)
def test_a_video_has_a_video(make_article, author, kinds, elsewhere, passes):
    parts = [cast.offered(cast.a_file(author, kind)) for kind in kinds]
    draft = make_article(layout="video", parts=parts, remote_video=elsewhere)
    if passes:
        assert take("submit", draft, by=author).state == "in_review"
    else:
        with pytest.raises(Refused, match="There is no video"):
            take("submit", draft, by=author)


def test_what_is_adopted_is_asked_for_its_pictures_and_its_video_too(new_article, author, chief):
    for layout in ("photo", "video"):
        with pytest.raises(Refused, match="choose another form"):
            take("adopt", new_article(layout=layout), by=chief, author=author)


def test_what_stands_beside_an_article_is_no_obstacle(make_article, make_withdrawn, author):
    draft = make_article(labels={"related": [make_withdrawn().document]})
    assert take("submit", draft, by=author).state == "in_review"


def test_the_index_knows_how_many_photos_and_whether_there_is_a_video(make_live, author):
    pictures = [cast.a_picture(author) for _i in range(3)]
    film = [cast.offered(cast.a_file(author, kind)) for kind in ("mp4", "vtt")]
    made = {
        (3, False): make_live(layout="photo", pictures=pictures),
        (0, False): make_live(pictures=pictures),
        (0, True): make_live(parts=film),
        (3, True): make_live(
            layout="photo", pictures=pictures, remote_video="https://video.example/1"
        ),
    }
    for told, article in made.items():
        entry = Entry.objects.get(document=article.document)
        assert (entry.photo_count, entry.has_video) == told
