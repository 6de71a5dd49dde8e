"""Maples below the palace of Gomel."""

import math
import random

from portal.drawing.canvas import (
    AMBER,
    BLUE,
    FOREST,
    GOLD,
    HEIGHT,
    INK,
    MIST,
    MOSS,
    NIGHT,
    RED,
    SAND,
    SNOW,
    WIDTH,
    WINE,
    Canvas,
    curve,
    mix,
)
from portal.drawing.motifs import ripples

RUST = "#b9542f"


def maple(sheet, x, base, size, fill):
    for lean in (-0.3, 0, 0.3):
        sheet.line(
            curve(
                [
                    (x, base),
                    (x + lean * size * 0.2, base - size * 0.5),
                    (x + lean * size, base - size * 0.85),
                ],
                closed=False,
            ),
            mix(INK, WINE, 0.4),
            size * 0.06,
        )
    chance = random.Random(int(x * 7 + size))
    for _ in range(150):
        turn, far = chance.uniform(0, math.tau), chance.random() ** 0.5
        cx, cy = (
            x + size * 0.56 * far * math.cos(turn),
            base - size * 0.9 + size * 0.5 * far * math.sin(turn),
        )
        sheet.disc(
            cx,
            cy,
            size * chance.uniform(0.04, 0.09),
            mix(fill, chance.choice((GOLD, WINE, AMBER)), chance.uniform(0, 0.5)),
        )


def leaf(sheet, x, y, size, turn, fill):
    """Of a maple, lying on the water."""
    shape = [
        (0, 1.0),
        (-0.14, 0.42),
        (-0.62, 0.6),
        (-0.52, 0.3),
        (-0.98, 0.06),
        (-0.6, -0.12),
        (-0.72, -0.56),
        (-0.32, -0.42),
        (0, -1.0),
        (0.32, -0.42),
        (0.72, -0.56),
        (0.6, -0.12),
        (0.98, 0.06),
        (0.52, 0.3),
        (0.62, 0.6),
        (0.14, 0.42),
    ]
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    at = [(x + size * (a * cos - b * sin), y + size * 0.5 * (a * sin + b * cos)) for a, b in shape]
    sheet.shape([(a + 3, b + 5) for a, b in at], mix(BLUE, NIGHT, 0.5))
    sheet.shape(at, fill)
    for i in (0, 4, 8, 12):
        sheet.line([(x, y), at[i]], mix(fill, WINE, 0.4), size * 0.04)


def october():
    sheet = Canvas()
    sheet.sky("#7ca0bd", "#f6e0bd", until=560)
    sheet.glow(300, 420, 320, "#fbdcae", 0.9)
    for i, (x, base, size) in enumerate(
        (
            (520, 520, 170),
            (660, 510, 140),
            (1120, 510, 150),
            (1250, 520, 180),
            (90, 560, 190),
            (1500, 560, 200),
        )
    ):
        maple(sheet, x, base, size, (RUST, GOLD, AMBER, RUST, GOLD, RED)[i])
    sheet.hill([600, 570, 530, 506, 500, 500, 520, 560, 600], mix(MOSS, AMBER, 0.35), bottom=700)
    base, x = 510, 890
    pale, shade = SNOW, mix(SNOW, BLUE, 0.16)
    # Two wings, a portico, a tower in the middle.
    sheet.box(x - 330, base - 130, x + 330, base, pale)
    sheet.box(x - 340, base - 146, x + 340, base - 128, SAND)
    sheet.box(x - 350, base - 14, x + 350, base, SAND)
    for i in range(13):
        wx = x - 306 + i * 51
        if not 4 <= i <= 8:
            sheet.box(wx - 11, base - 110, wx + 11, base - 68, BLUE, round_by=11)
            sheet.box(wx - 11, base - 54, wx + 11, base - 22, BLUE)
    sheet.box(x - 120, base - 190, x + 120, base - 120, pale)
    sheet.shape([(x - 134, base - 190), (x, base - 246), (x + 134, base - 190)], SAND)
    sheet.shape([(x - 108, base - 196), (x, base - 236), (x + 108, base - 196)], pale)
    sheet.box(x - 58, base - 300, x + 58, base - 232, pale)
    sheet.box(x + 26, base - 300, x + 58, base - 232, shade)
    sheet.box(x - 66, base - 306, x + 66, base - 294, SAND)
    sheet.shape(
        curve(
            [
                (x - 60, base - 304),
                (x - 50, base - 340),
                (x, base - 366),
                (x + 50, base - 340),
                (x + 60, base - 304),
            ]
        ),
        mix(MOSS, BLUE, 0.4),
    )
    sheet.line([(x, base - 362), (x, base - 420)], INK, 5)
    sheet.shape([(x, base - 420), (x + 50, base - 410), (x, base - 398)], RED)
    sheet.box(x - 112, base - 178, x + 112, base - 20, mix(BLUE, SNOW, 0.55))
    for i in range(6):
        cx = x - 100 + i * 40
        sheet.box(cx - 9, base - 180, cx + 9, base - 14, pale)
        sheet.box(cx + 3, base - 180, cx + 9, base - 14, shade)
        sheet.box(cx - 13, base - 186, cx + 13, base - 176, SAND)
    for i in range(5):
        half = 130 + i * 22
        sheet.box(
            x - half,
            base - 6 + i * 13,
            x + half,
            base + 9 + i * 13,
            mix(SAND, SNOW, 0.3 if i % 2 else 0.0),
        )
    sheet.hill([690, 680, 660, 630, 620, 620, 640, 670, 690], mix(MOSS, FOREST, 0.3), bottom=700)
    for i, (mx, mbase, size) in enumerate(
        (
            (330, 660, 260),
            (180, 680, 210),
            (1330, 660, 270),
            (1480, 690, 230),
            (620, 640, 130),
            (1150, 640, 140),
        )
    ):
        maple(sheet, mx, mbase, size, (RED, AMBER, RUST, GOLD, AMBER, RED)[i])
    sheet.box(0, 690, WIDTH, 702, mix(SAND, INK, 0.35))
    for i in range(40):
        sheet.box(10 + i * 41, 664, 16 + i * 41, 694, mix(SAND, SNOW, 0.5))
    sheet.line([(0, 664), (WIDTH, 664)], mix(SAND, SNOW, 0.5), 6)
    sheet.mirror(700, depth=298, tint=BLUE, strength=0.36)
    sheet.veil([(0, 700), (WIDTH, 700), (WIDTH, HEIGHT), (0, HEIGHT)], NIGHT, 0.16)
    ripples(sheet, 712, 990, mix(MIST, AMBER, 0.3), count=44, seed=10)
    chance = random.Random(10)
    for _ in range(46):
        y = 730 + chance.random() ** 0.8 * 255
        leaf(
            sheet,
            chance.uniform(0, WIDTH),
            y,
            9 + (y - 720) / 9,
            chance.uniform(0, 360),
            chance.choice((RED, RUST, GOLD, AMBER)),
        )
    return sheet
