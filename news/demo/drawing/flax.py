"""A bolt of linen rolled out through flowering flax."""

import math
import random

from portal.drawing.canvas import (
    AMBER,
    BLUE,
    FOREST,
    MIST,
    MOSS,
    PAPER,
    RED,
    SAGE,
    SAND,
    SNOW,
    WIDTH,
    Canvas,
    curve,
    mix,
)
from portal.drawing.motifs import cloud, skyline

PETAL = "#6f93cf"


def flower(sheet, x, y, size, turn):
    """Five round petals, fine dark veins, a pale heart."""
    for i in range(5):
        angle = math.radians(turn + i * 72)
        px, py = math.sin(angle), -math.cos(angle) * 0.86

        def at(along, across, px=px, py=py):
            return (x + size * (px * along - py * across), y + size * (py * along + px * across))

        petal = [
            at(0, 0),
            at(0.5, -0.42),
            at(0.95, -0.36),
            at(1.04, 0),
            at(0.95, 0.36),
            at(0.5, 0.42),
        ]
        sheet.shape(curve(petal), mix(PETAL, SNOW, 0.1 + 0.08 * (i % 2)))
        for across in (-0.2, 0, 0.2):
            sheet.line(
                [at(0.2, across * 0.3), at(0.86, across)], mix(PETAL, BLUE, 0.45), size * 0.025
            )
    sheet.disc(x, y, size * 0.2, mix(SNOW, AMBER, 0.35))
    sheet.disc(x, y, size * 0.09, mix(MOSS, AMBER, 0.4))


def plant(sheet, x, base, height, size, turn, lean):
    tip = (x + lean, base - height)
    stem = curve([(x, base), (x + lean * 0.3, base - height * 0.55), tip], closed=False)
    sheet.line(stem, mix(MOSS, SAGE, 0.25), size * 0.11)
    for i in range(7):
        px, py = stem[int(len(stem) * (0.15 + i * 0.1))]
        side = 1 if i % 2 else -1
        sheet.line(
            [(px, py), (px + side * size * 0.45, py - size * 0.75)],
            mix(MOSS, SAGE, 0.4),
            size * 0.1,
        )
    flower(sheet, *tip, size, turn)


def draw():
    sheet = Canvas()
    sheet.sky("#8db4cd", "#fbe6bf", until=520)
    sheet.glow(800, 430, 300, "#fbd9a0", 0.9)
    sheet.disc(800, 430, 84, mix(AMBER, SNOW, 0.5))
    for x, y, size in ((260, 150, 90), (1300, 190, 110), (1060, 90, 60)):
        cloud(sheet, x, y, size, mix(SNOW, AMBER, 0.12))
    skyline(sheet, 492, mix(SAGE, MIST, 0.4), seed=7, low=14, high=40)
    sheet.hill([490, 478, 486, 476, 484, 476, 488, 480, 490], mix(SAGE, MOSS, 0.3))
    for i in range(20):
        sheet.crown(20 + i * 84, 500, 34 + (i * 11) % 20, mix(FOREST, SAGE, 0.3))
    sheet.hill([506, 500, 504, 500, 504, 500, 504, 500, 506], mix(PETAL, SAGE, 0.25))
    chance = random.Random(1930)
    for row in range(26):
        y = 508 + row * row * 0.62
        for _ in range(70):
            x = chance.uniform(0, WIDTH)
            far = row / 26
            sheet.line(
                [(x, y + 10 + far * 30), (x + chance.uniform(-4, 4), y)],
                mix(MOSS, SAGE, chance.uniform(0, 0.8)),
                2 + far * 3,
            )
            sheet.disc(x, y, 2 + far * 9, mix(PETAL, SNOW, chance.uniform(0, 0.45)), flat=0.7)
    # The cloth: it comes out of the horizon as a road does.
    linen, shade = mix(PAPER, SNOW, 0.4), mix(SAND, PAPER, 0.3)
    left, right = [], []
    for step in range(31):
        far = 1 - step / 30
        middle = 810 + 210 * far * math.sin(far * 5.4)
        half, y = 6 + 244 * (1 - far) ** 1.7, 502 + 258 * (1 - far) ** 1.25
        left.append((middle - half, y))
        right.append((middle + half, y))
    sheet.shape([*left, *reversed(right)], linen)
    for share in (0.2, 0.5, 0.8):
        fold = [(a + (c - a) * share, b) for (a, b), (c, _d) in zip(left, right, strict=True)]
        sheet.line(fold, shade, 3)
    for edge, inner in ((left, right), (right, left)):
        for share, width in ((0.04, 5), (0.075, 2)):
            hem = [(a + (c - a) * share, b) for (a, b), (c, _d) in zip(edge, inner, strict=True)]
            sheet.line(hem, RED, width)
    sheet.box(530, 726, 1090, 856, linen, round_by=64)
    sheet.box(530, 800, 1090, 856, shade, round_by=28)
    for y in (742, 764, 786):
        sheet.line([(566, y), (1060, y)], mix(linen, SAND, 0.5), 2.5)
    for x in (552, 1068):
        sheet.line([(x, 736), (x, 846)], RED, 6)
    for i in range(5):
        sheet.disc(1090, 791, 64 - i * 13, shade if i % 2 else linen, flat=1.0)
    sheet.disc(1090, 791, 9, "#8a5a3a")
    for i in range(13):
        x = 590 + i * 38
        sheet.shape([(x, 812), (x + 11, 823), (x, 834), (x - 11, 823)], RED)
    for x, base, height, size, turn, lean in (
        (60, 960, 420, 92, 10, 40),
        (210, 970, 300, 80, 40, -20),
        (350, 980, 210, 66, 0, 24),
        (470, 980, 130, 52, 30, -10),
        (1540, 960, 430, 94, 20, -50),
        (1400, 970, 300, 82, 50, 20),
        (1270, 980, 200, 64, 15, -20),
        (1170, 985, 110, 50, 5, 10),
        (130, 980, 190, 60, 25, -10),
        (1480, 985, 170, 58, 60, 10),
    ):
        plant(sheet, x, base, height, size, turn, lean)
    sheet.woven_band()
    return sheet
