"""The unit: one view of a Django without middleware, database or template."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path

from tests.bench.peers.page import PAGE


def page(request):
    return HttpResponse(PAGE)


urlpatterns = [path("", page)]

settings.configure(
    SECRET_KEY="nothing is signed here",
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    MIDDLEWARE=[],
    USE_TZ=True,
)
application = get_wsgi_application()
