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
        (PRODUCTION | {"SITE_ADDRESS": "portal.example"}, "SITE_ADDRESS=portal.example is no addr"),
        (PRODUCTION | {"SITE_ADDRESS": "https://a/b"}, "SITE_ADDRESS=https://a/b is no address"),
        (PRODUCTION | {"EMAIL_URL": "mail.example"}, "EMAIL_URL names no server: write smtp+tls"),
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


@pytest.mark.parametrize(
    ("variables", "address"),
    [
        ({}, "https://example.org"),
        ({"HTTPS": "off"}, "http://example.org"),
        ({"ALLOWED_HOSTS": ".example.org, localhost"}, "https://example.org"),
        ({"ALLOWED_HOSTS": "*"}, "https://localhost"),
        ({"SITE_ADDRESS": "http://127.0.0.1:8000/"}, "http://127.0.0.1:8000"),
    ],
)
def test_links_in_mails_lead_to_the_first_host_unless_told_otherwise(variables, address):
    assert setting("SITE_ADDRESS", **variables) == address


def test_without_a_mail_server_nothing_is_sent_and_mails_come_from_the_site():
    assert setting("SENDS_MAIL") == "False"
    assert setting("DEFAULT_FROM_EMAIL") == "portal@example.org"
    address = "http://127.0.0.1:8000"
    assert setting("DEFAULT_FROM_EMAIL", SITE_ADDRESS=address) == "portal@127.0.0.1"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtp+tls://anna:p%40ss@mail.example:587", "anna p@ss mail.example 587 True None"),
        ("smtp+ssl://anna:p@mail.example:465", "anna p mail.example 465 None True"),
        ("smtp://localhost:25", "None None localhost 25 None None"),
    ],
)
def test_email_url_names_the_server(url, expected):
    names = ("HOST_USER", "HOST_PASSWORD", "HOST", "PORT", "USE_TLS", "USE_SSL")
    values = ", ".join(f"getattr(settings, 'EMAIL_{name}', None)" for name in names)
    code = f"from portal import settings; print({values}, settings.SENDS_MAIL)"
    answer = run("-c", code, **PRODUCTION | {"EMAIL_URL": url})
    assert answer.stdout.strip() == f"{expected} True"


def test_server_that_keeps_silent_is_not_waited_for_for_ever():
    assert 5 <= int(setting("EMAIL_TIMEOUT")) <= 60


def test_slip_in_email_url_tells_no_password():
    answer = run("manage.py", "check", **PRODUCTION | {"EMAIL_URL": "smpt://anna:hidden@host"})
    assert answer.returncode == 1
    assert "hidden" not in answer.stderr
