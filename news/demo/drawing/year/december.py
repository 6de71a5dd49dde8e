"""A fir with lights before a house in the forest."""

import math
import random

from portal.drawing.canvas import (
    AMBER,
    BLUE,
    FOREST,
    HEIGHT,
    INK,
    MIST,
    MOSS,
    NIGHT,
    RED,
    SNOW,
    WIDTH,
    WINE,
    Canvas,
    curve,
    mix,
    ring,
)
from portal.drawing.motifs import log_house


def december():
    sheet = Canvas()
    sheet.sky("#0d1a31", "#3a4f7c", until=720)
    chance = random.Random(12)
    for _ in range(130):
        x, y = chance.uniform(0, WIDTH), chance.uniform(0, 560)
        sheet.disc(x, y, chance.uniform(1, 3), mix(SNOW, BLUE, 0.2))
    for i in range(46):
        sheet.fir(
            (i * 73) % WIDTH, 690, 150 + (i * 61) % 200, mix(FOREST, NIGHT, 0.35 + i % 3 * 0.18)
        )
    sheet.hill([680, 664, 672, 660, 668, 660, 676, 668, 684], mix(SNOW, BLUE, 0.3))
    log_house(
        sheet, 1120, 770, 620, wall="#6d4a34", roof=mix(SNOW, BLUE, 0.12), frame=SNOW, pane=AMBER
    )
    carve = mix(SNOW, AMBER, 0.1)
    for side in (-1, 1):
        for i in range(13):
            share = i / 12
            x, y = 1120 + side * 360 * share, 238 + 272 * share
            sheet.disc(x, y + 30, 14, carve)
            sheet.disc(x, y + 30, 6, "#6d4a34")
        sheet.line([(1120, 246), (1120 + side * 362, 520)], carve, 22)
    for turn in range(8):
        tip = ring(1120, 400, 50, 8, turn=turn * 45)[0]
        sheet.line([(1120, 400), tip], AMBER, 6)
    sheet.disc(1120, 400, 22, AMBER)
    sheet.glow(1120, 660, 340, AMBER, 0.3)
    sheet.box(1340, 240, 1400, 380, "#7a4a3a")
    sheet.box(1332, 226, 1408, 252, SNOW, round_by=10)
    for i in range(6):
        sheet.disc(1370 + i * 16, 200 - i * 34, 16 + i * 7, mix(MIST, NIGHT, 0.35 + i * 0.08))
    sheet.hill([800, 776, 784, 776, 770, 772, 780, 776, 800], mix(SNOW, BLUE, 0.18))
    sheet.veil([(900, 780), (1340, 780), (1480, 900), (860, 900)], AMBER, 0.3, blur=30)
    for i in range(9):
        sheet.box(800 + i * 90, 770, 816 + i * 90, 866, "#5a4030")
        sheet.disc(808 + i * 90, 768, 17, SNOW, flat=0.7)
    sheet.line([(790, 812), (1540, 812)], "#5a4030", 11)
    # The fir, its lights and bows.
    sheet.glow(430, 460, 430, AMBER, 0.28)
    sheet.box(408, 820, 452, 900, "#5a3a28")
    for tier in range(7):
        low, half = 850 - tier * 108, 280 - tier * 36
        boughs = []
        for i in range(9):
            share = i / 8
            boughs.append((430 - half + 2 * half * share, low - 10 - (28 if i % 2 else 0)))
        sheet.shape(
            [*boughs, (430 + half * 0.22, low - 170), (430 - half * 0.22, low - 170)],
            mix(FOREST, MOSS, 0.1 * (tier % 2)),
        )
        sheet.shape(
            curve(
                [
                    (430 - half, low - 16),
                    (430 - half * 0.6, low - 66),
                    (430 - half * 0.3, low - 110),
                    (430 - half * 0.5, low - 54),
                ]
            ),
            mix(SNOW, BLUE, 0.1),
        )
    for tier in range(6):
        low, half = 836 - tier * 108, 240 - tier * 34
        for i in range(6 - tier // 2):
            share = (i + 0.5) / (6 - tier // 2)
            x, y = 430 - half + 2 * half * share, low - 40 + 22 * math.sin(share * math.pi)
            if (i + tier) % 3 == 0:
                for side in (-1, 1):
                    sheet.shape([(x, y), (x + side * 30, y - 20), (x + side * 30, y + 16)], RED)
                    sheet.line([(x, y), (x + side * 14, y + 40)], RED, 9)
                sheet.disc(x, y, 9, WINE)
            else:
                sheet.glow(x, y, 34, AMBER, 0.8)
                sheet.disc(x, y, 12, mix(AMBER, SNOW, 0.4))
    for i in range(8):
        tip = ring(430, 62, 64 if i % 2 == 0 else 34, 8, turn=i * 45)[0]
        sheet.line([(430, 62), tip], AMBER, 13)
    sheet.glow(430, 62, 120, AMBER, 0.5)
    sheet.hill([900, 880, 872, 884, 890, 876, 884, 890, 900], SNOW)
    for i in range(16):
        sheet.disc(760 + i * 24, 930 - i * 5 + (i % 2) * 14, 10, mix(SNOW, BLUE, 0.3), flat=0.5)
    # The letter box with a fir on it.
    sheet.box(1360, 760, 1378, 930, "#5a4030")
    sheet.box(1290, 660, 1450, 790, BLUE, round_by=12)
    sheet.shape([(1276, 668), (1370, 610), (1464, 668)], SNOW)
    sheet.box(1320, 690, 1420, 704, INK, round_by=6)
    sheet.shape([(1338, 684), (1404, 672), (1408, 696), (1342, 700)], SNOW)
    sheet.fir(1370, 782, 62, SNOW, tiers=3)
    for _ in range(150):
        sheet.disc(chance.uniform(0, WIDTH), chance.uniform(0, HEIGHT), chance.uniform(2, 5), SNOW)
    return sheet
