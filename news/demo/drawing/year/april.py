"""A boat on the flooded meadows of Polesie."""

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
    SAGE,
    SAND,
    SNOW,
    WIDTH,
    WINE,
    Canvas,
    curve,
    mix,
)
from portal.drawing.motifs import cloud, log_house, ripples

BARK = "#6a4a36"


def oak(sheet, x, base, size):
    for lean in (-0.34, -0.1, 0.16, 0.36):
        sheet.line(
            curve(
                [
                    (x, base),
                    (x + lean * size * 0.2, base - size * 0.4),
                    (x + lean * size, base - size * 0.8),
                ],
                closed=False,
            ),
            BARK,
            size * 0.07,
        )
    sheet.shape(
        [
            (x - size * 0.1, base),
            (x - size * 0.06, base - size * 0.45),
            (x + size * 0.06, base - size * 0.45),
            (x + size * 0.11, base),
        ],
        BARK,
    )
    chance = random.Random(4)
    for _ in range(90):
        turn, far = chance.uniform(0, math.tau), chance.random() ** 0.5
        cx, cy = (
            x + size * 0.62 * far * math.cos(turn),
            base - size * 0.82 + size * 0.36 * far * math.sin(turn),
        )
        sheet.disc(
            cx, cy, size * chance.uniform(0.03, 0.07), mix(MOSS, AMBER, chance.uniform(0.15, 0.6))
        )


def april():
    sheet = Canvas()
    sheet.sky("#a9bccb", "#f6e3c6", until=560)
    sheet.glow(980, 420, 300, "#fbe2b6", 0.9)
    for x, y, size in ((300, 140, 120), (760, 90, 80), (1360, 170, 110)):
        cloud(sheet, x, y, size, SNOW)
    sheet.hill([486, 478, 482, 474, 480, 476, 484, 478, 486], mix(SAGE, MIST, 0.5), bottom=500)
    for i in range(44):
        sheet.crown((i * 83) % WIDTH, 496, 26 + (i * 17) % 22, mix(MOSS, MIST, 0.45))
    for x, width in ((1180, 120), (1330, 150)):
        log_house(
            sheet, x, 520, width, wall="#8a6a4e", roof=mix(SAND, WINE, 0.4), frame=SNOW, pane=BLUE
        )
    sheet.hill([512, 506, 510, 506, 510, 514, 520, 520, 512], mix(MOSS, SAGE, 0.3), bottom=526)
    sheet.box(0, 524, WIDTH, 562, mix(MIST, BLUE, 0.12))
    oak(sheet, 420, 560, 420)
    sheet.shape(
        curve([(900, 566), (916, 470), (970, 400), (1024, 470), (1042, 566)]), mix(GOLD, SAND, 0.4)
    )
    for i in range(12):
        sheet.line([(912 + i * 11, 560), (970 + (i - 6) * 3, 412)], mix(GOLD, WINE, 0.2), 3)
    sheet.line([(970, 420), (970, 360)], BARK, 8)
    sheet.mirror(560, depth=440, tint=mix(BLUE, MIST, 0.4), strength=0.26)
    sheet.veil([(0, 560), (WIDTH, 560), (WIDTH, HEIGHT), (0, HEIGHT)], mix(BLUE, MIST, 0.3), 0.16)
    ripples(sheet, 570, 990, mix(SNOW, MIST, 0.2), count=60, seed=9)
    # Tops of a fence, and tussocks with marsh marigolds.
    for i in range(13):
        x = 1130 + i * 56
        sheet.line([(x, 640 + i * 3), (x + 2, 596 + i * 2)], BARK, 9)
    sheet.line([(1130, 616), (1802, 648)], BARK, 6)
    chance = random.Random(44)
    for cx, cy in ((170, 880), (1420, 860), (1180, 960), (60, 700)):
        for _ in range(30):
            x = cx + chance.uniform(-90, 90)
            sheet.line(
                [(x, cy + 16), (x + chance.uniform(-16, 16), cy - chance.uniform(20, 90))],
                mix(MOSS, FOREST, chance.uniform(0, 0.8)),
                5,
            )
        for _ in range(12):
            x, y = cx + chance.uniform(-80, 80), cy - chance.uniform(0, 50)
            for k in range(5):
                sheet.disc(
                    x + 9 * math.cos(k * math.tau / 5), y + 7 * math.sin(k * math.tau / 5), 8, AMBER
                )
            sheet.disc(x, y, 5, GOLD)
    # The boat, long and flat, and the man who poles it.
    sheet.veil(
        curve([(500, 846), (800, 862), (1120, 840), (1080, 880), (560, 886)]), NIGHT, 0.35, blur=8
    )
    hull = [
        (470, 776),
        (560, 800),
        (820, 812),
        (1040, 800),
        (1140, 768),
        (1070, 846),
        (820, 858),
        (570, 846),
    ]
    sheet.shape(curve(hull), mix(BARK, INK, 0.3))
    sheet.shape(
        curve(
            [
                (500, 786),
                (580, 804),
                (820, 815),
                (1030, 804),
                (1110, 782),
                (1000, 812),
                (820, 826),
                (600, 814),
            ]
        ),
        mix(BARK, SAND, 0.25),
    )
    sheet.box(900, 744, 990, 812, GOLD, round_by=8)
    for i in range(4):
        sheet.line([(906, 756 + i * 15), (984, 756 + i * 15)], mix(GOLD, WINE, 0.3), 3)
    x, base = 660, 812
    sheet.box(x - 34, base - 140, x - 2, base, INK, round_by=10)
    sheet.box(x + 4, base - 140, x + 36, base, mix(INK, BLUE, 0.2), round_by=10)
    sheet.shape(
        curve(
            [
                (x - 40, base - 300),
                (x + 38, base - 300),
                (x + 48, base - 210),
                (x + 44, base - 120),
                (x - 46, base - 120),
                (x - 50, base - 210),
            ]
        ),
        SNOW,
    )
    sheet.line([(x - 46, base - 150), (x + 44, base - 150)], RED, 18)
    sheet.line(
        curve([(x + 30, base - 284), (x + 80, base - 250), (x + 104, base - 290)], closed=False),
        SNOW,
        30,
    )
    sheet.line(
        curve([(x - 30, base - 280), (x + 30, base - 230), (x + 96, base - 220)], closed=False),
        mix(SNOW, MIST, 0.5),
        28,
    )
    sheet.line([(x + 150, base - 470), (x + 40, base + 120)], mix(SAND, WINE, 0.25), 11)
    for point in ((x + 110, base - 292), (x + 100, base - 220)):
        sheet.disc(*point, 15, "#e2b994")
    sheet.disc(x, base - 338, 38, "#e2b994")
    sheet.shape(
        curve([(x - 66, base - 354), (x, base - 364), (x + 66, base - 354), (x, base - 344)]),
        mix(GOLD, SAND, 0.5),
    )
    sheet.shape(
        curve(
            [(x - 38, base - 356), (x - 28, base - 396), (x + 28, base - 396), (x + 38, base - 356)]
        ),
        mix(GOLD, SAND, 0.5),
    )
    return sheet
