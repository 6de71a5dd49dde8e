"""Draws the demo's pictures anew: `python -m news.demo.drawing [name ...]`."""

import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from news.demo.drawing.year import MONTHS

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "pictures"


def scenes():
    """Name → function: every module here that has `draw`, and the months."""
    for found in iter_modules([str(HERE)]):
        if found.name != "__main__" and not found.ispkg:
            module = import_module(f"news.demo.drawing.{found.name}")
            if hasattr(module, "draw"):
                yield found.name.replace("_", "-"), module.draw
    yield from MONTHS.items()


PICTURES = dict(scenes())

if __name__ == "__main__":
    for name in sys.argv[1:] or PICTURES:
        if name not in PICTURES:
            sys.exit(f"There is no picture {name!r}. Choose from: {', '.join(PICTURES)}.")
        path = TARGET / f"{name}.webp"
        PICTURES[name]().save(path)
        print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")
