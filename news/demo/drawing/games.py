"""The stadium at dusk."""

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


def flame(sheet, x, y, size):
    for part, fill in ((1.0, RED), (0.72, GOLD), (0.42, PAPER)):
        s = size * part
        sheet.shape(
            curve(
                [
                    (x, y),
                    (x - s * 0.42, y - s * 0.28),
                    (x - s * 0.26, y - s * 0.72),
                    (x - s * 0.06, y - s * 0.86),
                    (x + s * 0.1, y - s * 1.42),
                    (x + s * 0.24, y - s * 0.9),
                    (x + s * 0.42, y - s * 0.46),
                    (x + s * 0.3, y - s * 0.12),
                ]
            ),
            fill,
        )


def draw():
    sheet = Canvas()
    sheet.sky(NIGHT, "#b5564a", until=700)
    sheet.box(0, 699, WIDTH, HEIGHT, "#b5564a")
    for angle in (-52, -34, -17, 17, 34, 52):
        reach = 900
        lean = math.radians(angle)
        foot = 800 + angle * 8.5
        tip = (foot + reach * math.sin(lean), 600 - reach * math.cos(lean))
        sheet.veil(
            [(foot - 8, 610), (tip[0] - 70, tip[1]), (tip[0] + 70, tip[1]), (foot + 8, 610)],
            AMBER,
            0.16,
            blur=6,
        )
    skyline(sheet, 640, "#4a3448", seed=5, low=40, high=110)
    sheet.box(0, 638, WIDTH, HEIGHT, "#2c2b3c")
    sheet.glow(800, 520, 330, GOLD, 0.5)
    # The wall with its high arches, the roof as a thin ring above it.
    sheet.disc(800, 690, 700, mix(SAND, RED, 0.12), flat=0.24)
    sheet.box(100, 560, 1500, 690, mix(SAND, RED, 0.12))
    for i in range(29):
        turn = math.radians(-84 + i * 6)
        x = 800 + 690 * math.sin(turn)
        half = 17 * math.cos(turn) + 2
        dip = 690 + 150 * math.cos(turn)
        sheet.box(x - half, 600 + 34 * math.cos(turn), x + half, dip - 34, WINE, round_by=half)
    sheet.disc(800, 566, 716, SNOW, flat=0.17)
    sheet.disc(800, 560, 690, mix(SNOW, BLUE, 0.5), flat=0.155)
    sheet.disc(800, 566, 560, NIGHT, flat=0.15)
    sheet.disc(800, 572, 520, MOSS, flat=0.132)
    sheet.disc(800, 575, 470, RED, flat=0.118)
    sheet.disc(800, 577, 400, MOSS, flat=0.105)
    for i in range(-3, 4):
        sheet.line([(800 + i * 86, 545), (800 + i * 104, 612)], mix(MOSS, SAGE, 0.45), 2.5)
    sheet.shape([(752, 420), (848, 420), (822, 470), (806, 560), (794, 560), (778, 470)], GOLD)
    sheet.disc(800, 420, 50, AMBER, flat=0.26)
    sheet.glow(800, 340, 150, AMBER, 0.75)
    flame(sheet, 800, 424, 124)
    sheet.box(0, 838, WIDTH, HEIGHT, FOREST)
    sheet.hill([836, 826, 838, 842, 838, 826, 836], FOREST)
    for i in range(26):
        sheet.crown(20 + i * 63, 880 + (i % 3) * 6, 44 + (i * 7) % 16, mix(FOREST, INK, 0.3))
    sheet.woven_band()
    return sheet
