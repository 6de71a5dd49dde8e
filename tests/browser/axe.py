"""What axe-core is asked, WCAG 2.2 AA and its own best practice, and what it answers."""

from axe_playwright_python.sync_playwright import Axe

WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
AXE = Axe()


def judged(page, *more_tags: str) -> dict:
    """The answer on a page that has loaded, by these sets of rules as well."""
    return AXE.run(
        page,
        options={
            "runOnly": {"type": "tag", "values": [*WCAG, *more_tags]},
            # Of what is in order it would tell every place, and take twice the time.
            "resultTypes": ["violations"],
        },
    ).response


def faults(page, *more_tags: str) -> list[str]:
    """Each broken rule with the place where it is broken."""
    return [
        f"{rule['id']}: {node['target']}"
        for rule in judged(page, *more_tags)["violations"]
        for node in rule["nodes"]
    ]
