from django.urls import re_path

from portal.media import renditions, views
from portal.media.models import File

TOKEN = r"(?P<token>[0-9a-f]{32})"
RENDITION = rf"{TOKEN}/(?P<name>{renditions.NAME})\Z"
FILE = rf"{TOKEN}/(?P<name>[a-z][a-z0-9-]{{0,89}}\.(?:{'|'.join(File.Kind.values)}))\Z"

app_name = "media"

urlpatterns = [
    re_path(RENDITION, views.picture, name="picture"),
    re_path(FILE, views.file, name="file"),
]
