"""axe-core on every page kind × language × condition. Writes the record of the last run."""

import json
from pathlib import Path

from django.conf import settings

from portal import languages
from portal.publishing import clock
from tests.browser.axe import judged
from tests.browser.kinds import page_kinds

RECORD = Path(settings.BASE_DIR) / "portal" / "accessibility.json"
CONDITIONS = {
    "1280 px": {"width": 1280},
    "320 px": {"width": 320},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
    "reduced motion": {"reduced_motion": "reduce"},
}


def test_axe_finds_nothing_anywhere(demo_site, new_page):
    tried, faults, version = 0, [], ""
    for condition, options in CONDITIONS.items():
        page = new_page(**options)
        for code in languages.CODES:
            for kind, address in page_kinds(code).items():
                page.goto(demo_site + address, wait_until="load")
                told = judged(page)
                version, tried = told["testEngine"]["version"], tried + 1
                faults += [
                    {"page": kind, "language": code, "condition": condition}
                    | {"rule": rule["id"], "help": rule["help"]}
                    for rule in told["violations"]
                ]
    assert tried > len(languages.CODES) * len(CONDITIONS) * 10
    record = {
        "on": clock.local_date(clock.now()).isoformat(),
        "tool": f"axe-core {version}",
        "tried": tried,
        "faults": faults,
    }
    RECORD.write_text(json.dumps(record, ensure_ascii=False, indent=2) + "\n")
    assert faults == []
