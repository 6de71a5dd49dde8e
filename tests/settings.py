"""The shipped settings with what tests must change, and nothing else."""

import os
import tempfile

os.environ.setdefault("SECRET_KEY", "a key for tests only, as long as a real one should be")
os.environ.setdefault("HTTPS", "off")
os.environ.setdefault("STATIC_FROM_PACKAGES", "on")
os.environ.setdefault("VAR_DIR", tempfile.mkdtemp(prefix="portal-tests-"))

from portal.settings import *

ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
# Slow on purpose in production; tests log in thousands of times.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file and not memory: races, gunicorn and the browser reach it from other processes.
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "test.sqlite3")}
# WhiteNoise warns of a missing directory; nothing is collected for tests.
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
