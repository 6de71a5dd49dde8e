"""A passenger train at the station in the morning."""

from math import cos, radians, sin

from portal.drawing.canvas import (
    AMBER,
    BLUE,
    FOREST,
    GOLD,
    INK,
    MIST,
    NIGHT,
    PAPER,
    RED,
    SAND,
    SNOW,
    WIDTH,
    WINE,
    Canvas,
    curve,
    mix,
)
from portal.drawing.motifs import skyline

STEEL = "#5d6d74"


def coach(sheet, x, width):
    body = FOREST
    sheet.box(x, 430, x + width, 690, body, round_by=26)
    sheet.box(x + 6, 430, x + width - 6, 452, mix(body, MIST, 0.35), round_by=12)
    sheet.box(x, 612, x + width, 636, AMBER)
    sheet.box(x, 640, x + width, 648, RED)
    sheet.box(x + 26, 476, x + 96, 680, mix(body, INK, 0.25), round_by=8)
    sheet.box(x + 38, 490, x + 84, 580, mix(AMBER, SNOW, 0.35), round_by=6)
    for i in range(int((width - 150) / 100)):
        left = x + 126 + i * 100
        sheet.box(left, 484, left + 72, 584, mix(body, INK, 0.35), round_by=10)
        sheet.box(left + 6, 490, left + 66, 578, mix(AMBER, SNOW, 0.35), round_by=7)
        sheet.shape([(left + 6, 490), (left + 24, 490), (left + 12, 578), (left + 6, 578)], SNOW)
        sheet.shape([(left + 66, 490), (left + 48, 490), (left + 60, 578), (left + 66, 578)], SNOW)
    for i in (0.16, 0.26, 0.74, 0.84):
        sheet.disc(x + width * i, 716, 26, INK)
        sheet.disc(x + width * i, 716, 12, mix(INK, MIST, 0.5))
    sheet.box(x + width * 0.3, 690, x + width * 0.7, 716, mix(INK, MIST, 0.15), round_by=6)


def traveller(sheet, x, y):
    coat = RED
    for dx in (-14, 16):
        sheet.line([(x + dx, y - 110), (x + dx + 2, y - 12)], NIGHT, 24)
        sheet.box(x + dx - 14, y - 18, x + dx + 26, y, INK, round_by=8)
    sheet.shape(
        curve(
            [
                (x - 44, y - 90),
                (x - 40, y - 210),
                (x - 20, y - 250),
                (x + 24, y - 250),
                (x + 42, y - 210),
                (x + 46, y - 90),
                (x, y - 82),
            ]
        ),
        coat,
    )
    sheet.line([(x + 34, y - 226), (x + 62, y - 150), (x + 70, y - 116)], mix(coat, INK, 0.2), 24)
    sheet.disc(x + 2, y - 282, 34, "#e3b48c")
    sheet.shape(
        curve(
            [
                (x - 36, y - 288),
                (x - 26, y - 322),
                (x + 4, y - 330),
                (x + 36, y - 314),
                (x + 40, y - 292),
                (x, y - 300),
            ]
        ),
        NIGHT,
    )
    sheet.line(curve([(x - 26, y - 254), (x, y - 240), (x + 28, y - 254)], closed=False), AMBER, 16)
    sheet.box(x + 44, y - 112, x + 168, y - 8, "#8a5a3a", round_by=12)
    sheet.box(x + 44, y - 86, x + 168, y - 76, mix("#8a5a3a", INK, 0.3))
    for dx in (66, 136):
        sheet.box(x + dx, y - 112, x + dx + 10, y - 8, GOLD)
    sheet.line(
        [(x + 84, y - 114), (x + 84, y - 130), (x + 128, y - 130), (x + 128, y - 114)], INK, 7
    )


def clock(sheet, x, y):
    sheet.line([(x, y - 150), (x, y - 60)], STEEL, 10)
    sheet.disc(x, y, 74, NIGHT)
    sheet.disc(x, y, 64, SNOW)
    for i in range(12):
        sheet.line([_on(x, y, 54, i * 30), _on(x, y, 46 if i % 3 else 38, i * 30)], NIGHT, 5)
    sheet.line([(x, y), _on(x, y, 30, 210)], NIGHT, 8)
    sheet.line([(x, y), _on(x, y, 46, 60)], NIGHT, 6)
    sheet.disc(x, y, 7, RED)


def _on(x, y, radius, degrees):
    return (x + radius * sin(radians(degrees)), y - radius * cos(radians(degrees)))


def draw():
    sheet = Canvas()
    sheet.sky("#9fb9c6", "#f9dfb3", until=560)
    sheet.glow(1250, 380, 320, "#f3b877", 0.55)
    skyline(sheet, 560, mix(BLUE, PAPER, 0.55), seed=5, low=60, high=190)
    skyline(sheet, 560, mix(BLUE, PAPER, 0.35), seed=11, low=30, high=110)
    sheet.box(0, 556, WIDTH, 780, mix(SAND, INK, 0.3))
    # The roof: glass between ribs of steel.
    roof = [(-20, 40), (400, 150), (800, 190), (1200, 150), (1620, 40)]
    arch = curve(roof, closed=False)
    sheet.shape([*arch, (1620, -20), (-20, -20)], mix(MIST, SNOW, 0.35))
    for i in range(0, len(arch), 3):
        x, y = arch[i]
        sheet.line([(x, y), (x + (x - 800) * 0.12, -20)], mix(STEEL, MIST, 0.25), 5)
    sheet.line(arch, STEEL, 14)
    sheet.line([(x, y - 52) for x, y in arch], mix(STEEL, MIST, 0.3), 6)
    for x in (120, 700, 1480):
        sheet.box(x - 14, 100, x + 14, 760, STEEL)
        sheet.line(curve([(x, 300), (x + 30, 200), (x + 90, 170)], closed=False), STEEL, 10)
        sheet.line(curve([(x, 300), (x - 30, 200), (x - 90, 160)], closed=False), STEEL, 10)
    sheet.line([(0, 372), (WIDTH, 356)], INK, 3)
    for x in (300, 1100):
        sheet.line([(x, 430), (x - 50, 400), (x + 10, 368)], INK, 5)
    coach(sheet, -120, 640)
    coach(sheet, 532, 640)
    coach(sheet, 1184, 640)
    for x in (524, 1176):
        sheet.box(x - 4, 560, x + 12, 690, INK)
    sheet.box(0, 738, WIDTH, 760, mix(INK, MIST, 0.35))
    sheet.box(0, 760, WIDTH, 910, mix(SAND, PAPER, 0.35))
    sheet.box(0, 760, WIDTH, 776, SNOW)
    sheet.box(0, 792, WIDTH, 802, AMBER)
    for i in range(17):
        sheet.line([(i * 100, 806), (i * 118 - 140, 912)], mix(SAND, INK, 0.18), 3)
    clock(sheet, 980, 320)
    sheet.veil(curve([(300, 872), (420, 858), (560, 872), (420, 886)]), INK, 0.4, blur=8)
    traveller(sheet, 390, 872)
    # A bench and a bed of flowers.
    for x in (1240, 1440):
        sheet.line([(x, 800), (x, 872)], INK, 10)
    for y in (772, 796, 824):
        sheet.box(1210, y - 24, 1470, y - 8, mix(WINE, PAPER, 0.2), round_by=6)
    sheet.woven_band()
    return sheet
