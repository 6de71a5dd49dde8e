from django.contrib import admin
from django.urls import include, path

from portal import converters, views, well_known  # noqa: F401
from portal.home.views import home
from portal.languages import language_patterns
from portal.news_sitemap import news_site_map
from portal.sitemaps import site_map, site_map_part

urlpatterns = [
    path("", views.root, name="root"),
    path("admin/", admin.site.urls),
    path("media/", include("portal.media.urls")),
    path("sitemap.xml", site_map, name="sitemap"),
    path("sitemap-news.xml", news_site_map, name="news_sitemap"),
    path("sitemap-<word:section>.xml", site_map_part, name="sitemap_part"),
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", well_known.security, name="security"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("identity/<str:digest>/<str:name>", views.identity_file, name="identity"),
    path("health/", views.health, name="health"),
    *language_patterns(
        path("", home, name="home"),
        path("news/", include("news.urls")),
        path("tourism/", include("tourism.urls")),
        path("calendar/", include("calendar_app.urls")),
        path("site.webmanifest", well_known.manifest, name="manifest"),
        path("site-map/", views.map_for_people, name="map_for_people"),
        path("accessibility/", views.accessibility, name="accessibility"),
        # The last, for it takes any words.
        path("", include("portal.pages.urls")),
    ),
]

handler400 = views.bad_request
handler403 = views.permission_denied
handler404 = views.page_not_found
handler500 = views.server_error
