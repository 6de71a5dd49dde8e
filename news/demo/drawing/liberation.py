"""The obelisk on Victory Square."""

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
    PAPER,
    RED,
    SAND,
    SNOW,
    WIDTH,
    WINE,
    Canvas,
    curve,
    mix,
    ring,
)
from portal.drawing.motifs import skyline


def stork(sheet, x, y, size, turn=1):
    """A stork in flight; `turn` -1 lets it fly to the left."""

    def at(points):
        return [(x + turn * px * size, y + py * size) for px, py in points]

    sheet.line(at([(-0.5, 0.05), (-1.25, 0.22)]), RED, size * 0.06)
    sheet.shape(
        curve(at([(-0.55, 0.0), (0.0, -0.12), (0.55, -0.06), (0.3, 0.14), (-0.2, 0.16)])), SNOW
    )
    sheet.line(at([(0.45, -0.02), (0.95, -0.1)]), SNOW, size * 0.1)
    sheet.disc(x + turn * 0.98 * size, y - 0.11 * size, size * 0.09, SNOW)
    sheet.line(at([(1.04, -0.1), (1.45, -0.06)]), RED, size * 0.05)
    sheet.shape(
        at([(0.3, -0.05), (-0.05, -0.95), (-0.55, -1.2), (-0.45, -0.6), (-0.25, 0.0)]), SNOW
    )
    sheet.shape(at([(-0.05, -0.95), (-0.55, -1.2), (-0.5, -0.88), (-0.28, -0.62)]), INK)


def draw():
    sheet = Canvas()
    sheet.sky("#c7d3d2", "#f6d9a6", until=760)
    for i in range(18):
        turn = math.radians(-85 + i * 10)
        edge = math.radians(-85 + i * 10 + 4.4)
        sheet.veil(
            [
                (800, 700),
                (800 + 1400 * math.sin(turn), 700 - 1400 * math.cos(turn)),
                (800 + 1400 * math.sin(edge), 700 - 1400 * math.cos(edge)),
            ],
            SNOW,
            0.34,
        )
    sheet.disc(800, 640, 250, mix(AMBER, RED, 0.25))
    sheet.disc(800, 640, 206, mix(AMBER, RED, 0.1))
    sheet.hill([700, 680, 694, 684, 694, 680, 700], mix(MIST, MOSS, 0.45))
    skyline(sheet, 742, mix(SAND, WINE, 0.42), seed=9, low=60, high=150)
    sheet.box(0, 740, WIDTH, HEIGHT, mix(SAND, MOSS, 0.2))
    stone, shade = "#7d8a8c", "#566467"
    sheet.shape([(742, 700), (762, 190), (800, 120), (800, 700)], stone)
    sheet.shape([(858, 700), (838, 190), (800, 120), (800, 700)], shade)
    for i in range(6):
        y = 262 + i * 70
        sheet.line([(760 - i * 2.6, y), (840 + i * 2.6, y)], mix(shade, INK, 0.25), 2.5)
    star = [
        p
        for pair in zip(ring(800, 92, 52, 5), ring(800, 92, 21, 5, turn=36), strict=True)
        for p in pair
    ]
    sheet.shape(star, RED)
    sheet.shape([(800, 92), star[0], star[1]], WINE)
    sheet.disc(800, 92, 9, GOLD)
    for half, top, fill in (
        (96, 690, "#8e9a9b"),
        (150, 718, "#a7b0af"),
        (230, 748, "#bcc2bd"),
        (330, 780, "#cfd2c8"),
    ):
        sheet.box(800 - half, top, 800 + half, top + 40, fill)
        sheet.box(800 - half, top + 32, 800 + half, top + 40, mix(fill, INK, 0.18))
    wreath = [
        (800 + 40 * math.sin(t / 8 * math.pi), 660 + 40 * math.cos(t / 8 * math.pi))
        for t in range(16)
    ]
    for x, y in wreath:
        sheet.disc(x, y, 13, FOREST)
    sheet.line([(776, 690), (756, 742)], RED, 12)
    sheet.line([(824, 690), (844, 742)], RED, 12)
    sheet.box(0, 818, WIDTH, HEIGHT, MOSS)
    chance = random.Random(1944)
    for y in range(826, 930, 7):
        for _ in range(26):
            x = chance.uniform(-10, WIDTH + 10)
            size = 7 + (y - 826) / 12
            sheet.line([(x, y), (x + chance.uniform(-6, 6), y + 3 * size)], FOREST, size * 0.35)
            sheet.disc(x, y, size, chance.choice((RED, RED, WINE, mix(RED, GOLD, 0.3))))
            sheet.disc(x - size * 0.2, y - size * 0.25, size * 0.42, mix(RED, PAPER, 0.3))
    stork(sheet, 330, 300, 92)
    stork(sheet, 520, 200, 64)
    stork(sheet, 1270, 260, 78, turn=-1)
    sheet.woven_band()
    return sheet
