"""Pictures of the site for `docs/screenshots`: each view in three languages and at three widths."""

import io
from pathlib import Path

import pytest
from django.conf import settings
from PIL import Image

from portal import languages
from tests.browser.kinds import page_kinds

FOLDER = Path(settings.BASE_DIR) / "docs" / "screenshots"
SIZES = {360: 1000, 820: 1180, 1440: 1100}
LANGUAGES = ("en", "ru", "zh-hans")
LOW_VISION = "/plain-200-black"
QUALITY = 55


def views(code: str) -> dict[str, tuple[str, dict]]:
    """By name: the address, and how the browser is set."""
    kinds = page_kinds(code)
    return {
        "home": (kinds["home"], {}),
        "menu": (kinds["home"], {}),
        "dark": (kinds["home"], {"color_scheme": "dark"}),
        "low-vision": (LOW_VISION + kinds["home"], {}),
        "article": (kinds["article, text"], {}),
        "list": (kinds["list"], {}),
        "page": (kinds["page"], {}),
        "error": (kinds["error page"], {}),
    }


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_view_is_kept_as_it_looks(demo_site, new_page, code):
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, (address, options) in views(code).items():
        for width, height in SIZES.items():
            page = new_page(width, height, **options)
            page.goto(demo_site + address, wait_until="networkidle")
            if name == "menu":
                page.locator(".menu__summary").click()
            kept = f"{name}-{languages.prefix(code)}-{width}.webp"
            shown = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
            shown.save(FOLDER / kept, "WEBP", quality=QUALITY, method=6)
            page.context.close()
            assert shown.size == (width, height)
