"""The files that git holds, or would hold after `git add`."""

import subprocess
from pathlib import Path

from django.conf import settings


def tracked_files() -> list[Path]:
    """Only files that are there: what was deleted and not yet committed is left out."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=settings.BASE_DIR, capture_output=True, check=True)
    paths = [settings.BASE_DIR / name for name in listed.stdout.decode().split("\0") if name]
    return [path for path in paths if path.is_file()]
