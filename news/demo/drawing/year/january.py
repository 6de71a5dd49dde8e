"""A window with frost flowers, a candle, a geranium."""

import math
import random

from portal.drawing.canvas import (
    AMBER,
    BLUE,
    FOREST,
    GOLD,
    HEIGHT,
    INK,
    MIST,
    MOSS,
    NIGHT,
    RED,
    SAND,
    SNOW,
    WIDTH,
    WINE,
    Canvas,
    curve,
    mix,
)


def fern_of_frost(sheet, x, y, length, turn, fill, depth=0):
    """A feather that grows feathers."""
    steps = 9 if depth == 0 else 6
    angle = math.radians(turn)
    bend = 0.05 if int(x + y) % 2 else -0.05
    points = [(x, y)]
    for _ in range(steps):
        px, py = points[-1]
        points.append(
            (px + length / steps * math.sin(angle), py - length / steps * math.cos(angle))
        )
        angle += bend
    sheet.line(points, fill, max(1.6, 7 - depth * 2.2))
    if depth == 2:
        return
    for i, (px, py) in enumerate(points[1:-1], 1):
        for side in (-1, 1):
            reach = length * 0.42 * (1 - i / (steps + 1))
            fern_of_frost(sheet, px, py, reach, math.degrees(angle) + side * 52, fill, depth + 1)


def geranium(sheet, x, base):
    sheet.shape(
        [(x - 70, base - 130), (x + 70, base - 130), (x + 52, base), (x - 52, base)], "#a4553a"
    )
    sheet.box(x - 80, base - 148, x + 80, base - 116, mix("#a4553a", SNOW, 0.14), round_by=8)
    for tip in ((-70, -400), (30, -460), (90, -360)):
        sheet.line(
            curve(
                [(x, base - 140), (x + tip[0] * 0.4, base - 250), (x + tip[0], base + tip[1])],
                closed=False,
            ),
            MOSS,
            9,
        )
    for dx, dy, size in (
        (-110, -230, 56),
        (104, -220, 60),
        (-40, -280, 54),
        (60, -300, 50),
        (-86, -310, 42),
        (118, -300, 40),
        (6, -200, 60),
    ):
        sheet.disc(x + dx, base + dy, size, FOREST, flat=0.78)
        sheet.disc(x + dx, base + dy, size * 0.78, MOSS, flat=0.78)
        sheet.disc(x + dx, base + dy, size * 0.34, mix(MOSS, AMBER, 0.3), flat=0.78)
    for tip in ((-70, -400), (30, -460), (90, -360)):
        for i in range(13):
            turn, far = i * 2.4, 10 + i * 3.4
            cx, cy = x + tip[0] + far * math.cos(turn), base + tip[1] + far * math.sin(turn) * 0.8
            for k in range(5):
                petal = math.tau * k / 5
                sheet.disc(
                    cx + 10 * math.cos(petal),
                    cy + 10 * math.sin(petal),
                    9,
                    mix(RED, SNOW, 0.12 * (i % 3)),
                )
            sheet.disc(cx, cy, 5, WINE)


def january():
    x0, y0, x1, y1 = 290, 130, 1310, 830
    sheet = Canvas(NIGHT)
    sheet.glow(900, 300, 420, mix(BLUE, MIST, 0.3), 0.8)
    sheet.disc(960, 270, 56, mix(SNOW, AMBER, 0.3))
    frost = mix(SNOW, MIST, 0.25)
    for x, y, length, turn in (
        (300, 820, 520, 24),
        (480, 824, 360, 4),
        (1300, 820, 520, -26),
        (1130, 824, 340, -6),
        (300, 150, 330, 150),
        (1296, 150, 330, 212),
        (700, 826, 250, 8),
        (930, 826, 230, -10),
    ):
        fern_of_frost(sheet, x, y, length, turn, mix(frost, BLUE, 0.12 * (int(length) % 3)))
    chance = random.Random(1)
    for _ in range(260):
        edge = chance.random() ** 2.2 * 260
        x = chance.choice((x0 + edge, x1 - edge))
        sheet.disc(x, chance.uniform(y0, y1), chance.uniform(1.5, 4), frost)
    # The wall round the window, and its carved boards.
    for wall in (
        (0, 0, WIDTH, y0),
        (0, 0, x0, HEIGHT),
        (x1, 0, WIDTH, HEIGHT),
        (0, y1, WIDTH, HEIGHT),
    ):
        sheet.box(*wall, mix(WINE, INK, 0.35))
    for i in range(14):
        for left, right in ((0, x0), (x1, WIDTH)):
            sheet.line([(left, 36 + i * 76), (right, 36 + i * 76)], mix(WINE, INK, 0.55), 6)
    sheet.shape([(x0 - 90, 118), (800, -30), (x1 + 90, 118)], SNOW)
    sheet.shape([(x0 - 20, 112), (800, 6), (x1 + 20, 112)], mix(BLUE, MIST, 0.35))
    for i in range(8):
        sheet.disc(420 + i * 108, 100 - 46 * math.sin(math.pi * (i + 0.5) / 8), 15, SNOW)
    for board in (
        (x0 - 70, y0 - 30, x1 + 70, y0),
        (x0 - 70, y0 - 30, x0, y1 + 40),
        (x1, y0 - 30, x1 + 70, y1 + 40),
    ):
        sheet.box(*board, SNOW)
    for x in (x0 - 36, x1 + 36):
        for i in range(8):
            y = y0 + 30 + i * 92
            sheet.shape([(x, y - 34), (x + 18, y), (x, y + 34), (x - 18, y)], mix(BLUE, MIST, 0.35))
    for x in (790, 810):
        sheet.box(x - 14, y0, x + 14, y1, SNOW)
    sheet.box(x0, 386, x1, 412, SNOW)
    sheet.box(x0 - 100, y1, x1 + 100, y1 + 44, SNOW)
    sheet.box(x0 - 100, y1 + 34, x1 + 100, y1 + 46, MIST)
    sheet.box(0, y1 + 46, WIDTH, HEIGHT, mix(WINE, INK, 0.5))
    # A candle on the sill.
    sheet.glow(1110, 560, 240, AMBER, 0.75)
    sheet.disc(1110, 826, 92, GOLD, flat=0.2)
    sheet.disc(1110, 820, 84, mix(GOLD, AMBER, 0.5), flat=0.18)
    sheet.box(1078, 640, 1142, 820, mix(SNOW, AMBER, 0.18), round_by=8)
    sheet.box(1122, 640, 1142, 820, mix(SAND, AMBER, 0.2), round_by=6)
    sheet.shape(curve([(1078, 644), (1086, 700), (1096, 660), (1108, 690), (1116, 652)]), SNOW)
    sheet.line([(1110, 640), (1110, 616)], INK, 5)
    for part, fill in ((1.0, GOLD), (0.7, AMBER), (0.38, SNOW)):
        sheet.shape(
            curve(
                [
                    (1110 - 26 * part, 618),
                    (1110, 632),
                    (1110 + 26 * part, 618),
                    (1110 + 12 * part, 618 - 56 * part),
                    (1110, 618 - 100 * part),
                    (1110 - 12 * part, 618 - 56 * part),
                ]
            ),
            fill,
        )
    geranium(sheet, 500, 832)
    return sheet
