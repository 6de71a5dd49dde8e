"""What an article and a photo say of themselves to machines."""

from datetime import date

import pytest

from portal.media.templatetags.media import file_url, picture_url
from portal.publishing.workflow import take
from tests import cast
from tests.reading import minsk, page_of, structured_of

pytestmark = pytest.mark.django_db
SITE = "http://testserver"


@pytest.fixture
def picture_part(author):
    return cast.shown(
        cast.a_picture(author), caption="At night", credit="A. B.", licence="cc-by-sa-4.0"
    )


@pytest.fixture
def adopt(new_article, author, chief):
    def make(*parts, labels=None, **fields):
        article = new_article(live_from=minsk(2019, 6, 5, 12), **fields).with_parts(*parts)
        return take("adopt", article.with_labels(**labels or {}), by=chief, author=author)

    return make


@pytest.fixture
def data(visitor):
    """data(article) → its JSON-LD by type."""
    return lambda article: structured_of(page_of(visitor.get(article.get_absolute_url())))


def test_an_article_says_what_its_page_says(adopt, data, picture_part):
    person = cast.a_subject("person", "ivanova", en="Alena Ivanova")
    cast.an_office(person, date(2019, 1, 1), en="Minister")
    article = adopt(
        picture_part,
        labels={"subjects": [person]},
        author_line="A. Writer",
        source_name="BelTA",
        source_url="https://eng.belta.by/x",
    )
    assert data(article)["NewsArticle"] == {
        "@type": "NewsArticle",
        "mainEntityOfPage": SITE + article.get_absolute_url(),
        "headline": article.title,
        "description": article.lead,
        "inLanguage": "en",
        "datePublished": "2019-06-05T12:00:00+03:00",
        "dateModified": "2019-06-05T12:00:00+03:00",
        "articleSection": "Opinions",
        "author": [
            {"@type": "Person", "name": "A. Writer"},
            {"@type": "NewsMediaOrganization", "name": "BelTA", "url": "https://eng.belta.by/x"},
        ],
        "publisher": {
            "@type": "GovernmentOrganization",
            "name": "Official website of the Republic of Belarus",
            "url": f"{SITE}/en/",
        },
        "about": [{"@type": "Person", "name": "Alena Ivanova", "jobTitle": "Minister"}],
        "image": [
            {
                "@type": "ImageObject",
                "contentUrl": SITE + picture_url(picture_part.picture),
                "width": 1280,
                "height": 720,
                "caption": "At night",
                "creditText": "A. B.",
                "license": "https://creativecommons.org/licenses/by-sa/4.0/",
            }
        ],
    }


def test_its_date_of_change_moves_with_a_major_change_only(make_live, replace, data, time_machine):
    time_machine.move_to(minsk(2019, 6, 5, 12), tick=False)
    article = make_live()
    published = data(article)["NewsArticle"]["dateModified"]
    time_machine.move_to(minsk(2019, 6, 7, 12), tick=False)
    article = replace(article, title="A comma, mended")
    assert data(article)["NewsArticle"]["dateModified"] == published
    time_machine.move_to(minsk(2019, 6, 9, 12), tick=False)
    article = replace(article, is_major=True, change_note="The hours were wrong.")
    found = data(article)["NewsArticle"]
    assert found["dateModified"] == "2019-06-09T12:00:00+03:00"
    assert found["datePublished"] == published


def test_a_video_says_where_it_lies(adopt, data, author, picture_part):
    file, captions = (cast.offered(cast.a_file(author, kind)) for kind in ("mp4", "vtt"))
    article = adopt(picture_part, file, captions, layout="video")
    assert data(article)["NewsArticle"]["video"] == {
        "@type": "VideoObject",
        "name": article.title,
        "description": article.lead,
        "uploadDate": "2019-06-05T12:00:00+03:00",
        "thumbnailUrl": SITE + picture_url(picture_part.picture),
        "contentUrl": SITE + file_url(file.file),
        "encodingFormat": "video/mp4",
    }


def test_a_video_elsewhere_says_only_the_link_that_the_page_has(adopt, data):
    address = "https://video.example/watch?v=1&t=2"
    video = data(adopt(remote_video=address))["NewsArticle"]["video"]
    assert video["url"] == address
    assert not {"contentUrl", "embedUrl", "thumbnailUrl"} & video.keys()


def test_a_photo_says_whose_it_is_and_of_what_it_is_a_part(visitor, adopt, picture_part, author):
    report = adopt(picture_part, cast.shown(cast.a_picture(author)), layout="photo")
    address = f"/en/news/{report.document.number}/photo/1/"
    assert structured_of(page_of(visitor.get(address)))["ImageObject"] == {
        "@type": "ImageObject",
        "mainEntityOfPage": SITE + address,
        "contentUrl": SITE + picture_url(picture_part.picture),
        "width": 1280,
        "height": 720,
        "caption": "At night",
        "creditText": "A. B.",
        "license": "https://creativecommons.org/licenses/by-sa/4.0/",
        "representativeOfPage": True,
        "isPartOf": {
            "@type": "NewsArticle",
            "headline": report.title,
            "url": SITE + report.get_absolute_url(),
        },
    }


def test_the_breadcrumb_says_the_same_to_machines_and_to_people(data, make_live):
    article = make_live(language="ru")
    crumbs = data(article)["BreadcrumbList"]["itemListElement"]
    assert [(crumb["position"], crumb["name"], crumb["item"]) for crumb in crumbs] == [
        (1, "Главная", f"{SITE}/ru/"),
        (2, "Новости", f"{SITE}/ru/news/"),
        (3, "Opinions", f"{SITE}/ru/news/opinions/"),
    ]


# --- Open Graph -----------------------------------------------------------------------------------


@pytest.fixture
def meta(visitor):
    """meta(article) → property or name of each meta element → content."""

    def found(article):
        tags = page_of(visitor.get(article.get_absolute_url())).select("meta[content]")
        return {tag.get("property") or tag.get("name"): tag["content"] for tag in tags}

    return found


def test_other_sites_learn_title_lead_picture_dates_and_section(adopt, meta, picture_part):
    article = adopt(picture_part, language="ru", title="Ночь", lead="Коротко.")
    found = meta(article)
    image = SITE + picture_url(picture_part.picture)
    assert (
        found.items()
        >= {
            "og:type": "article",
            "og:title": "Ночь",
            "og:description": "Коротко.",
            "og:url": SITE + article.get_absolute_url(),
            "og:site_name": "Официальный сайт Республики Беларусь",
            "og:locale": "ru_RU",
            "og:image": image,
            "og:image:width": "1280",
            "og:image:height": "720",
            "og:image:alt": "The reading room",
            "article:published_time": "2019-06-05T12:00:00+03:00",
            "article:modified_time": "2019-06-05T12:00:00+03:00",
            "article:section": "Opinions",
            "twitter:card": "summary_large_image",
            "twitter:image": image,
        }.items()
    )
    assert "og:locale:alternate" not in found


def test_other_sites_learn_the_languages_in_which_it_is_public(adopt, meta):
    article = adopt()
    adopt(document=article.document, language="zh-hans", title="夜")
    assert meta(article)["og:locale:alternate"] == "zh_CN"


def test_a_decorative_picture_has_no_description_and_none_no_picture(adopt, meta, author):
    decorative = cast.shown(cast.a_picture(author), is_decorative=True, alt="")
    assert "og:image:alt" not in meta(adopt(decorative))
    found = meta(adopt())
    assert "og:image" not in found
    assert found["twitter:card"] == "summary"
