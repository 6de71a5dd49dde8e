"""A surveyor’s theodolite at sunset."""

import math
import random

from portal.drawing.canvas import (
    AMBER,
    BLUE,
    FOREST,
    GOLD,
    INK,
    NIGHT,
    PAPER,
    RED,
    SNOW,
    WIDTH,
    WINE,
    Canvas,
    mix,
)


def scaffold(sheet, x, base, height, fill):
    """A signal tower of poles."""
    for side in (-1, 1):
        sheet.line([(x + side * height * 0.22, base), (x, base - height)], fill, height * 0.03)
    for share in (0.3, 0.6):
        half = height * 0.22 * (1 - share)
        sheet.line([(x - half, base - height * share), (x + half, base - height * share)], fill, 4)
    sheet.line([(x, base - height), (x, base - height * 1.18)], fill, 4)
    sheet.shape(
        [
            (x, base - height * 1.18),
            (x + height * 0.16, base - height * 1.11),
            (x, base - height * 1.04),
        ],
        RED,
    )


def theodolite(sheet, x, y):
    """Brass on three legs; (x, y) is the axis of the telescope."""
    wood, dark = "#6e4a2d", "#4a3020"
    for foot in (-210, 30, 220):
        sheet.line([(x + foot * 0.12, y + 110), (x + foot, 870)], wood if foot != 30 else dark, 22)
    sheet.box(x - 70, y + 88, x + 70, y + 114, dark, round_by=8)
    sheet.disc(x, y + 74, 96, GOLD, flat=0.2)
    sheet.disc(x, y + 68, 96, AMBER, flat=0.2)
    for i in range(24):
        turn = math.tau * i / 24
        sheet.line(
            [
                (x + 88 * math.cos(turn), y + 68 + 17 * math.sin(turn)),
                (x + 80 * math.cos(turn), y + 68 + 15 * math.sin(turn)),
            ],
            WINE,
            3,
        )
    for side in (-1, 1):
        sheet.shape(
            [
                (x + side * 58, y + 66),
                (x + side * 34, y - 16),
                (x + side * 18, y - 16),
                (x + side * 28, y + 66),
            ],
            GOLD,
        )
    sheet.disc(x, y, 62, mix(GOLD, WINE, 0.25))
    sheet.disc(x, y, 50, AMBER)
    sheet.disc(x, y, 44, mix(GOLD, AMBER, 0.3))
    tube = [
        (-190, 34),
        (-60, 8),
        (120, -30),
        (196, -52),
        (204, -14),
        (126, 6),
        (-54, 44),
        (-184, 66),
    ]
    sheet.shape([(x + a, y + b - 8) for a, b in tube], "#7b5a24")
    sheet.shape(
        [(x + a, y + b - 8) for a, b in [(-190, 34), (196, -52), (199, -36), (-188, 50)]], AMBER
    )
    sheet.line([(x + 198, y - 62), (x + 206, y - 20)], GOLD, 12)
    sheet.line([(x - 190, y + 22), (x - 184, y + 60)], GOLD, 12)
    sheet.disc(x, y, 17, WINE)


def draw():
    sheet = Canvas()
    sheet.sky("#3d4f78", "#f0a765", until=640)
    sheet.glow(420, 560, 380, "#f7c877", 0.8)
    sheet.disc(420, 580, 96, mix(AMBER, SNOW, 0.3))
    sheet.hill([600, 570, 590, 560, 586, 560, 580, 556, 590], mix(BLUE, WINE, 0.35))
    towers = ((190, 590, 90), (760, 574, 74), (1440, 566, 110))
    for x, base, height in towers:
        scaffold(sheet, x, base, height, INK)
    sheet.hill([640, 650, 626, 640, 660, 640, 620, 650, 640], mix(FOREST, WINE, 0.35))
    for i in range(44):
        sheet.fir((i * 97) % WIDTH, 668, 40 + (i * 29) % 46, mix(FOREST, NIGHT, 0.3))
    x, y = 1050, 470
    for tx, base, height in towers:
        tip = (tx, base - height * 1.1)
        sheet.line([(x, y), tip], mix(AMBER, SNOW, 0.5), 2.5)
        sheet.disc(*tip, 7, SNOW)
    sheet.line([(190, 491), (760, 493)], mix(AMBER, SNOW, 0.3), 2)
    sheet.line([(760, 493), (1440, 445)], mix(AMBER, SNOW, 0.3), 2)
    sheet.hill([780, 770, 790, 760, 730, 716, 712, 726, 750], mix(FOREST, INK, 0.3))
    theodolite(sheet, x, y)
    chance = random.Random(1816)
    for _ in range(260):
        gx = chance.uniform(0, WIDTH)
        gy = chance.uniform(800, 890)
        sheet.line(
            [(gx, gy + 30), (gx + chance.uniform(-12, 12), gy - chance.uniform(10, 42))],
            mix(FOREST, INK, chance.uniform(0.1, 0.7)),
            3.5,
        )
    # The notebook of the angles.
    sheet.shape([(700, 820), (820, 800), (850, 850), (724, 874)], mix(PAPER, AMBER, 0.2))
    for i in range(4):
        sheet.line(
            [(722 + i * 7, 826 + i * 11), (806 + i * 7, 812 + i * 11)], mix(WINE, PAPER, 0.4), 3
        )
    sheet.woven_band()
    return sheet
