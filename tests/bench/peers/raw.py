"""The least that gunicorn can do: a function that answers the page."""

from tests.bench.peers.page import PAGE


def application(environ, start_response):
    headers = [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(PAGE)))]
    start_response("200 OK", headers)
    return [PAGE]
