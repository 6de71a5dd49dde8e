"""Without an environment the settings are production's, and what is missing is a sentence."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

KEY = "a key as long and as various as a real one: 0123456789 abcdefghij"
PRODUCTION = {"SECRET_KEY": KEY, "ALLOWED_HOSTS": "example.org"}


def run(*arguments, **variables):
    """Python with these variables and no others."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=settings.BASE_DIR,
        env={"PATH": os.environ["PATH"], "ENV_FILE": os.devnull, **variables},
        capture_output=True,
        text=True,
    )


def setting(name, **variables):
    code = f"from portal import settings; print(settings.{name})"
    answer = run("-c", code, **PRODUCTION | variables)
    assert answer.returncode == 0, answer.stderr
    return answer.stdout.strip()


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({}, "SECRET_KEY is not set: it signs sessions"),
        ({"SECRET_KEY": ""}, "SECRET_KEY is not set"),
        ({"SECRET_KEY": KEY}, "ALLOWED_HOSTS is not set: it lists the names"),
        (PRODUCTION | {"HTTPS": "onn"}, "HTTPS=onn is neither on nor off"),
        (PRODUCTION | {"DATABASE_URL": "oracle://x"}, "DATABASE_URL names no database"),
    ],
)
def test_a_missing_or_wrong_variable_is_named_in_one_sentence(variables, said):
    answer = run("manage.py", "check", **variables)
    assert answer.returncode == 1
    assert answer.stdout == ""
    assert answer.stderr.startswith(said)
    assert len(answer.stderr.splitlines()) == 1


def test_two_variables_are_enough_and_the_settings_are_then_production_s():
    answer = run("manage.py", "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert answer.returncode == 0, answer.stderr
    assert setting("DEBUG") == "False"
    assert setting("SESSION_COOKIE_SECURE") == "True"


def test_hosts_may_have_spaces_between():
    hosts = setting("ALLOWED_HOSTS", ALLOWED_HOSTS="example.org, www.example.org")
    assert hosts == "['example.org', 'www.example.org']"


def test_database_url_switches_to_postgresql():
    url = "postgres://portal:secret@db.example.org:5433/site"
    assert setting("DATABASES['default']['ENGINE']", DATABASE_URL=url).endswith("postgresql")
    assert setting("DATABASES['default']['HOST']", DATABASE_URL=url) == "db.example.org"


def test_a_folder_with_odd_signs_holds_the_database():
    """As an address, "#" or "%20" in a folder's name would be read as something else."""
    name = setting("DATABASES['default']['NAME']", VAR_DIR="/srv/a b%20c#d")
    assert name == "/srv/a b%20c#d/portal.sqlite3"


def test_a_file_of_variables_is_read_and_the_environment_is_stronger(tmp_path):
    file = tmp_path / "portal.env"
    file.write_text("LANGUAGE_CODE=ru\nTIME_ZONE=Asia/Tokyo\n")
    variables = {"ENV_FILE": str(file), "TIME_ZONE": "Europe/Warsaw"}
    assert setting("LANGUAGE_CODE", **variables) == "ru"
    assert setting("TIME_ZONE", **variables) == "Europe/Warsaw"
