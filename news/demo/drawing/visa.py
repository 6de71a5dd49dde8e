"""A passport and an airliner above fields."""

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
    NIGHT,
    RED,
    SAGE,
    SAND,
    SNOW,
    WINE,
    Canvas,
    curve,
    mix,
    ring,
)
from portal.drawing.motifs import star


def fly(sheet, x, y):
    """An airliner seen from the side, climbing to the right."""
    tilt = math.radians(-9)

    def at(points):
        return [
            (
                x + px * math.cos(tilt) - py * math.sin(tilt),
                y + px * math.sin(tilt) + py * math.cos(tilt),
            )
            for px, py in points
        ]

    for i in range(3):
        sheet.line(at([(-330 - i * 50, -14 + i * 18), (-560 - i * 30, -14 + i * 18)]), SNOW, 5)
    sheet.shape(at([(20, -20), (-90, -120), (-130, -120), (-60, -20)]), mix(MIST, BLUE, 0.35))
    sheet.shape(at([(-238, -30), (-300, -140), (-252, -140), (-150, -34)]), RED)
    sheet.shape(
        curve(
            at(
                [
                    (-270, -26),
                    (-120, -40),
                    (120, -42),
                    (220, -32),
                    (286, 4),
                    (230, 30),
                    (60, 42),
                    (-120, 34),
                    (-250, -4),
                ]
            )
        ),
        SNOW,
    )
    sheet.shape(
        curve(at([(-250, 0), (-120, 16), (120, 20), (270, 14), (230, 30), (60, 42), (-120, 34)])),
        mix(MIST, SNOW, 0.3),
    )
    sheet.shape(at([(70, 14), (-110, 150), (-158, 150), (-70, 14)]), mix(MIST, BLUE, 0.55))
    sheet.shape(at([(-230, -14), (-310, 30), (-344, 30), (-286, -16)]), mix(MIST, BLUE, 0.55))
    for i in range(13):
        px, py = at([(-140 + i * 26, -16)])[0]
        sheet.disc(px, py, 6, BLUE)
    sheet.shape(at([(216, -26), (250, -14), (262, -4), (222, -8)]), NIGHT)
    sheet.line(at([(-250, 6), (262, 12)]), RED, 5)


def draw():
    sheet = Canvas()
    sheet.sky("#6f9ab0", "#f4e2bf", until=430)
    for x, y, width in ((220, 150, 220), (1180, 120, 260), (1440, 250, 160), (620, 290, 150)):
        sheet.box(x, y, x + width, y + 34, SNOW, round_by=17)
        sheet.box(x + width * 0.2, y - 24, x + width * 0.75, y + 24, SNOW, round_by=24)
    sheet.hill([430, 420, 434, 424, 436, 424, 430], SAGE)
    # Fields in strips that widen towards the viewer.
    tints = (MOSS, AMBER, SAGE, FOREST, GOLD, MOSS, SAND, FOREST, SAGE, AMBER, MOSS, GOLD)
    for row in range(3):
        top, bottom = 440 + row * row * 56, 440 + (row + 1) ** 2 * 56
        for i in range(-7, 8):
            spread = 190
            x0, x1 = i * spread, (i + 1) * spread
            sheet.shape(
                [
                    (800 + x0 * (0.5 + row * 0.42), top),
                    (800 + x1 * (0.5 + row * 0.42), top),
                    (800 + x1 * (0.92 + row * 0.42), bottom),
                    (800 + x0 * (0.92 + row * 0.42), bottom),
                ],
                tints[(i * 5 + row * 7) % len(tints)],
            )
    river = curve(
        [(980, 430), (1040, 500), (900, 560), (1060, 660), (1330, 730), (1300, 860), (1420, 1000)],
        closed=False,
    )
    left = [(x - (y - 430) * 0.09 - 4, y) for x, y in river]
    right = [(x + (y - 430) * 0.09 + 4, y) for x, y in river]
    sheet.shape([*left, *reversed(right)], "#7fa9b8")
    chance = random.Random(2017)
    for x, y in ((1180, 560), (1230, 566), (300, 520), (350, 524), (405, 518), (1420, 610)):
        sheet.crown(x, y, 34 + chance.uniform(0, 18), FOREST)
    fly(sheet, 960, 196)
    # The open passport with the star.
    sheet.veil([(250, 470), (790, 440), (840, 930), (240, 940)], INK, 0.35, blur=14)
    sheet.shape([(240, 452), (520, 420), (520, 936), (214, 936)], mix(BLUE, NIGHT, 0.5))
    sheet.shape([(254, 462), (520, 432), (520, 936), (230, 936)], SNOW)
    sheet.shape([(520, 432), (786, 462), (812, 936), (520, 936)], mix(SNOW, SAND, 0.35))
    sheet.shape([(520, 420), (800, 452), (806, 466), (520, 436)], mix(BLUE, NIGHT, 0.5))
    sheet.line([(520, 432), (520, 936)], SAND, 5)
    for i in range(5):
        sheet.line([(290 - i * 2, 530 + i * 52), (480, 520 + i * 52)], MIST, 8)
    sheet.shape(ring(660, 640, 110, 40), WINE)
    sheet.shape(ring(660, 640, 100, 40), mix(SNOW, SAND, 0.35))
    star(sheet, 660, 640, 9, RED)
    sheet.line([(570, 800), (760, 806)], WINE, 7)
    sheet.line([(590, 836), (740, 840)], MIST, 7)
    sheet.box(292, 790, 400, 800, MIST, round_by=4)
    sheet.woven_band()
    return sheet
