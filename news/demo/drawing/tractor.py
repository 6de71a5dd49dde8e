"""A blue tractor at the plough, gulls behind it."""

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
from portal.drawing.motifs import cloud, skyline

PAINT, SOIL = "#2f68a8", "#5a3f30"


def wheel(sheet, x, y, radius, lugs):
    sheet.disc(x, y, radius, INK)
    for i in range(lugs):
        turn = math.tau * i / lugs
        sheet.shape(
            [
                (x + radius * f * math.cos(turn + d), y + radius * f * math.sin(turn + d))
                for f, d in ((0.9, -0.06), (1.06, -0.02), (1.06, 0.07), (0.9, 0.05))
            ],
            INK,
        )
    sheet.disc(x, y, radius * 0.78, mix(INK, MIST, 0.16))
    sheet.disc(x, y, radius * 0.56, RED)
    sheet.disc(x, y, radius * 0.46, mix(RED, INK, 0.25))
    for i in range(8):
        turn = math.tau * i / 8
        sheet.disc(
            x + radius * 0.34 * math.cos(turn),
            y + radius * 0.34 * math.sin(turn),
            radius * 0.05,
            SNOW,
        )
    sheet.disc(x, y, radius * 0.2, RED)
    sheet.disc(x, y, radius * 0.1, mix(RED, SNOW, 0.5))


def tractor(sheet, x, base):
    """Drives to the right; (x, base) is below the rear axle."""
    dark = mix(PAINT, INK, 0.3)
    sheet.veil(
        curve(
            [(x - 160, base + 4), (x + 520, base + 4), (x + 500, base + 30), (x - 150, base + 30)]
        ),
        INK,
        0.5,
        blur=10,
    )
    sheet.box(x + 40, base - 190, x + 470, base - 110, mix(INK, MIST, 0.2), round_by=10)
    sheet.line([(x + 250, base - 262), (x + 250, base - 430)], mix(INK, MIST, 0.25), 15)
    sheet.line([(x + 250, base - 430), (x + 268, base - 446)], mix(INK, MIST, 0.25), 13)
    for i in range(4):
        sheet.disc(
            x + 290 + i * 8 - i * i * 10,
            base - 468 - i * 30,
            13 + i * 8,
            mix(MIST, SNOW, 0.3 + i * 0.12),
        )
    hood = [
        (x + 150, base - 290),
        (x + 430, base - 278),
        (x + 478, base - 262),
        (x + 488, base - 170),
        (x + 150, base - 160),
    ]
    sheet.shape(hood, PAINT)
    sheet.shape(
        [
            (x + 150, base - 196),
            (x + 486, base - 196),
            (x + 488, base - 170),
            (x + 150, base - 160),
        ],
        dark,
    )
    sheet.box(x + 452, base - 258, x + 490, base - 168, INK, round_by=8)
    for i in range(5):
        sheet.line(
            [(x + 456, base - 246 + i * 18), (x + 488, base - 246 + i * 18)], mix(INK, MIST, 0.4), 4
        )
    sheet.disc(x + 480, base - 262, 17, mix(AMBER, SNOW, 0.5))
    for i in range(4):
        sheet.box(x + 190 + i * 50, base - 254, x + 224 + i * 50, base - 222, dark, round_by=4)
    # The cab with its round corners.
    sheet.box(x - 118, base - 460, x + 156, base - 190, PAINT, round_by=44)
    sheet.box(x - 130, base - 478, x + 170, base - 434, SNOW, round_by=22)
    sheet.box(x - 96, base - 426, x + 16, base - 280, mix(MIST, SNOW, 0.35), round_by=26)
    sheet.box(x + 38, base - 426, x + 136, base - 250, mix(MIST, SNOW, 0.35), round_by=26)
    sheet.disc(x + 2, base - 352, 34, "#e2b994")
    sheet.shape(
        curve(
            [
                (x - 38, base - 360),
                (x - 20, base - 398),
                (x + 22, base - 398),
                (x + 56, base - 362),
                (x + 8, base - 370),
            ]
        ),
        WINE,
    )
    sheet.shape(
        curve(
            [(x - 70, base - 282), (x - 46, base - 320), (x + 34, base - 320), (x + 40, base - 282)]
        ),
        MOSS,
    )
    sheet.box(x + 16, base - 430, x + 38, base - 230, PAINT)
    sheet.line([(x + 60, base - 300), (x + 104, base - 330)], INK, 9)
    sheet.veil(
        [(x + 60, base - 256), (x + 104, base - 424), (x + 130, base - 424), (x + 86, base - 256)],
        SNOW,
        0.5,
    )
    fender = [
        (x - 172, base - 130),
        (x - 156, base - 250),
        (x - 70, base - 306),
        (x + 60, base - 300),
        (x + 120, base - 220),
        (x + 130, base - 160),
    ]
    sheet.line(curve(fender, closed=False), dark, 32)
    wheel(sheet, x - 20, base - 136, 136, 22)
    wheel(sheet, x + 408, base - 86, 86, 18)


def plough(sheet, x, base):
    steel = mix(MIST, INK, 0.3)
    sheet.line([(x + 240, base - 150), (x + 60, base - 120), (x - 250, base - 90)], RED, 20)
    sheet.line([(x + 200, base - 190), (x + 240, base - 110)], INK, 14)
    for i in range(4):
        px = x + 110 - i * 112
        py = base - 122 + i * 10
        sheet.line([(px, py), (px - 16, base - 34)], RED, 15)
        sheet.shape(
            curve(
                [
                    (px - 40, base - 44),
                    (px + 20, base - 48),
                    (px + 48, base + 8),
                    (px - 6, base + 18),
                    (px - 46, base),
                ]
            ),
            steel,
        )
        sheet.line([(px - 30, base - 34), (px + 10, base - 6)], SNOW, 4)
    for i in range(16):
        px = x - 420 + i * 28
        sheet.disc(
            px,
            base + 4 - (i % 3) * 9,
            19 + (i * 7) % 10,
            mix(SOIL, INK, 0.1 + (i % 4) * 0.1),
            flat=0.7,
        )


def gull(sheet, x, y, size, lift):
    for side in (-1, 1):
        tip = (x + side * size, y - size * lift)
        sheet.shape(
            curve(
                [
                    (x, y),
                    (x + side * size * 0.45, y - size * (0.25 + lift * 0.7)),
                    tip,
                    (x + side * size * 0.4, y - size * lift * 0.25 + size * 0.05),
                ]
            ),
            SNOW,
        )
        sheet.disc(*tip, size * 0.07, INK)
    sheet.shape(
        curve(
            [
                (x - size * 0.3, y + size * 0.06),
                (x, y - size * 0.1),
                (x + size * 0.36, y - size * 0.06),
                (x + size * 0.3, y + size * 0.06),
                (x, y + size * 0.12),
            ]
        ),
        mix(SNOW, MIST, 0.3),
    )
    sheet.line([(x + size * 0.34, y - size * 0.02), (x + size * 0.46, y)], GOLD, size * 0.05)


def draw():
    sheet = Canvas()
    sheet.sky("#7fa6bf", "#f7dfb4", until=560)
    sheet.glow(300, 470, 280, "#f7c98f", 0.8)
    sheet.disc(300, 460, 76, mix(AMBER, SNOW, 0.45))
    for x, y, size in ((1240, 140, 130), (700, 110, 80), (1000, 230, 60)):
        cloud(sheet, x, y, size, mix(SNOW, MIST, 0.12))
    skyline(sheet, 530, mix(SAGE, MIST, 0.35), seed=9, low=20, high=54)
    sheet.hill([530, 516, 526, 510, 522, 512, 528, 516, 530], mix(SAGE, MOSS, 0.25))
    for i in range(22):
        sheet.crown(20 + i * 76, 542, 36 + (i * 19) % 30, mix(FOREST, SAGE, 0.25))
    sheet.hill([556, 548, 552, 546, 550, 546, 552, 548, 556], mix(MOSS, AMBER, 0.3))
    sheet.hill([620, 606, 600, 596, 596, 600, 604, 610, 620], SOIL)
    for i in range(30):
        x = -900 + i * 116
        top = 800 + (x - 800) * 0.32
        sheet.line([(top, 600), (x, HEIGHT)], mix(SOIL, INK if i % 2 else SAND, 0.2), 9 + i % 2 * 4)
    chance = random.Random(1946)
    for _ in range(260):
        x, y = chance.uniform(0, WIDTH), chance.uniform(620, 890)
        sheet.disc(x, y, (y - 560) / 34, mix(SOIL, chance.choice((INK, SAND)), 0.3), flat=0.6)
    plough(sheet, 560, 812)
    tractor(sheet, 900, 830)
    for x, y, size, lift in (
        (180, 560, 70, 0.5),
        (330, 640, 90, 0.2),
        (120, 720, 100, 0.6),
        (430, 480, 54, 0.4),
        (560, 590, 66, 0.6),
        (270, 430, 46, 0.2),
        (90, 400, 40, 0.5),
    ):
        gull(sheet, x, y, size, lift)
    for x, y in ((240, 826), (360, 848), (90, 846)):
        sheet.shape(
            curve([(x - 30, y), (x, y - 24), (x + 26, y - 30), (x + 34, y - 18), (x + 10, y + 4)]),
            SNOW,
        )
        sheet.line([(x + 32, y - 22), (x + 46, y - 18)], GOLD, 4)
        sheet.line([(x, y + 2), (x, y + 14)], GOLD, 3)
    sheet.woven_band()
    return sheet
