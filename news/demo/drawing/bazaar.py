"""Cornflowers before the Summer Amphitheatre."""

import math
import random

from portal.drawing.canvas import (
    AMBER,
    BLUE,
    FOREST,
    GOLD,
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


def cornflower(sheet, x, y, size, stem):
    sheet.line(
        curve(
            [(x, y), (x + stem * 0.05, y + stem * 0.5), (x - stem * 0.02, y + stem)], closed=False
        ),
        MOSS,
        size * 0.1,
    )
    for side in (-1, 1):
        leaf_y = y + stem * (0.5 + 0.12 * side)
        sheet.shape(
            curve(
                [
                    (x, leaf_y),
                    (x + side * size * 0.5, leaf_y - size * 0.75),
                    (x + side * size * 0.62, leaf_y - size * 1.2),
                    (x + side * size * 0.22, leaf_y - size * 0.5),
                ]
            ),
            MOSS,
        )
    for ring_at, reach, fill in ((0, 1.0, "#2f55a4"), (20, 0.74, "#4a76c9")):
        for i in range(9):
            turn = math.radians(ring_at + i * 40)
            px, py = math.sin(turn), -math.cos(turn) * 0.82

            def point(along, across, px=px, py=py, reach=reach):
                return (
                    x + size * reach * (px * along - py * across),
                    y + size * reach * (py * along + px * across),
                )

            sheet.shape(
                [
                    point(0.1, 0),
                    point(0.8, -0.3),
                    point(0.84, -0.1),
                    point(1.02, -0.12),
                    point(0.92, 0),
                    point(1.02, 0.12),
                    point(0.84, 0.1),
                    point(0.8, 0.3),
                ],
                fill,
            )
    sheet.disc(x, y, size * 0.2, "#4b2a66", flat=0.85)
    for i in range(7):
        turn = i / 7 * math.tau
        sheet.disc(
            x + size * 0.14 * math.cos(turn), y + size * 0.11 * math.sin(turn), size * 0.035, AMBER
        )


def draw():
    sheet = Canvas()
    sheet.sky("#f2c886", "#f6e8cf", until=560)
    sheet.disc(1250, 210, 92, mix(AMBER, SNOW, 0.35))
    sheet.hill([470, 430, 400, 410, 440, 470, 490, 480, 470], mix(SAND, MOSS, 0.3))
    # The town on the hill: a church with two towers, the town hall, roofs.
    for x, width, height, fill in (
        (40, 70, 70, WINE),
        (120, 60, 92, RED),
        (470, 80, 66, RED),
        (560, 64, 84, WINE),
        (640, 90, 56, RED),
        (744, 66, 70, WINE),
    ):
        sheet.box(x, 430 - height * 0.5, x + width, 470, mix(SNOW, SAND, 0.5))
        sheet.shape(
            [
                (x - 8, 430 - height * 0.5),
                (x + width / 2, 430 - height),
                (x + width + 8, 430 - height * 0.5),
            ],
            fill,
        )
    for x in (236, 316):
        sheet.box(x - 22, 230, x + 22, 440, SNOW)
        sheet.box(x - 26, 300, x + 26, 308, SAND)
        sheet.shape(
            curve(
                [(x - 24, 232), (x - 20, 208), (x, 176), (x + 20, 208), (x + 24, 232)], closed=True
            ),
            FOREST,
        )
        sheet.line([(x, 186), (x, 150)], GOLD, 4)
        sheet.box(x - 7, 250, x + 7, 284, BLUE, round_by=7)
        sheet.box(x - 7, 330, x + 7, 364, BLUE, round_by=7)
    sheet.box(236, 330, 316, 440, SNOW)
    sheet.shape([(236, 330), (276, 286), (316, 330)], SNOW)
    sheet.box(262, 380, 290, 440, WINE, round_by=14)
    sheet.box(398, 250, 446, 440, mix(SNOW, AMBER, 0.35))
    sheet.shape([(392, 250), (422, 196), (452, 250)], RED)
    sheet.disc(422, 286, 13, SNOW)
    sheet.line([(422, 286), (422, 277)], INK, 2.5)
    sheet.line([(422, 286), (429, 289)], INK, 2.5)
    sheet.hill([520, 470, 458, 470, 500, 520, 530, 520, 520], SAGE)
    # The amphitheatre: a fan of white ribs over rows of seats.
    for i in range(7):
        half = 420 - i * 44
        sheet.disc(1090, 600 + i * 9, half, (RED if i % 2 else WINE), flat=0.3)
    sheet.disc(1090, 660, 130, SAND, flat=0.25)
    roof = [(650 + i * 88 / 2, 520 - 250 * math.sin(math.pi * i / 20)) for i in range(21)]
    sheet.shape([*roof, (1530, 540), (1090, 470), (650, 540)], SNOW)
    for i in range(1, 20):
        x, y = roof[i]
        foot = (1090 + (x - 1090) * 0.98, 540 - 70 * (1 - abs(i - 10) / 10))
        sheet.line([(x, y), foot], mix(MIST, BLUE, 0.25), 3)
    sheet.line(roof, BLUE, 7)
    sheet.line([(650, 540), (1090, 470), (1530, 540)], mix(BLUE, MIST, 0.3), 5)
    sheet.line([(650, 522), (650, 640)], BLUE, 8)
    sheet.line([(1530, 522), (1530, 640)], BLUE, 8)
    sheet.hill([640, 660, 640, 632, 660, 690, 700, 690, 650], MOSS)
    chance = random.Random(1992)
    for y in range(700, 900, 12):
        for _ in range(24):
            x = chance.uniform(0, WIDTH)
            sheet.line(
                [(x, y + 40), (x + chance.uniform(-14, 14), y - chance.uniform(20, 70))],
                mix(FOREST, SAGE, chance.uniform(0, 0.55)),
                4,
            )
    flowers = sorted(
        (chance.uniform(690, 850), 40 + i * 66 + chance.uniform(-24, 24)) for i in range(24)
    )
    for y, x in flowers:
        cornflower(sheet, x, y, 34 + (y - 690) * 0.2, 260)
    sheet.woven_band()
    return sheet
