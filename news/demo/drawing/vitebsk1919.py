"""Squares and bars above the roofs of Vitebsk."""

import math

from portal.drawing.canvas import (
    AMBER,
    BLUE,
    FOREST,
    GOLD,
    HEIGHT,
    INK,
    MIST,
    MOSS,
    PAPER,
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


def bar(sheet, x, y, length, width, turn, fill):
    """A rectangle about (x, y), turned."""
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    corners = ((-1, -1), (1, -1), (1, 1), (-1, 1))
    sheet.shape(
        [
            (
                x + a * length / 2 * cos - b * width / 2 * sin,
                y + a * length / 2 * sin + b * width / 2 * cos,
            )
            for a, b in corners
        ],
        fill,
    )


def house(sheet, x, base, width, height, lean, wall, roof):
    """None of them stands quite straight."""
    sheet.shape(
        [
            (x, base),
            (x + lean, base - height),
            (x + width + lean, base - height),
            (x + width, base),
        ],
        wall,
    )
    top = base - height
    sheet.shape(
        [
            (x + lean - 16, top),
            (x + width * 0.4 + lean * 1.6, top - width * 0.46),
            (x + width + lean + 16, top),
        ],
        roof,
    )
    for i in range(2):
        wx = x + width * (0.18 + 0.42 * i) + lean * 0.5
        sheet.shape(
            [
                (wx, base - height * 0.3),
                (wx + lean * 0.3, base - height * 0.7),
                (wx + width * 0.2 + lean * 0.3, base - height * 0.7),
                (wx + width * 0.2, base - height * 0.3),
            ],
            mix(AMBER, roof, 0.2 * i),
        )


def draw():
    sheet = Canvas()
    sheet.sky("#f3ead9", "#eddcba", until=HEIGHT)
    sheet.disc(300, 300, 150, mix(MIST, PAPER, 0.3))
    # The composition.
    bar(sheet, 980, 350, 760, 26, -24, mix(GOLD, AMBER, 0.3))
    bar(sheet, 800, 330, 330, 330, -24, RED)
    bar(sheet, 1130, 200, 460, 42, -24, INK)
    sheet.disc(1230, 400, 118, INK)
    bar(sheet, 1010, 470, 520, 16, -24, WINE)
    bar(sheet, 520, 470, 240, 62, 66, BLUE)
    bar(sheet, 1390, 210, 110, 110, -24, mix(BLUE, MIST, 0.3))
    bar(sheet, 600, 180, 190, 34, -24, FOREST)
    bar(sheet, 560, 232, 120, 14, -24, INK)
    sheet.shape([(1400, 470), (1490, 330), (1530, 500)], AMBER)
    bar(sheet, 330, 160, 86, 86, 12, WINE)
    bar(sheet, 1330, 560, 300, 12, 66, INK)
    sheet.disc(690, 560, 34, GOLD)
    bar(sheet, 420, 330, 300, 9, -24, RED)
    # The town.
    sheet.hill([760, 720, 690, 700, 720, 700, 680, 690, 720], mix(SAGE, SAND, 0.35))
    for x, base, width, height, lean, wall, roof in (
        (30, 770, 150, 110, 14, mix(SAND, PAPER, 0.3), WINE),
        (240, 760, 120, 90, -10, mix(MIST, PAPER, 0.4), RED),
        (860, 760, 150, 100, 12, mix(AMBER, PAPER, 0.4), BLUE),
        (1060, 770, 130, 120, -14, SNOW, WINE),
        (1390, 780, 160, 110, 10, mix(MIST, PAPER, 0.3), RED),
    ):
        house(sheet, x, base, width, height, lean, wall, roof)
    # The church on its hill, two towers.
    sheet.box(520, 600, 700, 740, SNOW)
    sheet.shape([(510, 600), (610, 540), (710, 600)], FOREST)
    for x in (520, 700):
        sheet.box(x - 28, 520, x + 28, 740, SNOW)
        sheet.box(x + 10, 520, x + 28, 740, mix(SNOW, BLUE, 0.16))
        sheet.shape(
            curve([(x - 32, 522), (x - 28, 486), (x, 452), (x + 28, 486), (x + 32, 522)]), FOREST
        )
        sheet.line([(x, 456), (x, 414)], GOLD, 5)
        sheet.box(x - 9, 560, x + 9, 604, BLUE, round_by=9)
    sheet.box(592, 660, 630, 740, WINE, round_by=19)
    sheet.hill([830, 800, 790, 800, 820, 800, 790, 806, 830], mix(MOSS, SAGE, 0.3))
    for x, base, width, height, lean, wall, roof in (
        (120, 850, 180, 120, -12, mix(AMBER, SNOW, 0.5), BLUE),
        (400, 860, 160, 104, 12, mix(RED, PAPER, 0.55), INK),
        (960, 862, 190, 120, -10, mix(BLUE, PAPER, 0.6), WINE),
        (1230, 860, 150, 130, 16, mix(SAND, SNOW, 0.3), FOREST),
    ):
        house(sheet, x, base, width, height, lean, wall, roof)
    # A tram with squares on its side.
    sheet.line([(0, 700), (640, 716), (1240, 700), (WIDTH, 712)], mix(INK, SAND, 0.3), 3)
    sheet.line([(720, 790), (760, 712)], INK, 5)
    sheet.box(610, 788, 900, 880, PAPER, round_by=12)
    sheet.box(600, 782, 910, 798, INK, round_by=8)
    for i in range(5):
        sheet.box(626 + i * 54, 806, 668 + i * 54, 838, mix(BLUE, INK, 0.3), round_by=3)
    for i, fill in enumerate((RED, INK, GOLD, BLUE, RED)):
        bar(sheet, 648 + i * 54, 859, 25, 25, -24 if i % 2 else 10, fill)
    for x in (670, 840):
        sheet.disc(x, 884, 19, INK)
        sheet.disc(x, 884, 7, MIST)
    sheet.box(0, 890, WIDTH, HEIGHT, mix(MOSS, INK, 0.3))
    sheet.woven_band()
    return sheet
