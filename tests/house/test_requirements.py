"""The lock files: every line hashed, in step with pyproject.toml, nothing in them without need."""

import re
import tomllib
from importlib.metadata import distribution, version

import pytest
from django.conf import settings
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[\w.]+)(?: ; (?P<marker>[^\\]+?))? \\$")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?")
RUN_THE_LOCK = "run `make lock`"


@pytest.fixture(scope="module")
def declared():
    """What pyproject.toml asks for, by the lock file that answers."""
    project = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text())
    lines = {
        "requirements.txt": project["project"]["dependencies"],
        "requirements-dev.txt": project["dependency-groups"]["dev"],
    }
    return {file: [Requirement(line) for line in found] for file, found in lines.items()}


def pins(file):
    """Versions by name; lines for another system are left out."""
    found = {}
    for line in (settings.BASE_DIR / file).read_text().splitlines():
        pin = PIN.match(line)
        if pin and (not pin["marker"] or Requirement(f"x ; {pin['marker']}").marker.evaluate()):
            found[canonicalize_name(pin["name"])] = pin["version"]
    return found


def needs(requirements):
    """The names of the packages asked for and of all that they ask for, as installed here."""
    found, waiting = set(), [(requirement, "") for requirement in requirements]
    while waiting:
        requirement, extra = waiting.pop()
        name = canonicalize_name(requirement.name)
        if requirement.marker and not requirement.marker.evaluate({"extra": extra}):
            continue
        if (name, frozenset(requirement.extras)) in found:
            continue
        found.add((name, frozenset(requirement.extras)))
        below = [Requirement(line) for line in distribution(name).requires or []]
        waiting += [(r, extra) for r in below for extra in requirement.extras or [""]]
    return {name for name, _ in found}


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_every_line_is_a_pin_or_its_hash(file):
    lines = (settings.BASE_DIR / file).read_text().splitlines()
    assert [line for line in lines if not PIN.match(line) and not HASH.fullmatch(line)] == []
    pinned = [number for number, line in enumerate(lines) if PIN.match(line)]
    assert [lines[n] for n in pinned if not HASH.fullmatch(lines[n + 1])] == []


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_the_lock_file_answers_what_the_project_asks_for(file, declared):
    locked = pins(file)
    unmet = [
        str(requirement)
        for requirement in declared[file]
        if locked.get(canonicalize_name(requirement.name)) not in requirement.specifier
    ]
    assert unmet == [], RUN_THE_LOCK


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_the_lock_file_holds_what_is_needed_and_no_more(file, declared):
    assert set(pins(file)) == needs(declared[file]), RUN_THE_LOCK


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_what_is_installed_is_what_is_locked(file):
    locked = pins(file)
    assert {name: version(name) for name in locked} == locked, "run `make setup` or `make test`"


def test_both_lock_files_agree():
    runtime, dev = pins("requirements.txt"), pins("requirements-dev.txt")
    assert {name for name in runtime.keys() & dev if runtime[name] != dev[name]} == set()
