"""What git holds is the same for everyone: no registry's host, no folder of one machine."""

import re

from tests.house.repository import tracked_files

# Put together here, so that this file does not hold them.
HOSTS = [b"pypi" + b".org", b"python" + b"hosted", b"npm" + b"js.org", b"npm" + b"js.com"]
MACHINE_PATHS = re.compile(rb"(?<![\w.~/-])/(?:home|root|work)/\w")


def test_no_file_names_the_host_of_a_registry():
    """Behind a mirror the name would send people past it, and into a closed door."""
    found = [
        f"{path}: {host.decode()}"
        for path in tracked_files()
        for host in HOSTS
        if host in path.read_bytes()
    ]
    assert found == []


def test_no_file_holds_a_folder_of_one_machine():
    found = [
        f"{path}: {match[0].decode()}"
        for path in tracked_files()
        for match in MACHINE_PATHS.finditer(path.read_bytes())
    ]
    assert found == []


def test_the_sweep_sees_the_files():
    names = {path.name for path in tracked_files()}
    assert {"Makefile", "requirements.txt", "package-lock.json"} <= names
