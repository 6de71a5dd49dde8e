"""Draws the pages' pictures anew: `python -m portal.pages.demo.drawing [name ...]`."""

import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "pictures"


def scenes():
    """Name → function: every module here that has `draw`."""
    for found in iter_modules([str(HERE)]):
        if found.name != "__main__":
            module = import_module(f"portal.pages.demo.drawing.{found.name}")
            if hasattr(module, "draw"):
                yield found.name, module.draw


SCENES = dict(scenes())

if __name__ == "__main__":
    for name in sys.argv[1:] or SCENES:
        if name not in SCENES:
            sys.exit(f"There is no picture {name!r}. Choose from: {', '.join(SCENES)}.")
        path = TARGET / f"{name}.webp"
        SCENES[name]().save(path)
        print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")
