"""An article and a photo of it as schema.org has them, made of the context of their pages."""

from django.urls import reverse
from django.utils.translation import get_language

from portal import languages, structured
from portal.structured import Absolute, thing
from portal.subjects.models import SubjectKind
from portal.templatetags.addresses import web_address

ABOUT = {
    SubjectKind.TOPIC: "Thing",
    SubjectKind.PERSON: "Person",
    SubjectKind.REGION: "AdministrativeArea",
}


def article_data(context: dict, absolute: Absolute) -> dict:
    """`context` is the page's, see `news.reading.reading_context`."""
    article = context["article"]
    return thing(
        "NewsArticle",
        mainEntityOfPage=absolute(article.get_absolute_url()),
        headline=article.title,
        description=article.lead,
        inLanguage=languages.html_lang(get_language()),
        datePublished=structured.moment(context["published_at"]),
        dateModified=structured.moment(context["updated_at"] or context["published_at"]),
        articleSection=article.stream.name,
        author=authors(article),
        publisher=structured.publisher(absolute(reverse("home"))),
        about=[about(kind, each) for kind, found in context["mentions"].items() for each in found],
        image=[structured.image_object(item, absolute) for item in context["pictures"]],
        video=video_data(context, absolute),
    )


def authors(article) -> list[dict]:
    """The line as it is printed: it may name several people, or a desk."""
    return [
        *([thing("Person", name=article.author_line)] if article.author_line else []),
        *([agency(article)] if article.source_name else []),
    ]


def agency(article) -> dict:
    return thing(
        "NewsMediaOrganization", name=article.source_name, url=web_address(article.source_url)
    )


def about(kind: str, mention) -> dict:
    offices = [title for _lang, title in mention.offices]
    return thing(ABOUT[kind], name=mention.name, jobTitle=", ".join(offices))


def video_data(context: dict, absolute: Absolute) -> dict | None:
    article = context["article"]
    return context["video"] and structured.video_object(
        context["video"],
        next(iter(context["pictures"]), None),
        absolute,
        name=article.title,
        description=article.lead,
        uploadDate=structured.moment(context["published_at"]),
    )


def photo_data(context: dict, absolute: Absolute) -> dict:
    """`context` is the page's, see `news.reading.photo_context`."""
    article, photo = context["article"], context["photo"]
    return structured.image_object(
        photo.item,
        absolute,
        mainEntityOfPage=absolute(photo.url),
        isPartOf=thing(
            "NewsArticle",
            headline=article.title,
            url=absolute(article.get_absolute_url()),
        ),
        representativeOfPage=True,
    )
