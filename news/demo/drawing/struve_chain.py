"""The principle of the arc: a chain of triangles on a strip of map."""

import math
import random

from portal.drawing.canvas import (
    BLUE,
    GOLD,
    HEIGHT,
    INK,
    MIST,
    NIGHT,
    PAPER,
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

# Points of the arc from north to south on the strip of map; the last ones are drawn red.
CHAIN = [
    (730, 60),
    (830, 110),
    (740, 170),
    (850, 215),
    (745, 275),
    (860, 330),
    (750, 380),
    (845, 440),
    (760, 500),
    (850, 560),
    (770, 610),
    (850, 665),
    (775, 720),
    (845, 770),
    (780, 830),
    (850, 880),
    (790, 950),
]
BELARUS = (9, 11, 13, 14, 15)


def draw():
    sheet = Canvas(mix(PAPER, SAND, 0.35))
    sheet.shape([(480, 0), (1120, 0), (1120, HEIGHT), (480, HEIGHT)], PAPER)
    sea = mix(MIST, BLUE, 0.25)
    sheet.shape(
        curve(
            [
                (470, -40),
                (620, 0),
                (640, 40),
                (560, 90),
                (600, 150),
                (520, 210),
                (460, 220),
                (440, 40),
            ]
        ),
        sea,
    )
    sheet.shape(
        curve([(470, 330), (620, 340), (660, 380), (560, 420), (640, 470), (560, 520), (460, 500)]),
        sea,
    )
    sheet.shape(curve([(1000, 920), (1120, 890), (1180, 1040), (960, 1040)]), sea)
    for points in (
        [(930, 60), (960, 200), (900, 330), (980, 470), (930, 620)],
        [(560, 640), (660, 690), (640, 790), (700, 880), (660, 990)],
        [(1080, 560), (980, 660), (1000, 780), (920, 860), (960, 1000)],
    ):
        sheet.line(curve(points, closed=False), sea, 6)
    chance = random.Random(258)
    for _ in range(46):
        x, y = chance.uniform(500, 1100), chance.uniform(20, 960)
        if abs(x - 795) > 110:
            sheet.fir(x, y, chance.uniform(22, 40), mix(SAGE, PAPER, 0.25), tiers=3)
    for i in range(9):
        y = 40 + i * 115
        sheet.line([(484, y), (500, y)], WINE, 4)
        sheet.line([(1100, y), (1116, y)], WINE, 4)
    for x in (480, 1120):
        sheet.line([(x, 0), (x, HEIGHT)], WINE, 5)
    for i in range(len(CHAIN) - 2):
        sheet.veil(CHAIN[i : i + 3], GOLD, 0.2 + 0.12 * (i % 2))
    for first, second in zip(CHAIN, CHAIN[1:], strict=False):
        sheet.line([first, second], WINE, 5)
    for first, second in zip(CHAIN, CHAIN[2:], strict=False):
        sheet.line([first, second], WINE, 5)
    # The base: the one side that was measured on the ground.
    sheet.line([CHAIN[13], CHAIN[14]], NIGHT, 11)
    for i, (x, y) in enumerate(CHAIN):
        red = i in BELARUS
        sheet.disc(x, y, 17 if red else 11, RED if red else WINE)
        sheet.disc(x, y, 8 if red else 5, SNOW)
    # A star of the winds on the bare margin.
    for turn, reach, fill in ((0, 120, WINE), (45, 70, mix(GOLD, SAND, 0.3))):
        for i in range(4):
            angle = math.radians(turn + i * 90)
            tip = (240 + reach * math.sin(angle), 240 - reach * math.cos(angle))
            left = ring(240, 240, 22, 4, turn=turn + i * 90 - 45)[0]
            right = ring(240, 240, 22, 4, turn=turn + i * 90 + 45)[0]
            sheet.shape([left, tip, (240, 240)], fill)
            sheet.shape([right, tip, (240, 240)], mix(fill, PAPER, 0.45))
    sheet.disc(240, 240, 9, PAPER)
    # The rod of iron and the plumb line that made the base.
    sheet.box(1230, 760, 1530, 776, mix(INK, BLUE, 0.4), round_by=6)
    for i in range(11):
        sheet.line([(1236 + i * 28.8, 776), (1236 + i * 28.8, 798 if i % 5 else 812)], WINE, 3)
    sheet.line([(1380, 520), (1380, 700)], WINE, 3)
    sheet.shape([(1362, 700), (1398, 700), (1380, 748)], GOLD)
    return sheet
