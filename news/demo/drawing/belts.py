"""The end of a Slutsk belt."""

import math

from portal.drawing.canvas import (
    AMBER,
    BLUE,
    FOREST,
    GOLD,
    HEIGHT,
    INK,
    MOSS,
    NIGHT,
    PAPER,
    RED,
    SNOW,
    WINE,
    Canvas,
    curve,
    mix,
)
from portal.drawing.motifs import star


def carnation(sheet, x, y, size):
    """The flower of the belts: a fan with a toothed edge, leaves, a curved stem."""
    stem = curve(
        [(x, y), (x + size * 0.1, y + size), (x - size * 0.1, y + size * 2.1)], closed=False
    )
    sheet.line(stem, GOLD, size * 0.09)
    for side in (-1, 1):
        for low, reach in ((0.75, 1.0), (1.35, 1.25)):
            sheet.shape(
                curve(
                    [
                        (x, y + size * (low + 0.5)),
                        (x + side * size * 0.5 * reach, y + size * (low + 0.1)),
                        (x + side * size * 0.85 * reach, y + size * (low - 0.5)),
                        (x + side * size * 0.3, y + size * (low + 0.1)),
                    ]
                ),
                MOSS,
            )
    for part, fill in ((1.0, GOLD), (0.78, SNOW), (0.56, "#c04a41"), (0.34, AMBER)):
        edge = []
        for i in range(15):
            turn = math.radians(-78 + i * 156 / 14)
            reach = size * part * (1.0 if i % 2 else 0.84)
            edge.append((x + reach * math.sin(turn), y - reach * math.cos(turn)))
        sheet.shape([(x, y + size * 0.16 * part), *edge], fill)
    sheet.shape(
        curve(
            [
                (x - size * 0.24, y - size * 0.1),
                (x + size * 0.24, y - size * 0.1),
                (x + size * 0.2, y + size * 0.3),
                (x, y + size * 0.46),
                (x - size * 0.2, y + size * 0.3),
            ]
        ),
        FOREST,
    )


def border(sheet, x0):
    """A running leaf on a light ground."""
    sheet.box(x0, 0, x0 + 92, 760, mix(AMBER, PAPER, 0.35))
    sheet.box(x0 + 6, 0, x0 + 12, 760, WINE)
    sheet.box(x0 + 80, 0, x0 + 86, 760, WINE)
    wave = [(x0 + 46 + 18 * math.sin(i / 2), i * 16 - 8) for i in range(50)]
    sheet.line(wave, FOREST, 5)
    for i in range(10):
        side = 1 if i % 2 else -1
        y = 30 + i * 80
        sheet.shape(
            curve(
                [
                    (x0 + 46, y),
                    (x0 + 46 + side * 10, y - 24),
                    (x0 + 46 + side * 30, y - 30),
                    (x0 + 46 + side * 26, y - 4),
                ]
            ),
            RED,
        )
        sheet.disc(x0 + 46 - side * 18, y + 26, 8, GOLD)


def draw():
    sheet = Canvas()
    sheet.sky(NIGHT, "#22385a", until=HEIGHT)
    left, right = 280, 1320
    sheet.veil(
        [(left + 26, 0), (right + 26, 0), (right + 26, 800), (left + 26, 800)], INK, 0.6, blur=16
    )
    sheet.box(left, 0, right, 760, RED)
    for i in range(24):
        sheet.line([(left, 8 + i * 32), (right, 8 + i * 32)], mix(RED, WINE, 0.25), 3)
    border(sheet, left)
    border(sheet, right - 92)
    for y, fill in ((0, GOLD), (118, GOLD)):
        sheet.box(left + 92, y, right - 92, y + 12, fill)
    sheet.box(left + 92, 12, right - 92, 118, FOREST)
    for i in range(8):
        star(sheet, left + 145 + i * (right - left - 290) / 7, 65, 5, AMBER)
    carnation(sheet, 590, 320, 150)
    carnation(sheet, 1010, 320, 150)
    for y in (210, 300):
        sheet.shape(curve([(800, y - 26), (816, y), (800, y + 26), (784, y)]), AMBER)
        sheet.disc(800, y, 6, WINE)
    for x, y in ((800, 400), (800, 560), (430, 590), (1170, 590)):
        for i in range(8):
            turn = math.radians(i * 45)
            sheet.disc(x + 26 * math.cos(turn), y + 26 * math.sin(turn), 11, "#4f78b8")
        sheet.disc(x, y, 15, AMBER)
    sheet.box(left + 92, 640, right - 92, 652, GOLD)
    sheet.box(left + 92, 652, right - 92, 736, mix(BLUE, NIGHT, 0.3))
    for i in range(13):
        x = 800 + (i - 6) * 64
        sheet.shape([(x, 664), (x + 24, 694), (x, 724), (x - 24, 694)], AMBER)
        sheet.shape([(x, 678), (x + 12, 694), (x, 710), (x - 12, 694)], RED)
    sheet.box(left, 736, right, 760, GOLD)
    for i in range(80):
        x = left + 8 + i * (right - left - 16) / 79
        sway = 7 * math.sin(i / 4)
        sheet.line([(x, 760), (x + sway, 872 + 8 * math.sin(i))], GOLD if i % 2 else AMBER, 6)
    # Light along the silk.
    for x, width, strength in ((470, 90, 0.1), (840, 150, 0.08), (1160, 60, 0.1)):
        sheet.veil(
            [(x, 0), (x + width, 0), (x + width - 60, 760), (x - 60, 760)], SNOW, strength, blur=22
        )
    sheet.woven_band()
    return sheet
