"""Lakes from above."""

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

WATER = "#2f6f96"


def lake(sheet, points):
    """Shore of sand, shallows, depth: the outline drawn smaller each time."""
    cx = sum(x for x, _y in points) / len(points)
    cy = sum(y for _x, y in points) / len(points)

    def at(share, dx=0, dy=0):
        return curve([(cx + (x - cx) * share + dx, cy + (y - cy) * share + dy) for x, y in points])

    sheet.shape(at(1.05, 4, 8), mix(FOREST, INK, 0.35))
    sheet.shape(at(1.03), SAND)
    sheet.shape(at(1.0), mix(WATER, MIST, 0.5))
    sheet.shape(at(0.93), mix(WATER, MIST, 0.22))
    sheet.shape(at(0.8), WATER)
    sheet.shape(at(0.6), mix(WATER, BLUE, 0.45))


def tree(sheet, x, y, size, fill):
    """A crown seen from above, with its shadow."""
    sheet.disc(x + size * 0.35, y + size * 0.4, size, mix(FOREST, INK, 0.45))
    sheet.disc(x, y, size, fill)
    sheet.disc(x - size * 0.25, y - size * 0.25, size * 0.5, mix(fill, SAGE, 0.3))


def inside(x, y, points):
    hit, j = False, len(points) - 1
    for i, (xi, yi) in enumerate(points):
        xj, yj = points[j]
        if (yi > y) != (yj > y) and x < (xj - xi) * (y - yi) / (yj - yi) + xi:
            hit = not hit
        j = i
    return hit


LAKES = (
    [
        (420, 150),
        (640, 90),
        (860, 160),
        (1010, 130),
        (1130, 260),
        (1090, 400),
        (940, 430),
        (860, 560),
        (660, 600),
        (540, 500),
        (400, 470),
        (330, 300),
    ],
    [(1240, 480), (1380, 420), (1520, 500), (1500, 640), (1380, 720), (1250, 660)],
    [(90, 560), (200, 520), (300, 620), (270, 760), (160, 800), (60, 700)],
    [(1320, 90), (1450, 60), (1520, 150), (1430, 250), (1320, 210)],
    [(640, 740), (800, 700), (960, 740), (1040, 830), (900, 880), (700, 850)],
    [(60, 120), (150, 70), (220, 150), (170, 260), (70, 240)],
)
FIELDS = (
    ([(0, 300), (250, 270), (300, 470), (0, 500)], AMBER, 0.1),
    ([(1130, 700), (1230, 720), (1260, 880), (1100, 890)], GOLD, 0.4),
    ([(1160, 60), (1290, 40), (1280, 240), (1170, 250)], SAGE, 0.0),
    ([(300, 700), (520, 660), (590, 860), (330, 890)], mix(AMBER, SAGE, 0.5), 0.5),
    ([(1080, 500), (1200, 470), (1210, 640), (1080, 660)], mix(SAND, AMBER, 0.4), 0.9),
)


def draw():
    sheet = Canvas(mix(MOSS, FOREST, 0.35))
    chance = random.Random(1995)
    for points, fill, lean in FIELDS:
        sheet.shape(points, fill)
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = points
        for i in range(1, 12):
            share = i / 12
            sheet.line(
                [
                    (x0 + (x3 - x0) * share, y0 + (y3 - y0) * share),
                    (x1 + (x2 - x1) * share, y1 + (y2 - y1) * share),
                ],
                mix(fill, WINE, 0.08 + lean * 0.06),
                3,
            )
    road = [
        (-20, 420),
        (260, 500),
        (340, 640),
        (620, 660),
        (900, 640),
        (1160, 480),
        (1240, 300),
        (1620, 330),
    ]
    sheet.line(curve(road, closed=False), mix(SAND, SNOW, 0.3), 9)
    smooth = [curve([(x, y) for x, y in points]) for points in LAKES]
    fields = [points for points, _fill, _lean in FIELDS]
    line = curve(road, closed=False)
    placed = []
    for _ in range(2600):
        x, y, size = chance.uniform(0, WIDTH), chance.uniform(0, 900), chance.uniform(9, 17)
        if any(inside(x, y, points) for points in (*smooth, *fields)):
            continue
        if any(math.hypot(x - a, y - b) < 22 for a, b in line[::3]):
            continue
        placed.append((y, x, size))
    for y, x, size in sorted(placed):
        tree(sheet, x, y, size, mix(FOREST, MOSS, chance.uniform(0, 0.8)))
    stream = [(300, 300), (230, 210), (180, 180)]
    for points in (
        stream,
        [(940, 430), (1100, 460), (1260, 540)],
        [(560, 590), (620, 680), (700, 760)],
        [(1130, 260), (1240, 180), (1340, 140)],
    ):
        sheet.line(curve(points, closed=False), mix(WATER, MIST, 0.4), 13)
    for points in LAKES:
        lake(sheet, points)
    for x, y, half in (
        (620, 270, 74),
        (860, 300, 46),
        (540, 400, 40),
        (1390, 560, 44),
        (760, 440, 34),
    ):
        island = [
            (
                x + half * (0.8 + 0.25 * math.sin(i * 2.3)) * math.cos(i * math.tau / 9),
                y + half * (0.7 + 0.2 * math.cos(i * 1.7)) * math.sin(i * math.tau / 9),
            )
            for i in range(9)
        ]
        sheet.shape(
            curve([(a + (a - x) * 0.16, b + (b - y) * 0.16) for a, b in island]),
            mix(WATER, MIST, 0.5),
        )
        sheet.shape(curve([(a + (a - x) * 0.06, b + (b - y) * 0.06) for a, b in island]), SAND)
        sheet.shape(curve(island), MOSS)
        for _ in range(int(half * 0.5)):
            turn, far = chance.uniform(0, math.tau), chance.uniform(0, 0.62)
            tree(
                sheet,
                x + half * far * math.cos(turn),
                y + half * far * 0.85 * math.sin(turn),
                chance.uniform(8, 13),
                mix(FOREST, MOSS, chance.uniform(0, 0.7)),
            )
    # A sail with its wake, a village on the shore.
    sheet.veil([(980, 300), (1070, 360), (1076, 340)], SNOW, 0.4)
    sheet.shape(curve([(960, 286), (984, 296), (976, 312), (946, 304)]), "#6e4a2d")
    sheet.shape([(962, 300), (940, 244), (998, 270)], SNOW)
    sheet.shape([(962, 300), (930, 276), (938, 250)], mix(SNOW, RED, 0.75))
    for i, (x, y) in enumerate(((1080, 430), (1112, 452), (1050, 462), (1086, 486), (1130, 486))):
        sheet.shape(
            [(x, y), (x + 30, y - 8), (x + 36, y + 14), (x + 6, y + 22)],
            mix(RED, WINE, i % 2 * 0.6),
        )
        sheet.line([(x + 3, y + 11), (x + 33, y + 3)], mix(RED, SNOW, 0.4), 2.5)
    for x, y, size in ((260, 60, 1.0), (1240, 330, 1.3)):
        for dx, dy, radius in ((0, 0, 60), (60, -14, 46), (-64, 8, 40), (110, 10, 34)):
            sheet.veil(
                [
                    (
                        x + size * (dx + radius * math.cos(i * 0.3)),
                        y + size * (dy + radius * 0.6 * math.sin(i * 0.3)),
                    )
                    for i in range(21)
                ],
                SNOW,
                0.55,
                blur=5,
            )
    sheet.woven_band()
    return sheet
