"""Where time goes that was promised to be less: prints the 20 functions that take most of it.

`python -m tests.bench.profiling page /ru/news/` goes through the WSGI application, and so through
the page cache unless PAGE_CACHE is off; `list trainee /admin/news/article/` through the desk;
`publish` and `import` do what the editors' benchmark does.
"""

import cProfile
import io
import pstats
import sys
from collections.abc import Callable

import django

TIMES, SHOWN, IMPORTED = 20, 20, 200


def work_of(kind: str, *arguments: str) -> Callable[[], object]:
    from portal.accounts.models import User
    from tests.bench import editors

    people = {person.username: person for person in User.objects.all()}
    if kind == "page":
        return lambda: [ask(*arguments) for _i in range(TIMES)]
    if kind == "list":
        name, address = arguments
        editor = editors.client_of(people[name])
        return lambda: [editors.look(editor, address) for _i in range(TIMES)]
    if kind == "publish":
        return lambda: editors.publish(people)
    return lambda: editors.import_articles(IMPORTED)


def ask(address: str) -> None:
    from portal.wsgi import application

    path, _mark, question = address.partition("?")
    environ = {
        **{"REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": question},
        **{"SERVER_NAME": "127.0.0.1", "SERVER_PORT": "80", "wsgi.url_scheme": "http"},
        **{"HTTP_HOST": "127.0.0.1", "HTTP_ACCEPT_ENCODING": "gzip", "wsgi.input": io.BytesIO()},
    }
    result = application(environ, lambda status, headers, error=None: None)
    b"".join(result)
    if hasattr(result, "close"):
        result.close()


def main(*arguments: str) -> None:
    work = work_of(*arguments)
    if arguments[0] != "import":
        work()  # what a process remembers
    profile = cProfile.Profile()
    profile.runcall(work)
    pstats.Stats(profile).sort_stats("tottime").print_stats(SHOWN)


if __name__ == "__main__":
    django.setup()
    main(*sys.argv[1:])
