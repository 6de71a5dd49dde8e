from django.urls import re_path

from portal.media import views

RENDITION = r"(?P<token>[0-9a-f]{32})/(?P<name>[1-9][0-9]{1,3}\.(?:webp|jpg))\Z"

app_name = "media"

urlpatterns = [
    re_path(RENDITION, views.picture, name="picture"),
]
