"""Wagtail beside the portal: from its package, in a virtual environment of its own under var/."""

import json
import os
import subprocess
import venv
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from random import Random

import psycopg2

from tests.bench.archive.words import Speaker
from tests.bench.rounds import Subject
from tests.bench.serving import gunicorn

HERE = Path(__file__).resolve().parent
TEXTS = 2_000  # told again and again
CACHED = ("home", "list", "month", "article")


def start_all(
    stack: ExitStack,
    sizes: list[int],
    url: str,
    root: int,
    folder: Path,
    say: Callable[[str], None],
) -> Iterator[Subject]:
    """A site of each size, as it is and with wagtail-cache. `root` is PostgreSQL's process."""
    python = installed(folder, say)
    for size in sizes:
        env = os.environ | {
            "PEER_DATABASE_URL": database(url, f"wagtail_{size}"),
            "PEER_CACHE_FOLDER": str(folder / f"cache-{size}"),
            "DJANGO_SETTINGS_MODULE": "wagtail_site.settings",
        }
        say(f"Wagtail {size:,}: loading")
        pages = filled(python, env, size)
        for is_cached in (False, True):
            own = env | {"PEER_CACHE": "on" if is_cached else "off"}
            server = gunicorn("wagtail_site.wsgi", own, python, HERE)
            yield Subject(
                f"Wagtail {size:,}, cached" if is_cached else f"Wagtail {size:,}",
                stack.enter_context(server),
                {kind: pages[kind] for kind in CACHED} if is_cached else pages,
                (root,),
                is_cached,
            )


def installed(folder: Path, say: Callable[[str], None]) -> str:
    """The interpreter of the environment, made when it is not there."""
    python = folder / "bin" / "python"
    if not (folder / "complete").exists():
        say("Wagtail: making its virtual environment")
        venv.create(folder, with_pip=True, clear=True)
        wanted = ["-r", str(HERE / "requirements.txt")]
        subprocess.run([python, "-m", "pip", "install", "-q", *wanted], check=True)
        (folder / "complete").touch()
    return str(python)


def database(url: str, name: str) -> str:
    connection = psycopg2.connect(url)
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}"')
    connection.close()
    return url.rpartition("/")[0] + f"/{name}"


def filled(python: str, env: dict[str, str], size: int) -> dict[str, str]:
    """The addresses of its pages."""
    speaker = Speaker("ru", Random(size))
    texts = [
        {"title": speaker.title(), "lead": speaker.lead(), "body": speaker.body()}
        for _i in range(min(TEXTS, size))
    ]
    command = [python, "-m", "wagtail_site.fill", str(size)]
    done = subprocess.run(
        command, cwd=HERE, env=env, input=json.dumps(texts), capture_output=True, text=True
    )
    if done.returncode:
        raise RuntimeError(f"Wagtail was not filled:\n{done.stderr[-3000:]}")
    return json.loads(done.stdout.splitlines()[-1])
