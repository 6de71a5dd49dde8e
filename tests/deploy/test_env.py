"""The .env that `make setup` writes."""

import re
import shutil
import stat
import subprocess

import pytest
from django.conf import settings


@pytest.fixture
def write_env(tmp_path, monkeypatch):
    monkeypatch.delenv("ENV_FILE")  # the tests' own
    shutil.copy(settings.BASE_DIR / ".env.example", tmp_path)

    def run():
        script = settings.BASE_DIR / "deploy" / "env.sh"
        subprocess.run(["sh", script], cwd=tmp_path, check=True, capture_output=True)
        return (tmp_path / ".env").read_text()

    return run


def test_its_key_is_random_long_and_the_owner_s_alone(write_env, tmp_path):
    first = write_env()
    assert stat.S_IMODE((tmp_path / ".env").stat().st_mode) == 0o600
    (tmp_path / ".env").unlink()
    assert write_env() != first
    assert len(re.search(r"^SECRET_KEY=(.*)$", first, re.MULTILINE)[1]) >= 50


def test_one_that_exists_is_never_touched(write_env, tmp_path):
    (tmp_path / ".env").write_text("SECRET_KEY=mine\n")
    assert write_env() == "SECRET_KEY=mine\n"


def test_what_a_killed_run_left_is_no_obstacle(write_env, tmp_path):
    (tmp_path / ".env.new").write_text("SECRET_KEY=half")
    assert write_env() != "SECRET_KEY=half"
    assert not (tmp_path / ".env.new").exists()


def test_lines_given_to_it_stand_instead_of_the_example_s(write_env, tmp_path, monkeypatch):
    """Another demo has an identity and a folder of its own, in a file of its own."""
    monkeypatch.setenv("ENV_FILE", "var/empty/env")
    script = settings.BASE_DIR / "deploy" / "env.sh"
    lines = ["SITE_IDENTITY=portal/demo/empty/identity.toml", "VAR_DIR=var/empty"]
    subprocess.run(["sh", script, *lines], cwd=tmp_path, check=True, capture_output=True)
    written = (tmp_path / "var" / "empty" / "env").read_text()
    assert re.findall("^(?:SITE_IDENTITY|VAR_DIR)=.*$", written, re.MULTILINE) == lines
    assert not (tmp_path / ".env").exists()
    assert not list((tmp_path / "var" / "empty").glob("*.new*"))


def test_the_identity_that_the_example_names_is_there():
    example = (settings.BASE_DIR / ".env.example").read_text()
    path = re.search(r"^SITE_IDENTITY=(.*)$", example, re.MULTILINE)[1]
    assert (settings.BASE_DIR / path).is_file()


def test_a_demo_that_is_none_is_refused_with_those_there_are():
    answer = subprocess.run(
        ["sh", "deploy/demo.sh", "full", "8000"],
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
    )
    assert answer.returncode == 1
    assert answer.stderr == (
        "DEMO=full is no demo; give one of these: belarus empty, as in `make demo DEMO=empty`.\n"
    )


# --- Which identity a demo has --------------------------------------------------------------------


@pytest.fixture
def demo(tmp_path, monkeypatch):
    """demo(name) → what its programs find in their environment, and what they are asked to do."""
    for variable in ("ENV_FILE", "SITE_IDENTITY"):
        monkeypatch.delenv(variable)
    for name in ("deploy", "portal/demo"):
        shutil.copytree(settings.BASE_DIR / name, tmp_path / name)
    shutil.copy(settings.BASE_DIR / ".env.example", tmp_path)
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    tell = 'echo "$*; ${ENV_FILE:-none}; ${SITE_IDENTITY:-none}; ${DATABASE_URL:-none}"'
    python.write_text(f"#!/bin/sh\n{tell}\n")
    python.chmod(0o755)
    for script in ("migrate.sh", "serve.sh"):
        (tmp_path / "deploy" / script).write_text("")

    def run(name):
        script = ["sh", "deploy/demo.sh", name, "8080"]
        answer = subprocess.run(script, cwd=tmp_path, check=True, capture_output=True, text=True)
        return answer.stdout.splitlines()[-1].split("; ")

    return run


LOADS = "manage.py load_demo --address http://127.0.0.1:8080"
OWN = "portal/demo/belarus/identity.toml"


def test_the_demo_finds_its_identity_in_its_variables(demo, tmp_path):
    assert demo("") == [LOADS, "none", "none", "none"]
    assert f"SITE_IDENTITY={OWN}" in (tmp_path / ".env").read_text()


def test_a_file_of_variables_from_before_there_were_identities_still_shows_the_demo(demo, tmp_path):
    (tmp_path / ".env").write_text("SECRET_KEY=mine\n")
    assert demo("") == [LOADS, "none", OWN, "none"]
    assert (tmp_path / ".env").read_text() == "SECRET_KEY=mine\n"


def test_the_empty_demo_touches_nothing_of_the_other(demo, tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://the-other")
    (tmp_path / ".env").write_text("SECRET_KEY=mine\n")
    assert demo("empty") == [f"{LOADS} --empty", "var/empty/env", "none", "none"]
    assert "VAR_DIR=var/empty" in (tmp_path / "var" / "empty" / "env").read_text()
    assert (tmp_path / ".env").read_text() == "SECRET_KEY=mine\n"


def test_an_identity_given_by_hand_is_that_of_the_empty_demo(demo, monkeypatch):
    monkeypatch.setenv("SITE_IDENTITY", "/srv/ours/identity.toml")
    assert demo("empty")[2] == "/srv/ours/identity.toml"
