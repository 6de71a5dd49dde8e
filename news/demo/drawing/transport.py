"""A tram and an electric bus."""

from portal.drawing.canvas import (
    AMBER,
    BLUE,
    FOREST,
    HEIGHT,
    INK,
    MIST,
    NIGHT,
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
from portal.drawing.motifs import skyline


def houses(sheet, ground):
    tints = (
        mix(SAND, RED, 0.3),
        mix(AMBER, PAPER, 0.3),
        mix(SAGE, PAPER, 0.25),
        mix(RED, PAPER, 0.35),
        mix(BLUE, PAPER, 0.5),
    )
    x, i = -40, 0
    while x < WIDTH:
        width, height = 150 + (i * 61) % 90, 210 + (i * 83) % 120
        fill = tints[i % len(tints)]
        sheet.box(x, ground - height, x + width, ground, fill)
        sheet.shape(
            [
                (x - 8, ground - height),
                (x + 26, ground - height - 54),
                (x + width - 26, ground - height - 54),
                (x + width + 8, ground - height),
            ],
            mix(WINE, fill, 0.25),
        )
        for row in range(int(height // 62)):
            for column in range(int(width // 44)):
                wx = x + 18 + column * 44
                wy = ground - height + 24 + row * 62
                lit = (i + row * 3 + column * 5) % 4 == 0
                sheet.box(
                    wx, wy, wx + 20, wy + 32, AMBER if lit else mix(fill, NIGHT, 0.5), round_by=3
                )
        x += width
        i += 1


def tram(sheet):
    """Two cars with a bellows between them."""
    sheet.line([(420, 446), (470, 380), (400, 300)], INK, 6)
    sheet.line([(360, 298), (450, 298)], INK, 7)
    for x0, x1 in ((70, 470), (500, 900)):
        front = 46 if x1 == 900 else 12
        sheet.box(x0, 446, x1, 790, FOREST, round_by=34 if front > 20 else 14)
        sheet.box(x0, 640, x1, 700, AMBER)
        sheet.box(x0 + 20, 434, x1 - 60, 452, mix(FOREST, INK, 0.5), round_by=8)
        for i in range(4):
            wx = x0 + 26 + i * 92
            door = i == 2
            sheet.box(
                wx,
                486,
                wx + 74,
                776 if door else 612,
                mix(MIST, BLUE, 0.3 if door else 0.12),
                round_by=10,
            )
            if door:
                sheet.line([(wx + 37, 490), (wx + 37, 772)], FOREST, 5)
            sheet.veil([(wx + 8, 606), (wx + 40, 490), (wx + 58, 490), (wx + 26, 606)], SNOW, 0.5)
    sheet.box(466, 470, 504, 780, INK, round_by=6)
    sheet.shape([(836, 486), (880, 486), (900, 540), (900, 612), (836, 612)], mix(NIGHT, BLUE, 0.4))
    sheet.disc(884, 730, 11, SNOW)
    for x in (150, 210, 330, 390, 580, 640, 760, 820):
        sheet.disc(x, 794, 24, INK)
        sheet.disc(x, 794, 10, MIST)
    sheet.box(90, 784, 880, 796, INK)


def bus(sheet):
    """The electric bus, a green leaf on its side."""
    sheet.veil([(1000, 888), (1560, 888), (1540, 908), (1010, 908)], INK, 0.45, blur=5)
    sheet.box(1000, 540, 1560, 876, RED, round_by=36)
    sheet.box(1060, 516, 1420, 552, WINE, round_by=12)
    sheet.box(1000, 800, 1560, 850, SNOW)
    sheet.shape(
        [(1000, 610), (1030, 584), (1052, 584), (1052, 716), (1000, 730)], mix(NIGHT, BLUE, 0.4)
    )
    for i in range(5):
        wx = 1064 + i * 97
        door = i in (1, 4)
        sheet.box(
            wx,
            584,
            wx + 84,
            856 if door else 716,
            mix(MIST, BLUE, 0.3 if door else 0.12),
            round_by=10,
        )
        if door:
            sheet.line([(wx + 42, 590), (wx + 42, 850)], RED, 5)
        sheet.veil([(wx + 10, 710), (wx + 46, 590), (wx + 66, 590), (wx + 30, 710)], SNOW, 0.5)
    sheet.shape(curve([(1280, 790), (1290, 748), (1342, 732), (1334, 780)]), SAGE)
    sheet.line([(1274, 796), (1324, 746)], SNOW, 4)
    for x in (1110, 1404):
        sheet.disc(x, 868, 46, INK)
        sheet.disc(x, 868, 22, MIST)
        sheet.disc(x, 868, 9, INK)
    sheet.disc(1012, 770, 10, AMBER)


def draw():
    sheet = Canvas()
    sheet.sky("#f0b070", "#f8e6c6", until=560)
    sheet.disc(1180, 330, 120, mix(RED, AMBER, 0.3))
    skyline(sheet, 520, mix(AMBER, WINE, 0.3), seed=6, low=120, high=260)
    houses(sheet, 640)
    sheet.box(0, 640, WIDTH, HEIGHT, "#3b4450")
    sheet.box(0, 640, WIDTH, 672, mix(SAND, WINE, 0.25))
    for y in (800, 838):
        sheet.box(0, y, WIDTH, y + 6, MIST)
    for i in range(10):
        sheet.box(i * 180 - 30, 880, i * 180 + 60, 888, SAND)
    for x in (150, 820, 1490):
        sheet.line([(x, 660), (x, 236)], INK, 9)
        sheet.line([(x, 262), (x + 110, 250)], INK, 5)
    for y in (276, 300):
        sheet.line([(0, y), (WIDTH, y - 6)], INK, 3)
    tram(sheet)
    bus(sheet)
    sheet.woven_band()
    return sheet
