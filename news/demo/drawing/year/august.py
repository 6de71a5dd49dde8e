"""The last sheaf."""

import math
import random

from portal.drawing.canvas import (
    AMBER,
    FOREST,
    GOLD,
    INK,
    MIST,
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
from portal.drawing.motifs import cloud

HAY = "#c9a45a"


def ear(sheet, x, y, turn, size, fill):
    """An ear of rye whose lower end is (x, y)."""
    lean = math.radians(turn)
    ux, uy = math.sin(lean), -math.cos(lean)
    for i in range(9):
        px, py = x + ux * i * size * 0.24, y + uy * i * size * 0.24
        for side in (-1, 1):
            wx, wy = -uy * side, ux * side
            sheet.shape(
                curve(
                    [
                        (px, py),
                        (
                            px + (wx * 0.3 + ux * 0.1) * size * 0.55,
                            py + (wy * 0.3 + uy * 0.1) * size * 0.55,
                        ),
                        (
                            px + (wx * 0.16 + ux * 0.9) * size * 0.42,
                            py + (wy * 0.16 + uy * 0.9) * size * 0.42,
                        ),
                    ]
                ),
                fill,
            )
            tip = (
                px + (wx * 0.42 + ux * 1.6) * size * 0.6,
                py + (wy * 0.42 + uy * 1.6) * size * 0.6,
            )
            sheet.line([(px, py), tip], mix(fill, SNOW, 0.3), size * 0.025)


def august():
    sheet = Canvas()
    sheet.sky("#88b2cc", "#f9e2ae", until=520)
    sheet.glow(1280, 330, 280, "#fbe0a2", 0.9)
    sheet.disc(1280, 320, 82, mix(AMBER, SNOW, 0.35))
    for x, y, size in ((260, 120, 120), (760, 170, 90)):
        cloud(sheet, x, y, size, SNOW)
    sheet.hill([480, 460, 470, 450, 466, 456, 472, 460, 480], mix(SAGE, MIST, 0.3))
    for i in range(18):
        sheet.crown((i * 117) % WIDTH, 486, 36 + (i * 17) % 26, mix(FOREST, SAGE, 0.35))
    sheet.hill([500, 492, 498, 490, 494, 490, 498, 494, 502], mix(AMBER, SAND, 0.2))
    # The harvester far off, in its own dust.
    for i in range(7):
        sheet.disc(220 + i * 44, 486 - i % 3 * 13, 54 + i % 2 * 16, mix(SAND, SNOW, 0.4))
    sheet.box(470, 430, 620, 510, "#b5433a", round_by=8)
    sheet.box(590, 396, 650, 470, mix(MIST, SNOW, 0.3), round_by=8)
    sheet.box(486, 446, 566, 470, SNOW)
    sheet.line([(620, 500), (700, 514)], INK, 10)
    sheet.disc(712, 506, 34, "#b5433a")
    for i in range(6):
        turn = i * math.tau / 6
        sheet.line([(712, 506), (712 + 32 * math.cos(turn), 506 + 32 * math.sin(turn))], SNOW, 4)
    for wx, radius in ((510, 27), (610, 36)):
        sheet.disc(wx, 516, radius, INK)
        sheet.disc(wx, 516, radius * 0.5, AMBER)
    chance = random.Random(8)
    for row in range(26):
        y = 520 + row * 20
        for _ in range(70):
            x = chance.uniform(0, WIDTH)
            cut = y > 620 and abs(x - 800) < 260 + (y - 620) * 1.6
            tall = 7 if cut else 30 + row * 2.4
            sheet.line(
                [(x, y + 12), (x + chance.uniform(-5, 7), y - tall)],
                mix(
                    AMBER if not cut else HAY,
                    chance.choice((GOLD, SNOW, WINE)),
                    chance.uniform(0.05, 0.3),
                ),
                2.4 + row * 0.1,
            )
    for _ in range(30):
        x, y = chance.uniform(0, 330) + chance.choice((0, 1270)), chance.uniform(640, 980)
        for k in range(6):
            sheet.disc(
                x + 10 * math.cos(k * math.tau / 6),
                y + 8 * math.sin(k * math.tau / 6),
                7,
                "#4f78b8",
            )
    for x, base, size in ((380, 680, 130), (1180, 700, 150)):
        sheet.shape(
            curve(
                [
                    (x - size * 0.3, base),
                    (x - size * 0.12, base - size * 0.5),
                    (x - size * 0.36, base - size),
                    (x + size * 0.36, base - size),
                    (x + size * 0.12, base - size * 0.5),
                    (x + size * 0.3, base),
                ]
            ),
            GOLD,
        )
        sheet.line(
            [(x - size * 0.16, base - size * 0.5), (x + size * 0.16, base - size * 0.5)], WINE, 7
        )
    # The last sheaf.
    x, base = 790, 950
    sheet.veil(
        curve(
            [
                (x - 190, base - 6),
                (x, base - 30),
                (x + 260, base - 6),
                (x + 200, base + 26),
                (x - 160, base + 26),
            ]
        ),
        WINE,
        0.4,
        blur=12,
    )
    for i in range(70):
        share = i / 69 * 2 - 1
        foot, waist, top = x + share * 190, x + share * 76, x + share * 230
        sheet.line(
            curve(
                [
                    (foot, base - 8 * (1 - share * share)),
                    (waist, base - 250),
                    (top, base - 520 + abs(share) * 60),
                ],
                closed=False,
            ),
            mix(GOLD, chance.choice((AMBER, SAND, WINE)), chance.uniform(0.1, 0.5)),
            7,
        )
    for _ in range(34):
        share = chance.uniform(-1, 1)
        ear(
            sheet,
            x + share * 220,
            base - 500 + abs(share) * 70 + chance.uniform(-30, 60),
            share * 46 + chance.uniform(-6, 6),
            46,
            mix(GOLD, AMBER, chance.uniform(0, 0.8)),
        )
    sheet.box(x - 92, base - 286, x + 92, base - 226, RED, round_by=12)
    for i in range(5):
        cx = x - 68 + i * 34
        sheet.shape(
            [(cx, base - 278), (cx + 15, base - 256), (cx, base - 234), (cx - 15, base - 256)], SNOW
        )
        sheet.shape(
            [(cx, base - 266), (cx + 7, base - 256), (cx, base - 246), (cx - 7, base - 256)], RED
        )
    for side in (-1, 1):
        sheet.shape(
            curve(
                [
                    (x + 40, base - 256),
                    (x + 40 + side * 70, base - 312),
                    (x + 40 + side * 96, base - 262),
                    (x + 40 + side * 60, base - 232),
                ]
            ),
            mix(RED, WINE, 0.3 if side < 0 else 0),
        )
        sheet.shape(
            [
                (x + 40, base - 250),
                (x + 40 + side * 26 - 14, base - 110),
                (x + 40 + side * 26 + 18, base - 120),
            ],
            RED,
        )
    sheet.disc(x + 40, base - 256, 20, WINE)
    return sheet
