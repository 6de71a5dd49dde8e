from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail_site.news import views

urlpatterns = [
    path("sitemap.xml", sitemap),
    path("feed/", views.LatestFeed()),
    path("search/", views.search),
    path("", include(wagtail_urls)),
]
