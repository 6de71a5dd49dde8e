"""The shipped settings with what tests must change, and nothing else."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

if "VAR_DIR" not in os.environ:
    os.environ["VAR_DIR"] = tempfile.mkdtemp(prefix="portal-tests-")
    atexit.register(shutil.rmtree, os.environ["VAR_DIR"], ignore_errors=True)
VAR_DIR = Path(os.environ["VAR_DIR"])
# Each worker of pytest-xdist writes into a folder of its own; a process that it starts, into that.
if (worker := os.environ.get("PYTEST_XDIST_WORKER", "")) != VAR_DIR.name:
    VAR_DIR /= worker
os.environ |= {
    "ENV_FILE": os.devnull,  # what a developer's .env says is no matter of the tests
    "SECRET_KEY": "a key for tests only, as long as a real one should be",
    "ALLOWED_HOSTS": "testserver,127.0.0.1,localhost",
    "HTTPS": "off",
    "SITE_IDENTITY": "portal/demo/belarus/identity.toml",
    "STATIC_FROM_PACKAGES": "on",
    "VAR_DIR": str(VAR_DIR),
}

from portal.settings import *

# Slow on purpose in production; tests log in thousands of times.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file and not memory: races, gunicorn and the browser reach it from other processes.
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "test.sqlite3")}
    # No power cut has to be survived; the journal stays what it is on the site.
    DATABASES["default"]["OPTIONS"]["init_command"] += " PRAGMA synchronous=OFF;"
# WhiteNoise warns of a missing directory; nothing is collected for tests.
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
