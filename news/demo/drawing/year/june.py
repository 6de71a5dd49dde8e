"""Storks and their young."""

import math
import random

from portal.drawing.canvas import (
    AMBER,
    BLUE,
    FOREST,
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
from portal.drawing.motifs import cloud, log_house

BARK = "#6a4a36"


def stork(sheet, x, base, k, *, side=1, young=False):
    """Stands and looks to the `side`."""

    def at(points):
        return [(x + side * a * k, base + b * k) for a, b in points]

    legs, bill = ("#8a6a58", "#4a4240") if young else (RED, RED)
    for dx in (-8, 12):
        sheet.line(at([(dx, -90), (dx + 5, 0)]), legs, 7 * k)
    sheet.shape(
        curve(
            at([(-86, -96), (-40, -150), (20, -166), (56, -150), (50, -112), (6, -84), (-50, -80)])
        ),
        SNOW,
    )
    sheet.shape(
        curve(at([(-104, -84), (-60, -136), (0, -148), (8, -128), (-40, -96), (-86, -70)])), INK
    )
    sheet.shape(
        curve(at([(24, -162), (36, -220), (48, -262), (70, -264), (66, -214), (58, -146)])), SNOW
    )
    sheet.disc(*at([(62, -270)])[0], 25 * k, SNOW)
    sheet.shape(at([(80, -282), (172, -262), (82, -258)]), bill)
    sheet.disc(*at([(68, -276)])[0], 5 * k, INK)


def nest(sheet, x, y):
    chance = random.Random(60)
    for _ in range(150):
        turn, far = chance.uniform(0, math.tau), chance.random() ** 0.5
        cx, cy = x + 260 * far * math.cos(turn), y + 62 * far * math.sin(turn)
        lean = chance.uniform(-0.45, 0.45)
        half = chance.uniform(30, 84)
        sheet.line(
            [(cx - half, cy - half * lean), (cx + half, cy + half * lean)],
            mix(BARK, SAND, chance.uniform(0, 0.6)),
            chance.uniform(4, 9),
        )


def daisy(sheet, x, y, size):
    for i in range(12):
        turn = math.tau * i / 12
        sheet.line(
            [(x, y), (x + size * math.cos(turn), y + size * 0.7 * math.sin(turn))], SNOW, size * 0.3
        )
    sheet.disc(x, y, size * 0.32, AMBER, flat=0.8)


def june():
    sheet = Canvas()
    sheet.sky("#6fa6cc", "#f3ecd2", until=700)
    for x, y, size in ((220, 330, 120), (1400, 250, 140), (1180, 480, 70)):
        cloud(sheet, x, y, size, SNOW)
    sheet.hill([640, 610, 630, 600, 620, 604, 630, 612, 640], mix(SAGE, MIST, 0.35))
    for i in range(20):
        sheet.crown((i * 91) % WIDTH, 650, 46 + (i * 13) % 30, mix(FOREST, SAGE, 0.4))
    for x, width in ((250, 130), (420, 110), (1330, 140)):
        log_house(sheet, x, 690, width, wall="#9a7350", roof=WINE, frame=SNOW, pane=BLUE)
    sheet.hill([680, 670, 676, 664, 672, 668, 676, 670, 684], mix(MOSS, SAGE, 0.45))
    left = curve([(1120, 690), (1020, 740), (1180, 800), (1080, 880), (1240, 1000)], closed=False)
    right = curve([(1140, 690), (1064, 740), (1250, 800), (1190, 880), (1450, 1000)], closed=False)
    sheet.shape([*left, *reversed(right)], mix(BLUE, MIST, 0.4))
    sheet.line(left, mix(MOSS, FOREST, 0.4), 6)
    sheet.line(right, mix(MOSS, FOREST, 0.4), 6)
    chance = random.Random(6)
    for row in range(16):
        y = 700 + row * 19
        for _ in range(34):
            x = chance.uniform(0, WIDTH)
            if 1000 < x < 1460 and y > 690:
                continue
            sheet.line(
                [(x, y + 24), (x + chance.uniform(-10, 10), y - chance.uniform(6, 26) - row)],
                mix(MOSS, SAGE, chance.uniform(0, 0.9)),
                3 + row * 0.12,
            )
        for _ in range(7):
            x = chance.uniform(0, WIDTH)
            if not 1000 < x < 1460:
                daisy(sheet, x, y, 6 + row * 1.2)
    sheet.box(676, 430, 712, 1000, BARK)
    sheet.box(698, 430, 712, 1000, mix(BARK, INK, 0.3))
    sheet.line([(560, 440), (690, 560)], BARK, 18)
    sheet.line([(830, 440), (690, 560)], BARK, 18)
    stork(sheet, 560, 400, 1.08, side=1)
    for x, k, side in ((720, 0.62, 1), (800, 0.7, -1), (660, 0.56, -1)):
        stork(sheet, x, 400, k, side=side, young=True)
    nest(sheet, 694, 412)
    # The other parent comes home.
    x, y = 1080, 200
    for lift, tone in ((-1, 0.25), (1, 0.0)):
        sheet.shape(
            curve(
                [
                    (x - 30, y),
                    (x + 40, y - 60 - lift * 10),
                    (x + 60 + lift * 60, y - 190),
                    (x + 100 + lift * 60, y - 180),
                    (x + 90 + lift * 20, y - 60),
                    (x + 60, y + 6),
                ]
            ),
            mix(SNOW, MIST, tone),
        )
        sheet.shape(
            curve(
                [
                    (x + 50 + lift * 50, y - 130),
                    (x + 60 + lift * 60, y - 196),
                    (x + 104 + lift * 62, y - 186),
                    (x + 96 + lift * 40, y - 110),
                ]
            ),
            INK,
        )
    sheet.shape(
        curve(
            [
                (x - 40, y - 10),
                (x + 20, y - 26),
                (x + 110, y - 10),
                (x + 120, y + 8),
                (x + 40, y + 26),
                (x - 30, y + 14),
            ]
        ),
        SNOW,
    )
    sheet.shape(
        curve(
            [
                (x - 30, y - 4),
                (x - 90, y + 6),
                (x - 120, y + 2),
                (x - 116, y + 18),
                (x - 60, y + 24),
                (x - 20, y + 14),
            ]
        ),
        SNOW,
    )
    sheet.shape([(x - 112, y + 2), (x - 190, y + 22), (x - 112, y + 20)], RED)
    for dy in (0, 10):
        sheet.line([(x + 110, y + dy), (x + 216, y + 20 + dy)], RED, 6)
    return sheet
