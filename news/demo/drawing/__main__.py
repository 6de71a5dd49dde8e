"""Draws the demo's pictures anew: `python -m news.demo.drawing [name ...]`."""

import sys
from pathlib import Path

from news.demo.drawing import (
    bazaar,
    belts,
    canal,
    games,
    liberation,
    library,
    nesvizh,
    pushcha,
    straw,
    transport,
    visa,
    wipo,
)

SCENES = (
    *(bazaar, belts, canal, games, liberation, library),
    *(nesvizh, pushcha, straw, transport, visa, wipo),
)
PICTURES = {scene.__name__.rpartition(".")[2]: scene.draw for scene in SCENES}
TARGET = Path(__file__).resolve().parent.parent / "pictures"

for name in sys.argv[1:] or PICTURES:
    if name not in PICTURES:
        sys.exit(f"There is no picture {name!r}. Choose from: {', '.join(PICTURES)}.")
    path = TARGET / f"{name}.webp"
    PICTURES[name]().save(path)
    print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")
