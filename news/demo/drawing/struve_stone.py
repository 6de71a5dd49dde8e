"""A stone of the arc in a field of rye."""

import random

from portal.drawing.canvas import (
    AMBER,
    FOREST,
    GOLD,
    INK,
    MIST,
    MOSS,
    NIGHT,
    SAGE,
    SNOW,
    WIDTH,
    WINE,
    Canvas,
    curve,
    mix,
)
from portal.drawing.motifs import bird


def draw():
    sheet = Canvas()
    sheet.sky("#87a8b8", "#f4e2bd", until=560)
    sheet.disc(1230, 200, 84, mix(SNOW, AMBER, 0.3))
    sheet.hill([520, 500, 510, 490, 500, 486, 506, 496, 520], mix(SAGE, MIST, 0.4))
    for i in range(40):
        sheet.fir((i * 89) % WIDTH, 552, 46 + (i * 31) % 40, mix(FOREST, SAGE, 0.45))
    sheet.hill([560, 552, 556, 550, 556, 552, 560, 556, 562], AMBER)
    chance = random.Random(1855)
    for row in range(24):
        y = 566 + row * 19
        for _ in range(90):
            x = chance.uniform(-10, WIDTH + 10)
            if y > 700 and abs(x - 800) < 330:
                continue
            tall = 24 + row * 3.4
            tip = (x + chance.uniform(-8, 12), y - tall)
            fill = mix(GOLD, mix(AMBER, SNOW, 0.35), chance.uniform(0, 1))
            sheet.line([(x, y + 24), tip], fill, 2.4 + row * 0.07)
            sheet.line(
                [tip, (tip[0] + 3, tip[1] - tall * 0.3)], mix(fill, WINE, 0.18), 5 + row * 0.2
            )
    sheet.shape(
        curve(
            [(420, 1000), (470, 850), (620, 770), (800, 756), (980, 770), (1130, 850), (1180, 1000)]
        ),
        MOSS,
    )
    for _ in range(240):
        x, y = chance.uniform(440, 1160), chance.uniform(800, 990)
        sheet.line(
            [(x, y + 16), (x + chance.uniform(-8, 8), y - chance.uniform(10, 30))],
            mix(FOREST, SAGE, chance.uniform(0, 0.8)),
            3.5,
        )
    granite = "#8d8f8e"
    sheet.veil(
        curve([(560, 900), (800, 880), (1120, 900), (1100, 940), (700, 946)]), INK, 0.35, blur=8
    )
    sheet.shape([(610, 640), (930, 640), (930, 900), (610, 900)], granite)
    sheet.shape([(930, 640), (1010, 580), (1010, 830), (930, 900)], mix(granite, INK, 0.3))
    sheet.shape([(610, 640), (690, 580), (1010, 580), (930, 640)], mix(granite, SNOW, 0.4))
    for _ in range(420):
        x, y = chance.uniform(614, 926), chance.uniform(644, 896)
        sheet.disc(
            x, y, chance.uniform(1.2, 3.4), mix(granite, chance.choice((INK, SNOW, WINE)), 0.3)
        )
    cut = mix(granite, INK, 0.5)
    sheet.line([(738, 632), (882, 588)], cut, 8)
    sheet.line([(728, 596), (892, 624)], cut, 8)
    sheet.disc(810, 610, 7, GOLD, flat=0.6)
    for x, y, size in ((300, 200, 30), (420, 160, 22), (560, 260, 26)):
        bird(sheet, x, y, size, NIGHT)
    return sheet
