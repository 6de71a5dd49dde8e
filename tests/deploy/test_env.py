"""The .env that `make setup` writes."""

import re
import shutil
import stat
import subprocess

import pytest
from django.conf import settings


@pytest.fixture
def write_env(tmp_path):
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
