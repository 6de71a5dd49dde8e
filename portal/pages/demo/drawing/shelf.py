"""Four materials of the crafts on one shelf."""

import math

from portal.drawing.canvas import (
    AMBER,
    FOREST,
    GOLD,
    INK,
    MIST,
    NIGHT,
    PAPER,
    RED,
    SNOW,
    WIDTH,
    Canvas,
    curve,
    mix,
    ring,
)
from portal.pages.demo.drawing.crafts import STRAW, horse, towel

WOOD = "#7d4c33"


def jug(sheet, x, base):
    clay = mix(INK, NIGHT, 0.35)
    sheet.line(
        curve(
            [
                (x + 60, base - 290),
                (x + 150, base - 270),
                (x + 150, base - 170),
                (x + 104, base - 120),
            ],
            closed=False,
        ),
        clay,
        26,
    )
    sheet.shape(
        curve(
            [
                (x - 74, base),
                (x - 132, base - 90),
                (x - 116, base - 190),
                (x - 56, base - 262),
                (x - 62, base - 318),
                (x + 62, base - 318),
                (x + 56, base - 262),
                (x + 116, base - 190),
                (x + 132, base - 90),
                (x + 74, base),
            ]
        ),
        clay,
    )
    sheet.disc(x, base - 320, 66, mix(clay, SNOW, 0.16), flat=0.26)
    sheet.disc(x, base - 320, 52, INK, flat=0.24)
    sheet.veil(
        curve(
            [
                (x - 96, base - 90),
                (x - 86, base - 180),
                (x - 50, base - 220),
                (x - 62, base - 140),
                (x - 66, base - 70),
            ]
        ),
        SNOW,
        0.22,
        blur=8,
    )
    for y, half in ((150, 122), (166, 124)):
        sheet.line(
            curve([(x - half, base - y), (x, base - y + 22), (x + half, base - y)], closed=False),
            mix(clay, MIST, 0.4),
            4,
        )
    for i in range(9):
        px = x - 96 + i * 24
        sheet.line(
            [
                (px, base - 128 + 18 * math.cos((i - 4) / 3)),
                (px + 12, base - 108 + 18 * math.cos((i - 4) / 3)),
            ],
            mix(clay, MIST, 0.35),
            4,
        )


def straw_star(sheet, x, y, size):
    """It hangs from a thread: sixteen bundles around a middle."""
    sheet.line([(x, 0), (x, y - size)], mix(STRAW, SNOW, 0.3), 3)
    for i in range(16):
        angle = math.radians(i * 22.5)
        reach = size if i % 2 == 0 else size * 0.66
        tip = (x + reach * math.sin(angle), y - reach * math.cos(angle))
        for spread in (-0.09, -0.03, 0.03, 0.09):
            end = (x + reach * math.sin(angle + spread), y - reach * math.cos(angle + spread))
            sheet.line([(x, y), end], mix(STRAW, GOLD, 0.4 if spread > 0 else 0), 4)
        sheet.line(
            [
                (
                    x + (tip[0] - x) * 0.7 - 7 * math.cos(angle),
                    y + (tip[1] - y) * 0.7 - 7 * math.sin(angle),
                ),
                (
                    x + (tip[0] - x) * 0.7 + 7 * math.cos(angle),
                    y + (tip[1] - y) * 0.7 + 7 * math.sin(angle),
                ),
            ],
            RED,
            6,
        )
    inner = ring(x, y, size * 0.4, 16)
    sheet.line([*inner, inner[0]], mix(STRAW, SNOW, 0.3), 5)
    sheet.disc(x, y, 15, RED)


def duck(sheet, x, base):
    wood = "#b98a58"
    sheet.shape(
        curve(
            [
                (x - 150, base - 60),
                (x - 120, base - 6),
                (x + 60, base),
                (x + 150, base - 50),
                (x + 190, base - 118),
                (x + 110, base - 104),
                (x + 20, base - 128),
                (x - 60, base - 120),
                (x - 80, base - 150),
            ]
        ),
        wood,
    )
    sheet.shape(
        curve(
            [
                (x - 130, base - 70),
                (x - 136, base - 160),
                (x - 108, base - 214),
                (x - 56, base - 210),
                (x - 40, base - 160),
                (x - 60, base - 100),
            ]
        ),
        wood,
    )
    sheet.shape(
        curve(
            [
                (x - 126, base - 196),
                (x - 196, base - 168),
                (x - 190, base - 150),
                (x - 120, base - 160),
            ]
        ),
        mix(GOLD, RED, 0.3),
    )
    sheet.disc(x - 92, base - 184, 9, INK)
    sheet.shape(
        curve(
            [
                (x - 40, base - 80),
                (x + 40, base - 96),
                (x + 130, base - 80),
                (x + 60, base - 30),
                (x - 20, base - 34),
            ]
        ),
        mix(wood, INK, 0.22),
    )
    for i in range(4):
        sheet.line(
            curve(
                [
                    (x - 20 + i * 32, base - 42),
                    (x + i * 34, base - 60),
                    (x + 20 + i * 30, base - 84),
                ],
                closed=False,
            ),
            mix(wood, PAPER, 0.35),
            5,
        )
    sheet.line(
        curve([(x - 128, base - 112), (x - 90, base - 104), (x - 48, base - 120)], closed=False),
        RED,
        9,
    )


def draw():
    sheet = Canvas(mix(FOREST, INK, 0.15))
    for i in range(21):
        x = i * 80
        sheet.box(x + 2, 0, x + 78, 920, mix(FOREST, PAPER, 0.03 + 0.035 * ((i * 5) % 3)))
    sheet.glow(800, 240, 520, AMBER, 0.25)
    top = 640
    sheet.veil(
        [(0, top + 40), (WIDTH, top + 40), (WIDTH, top + 120), (0, top + 120)], INK, 0.5, blur=18
    )
    sheet.box(0, top, WIDTH, top + 60, WOOD)
    sheet.box(0, top, WIDTH, top + 12, mix(WOOD, PAPER, 0.28))
    for x in (150, 1450):
        sheet.shape(
            curve(
                [
                    (x - 24, top + 60),
                    (x + 24, top + 60),
                    (x + 20, top + 150),
                    (x, top + 190),
                    (x - 20, top + 150),
                ]
            ),
            mix(WOOD, INK, 0.25),
        )
    for x in (250, 560, 860, 1270):
        sheet.veil(ring(x, top + 6, 150, 30), INK, 0.28, blur=14)
    sheet.box(0, top + 12, WIDTH, top + 60, WOOD)
    for i in range(5):
        sheet.line(
            curve(
                [(0, top + 22 + i * 8), (600, top + 26 + i * 7), (1600, top + 20 + i * 9)],
                closed=False,
            ),
            mix(WOOD, INK, 0.22),
            2,
        )
    jug(sheet, 220, top + 8)
    straw_star(sheet, 560, 300, 150)
    towel(sheet, 420, top + 6, 330)
    duck(sheet, 960, top + 8)
    horse(sheet, 1340, top + 8)
    sheet.woven_band()
    return sheet
