"""On a machine that lacks tools, the first line said is the one command that brings them."""

import os
import shutil
import subprocess
import sys

import pytest
from django.conf import settings

SH = shutil.which("sh")
SUDO = "" if os.geteuid() == 0 else "sudo "


@pytest.fixture
def machine(tmp_path):
    """machine(*programs) → runs needs.sh where only these (and id) are installed."""

    def build(*programs):
        for name in {"id", *programs}:
            # Python by its own name: a shim in front of it may need programs that are not here.
            real = os.path.realpath(sys.executable) if name == "python3" else shutil.which(name)
            (tmp_path / name).symlink_to(real)

        def needs(command, **variables):
            return subprocess.run(
                [SH, "deploy/needs.sh", command],
                cwd=settings.BASE_DIR,
                env={"PATH": str(tmp_path), "HOME": "/", **variables},
                capture_output=True,
                text=True,
            )

        return needs

    return build


def first_line(answer):
    assert answer.returncode == 1
    assert answer.stderr == ""
    return answer.stdout.splitlines()[0]


def test_an_empty_machine_is_told_all_four_in_one_command(machine):
    line = first_line(machine()("setup"))
    assert line == f"{SUDO}apt-get install -y python3 python3-venv git make"


def test_tests_ask_for_what_they_run_on(machine):
    needs = machine("python3", "git", "make")
    line = first_line(needs("test"))
    assert line.startswith(f"{SUDO}apt-get install -y gettext ")
    assert line.endswith(" nodejs npm")
    assert " chromium" in line


def test_a_given_database_needs_no_server(machine):
    line = first_line(machine("python3")("test", DATABASE_URL="postgres://db.example.org/x"))
    assert "postgresql" not in line


def test_a_python_without_ensurepip_lacks_its_package(machine, tmp_path):
    needs = machine("git", "make")
    python = tmp_path / "python3"
    python.write_text(f'#!{SH}\ncase "$2" in *ensurepip*) exit 1 ;; esac\n')
    python.chmod(0o755)
    assert first_line(needs("setup")) == f"{SUDO}apt-get install -y python3-venv"


def test_an_old_python_is_a_sentence(machine, tmp_path):
    needs = machine("git", "make")
    python = tmp_path / "python3"
    python.write_text(f'#!{SH}\ncase "$2" in *version_info*) exit 1 ;; esac\n')
    python.chmod(0o755)
    assert first_line(needs("setup")).startswith("Python 3.11 or newer is needed")


def test_a_machine_that_has_all_hears_nothing(machine):
    answer = machine("python3", "git", "make")("setup")
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")
