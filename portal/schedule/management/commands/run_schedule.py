import json
from argparse import ArgumentTypeError
from dataclasses import asdict

from django.core.management.base import CommandError

from portal.publishing.management.examples import CommandWithExamples
from portal.schedule.running import Outcome, Run, renew_connection, run
from portal.schedule.stopping import Stop
from portal.schedule.tasks import TASKS, Task

EXAMPLES = """\
examples:
  python manage.py run_schedule
      every task once; a timer calls this each minute (deploy/portal-schedule.timer)
  python manage.py run_schedule mail --dry-run
      which mails would be sent now; sends and changes nothing
  python manage.py run_schedule --loop 30
      for a service: again and again, 30 seconds apart, until SIGTERM
  python manage.py run_schedule --json
      the same as one line of JSON
"""
MOST_FAILURES = 100  # as an exit code; higher ones have meanings of their own
SAID = {
    Outcome.DONE: "done",
    Outcome.BUSY: "left to another run that is at it",
    Outcome.STOPPED: "stopped before its end",
}


def seconds(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"{text!r} is no number of seconds; write 30, for instance.")
    return int(text)


class Command(CommandWithExamples):
    help = (
        "Does what follows from publishing and what time brings: sends mail, settles counts.\n"
        "Texts appear and end on time without it. Each task is guarded from the others; the exit\n"
        "code is the number of those that failed. Says nothing when all is well and nobody looks\n"
        "on. May be stopped at any moment and run again, and beside itself."
    )
    examples = EXAMPLES

    def add_arguments(self, parser):
        parser.add_argument("tasks", nargs="*", metavar="task", help="only these; by default all")
        parser.add_argument(
            "--dry-run", action="store_true", help="Say what would be done; change nothing."
        )
        parser.add_argument(
            "--json", action="store_true", dest="as_json", help="Answer as a line of JSON."
        )
        parser.add_argument(
            "--loop",
            type=seconds,
            metavar="SECONDS",
            help="Run again after so many seconds, until SIGTERM or Ctrl-C.",
        )

    def handle(self, *, tasks, dry_run, as_json, loop, **options):
        chosen = [named(name) for name in tasks] or list(TASKS.values())
        self.write, self.as_json = not dry_run, as_json
        self.speaks = not as_json and (dry_run or self.stdout.isatty() or options["verbosity"] > 1)
        with Stop() as self.stop:
            failed = self.run_all(chosen)
            while loop and not self.stop.is_set:
                self.stop.sleep(loop)
                if not self.stop.is_set:
                    self.run_all(chosen)
        if failed and not loop:
            raise CommandError(
                f"{failed} of {len(chosen)} tasks failed; the lines above say why.",
                returncode=min(failed, MOST_FAILURES),
            )

    def run_all(self, tasks: list[Task]) -> int:
        """How many failed."""
        renew_connection()
        runs = []
        for task in tasks:
            if self.stop.is_set:
                break
            runs.append(self.run_one(task))
        failed = sum(found.outcome is Outcome.FAILED for found in runs)
        if self.as_json:
            answer = {"dry_run": not self.write, "failed": failed, "tasks": list(map(asdict, runs))}
            self.stdout.write(json.dumps(answer, ensure_ascii=False))
        return failed

    def run_one(self, task: Task) -> Run:
        found = run(task, write=self.write, tell=self.tell, is_stopping=lambda: self.stop.is_set)
        if found.outcome is not Outcome.FAILED:
            said = SAID[found.outcome] if self.write else f"{len(found.lines)} to do"
            self.tell(f"{task.name}: {said} ({found.seconds:.1f} s)", indent="")
        return found

    def tell(self, line: str, indent: str = "  ") -> None:
        if self.speaks:
            self.stdout.write(f"{indent}{line}")


def named(name: str) -> Task:
    if name not in TASKS:
        known = ", ".join(sorted(TASKS)) or "none yet"
        raise CommandError(f"There is no task “{name}”. The tasks are: {known}.")
    return TASKS[name]
