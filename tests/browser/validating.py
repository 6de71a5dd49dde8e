"""html-validate over a folder of pages."""

import json
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent


def validated(folder, config: str) -> list[str]:
    """The findings of html-validate in `folder`'s pages, a line each."""
    report = folder / "report.json"
    pages = sorted(str(page) for page in folder.glob("*.html"))
    command = ["node_modules/.bin/html-validate", "--config", config, "--formatter", "json"]
    with report.open("wb") as output:  # a pipe would be cut when the process ends
        subprocess.run([*command, *pages], cwd=HERE, stdout=output, check=False)
    return [
        f"{Path(file['filePath']).stem}:{found['line']}: {found['ruleId']}: {found['message']}"
        for file in json.loads(report.read_text())
        for found in file["messages"]
    ]
