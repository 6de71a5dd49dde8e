"""A plain news site on Wagtail, as its documentation sets one up; for the benchmark alone."""

import os
from urllib.parse import urlsplit

DATABASE = urlsplit(os.environ["PEER_DATABASE_URL"])
IS_CACHED = os.environ.get("PEER_CACHE") == "on"

SECRET_KEY = "a key of a site that lives for minutes"
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "wagtail_site.urls"
INSTALLED_APPS = [
    "wagtail_site.news",
    "wagtailcache",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.sitemaps",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
if IS_CACHED:  # the first and the last, as wagtail-cache asks for
    MIDDLEWARE = [
        "wagtailcache.cache.UpdateCacheMiddleware",
        *MIDDLEWARE,
        "wagtailcache.cache.FetchFromCacheMiddleware",
    ]
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": os.environ.get("PEER_CACHE_FOLDER", "/tmp/wagtail-cache"),
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}
WAGTAIL_CACHE = IS_CACHED
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": DATABASE.path.lstrip("/"),
        "USER": DATABASE.username,
        "PASSWORD": DATABASE.password,
        "HOST": DATABASE.hostname,
        "PORT": DATABASE.port,
        "CONN_MAX_AGE": 60,
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "ru"
USE_TZ = True
TIME_ZONE = "Europe/Minsk"
STATIC_URL = "/static/"
WAGTAIL_SITE_NAME = "News"
WAGTAILADMIN_BASE_URL = "http://127.0.0.1"
