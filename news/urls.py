from django.urls import path

from news import views
from news.feeds import NewsFeed, StreamFeed, SubjectFeed
from portal.feeds import ATOM
from portal.page_cache.keeping import kept

app_name = "news"


def feeds(route: str, feed, name: str) -> list:
    """The same feed as RSS and as Atom."""
    return [
        path(f"{route}feed/rss/", kept()(feed()), name=name),
        path(f"{route}feed/atom/", kept()(feed(ATOM)), name=f"{name}_atom"),
    ]


urlpatterns = [
    path("", views.news, name="list"),
    *feeds("", NewsFeed, "feed"),
    path("<year:year>/", views.year, name="year"),
    path("<year:year>/<month:month>/", views.month, name="month"),
    path("<year:year>/<month:month>/<day:day>/", views.day, name="day"),
    path("<number:number>/", views.article, name="article"),
    path("<number:number>/photo/<ordinal:place>/", views.photo, name="photo"),
    path("<number:number>/<word:slug>/", views.article, name="article"),
    path("<subject:kind>/<word:slug>/", views.subject, name="subject"),
    *feeds("<subject:kind>/<word:slug>/", SubjectFeed, "subject_feed"),
    path("<word:slug>/", views.stream, name="stream"),
    *feeds("<word:slug>/", StreamFeed, "stream_feed"),
]
