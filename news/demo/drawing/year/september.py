"""Potatoes, a fire, a wedge of cranes."""

import math
import random

from portal.drawing.canvas import (
    AMBER,
    GOLD,
    HEIGHT,
    INK,
    MIST,
    MOSS,
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
from portal.drawing.motifs import birch

EARTH = "#5d4334"
RUST = "#b9542f"


def basket(sheet, x, base, size):
    sheet.line(
        curve(
            [
                (x - size * 0.8, base - size * 0.9),
                (x - size * 0.5, base - size * 1.7),
                (x + size * 0.5, base - size * 1.7),
                (x + size * 0.8, base - size * 0.9),
            ],
            closed=False,
        ),
        "#a87c45",
        size * 0.1,
    )
    chance = random.Random(int(x))
    for row in range(4):
        for i in range(7 - row):
            cx = x + (i - (6 - row) / 2) * size * 0.25
            cy = base - size * (0.92 + row * 0.15)
            tone = mix("#c99a63", chance.choice((SNOW, WINE, RED)), chance.uniform(0.05, 0.25))
            sheet.disc(cx, cy, size * 0.17, mix(tone, INK, 0.2), flat=0.8)
            sheet.disc(cx - 3, cy - 3, size * 0.155, tone, flat=0.8)
            sheet.disc(cx + size * 0.05, cy, size * 0.014, mix(tone, INK, 0.5))
    sheet.shape(
        [
            (x - size, base - size * 0.95),
            (x + size, base - size * 0.95),
            (x + size * 0.74, base),
            (x - size * 0.74, base),
        ],
        "#b88a50",
    )
    for row in range(6):
        for i in range(10):
            share = (row + 0.5) / 6
            half = size * (1 - 0.26 * share)
            cx = x - half + (i + 0.5) * half / 5
            cy = base - size * 0.95 + size * 0.95 * share
            sheet.box(
                cx - half / 11,
                cy - size * 0.06,
                cx + half / 11,
                cy + size * 0.06,
                mix("#b88a50", WINE if (i + row) % 2 else SNOW, 0.22),
                round_by=5,
            )
    sheet.line(
        [(x - size, base - size * 0.95), (x + size, base - size * 0.95)], "#8f6836", size * 0.11
    )


def september():
    sheet = Canvas()
    sheet.sky("#93b6c9", "#f5e5c2", until=560)
    sheet.disc(1330, 200, 70, mix(AMBER, SNOW, 0.5))
    wedge = [(0, 0)] + [(i * 46, i * 30 * side) for i in range(1, 8) for side in (-1, 1)]
    for i, (dx, dy) in enumerate(wedge):
        x, y = 430 + dx * 1.1, 240 + dy * 0.62 + dx * 0.1
        size = 24
        for side in (-1, 1):
            sheet.line(
                curve(
                    [
                        (x, y),
                        (x + 8, y - side * 12 - 9),
                        (x + 20, y - (30 if side > 0 else -20) + i % 2 * 9),
                    ],
                    closed=False,
                ),
                INK,
                4.5,
            )
        sheet.line([(x - size, y + 3), (x + size * 0.9, y + 4)], INK, 4)
    sheet.hill([520, 500, 512, 494, 506, 498, 514, 502, 520], mix(SAGE, MIST, 0.35))
    for i in range(15):
        birch(
            sheet,
            40 + i * 112,
            590 + i % 3 * 8,
            260 + (i * 47) % 110,
            mix(AMBER, (GOLD, SAGE, RUST)[i % 3], 0.35),
        )
    sheet.hill([590, 584, 588, 582, 586, 584, 590, 584, 590], mix(MOSS, AMBER, 0.35))
    sheet.hill([640, 630, 634, 628, 632, 630, 636, 630, 640], EARTH)
    for i in range(26):
        x = -700 + i * 122
        top = 800 + (x - 800) * 0.36
        sheet.line(
            [(top, 636), (x, HEIGHT)], mix(EARTH, INK if i % 2 else SAND, 0.2), 11 + i % 2 * 9
        )
    chance = random.Random(9)
    for _ in range(240):
        x, y = chance.uniform(0, WIDTH), chance.uniform(650, 995)
        sheet.disc(x, y, (y - 560) / 30, mix(EARTH, chance.choice((INK, SAND)), 0.25), flat=0.6)
    for _ in range(46):
        x, y = chance.uniform(0, WIDTH), chance.uniform(720, 990)
        size = (y - 500) / 21
        sheet.disc(x, y, size, mix("#c99a63", INK, 0.3), flat=0.75)
        sheet.disc(
            x - 2, y - 3, size * 0.9, mix("#c99a63", SNOW, chance.uniform(0, 0.3)), flat=0.75
        )
    # The fire in which the tops burn, and the smoke.
    for i in range(13):
        sheet.veil(
            [
                (
                    1190 + i * 19 + (22 + i * 9) * math.cos(k * 0.35),
                    600 - i * 34 + (18 + i * 7) * math.sin(k * 0.35),
                )
                for k in range(18)
            ],
            mix(MIST, SNOW, 0.4),
            0.4,
            blur=9,
        )
    for dx in (-50, -16, 22, 54):
        sheet.line([(1190 + dx, 690), (1190 - dx * 0.5, 630)], mix(INK, EARTH, 0.4), 13)
    for part, fill in ((1.0, RUST), (0.66, GOLD), (0.36, AMBER)):
        s = 86 * part
        sheet.shape(
            curve(
                [
                    (1190, 686),
                    (1190 - s * 0.5, 660),
                    (1190 - s * 0.24, 686 - s),
                    (1190 + s * 0.04, 686 - s * 1.4),
                    (1190 + s * 0.22, 686 - s * 0.9),
                    (1190 + s * 0.5, 664),
                ]
            ),
            fill,
        )
    for x, base, size in ((330, 800, 104), (1040, 850, 122)):
        basket(sheet, x, base, size)
    basket(sheet, 640, 950, 170)
    sheet.line([(880, 960), (800, 520)], "#9a7040", 17)
    sheet.shape([(846, 850), (916, 836), (934, 944), (900, 986), (872, 956)], mix(MIST, INK, 0.4))
    sheet.line([(770, 522), (834, 510)], "#9a7040", 19)
    for x, fill in ((1380, "#8a7352"), (1500, "#a08a62")):
        sheet.shape(
            curve(
                [
                    (x - 66, 880),
                    (x - 72, 760),
                    (x - 44, 700),
                    (x + 44, 700),
                    (x + 72, 760),
                    (x + 66, 880),
                ]
            ),
            fill,
        )
        sheet.shape([(x - 40, 706), (x, 676), (x + 40, 706)], fill)
        sheet.line([(x - 42, 706), (x + 42, 706)], RED, 9)
        for i in range(4):
            sheet.line([(x - 56 + i * 38, 740), (x - 58 + i * 38, 870)], mix(fill, INK, 0.18), 3)
    return sheet
