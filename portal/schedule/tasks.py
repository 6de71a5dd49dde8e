"""The tasks of `run_schedule`: each app registers its own when it is ready.

    def ready(self):
        from portal.mail.sending import send_due

        register_task("mail", send_due)

Nothing the public sees waits for a task: texts appear and end by the clock.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True)
class Task:
    """`run(write=True)` yields a sentence for each thing as it is done; with `write=False` it
    says what it would do and changes nothing. Between two sentences it may be stopped for ever.

    The task is overdue once it has not succeeded for as long as `patience`.
    """

    name: str
    run: Callable[..., Iterable[str]]
    patience: timedelta


TASKS: dict[str, Task] = {}


def register_task(
    name: str, run: Callable[..., Iterable[str]], *, patience: timedelta = timedelta(minutes=5)
) -> None:
    if name in TASKS:
        raise ValueError(f"There are two tasks called {name!r}.")
    TASKS[name] = Task(name, run, patience)
