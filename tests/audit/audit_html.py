"""Every address of the site map: valid by two judges, and as wide as a small phone."""

import json
import subprocess
from pathlib import Path

from portal import languages
from tests.browser.kinds import page_kinds
from tests.browser.validating import validated

HERE = Path(__file__).resolve().parent
NU = HERE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
SMALL = 320  # CSS pixels


def kept(folder, addresses, site, page) -> None:
    """The bytes that the server sends, a file for each address."""
    for place, address in enumerate(addresses):
        answer = page.request.get(site + address)
        (folder / f"{place:04d}.html").write_bytes(answer.body())
        (folder / f"{place:04d}.address").write_text(address)


def every_address(told: list[str]) -> list[str]:
    """The site map's, and the kinds that it leaves out: error pages, narrowed lists."""
    more = [each for code in languages.CODES for each in page_kinds(code).values()]
    return list(dict.fromkeys([*told, *more]))


def test_html_validate_and_the_nu_checker_find_nothing(demo_site, new_page, told, tmp_path):
    kept(tmp_path, every_address(told), demo_site, new_page())
    names = {file.stem: file.read_text() for file in tmp_path.glob("*.address")}
    found = [f"{names[line[:4]]}: {line}" for line in validated(tmp_path, ".htmlvalidate.json")]
    assert not (found + nu(tmp_path, names)), "\n".join(found + nu(tmp_path, names))


def nu(folder, names) -> list[str]:
    """What the Nu HTML checker says, a line for each finding."""
    command = ["java", "-jar", NU, "--format", "json", "--skip-non-html", "--stdout"]
    pages = sorted(folder.glob("*.html"))
    said = subprocess.run([*command, "--exit-zero-always", *pages], capture_output=True, check=True)
    return [
        f"{names[Path(each['url']).stem]}: {each.get('lastLine')}: {each['message']}"
        for each in json.loads(said.stdout)["messages"]
        if each["type"] != "info" or each.get("subType") == "warning"
    ]


def test_no_address_of_the_site_map_scrolls_sideways_on_a_small_phone(demo_site, new_page, told):
    page, wide = new_page(SMALL), []
    for address in every_address(told):
        page.goto(demo_site + address, wait_until="domcontentloaded")
        needed = page.evaluate("document.documentElement.scrollWidth")
        if needed > SMALL:
            wide.append(f"{address}: {needed} px")
    assert not wide, "\n".join(wide)
