import json

from django.core.management.base import CommandError
from django.utils.timezone import localtime

from portal.publishing import clock
from portal.publishing.management.examples import CommandWithExamples
from portal.schedule.health import CHECKS, Check, Finding, Level, examine

EXAMPLES = """\
examples:
  python manage.py doctor
      one page; ends with exit code 0 (well), 1 (warnings) or 2 (trouble)
  python manage.py doctor --quick || mail -s "Portal" admin@example.org
      from a timer: leaves out what reads every row
  python manage.py doctor --thorough
      at night: looks for every file of every picture
  python manage.py doctor --json
      for monitoring
"""
SIGNS = {Level.WELL: "well", Level.WARNING: "WARNING", Level.TROUBLE: "TROUBLE"}


class Command(CommandWithExamples):
    help = (
        "One page of health: database, schedule, mail, derived tables, audit, storage.\n"
        "Changes nothing. What is wrong stands beside the command that mends it.\n"
        "Exit code: 0 all is well, 1 somebody should look, 2 something does not work."
    )
    examples = EXAMPLES

    def add_arguments(self, parser):
        extent = parser.add_mutually_exclusive_group()
        extent.add_argument(
            "--quick", action="store_true", help="Leave out checks that read every row."
        )
        extent.add_argument(
            "--thorough", action="store_true", help="Look at all where usually a sample is taken."
        )
        parser.add_argument("--json", action="store_true", dest="as_json", help="Answer as JSON.")

    def handle(self, *, quick, thorough, as_json, **options):
        ordered = sorted(CHECKS.values(), key=lambda check: (check.is_slow, check.name))
        chosen = [check for check in ordered if not (quick and check.is_slow)]
        page = self.answer_as_json if as_json else self.answer_as_text
        findings = page(chosen, thorough)
        worst = max((finding.level for finding in findings), default=Level.WELL)
        if worst:
            raise CommandError(summary(findings), returncode=int(worst))

    def answer_as_text(self, checks: list[Check], thorough: bool) -> list[Finding]:
        all_found, width = [], max(len(check.name) for check in checks) + 2
        self.stdout.write(f"Health of the portal, {localtime(clock.now()):%Y-%m-%d %H:%M:%S}\n\n")
        for check in checks:
            found = examine(check, thorough=thorough)
            all_found += found
            for finding in found:
                self.stdout.write(
                    f"{SIGNS[finding.level]:<9}{check.name:<{width}}{finding.sentence}"
                )
                if finding.mend:
                    self.stdout.write(f"{'':<{width + 9}}→ {finding.mend}")
            self.stdout.flush()
        return all_found

    def answer_as_json(self, checks: list[Check], thorough: bool) -> list[Finding]:
        found = {check.name: examine(check, thorough=thorough) for check in checks}
        all_found = [finding for findings in found.values() for finding in findings]
        worst = max((finding.level for finding in all_found), default=Level.WELL)
        answer = {
            "checked_at": clock.now().isoformat(),
            "level": worst.name.lower(),
            "checks": {name: list(map(as_dict, findings)) for name, findings in found.items()},
        }
        self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2))
        return all_found


def as_dict(finding: Finding) -> dict[str, str]:
    return {
        "level": finding.level.name.lower(),
        "sentence": finding.sentence,
        "mend": finding.mend,
    }


def summary(findings: list[Finding]) -> str:
    levels = [finding.level for finding in findings]
    troubles, warnings = levels.count(Level.TROUBLE), levels.count(Level.WARNING)
    return f"Troubles: {troubles}, warnings: {warnings}."
