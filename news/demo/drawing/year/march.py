"""Pussy willow and the drift of ice."""

import math
import random

from portal.drawing.canvas import (
    AMBER,
    BLUE,
    GOLD,
    HEIGHT,
    INK,
    MIST,
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

BARK = "#6a4a36"


def catkin(sheet, x, y, size, turn):
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))

    def at(points):
        return [(x + size * (a * cos - b * sin), y + size * (a * sin + b * cos)) for a, b in points]

    sheet.shape(
        curve(at([(0, 0.1), (0.34, -0.3), (0.3, -0.9), (0, -1.25), (-0.3, -0.9), (-0.34, -0.3)])),
        mix(MIST, SNOW, 0.35),
    )
    sheet.shape(
        curve(
            at(
                [
                    (-0.04, 0),
                    (0.14, -0.4),
                    (0.1, -0.9),
                    (-0.06, -1.12),
                    (-0.24, -0.8),
                    (-0.24, -0.3),
                ]
            )
        ),
        SNOW,
    )
    sheet.shape(
        curve(at([(-0.28, 0.12), (0.28, 0.12), (0.3, -0.3), (0, -0.08), (-0.3, -0.3)])), WINE
    )


def branch(sheet, points, *, size, start=0.15, step=6):
    line = curve(points, closed=False, steps=18)
    for i in range(len(line) - 1):
        sheet.line(line[i : i + 2], BARK, 15 * (1 - i / len(line)) + 4)
    for count, i in enumerate(range(int(len(line) * start), len(line) - 1, step)):
        (x, y), (nx, ny) = line[i], line[i + 1]
        along = math.degrees(math.atan2(nx - x, y - ny))
        catkin(sheet, x, y, size * (1 - 0.3 * i / len(line)), along + (38 if count % 2 else -38))
    catkin(
        sheet,
        *line[-1],
        size * 0.8,
        math.degrees(math.atan2(line[-1][0] - line[-2][0], line[-2][1] - line[-1][1])),
    )


def lark(sheet, x, y, k):
    brown = "#7d6248"
    sheet.shape(
        curve(
            [
                (x - 50 * k, y + 16 * k),
                (x - 10 * k, y - 8 * k),
                (x + 26 * k, y - 12 * k),
                (x + 34 * k, y),
                (x + 14 * k, y + 16 * k),
                (x - 20 * k, y + 20 * k),
            ]
        ),
        brown,
    )
    sheet.shape(
        curve(
            [
                (x - 8 * k, y + 18 * k),
                (x + 20 * k, y + 14 * k),
                (x + 32 * k, y + 2 * k),
                (x + 24 * k, y - 2 * k),
            ]
        ),
        mix(SNOW, SAND, 0.5),
    )
    sheet.shape(
        [
            (x - 46 * k, y + 12 * k),
            (x - 86 * k, y + 16 * k),
            (x - 82 * k, y + 28 * k),
            (x - 40 * k, y + 22 * k),
        ],
        mix(brown, INK, 0.2),
    )
    for side, lift in ((-1, 66), (1, 74)):
        sheet.shape(
            curve(
                [
                    (x - 12 * k, y),
                    (x - 34 * k, y - 30 * k),
                    (x + side * 30 * k - 30 * k, y - lift * k),
                    (x + side * 14 * k, y - 34 * k),
                    (x + 14 * k, y),
                ]
            ),
            mix(brown, SAND, 0.25 if side > 0 else 0.0),
        )
    sheet.disc(x + 32 * k, y - 10 * k, 14 * k, brown)
    sheet.shape(
        [(x + 22 * k, y - 20 * k), (x + 20 * k, y - 36 * k), (x + 36 * k, y - 22 * k)],
        mix(brown, INK, 0.25),
    )
    sheet.shape([(x + 44 * k, y - 14 * k), (x + 62 * k, y - 8 * k), (x + 43 * k, y - 5 * k)], GOLD)
    sheet.disc(x + 36 * k, y - 12 * k, 3 * k, INK)


def march():
    sheet = Canvas()
    sheet.sky("#9db9cb", "#f4e6d0", until=520)
    sheet.disc(330, 190, 70, mix(AMBER, SNOW, 0.55))
    for x, y, size in ((700, 130, 110), (1180, 90, 90)):
        cloud(sheet, x, y, size, SNOW)
    sheet.hill([470, 440, 456, 430, 448, 436, 460, 440, 466], mix(SAGE, MIST, 0.5))
    for i in range(36):
        x = (i * 103) % WIDTH
        sheet.crown(x, 470, 40 + (i * 23) % 30, mix("#8a7a70", MIST, 0.3 + i % 3 * 0.12))
    sheet.hill([500, 486, 490, 480, 486, 480, 490, 486, 500], mix(SAND, SAGE, 0.4))
    for i in range(14):
        x = (i * 127) % WIDTH
        sheet.disc(x, 492 + i % 3 * 6, 60 + i % 4 * 20, SNOW, flat=0.12)
    sheet.box(0, 510, WIDTH, HEIGHT, mix(BLUE, MIST, 0.2))
    sheet.veil([(0, 510), (WIDTH, 510), (WIDTH, 620), (0, 620)], mix(MIST, SNOW, 0.3), 0.6, blur=30)
    chance = random.Random(3)
    for row in range(9):
        y = 540 + row * row * 5.2 + row * 8
        for i in range(max(3, 9 - row)):
            x = (i + 0.5 + (row % 2) * 0.5) * WIDTH / max(3, 9 - row) + chance.uniform(-60, 60)
            half = 30 + row * 17 + chance.uniform(-8, 20)
            floe = [
                (
                    x + half * (0.8 + 0.3 * chance.random()) * math.cos(k * math.tau / 7),
                    y + half * 0.3 * (0.8 + 0.3 * chance.random()) * math.sin(k * math.tau / 7),
                )
                for k in range(7)
            ]
            sheet.shape([(a, b + 5 + row * 1.6) for a, b in floe], mix(BLUE, MIST, 0.55))
            sheet.shape(floe, mix(SNOW, MIST, chance.uniform(0, 0.3)))
    for x, y, k in ((700, 300, 0.9), (560, 220, 0.65), (860, 190, 0.7)):
        lark(sheet, x, y, k)
    branch(sheet, [(1640, 980), (1400, 760), (1230, 520), (1150, 240)], size=56)
    branch(sheet, [(1640, 760), (1500, 520), (1440, 300), (1460, 80)], size=52)
    branch(sheet, [(1400, 760), (1200, 690), (1040, 560)], size=50, start=0.3)
    branch(sheet, [(-40, 1000), (110, 780), (170, 560), (150, 360)], size=56)
    branch(sheet, [(60, 850), (220, 740), (330, 580)], size=48, start=0.3)
    return sheet
