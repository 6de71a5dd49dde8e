"""What axe-core is asked, WCAG 2.2 AA and its own best practice, and what it answers."""

from axe_playwright_python.sync_playwright import Axe

WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
AXE = Axe()


def judged(page, *more_tags: str, **rules) -> dict:
    """The answer on a page that has loaded. `rules` are switched on or off by name besides, with
    underscores for hyphens.
    """
    return AXE.run(
        page,
        options={
            "runOnly": {"type": "tag", "values": [*WCAG, *more_tags]},
            "rules": {n.replace("_", "-"): {"enabled": is_on} for n, is_on in rules.items()},
            # Of what is in order it would tell every place, and take twice the time.
            "resultTypes": ["violations"],
        },
    ).response


def faults(page, *more_tags: str, **rules) -> list[str]:
    """Each broken rule with the place where it is broken."""
    return [
        f"{rule['id']}: {node['target']}"
        for rule in judged(page, *more_tags, **rules)["violations"]
        for node in rule["nodes"]
    ]
