"""Settings of the portal: one file, the environment at its edges, production by default.

Every variable read here is listed in README.md, and a test compares the two lists.
"""

import re
from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.functional import lazy
from django.utils.translation import get_language, gettext_lazy

from portal.identity.reading import of_settings

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()
ENV_FILE = env.str("ENV_FILE", default=str(BASE_DIR / ".env"))
environ.Env.read_env(ENV_FILE)


def required(name: str, why: str) -> str:
    """The variable's value, or a start-up error that says what to set and why."""
    value = env.str(name, default="")
    if not value:
        raise ImproperlyConfigured(
            f"{name} is not set: {why} Set it in the environment or in {ENV_FILE}; "
            "`make setup` writes an .env that suits a laptop."
        )
    return value


def switch(name: str, default: bool) -> bool:
    """On or off; a slip of the pen ("HTTPS=onn") is an error and never silently "off"."""
    value = env.str(name, default="").lower() or ("on" if default else "off")
    if value not in ("on", "off", "yes", "no", "true", "false", "1", "0"):
        raise ImproperlyConfigured(f"{name}={value} is neither on nor off; write one of the two.")
    return value in ("on", "yes", "true", "1")


def database() -> dict:
    """DATABASE_URL, or the SQLite file of this installation."""
    url = env.str("DATABASE_URL", default="")
    if not url:
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(VAR_DIR / "portal.sqlite3")}
    if not url.startswith(("postgres://", "postgresql://", "sqlite:///")):
        raise ImproperlyConfigured(
            "DATABASE_URL names no database that the portal runs on: write "
            "postgres://user:password@host:5432/name or sqlite:////path/to/file, or leave it out."
        )
    return env.db("DATABASE_URL")


def site_address(default: str) -> str:
    """SITE_ADDRESS without a slash at its end."""
    address = env.str("SITE_ADDRESS", default="").rstrip("/") or default
    if not re.fullmatch(r"https?://[^\s/]+", address):
        raise ImproperlyConfigured(
            f"SITE_ADDRESS={address} is no address of a site; write it as in https://portal.example."
        )
    return address


def mail_server() -> dict[str, object]:
    """What Django wants to know of the server that EMAIL_URL names; empty without one."""
    url = env.str("EMAIL_URL", default="")
    if not url:
        return {}
    if url.partition("://")[0] not in env.EMAIL_SCHEMES:
        # The value may hold a password, so it is not repeated.
        raise ImproperlyConfigured(
            "EMAIL_URL names no server: write smtp+tls://user:password@host:587, "
            "smtp+ssl://user:password@host:465 or smtp://localhost:25, or leave it out."
        )
    return env.email_url("EMAIL_URL")


# --- Core ---------------------------------------------------------------------------------------

SECRET_KEY = required("SECRET_KEY", "it signs sessions and tokens, and must be long and secret.")
DEBUG = switch("DEBUG", default=False)
HOSTS_ARE = "it lists the names that the site answers to, with commas between."
ALLOWED_HOSTS = [host.strip() for host in required("ALLOWED_HOSTS", HOSTS_ARE).split(",")]
# Where data of this installation lies: the SQLite file and the pictures.
VAR_DIR = BASE_DIR / env.str("VAR_DIR", default="var")

INSTALLED_APPS = [
    "news",
    "tourism",
    "calendar_app",
    "portal.mail",
    "portal.media",
    "portal.subjects",
    # Hears of a step after the subjects, which it asks.
    "portal.page_cache",
    # The demo is loaded in this order: menus lead to pages.
    "portal.pages",
    "portal.navigation",
    "portal.redirects",
    "portal.home",
    "portal.schedule",
    "portal.publishing",
    "portal.accounts",
    "portal.apps.PortalConfig",
    "ckeditor",
    "csp",
    "whitenoise.runserver_nostatic",
    "portal.apps.PortalAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.middleware.PublicAnswers",
    "portal.publishing.worlds.Worlds",
    "portal.middleware.Language",
    "portal.middleware.ContentPolicy",
    "django.middleware.common.CommonMiddleware",
    "portal.at_the_desk.Sessions",
    "portal.at_the_desk.Tokens",
    "portal.at_the_desk.People",
    "portal.at_the_desk.Messages",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "portal.publishing.worlds.Frames",
    "portal.publishing.worlds.StaffOnly",
    "portal.redirects.middleware.Redirects",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                # The admin asks for these two; both are lazy, and the public base template
                # reads neither (a test holds it), so public pages never vary by cookie.
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
FORMS_URLFIELD_ASSUME_HTTPS = True  # Django 6's default, taken early

# --- Data ---------------------------------------------------------------------------------------

DATABASES = {"default": database()}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        # A transaction that will write takes the lock when it begins: it waits, instead of
        # failing half-way with "database is locked".
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    options = DATABASES["default"].setdefault("OPTIONS", {})
    options.setdefault("connect_timeout", 2)  # seconds
    if not DATABASES["default"].get("DISABLE_SERVER_SIDE_CURSORS"):  # poolers refuse the word
        # To compile a plan takes longer than any query of pages or of the desk; and what is
        # prepared (portal.prepared) is planned once, and not for each value.
        options.setdefault("options", "-c jit=off -c plan_cache_mode=force_generic_plan")
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DATABASES["default"]["CONN_MAX_AGE"] = 600  # seconds

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Pictures and files: private, served only through the gate (portal.media.views).
MEDIA_ROOT = VAR_DIR / "media"
MEDIA_URL = "/media/"
# Hard links to what is public for good, which deploy/nginx.conf serves without asking.
PUBLIC_MEDIA_ROOT = VAR_DIR / "public" / "media"
# Let nginx send what ends one day as well: needs the internal location of deploy/nginx.conf.
MEDIA_ACCEL = switch("MEDIA_ACCEL", default=False)

# --- Page cache -----------------------------------------------------------------------------------

# "" keeps pages in memory and on the disk of this server, redis://… for several; "off" keeps none.
PAGE_CACHE = env.str("PAGE_CACHE", default="")
if not re.fullmatch(r"(off|rediss?://.+)?", PAGE_CACHE):
    raise ImproperlyConfigured(
        f"PAGE_CACHE={PAGE_CACHE} is none: write redis://host:6379/0, off, or leave it out."
    )
PAGE_CACHE_MEMORY = env.int("PAGE_CACHE_MEMORY", default=64) * 2**20  # bytes, of each process
PAGE_CACHE_DISK = env.int("PAGE_CACHE_DISK", default=400) * 2**20  # bytes, of the server

# --- People -------------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["portal.accounts.backends.MembershipBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"

# --- Identity, languages and time ---------------------------------------------------------------

# Names, languages, zone, signs and colours of this site; without a file a neutral one.
IDENTITY = of_settings(
    BASE_DIR,
    env.str("SITE_IDENTITY", default=""),
    language_code=env.str("LANGUAGE_CODE", default=""),
    time_zone=env.str("TIME_ZONE", default=""),
)
SITE_NAME = lazy(lambda: IDENTITY.in_language(get_language()).name, str)()
LANGUAGES = [(each.code, gettext_lazy(each.title)) for each in IDENTITY.languages]
# The first part of an address in each language: "zh" for "zh-hans".
LANGUAGE_PREFIXES = {each.code: each.prefix for each in IDENTITY.languages}
# Where each is spoken as it is here; other sites show shared pages by it.
LANGUAGE_LOCALES = {each.code: each.locale for each in IDENTITY.languages}
# What a page is shown in where it does not exist in a language, the best first.
LANGUAGE_FALLBACKS = {each.code: each.fallbacks for each in IDENTITY.languages}
LANGUAGE_CODE = IDENTITY.language_code
USE_I18N = True
LOCALE_PATHS = [BASE_DIR / "portal" / "locale"]
FORMAT_MODULE_PATH = ["portal.formats"]
# Rules days, "today" and midnights.
TIME_ZONE = IDENTITY.time_zone
USE_TZ = True

# --- Static files -------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_FINDERS = ["portal.static_files.CuratedFinder"]
# Without a collected tree (a laptop, the tests) WhiteNoise serves straight from the packages,
# through the same finder, so that what is left out is left out everywhere.
WHITENOISE_USE_FINDERS = switch("STATIC_FROM_PACKAGES", default=False)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if WHITENOISE_USE_FINDERS
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# --- Security -----------------------------------------------------------------------------------

# Off only on a laptop: then cookies travel over plain HTTP and nothing redirects to HTTPS.
HTTPS = switch("HTTPS", default=True)
SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
if switch("BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"
CSRF_COOKIE_HTTPONLY = True

# Every page has this one. Forms that hold the rich-text editor, and they alone, add style-src and
# script-src-attr 'unsafe-inline' to it (portal.richtext.relaxed_for_editor).
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

SILENCED_SYSTEM_CHECKS = [
    # "CKEditor 4.22.1 is not supported and has unfixed holes." Known, and contained: every text is
    # cleaned by nh3 before it is stored, so the editor never loads a hostile one; the plugins with
    # holes are neither loaded (portal.richtext.editor) nor served (portal.static_files); nothing
    # is uploaded through it; script-src stays 'self'. The editor was the owner's choice.
    "ckeditor.W001",
    # "Cross-site request forgery protection is not in use." It is: portal.at_the_desk.Tokens is
    # Django's middleware, which this check knows by its own name alone. A test posts without one.
    "security.W003",
]

# --- Mail -----------------------------------------------------------------------------------------

# Where the site stands, for links in mails: no request is at hand that would tell.
SITE_ADDRESS = site_address(
    f"{'https' if HTTPS else 'http'}://{ALLOWED_HOSTS[0].lstrip('*.') or 'localhost'}"
)
# Without a server mails wait in the outbox (portal.mail) until there is one.
SENDS_MAIL = bool(MAIL_SERVER := mail_server())
globals().update(MAIL_SERVER)
EMAIL_TIMEOUT = 20  # seconds that the server may keep silent
DEFAULT_FROM_EMAIL = env.str(
    "DEFAULT_FROM_EMAIL", default=f"portal@{SITE_ADDRESS.partition('://')[2].partition(':')[0]}"
)
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# --- Uploads and forms --------------------------------------------------------------------------

DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 2**20
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "portal.media.uploads.BoundedUploadHandler",
]

# --- Logs ---------------------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="WARNING")},
}
