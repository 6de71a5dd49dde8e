"""Answering with a kept page: in an encoding that the reader takes, or with "you have it"."""

from collections.abc import Callable, Iterable

from portal.page_cache.page import IDENTITY, SUFFIXES, Page, best_encoding, matches


def answer(page: Page, environ: dict, start_response: Callable) -> Iterable[bytes]:
    encoding = best_encoding(environ.get("HTTP_ACCEPT_ENCODING", ""))
    headers = [
        *page.headers,
        ("ETag", f'"{page.tag}{SUFFIXES[encoding]}"'),
        ("Vary", "Accept-Encoding"),
    ]
    condition = environ.get("HTTP_IF_NONE_MATCH", "")
    if condition and matches(page, condition):
        start_response("304 Not Modified", headers)
        return []
    body = page.body(encoding)
    headers.append(("Content-Length", str(len(body))))
    if encoding != IDENTITY:
        headers.append(("Content-Encoding", encoding))
    start_response(page.status, headers)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]
