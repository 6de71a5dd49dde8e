"""A bus under the charging mast at night."""

import math
import random

from portal.drawing.canvas import (
    AMBER,
    FOREST,
    GOLD,
    HEIGHT,
    INK,
    MIST,
    MOSS,
    NIGHT,
    RED,
    SNOW,
    WIDTH,
    Canvas,
    mix,
)
from portal.drawing.motifs import skyline


def bolt(sheet, x, y, size, fill):
    sheet.shape(
        [
            (x + size * 0.12, y - size),
            (x - size * 0.5, y + size * 0.14),
            (x - size * 0.06, y + size * 0.14),
            (x - size * 0.2, y + size),
            (x + size * 0.5, y - size * 0.22),
            (x + size * 0.06, y - size * 0.22),
        ],
        fill,
    )


def bus(sheet, x, base):
    body, dark = MOSS, FOREST
    sheet.veil(
        [(x - 300, base + 4), (x + 560, base + 4), (x + 520, base + 34), (x - 280, base + 34)],
        INK,
        0.5,
        blur=10,
    )
    # The side, drawn back; then the front.
    sheet.shape(
        [(x + 190, base - 420), (x + 640, base - 366), (x + 640, base - 60), (x + 190, base - 20)],
        dark,
    )
    sheet.shape(
        [
            (x + 206, base - 350),
            (x + 640, base - 312),
            (x + 640, base - 196),
            (x + 206, base - 200),
        ],
        mix(AMBER, SNOW, 0.35),
    )
    for share in (0.2, 0.4, 0.6, 0.8):
        px = x + 206 + 434 * share
        sheet.line([(px, base - 348 + 38 * share), (px, base - 198)], dark, 9)
    for px, head in ((262, 30), (360, 26), (442, 24), (530, 21)):
        sheet.disc(x + px, base - 250, head, mix(NIGHT, AMBER, 0.25))
        sheet.box(
            x + px - head * 1.3,
            base - 236,
            x + px + head * 1.3,
            base - 199,
            mix(NIGHT, AMBER, 0.25),
            round_by=12,
        )
    sheet.shape(
        [
            (x + 190, base - 176),
            (x + 640, base - 174),
            (x + 640, base - 150),
            (x + 190, base - 140),
        ],
        GOLD,
    )
    for wx, radius in ((290, 66), (548, 54)):
        sheet.disc(x + wx, base - 36, radius, INK)
        sheet.disc(x + wx, base - 36, radius * 0.55, mix(MIST, INK, 0.4))
        sheet.disc(x + wx, base - 36, radius * 0.2, INK)
    bolt(sheet, x + 424, base - 96, 44, AMBER)
    sheet.box(x - 250, base - 430, x + 196, base - 10, body, round_by=40)
    sheet.box(x - 222, base - 410, x + 168, base - 352, INK, round_by=16)
    for i, glyph in enumerate(
        (
            ((0, 0), (18, 0), (0, 0), (0, 19), (18, 19), (18, 38), (0, 38)),
            ((18, 38), (18, 0), (0, 0), (0, 19), (18, 19)),
        )
    ):
        dots = [(x - 60 + i * 44 + a, base - 400 + b) for a, b in glyph]
        sheet.line(dots, AMBER, 6)
    sheet.box(x - 226, base - 340, x + 172, base - 160, mix(NIGHT, MIST, 0.45), round_by=26)
    sheet.shape(
        [
            (x - 226, base - 190),
            (x - 60, base - 340),
            (x + 20, base - 340),
            (x - 170, base - 160),
            (x - 226, base - 160),
        ],
        mix(NIGHT, MIST, 0.6),
    )
    sheet.disc(x + 94, base - 240, 36, mix(NIGHT, AMBER, 0.2))
    sheet.box(x + 44, base - 212, x + 144, base - 160, mix(NIGHT, AMBER, 0.2), round_by=22)
    sheet.box(x - 250, base - 140, x + 196, base - 108, GOLD)
    for dx in (-186, 132):
        sheet.glow(x + dx, base - 76, 70, AMBER, 0.6)
        sheet.disc(x + dx, base - 76, 30, mix(AMBER, SNOW, 0.5))
        sheet.disc(x + dx, base - 76, 17, SNOW)
    sheet.box(x - 90, base - 92, x + 36, base - 58, SNOW, round_by=5)
    sheet.box(x - 250, base - 34, x + 196, base - 10, INK, round_by=10)
    for side in (-1, 1):
        foot = x - 27 + side * 222
        sheet.line(
            [(foot, base - 370), (foot + side * 38, base - 360), (foot + side * 38, base - 330)],
            INK,
            8,
        )
        sheet.box(
            foot + side * 38 - 15, base - 336, foot + side * 38 + 15, base - 258, INK, round_by=8
        )


def draw():
    sheet = Canvas()
    sheet.sky("#101f38", "#3f5f86", until=720)
    for i in range(50):
        sheet.disc((i * 397) % WIDTH, (i * 151) % 420, 1.2 + i % 3 * 0.6, mix(SNOW, NIGHT, 0.3))
    skyline(sheet, 700, "#1d2f4c", seed=6, low=80, high=260)
    chance = random.Random(59)
    for _ in range(60):
        x, y = chance.uniform(0, WIDTH), chance.uniform(600, 680)
        sheet.box(x, y, x + 12, y + 16, mix(AMBER, "#1d2f4c", chance.uniform(0.3, 0.75)))
    sheet.box(0, 696, WIDTH, HEIGHT, "#2b3444")
    sheet.box(0, 696, WIDTH, 712, mix(MIST, INK, 0.4))
    for i in range(7):
        sheet.box(40 + i * 250, 800, 150 + i * 250, 808, mix(SNOW, INK, 0.4))
    for i in range(6):
        sheet.crown(1190 + i * 86, 704, 96 + (i * 17) % 30, mix(FOREST, NIGHT, 0.3))
    # The mast and its arm.
    steel = mix(MIST, NIGHT, 0.25)
    sheet.box(236, 150, 276, 850, steel)
    sheet.box(262, 150, 276, 850, mix(steel, INK, 0.35))
    sheet.box(204, 828, 308, 860, mix(steel, INK, 0.45), round_by=6)
    sheet.box(236, 150, 760, 186, steel, round_by=10)
    sheet.line([(276, 300), (420, 186)], steel, 16)
    bolt(sheet, 256, 480, 40, AMBER)
    sheet.box(620, 176, 760, 226, mix(steel, INK, 0.4), round_by=8)
    bus(sheet, 680, 860)
    sheet.line([(690, 226), (646, 290), (690, 344)], INK, 10)
    sheet.line([(690, 226), (734, 290), (690, 344)], INK, 10)
    sheet.box(610, 344, 770, 360, mix(steel, SNOW, 0.4), round_by=6)
    sheet.box(560, 396, 820, 432, INK, round_by=8)
    sheet.box(590, 372, 790, 384, GOLD, round_by=4)
    sheet.glow(690, 366, 120, AMBER, 0.8)
    for i in range(14):
        turn = math.tau * i / 14 + 0.2
        near, far = 34 + (i % 3) * 10, 70 + (i * 23) % 50
        sheet.line(
            [
                (690 + near * math.cos(turn), 366 + near * 0.6 * math.sin(turn)),
                (690 + far * math.cos(turn), 366 + far * 0.6 * math.sin(turn)),
            ],
            mix(AMBER, SNOW, 0.5),
            3.5,
        )
    sheet.box(1380, 500, 1394, 840, INK)
    sheet.box(1330, 470, 1444, 566, RED, round_by=10)
    sheet.box(1346, 484, 1428, 528, SNOW, round_by=6)
    sheet.woven_band()
    return sheet
