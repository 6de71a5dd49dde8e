"""A river in the meadows of Polesye, a house and a stork."""

import random

from portal.drawing.canvas import (
    AMBER,
    BLUE,
    FOREST,
    INK,
    MIST,
    MOSS,
    PAPER,
    RED,
    SAGE,
    SNOW,
    WIDTH,
    Canvas,
    curve,
    mix,
)
from portal.drawing.motifs import bird, cloud, log_house

RIVER = [
    (820, 520), (760, 548), (900, 572), (1120, 596), (1080, 636), (820, 676), (640, 740),
    (760, 820), (1010, 930),
]  # fmt: skip
WIDTHS = (8, 14, 24, 36, 52, 76, 112, 170, 260)


def river():
    left = [(x - w / 2, y) for (x, y), w in zip(RIVER, WIDTHS, strict=True)]
    right = [(x + w / 2, y) for (x, y), w in zip(RIVER, WIDTHS, strict=True)]
    return [*curve(left, closed=False), *curve(right[::-1], closed=False)]


def stork(sheet, x, y, size):
    """It stands in the grass and looks to the left; (x, y) is where its feet are."""

    def at(*points):
        return [(x + px * size, y + py * size) for px, py in points]

    for dx in (-0.05, 0.09):
        sheet.line(at((dx, -0.95), (dx + 0.03, -0.45), (dx, 0)), RED, size * 0.05)
    sheet.shape(
        curve(
            at(
                (-0.3, -1.28),
                (-0.05, -1.42),
                (0.3, -1.28),
                (0.62, -1.0),
                (0.3, -0.9),
                (-0.12, -0.92),
            )
        ),
        SNOW,
    )
    sheet.shape(
        curve(at((0.12, -1.22), (0.4, -1.14), (0.82, -0.82), (0.46, -0.9), (0.2, -1.0))), INK
    )
    sheet.line(
        curve(at((-0.18, -1.15), (-0.34, -1.5), (-0.26, -1.86), (-0.3, -2.06)), closed=False),
        SNOW,
        size * 0.17,
    )
    sheet.disc(*at((-0.31, -2.06))[0], size * 0.14, SNOW)
    sheet.shape(at((-0.4, -2.12), (-0.98, -1.9), (-0.4, -1.99)), RED)
    sheet.disc(*at((-0.36, -2.1))[0], size * 0.03, INK)


def draw():
    chance = random.Random(7)
    sheet = Canvas()
    sheet.sky("#8fb6c8", "#f6e3bd", until=560)
    sheet.glow(1240, 190, 260, SNOW, 0.7)
    sheet.disc(1240, 190, 70, mix(AMBER, SNOW, 0.5))
    cloud(sheet, 330, 170, 120, SNOW)
    cloud(sheet, 860, 110, 80, mix(SNOW, MIST, 0.2))
    for x, y in ((520, 240), (585, 214), (650, 250)):
        bird(sheet, x, y, 26, INK)
    sheet.hill([500, 486, 498, 480, 494, 484, 500, 488, 496], mix(SAGE, MIST, 0.4))
    for i in range(64):
        sheet.crown(
            i * 26 - 10,
            520,
            26 + chance.random() * 34,
            mix(FOREST, SAGE, 0.35 + chance.random() * 0.3),
        )
    sheet.hill([522, 514, 520, 516, 524, 516, 520, 514, 520], "#8aa668")
    sheet.hill([640, 600, 590, 620, 640, 610, 600, 640, 660], "#7a9a5c")
    sheet.shape(river(), mix(BLUE, MIST, 0.45))
    sheet.hill([760, 740, 720, 800, 1010, 1010, 1010, 1010, 1010], "#6a8d52")
    sheet.hill([1010, 1010, 1010, 1010, 1010, 900, 780, 730, 720], "#65864e")
    for y, x, length in (
        (580, 1010, 70),
        (640, 930, 90),
        (690, 780, 90),
        (750, 680, 110),
        (800, 770, 90),
        (850, 880, 120),
    ):
        sheet.line([(x, y), (x + length, y)], mix(MIST, SNOW, 0.4), 3)
    # The yard on the left bank.
    sheet.crown(118, 690, 190, MOSS)
    sheet.crown(520, 680, 130, mix(MOSS, SAGE, 0.3))
    log_house(sheet, 322, 690, 270)
    for i in range(17):
        x = 20 + i * 36
        sheet.box(x, 672, x + 9, 742, mix("#8a5a3a", PAPER, 0.25), round_by=3)
    for y in (690, 718):
        sheet.box(10, y, 614, y + 8, mix("#8a5a3a", PAPER, 0.15), round_by=3)
    stork(sheet, 1330, 838, 118)
    for _ in range(210):
        x = chance.uniform(0, WIDTH)
        y = chance.uniform(800, 905) if 620 < x < 1100 else chance.uniform(770, 905)
        if 640 < x < 1130:
            continue
        tip = x + chance.uniform(-10, 10)
        sheet.line(
            [(x, y), (tip, y - chance.uniform(18, 46))],
            mix(FOREST, "#8aa668", chance.random()),
            3.5,
        )
    for i in range(60):
        x, y = chance.uniform(0, WIDTH), chance.uniform(790, 900)
        if not 600 < x < 1140:
            sheet.disc(x, y, chance.uniform(4, 7), (SNOW, AMBER, mix(RED, SNOW, 0.25))[i % 3])
    sheet.woven_band()
    return sheet
