"""The site as production has it: nginx by the shipped configuration, before gunicorn."""

import http.client
import os
import shutil
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from tests.browser.serving import ROOT, environment, free_port

SHIPPED = Path(settings.BASE_DIR) / "deploy" / "nginx.conf"
EDGE = SHIPPED.with_name("edge.conf")
NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
# What an administrator's nginx has around the site's own file.
AROUND = """
{user}
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    sendfile on;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def told(self):
        """Whatever a visitor could tell two answers apart by, the clock's own header left out."""
        return self.status, {n: v for n, v in self.headers.items() if n != "Date"}, self.body


class Site:
    """What a browser does, over one connection that is kept."""

    def __init__(self, port: int):
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE  # its own certificate
        self.connection = http.client.HTTPSConnection("127.0.0.1", port, context=context)

    def get(self, path: str, **headers) -> Answer:
        try:
            self.connection.request("GET", path, headers=headers)
            answer = self.connection.getresponse()
            return Answer(answer.status, dict(answer.getheaders()), answer.read())
        except (OSError, http.client.HTTPException):
            self.connection.close()
            raise


@contextmanager
def nginx_and_gunicorn(folder: Path, accel: bool) -> Iterator[Site]:
    """Serve the test's database and `settings.VAR_DIR` until the block ends."""
    behind, front, plain = free_port(), free_port(), free_port()
    replaced = replacements(folder, behind, front, plain)
    replaced["/srv/portal/var"] = str(settings.VAR_DIR)
    write_configuration(folder, SHIPPED.read_text(), replaced)
    with serving(folder, behind, front, accel=accel) as site:
        yield site


@contextmanager
def edge_and_gunicorn(folder: Path) -> Iterator[Site]:
    """The same behind an edge with a cache. `store` is where it keeps pages."""
    behind, front, plain, between = (free_port() for _i in range(4))
    store = folder / "store"
    replaced = replacements(folder, behind, front, plain)
    replaced |= {"/var/cache/nginx/portal": str(store), "127.0.0.1:8009": f"127.0.0.1:{between}"}
    replaced["410 3s"] = "410 1s"  # tests are in a hurry
    write_configuration(folder, EDGE.read_text(), replaced)
    with serving(folder, behind, front, accel=False) as site:
        site.store = store
        yield site


@contextmanager
def serving(folder: Path, behind: int, front: int, accel: bool) -> Iterator[Site]:
    variables = environment() | {
        "DJANGO_SETTINGS_MODULE": "portal.settings",  # the shipped ones, as they are
        "ENV_FILE": os.devnull,
        "BEHIND_PROXY": "on",
        "HTTPS": "on",
        "MEDIA_ACCEL": "on" if accel else "off",
    }
    command = [sys.executable, "-m", "gunicorn", "portal.wsgi", "--workers=2", "--threads=2"]
    command += [f"--bind=127.0.0.1:{behind}", "--log-level=warning"]
    (Path(settings.VAR_DIR) / "static").mkdir(exist_ok=True)  # else WhiteNoise warns
    gunicorn = subprocess.Popen(command, cwd=ROOT, env=variables)
    nginx = subprocess.Popen([NGINX, "-p", folder, "-c", folder / "nginx.conf"])
    site = Site(front)
    site.stop_portal = lambda: (gunicorn.terminate(), gunicorn.wait(timeout=20))
    try:
        wait_for(site, nginx, gunicorn)
        yield site
    finally:
        site.connection.close()
        for server in (nginx, gunicorn):
            server.terminate()
            server.wait(timeout=20)


def replacements(folder: Path, behind: int, front: int, plain: int) -> dict[str, str]:
    return {
        "portal.example": "127.0.0.1",
        "/etc/ssl/portal": str(folder),
        "127.0.0.1:8000": f"127.0.0.1:{behind}",
        # Ports below 1024 are not for tests.
        "listen 80": f"listen 127.0.0.1:{plain}",
        "listen [::]:80": f"listen [::1]:{plain}",
        "listen 443": f"listen 127.0.0.1:{front}",
        "listen [::]:443": f"listen [::1]:{front}",
    }


def write_configuration(folder: Path, site: str, replaced: dict[str, str]) -> None:
    """A shipped file with the names replaced that it says to replace, and no others."""
    for name, value in replaced.items():
        assert name in site, name
        site = site.replace(name, value)
    folder.mkdir()
    (folder / "site.conf").write_text(site)
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(AROUND.format(user=user, folder=folder))
    make_certificate(folder)


def make_certificate(folder: Path) -> None:
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    command += ["-subj", "/CN=127.0.0.1", "-keyout", folder / "key.pem"]
    command += ["-out", folder / "certificate.pem"]
    subprocess.run(command, check=True, capture_output=True)


def wait_for(site: Site, *servers: subprocess.Popen, seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if any(server.poll() is not None for server in servers):
            raise RuntimeError("nginx or gunicorn ended.")
        with suppress(OSError):
            if site.get("/health/").status == 200:
                return
        time.sleep(0.1)
    raise TimeoutError(f"The site did not answer within {seconds} s.")
