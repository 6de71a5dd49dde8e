"""Haystacks under a thundercloud."""

import random

from portal.drawing.canvas import (
    AMBER,
    BLUE,
    FOREST,
    INK,
    MIST,
    MOSS,
    NIGHT,
    SNOW,
    WIDTH,
    WINE,
    Canvas,
    curve,
    mix,
)
from portal.drawing.motifs import bird, cloud

BARK = "#6a4a36"
HAY = "#c9a45a"


def stack(sheet, x, base, size):
    sheet.veil(
        curve(
            [
                (x - size * 0.6, base),
                (x, base - size * 0.05),
                (x + size * 0.9, base + size * 0.02),
                (x, base + size * 0.12),
            ]
        ),
        INK,
        0.35,
        blur=7,
    )
    sheet.line([(x, base - size * 0.9), (x + size * 0.02, base - size * 1.22)], BARK, size * 0.05)
    outline = [
        (x - size * 0.5, base),
        (x - size * 0.52, base - size * 0.4),
        (x - size * 0.34, base - size * 0.86),
        (x, base - size * 1.1),
        (x + size * 0.34, base - size * 0.86),
        (x + size * 0.52, base - size * 0.4),
        (x + size * 0.5, base),
    ]
    sheet.shape(curve(outline, closed=False), HAY)
    sheet.veil(
        curve(
            [
                (x + size * 0.1, base),
                (x + size * 0.24, base - size * 0.5),
                (x + size * 0.14, base - size),
                (x + size * 0.36, base - size * 0.84),
                (x + size * 0.52, base - size * 0.4),
                (x + size * 0.5, base),
            ]
        ),
        WINE,
        0.28,
    )
    chance = random.Random(int(x))
    for _ in range(int(size * 0.5)):
        share = chance.uniform(0.02, 0.95)
        half = size * 0.5 * (1 - share**2.4)
        px, py = x + chance.uniform(-half, half) * 0.94, base - size * share
        sheet.line(
            [(px, py), (px + chance.uniform(-6, 6), py + size * 0.1)],
            mix(HAY, chance.choice((WINE, SNOW)), 0.25),
            size * 0.012,
        )


def july():
    sheet = Canvas()
    sheet.sky("#4a4668", "#f0c58e", until=620)
    sheet.glow(260, 520, 420, "#f8d79a", 0.9)
    for x, y, size, fill in (
        (1180, 120, 420, "#544d70"),
        (700, 90, 330, "#4a4564"),
        (1460, 220, 320, "#463f5e"),
        (960, 240, 280, "#5f5578"),
        (1300, 330, 240, "#544b6c"),
        (480, 190, 160, "#6a6080"),
    ):
        cloud(sheet, x, y, size, fill)
    for i in range(26):
        x = 820 + i * 32
        sheet.veil(
            [(x, 370), (x + 12, 370), (x - 60, 620), (x - 76, 620)],
            mix(MIST, "#544b6c", 0.35),
            0.42,
        )
    sheet.hill([600, 580, 596, 576, 590, 580, 598, 584, 604], mix(FOREST, "#544b6c", 0.4))
    for i in range(30):
        sheet.crown(
            (i * 97) % WIDTH, 606, 40 + (i * 23) % 34, mix(FOREST, NIGHT, 0.2 + i % 3 * 0.12)
        )
    river = curve(
        [(0, 700), (300, 672), (620, 700), (860, 660), (1240, 640), (1640, 650)], closed=False
    )
    back = curve(
        [(0, 662), (300, 650), (620, 668), (860, 642), (1240, 628), (1640, 632)], closed=False
    )
    sheet.hill([612, 610, 614, 608, 612, 608, 612, 610, 612], mix(MOSS, AMBER, 0.3))
    sheet.shape([*river, *reversed(back)], mix(MIST, BLUE, 0.25))
    sheet.shape([*river, (1640, 1000), (0, 1000)], mix(MOSS, AMBER, 0.42))
    for i in range(9):
        y = 720 + i * i * 4
        sheet.line(
            curve([(-20, y + 20), (500, y), (1000, y + 14), (1640, y - 20)], closed=False),
            mix(HAY, MOSS, 0.4),
            7 + i * 1.6,
        )
    for x, base, size in (
        (820, 720, 120),
        (1080, 708, 100),
        (1330, 716, 116),
        (1520, 740, 140),
        (120, 760, 170),
        (560, 790, 190),
    ):
        stack(sheet, x, base, size)
    stack(sheet, 1180, 930, 400)
    # Tools that lean on it: a rake, a scythe.
    sheet.line([(950, 960), (1050, 560)], "#8a6238", 13)
    sheet.line([(996, 546), (1108, 574)], "#8a6238", 15)
    for i in range(7):
        sheet.line([(1002 + i * 17, 548 + i * 4), (996 + i * 17, 574 + i * 4)], "#8a6238", 6)
    sheet.line(curve([(1410, 970), (1370, 760), (1300, 570)], closed=False), "#8a6238", 13)
    sheet.line([(1384, 800), (1424, 790)], "#8a6238", 11)
    blade = [(1296, 572), (1400, 520), (1520, 560), (1580, 640), (1500, 576), (1400, 552)]
    sheet.shape(curve(blade), mix(MIST, SNOW, 0.3))
    sheet.line(
        curve([(1300, 570), (1400, 522), (1520, 562), (1578, 638)], closed=False),
        mix(INK, MIST, 0.3),
        5,
    )
    for x, y, size in ((330, 420, 30), (410, 380, 24), (470, 440, 22), (240, 470, 20)):
        bird(sheet, x, y, size, INK)
    flash = [
        (1010, 300),
        (968, 400),
        (1000, 396),
        (950, 520),
        (1048, 372),
        (1014, 378),
        (1050, 300),
    ]
    sheet.shape(flash, mix(AMBER, SNOW, 0.6))
    return sheet
