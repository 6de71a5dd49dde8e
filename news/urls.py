from django.urls import path

from news import views
from news.feeds import NewsFeed, StreamFeed

app_name = "news"

urlpatterns = [
    path("", views.news, name="list"),
    path("feed/rss/", NewsFeed(), name="feed"),
    path("<year:year>/", views.year, name="year"),
    path("<year:year>/<month:month>/", views.month, name="month"),
    path("<year:year>/<month:month>/<day:day>/", views.day, name="day"),
    path("<number:number>/", views.article, name="article"),
    path("<number:number>/photo/<ordinal:place>/", views.photo, name="photo"),
    path("<number:number>/<word:slug>/", views.article, name="article"),
    path("<word:slug>/", views.stream, name="stream"),
    path("<word:slug>/feed/rss/", StreamFeed(), name="stream_feed"),
]
