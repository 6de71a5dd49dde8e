"""Carol singers with their star in a snowy village."""

import math
import random

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
    SNOW,
    WIDTH,
    WINE,
    Canvas,
    curve,
    mix,
    ring,
)
from portal.drawing.motifs import log_house


def paper_star(sheet, x, y, radius):
    sheet.glow(x, y, radius * 2.6, AMBER, 0.75)
    for i in range(8):
        turn = i * 45
        tip = ring(x, y, radius * 1.5, 8, turn=turn)[0]
        left = ring(x, y, radius * 0.72, 8, turn=turn - 22.5)[0]
        right = ring(x, y, radius * 0.72, 8, turn=turn + 22.5)[0]
        sheet.shape([left, tip, (x, y)], RED if i % 2 else GOLD)
        sheet.shape([right, tip, (x, y)], mix(RED if i % 2 else GOLD, PAPER, 0.3))
        for strand in (-7, 0, 7):
            sheet.line([tip, (tip[0] + strand, tip[1] + radius * 0.34)], mix(PAPER, AMBER, 0.4), 3)
    sheet.disc(x, y, radius * 0.62, PAPER)
    sheet.disc(x, y, radius * 0.5, AMBER)
    for i in range(8):
        turn = math.tau * i / 8
        sheet.disc(x + radius * 0.3 * math.cos(turn), y + radius * 0.3 * math.sin(turn), 6, WINE)
    sheet.disc(x, y, radius * 0.14, WINE)


def singer(sheet, x, base, height, coat, hat, *, sash=RED):
    """In a long sheepskin, singing."""
    skin = "#e8c19c"
    sheet.box(x - height * 0.13, base - height * 0.12, x - height * 0.02, base, INK, round_by=8)
    sheet.box(x + height * 0.03, base - height * 0.12, x + height * 0.14, base, INK, round_by=8)
    sheet.shape(
        curve(
            [
                (x - height * 0.14, base - height * 0.74),
                (x + height * 0.14, base - height * 0.74),
                (x + height * 0.2, base - height * 0.4),
                (x + height * 0.24, base - height * 0.08),
                (x, base - height * 0.04),
                (x - height * 0.24, base - height * 0.08),
                (x - height * 0.2, base - height * 0.4),
            ]
        ),
        coat,
    )
    sheet.line(
        [(x - height * 0.185, base - height * 0.42), (x + height * 0.185, base - height * 0.42)],
        sash,
        height * 0.05,
    )
    sheet.line(
        [(x + height * 0.1, base - height * 0.4), (x + height * 0.13, base - height * 0.22)],
        sash,
        height * 0.04,
    )
    sheet.line(
        [(x - height * 0.2, base - height * 0.1), (x + height * 0.2, base - height * 0.1)],
        mix(SNOW, coat, 0.15),
        height * 0.045,
    )
    sheet.disc(x, base - height * 0.83, height * 0.105, skin)
    for side in (-1, 1):
        sheet.disc(x + side * height * 0.036, base - height * 0.835, height * 0.012, INK)
    sheet.disc(x, base - height * 0.776, height * 0.02, WINE, flat=1.2)
    sheet.shape(
        curve(
            [
                (x - height * 0.13, base - height * 0.84),
                (x - height * 0.1, base - height * 0.98),
                (x, base - height),
                (x + height * 0.1, base - height * 0.98),
                (x + height * 0.13, base - height * 0.84),
                (x, base - height * 0.88),
            ]
        ),
        hat,
    )


def arm(sheet, points, coat, width):
    sheet.line(curve(points, closed=False), coat, width)
    sheet.disc(*points[-1], width * 0.5, RED)


def goat(sheet, x, base, height):
    """A singer under a fur turned inside out, with a wooden head."""
    fur = mix(SNOW, MIST, 0.3)
    singer(sheet, x, base, height * 0.92, fur, fur, sash=WINE)
    for i in range(26):
        turn = i * 0.7
        sheet.line(
            [
                (x + height * 0.17 * math.sin(turn * 2.1), base - height * (0.2 + 0.02 * i)),
                (x + height * 0.19 * math.sin(turn * 2.1), base - height * (0.15 + 0.02 * i)),
            ],
            mix(fur, INK, 0.2),
            4,
        )
    head = [
        (x - 40, base - height * 0.84),
        (x + 30, base - height * 0.92),
        (x + 104, base - height * 0.8),
        (x + 112, base - height * 0.74),
        (x + 30, base - height * 0.74),
        (x - 34, base - height * 0.72),
    ]
    sheet.shape(curve(head), "#7a5236")
    for lean in (-10, 26):
        horn = [
            (x - 6 + lean, base - height * 0.88),
            (x - 34 + lean, base - height * 1.02),
            (x - 78 + lean, base - height * 1.05),
        ]
        sheet.line(curve(horn, closed=False), mix(PAPER, GOLD, 0.5), 13)
    sheet.shape(
        [
            (x + 88, base - height * 0.74),
            (x + 108, base - height * 0.74),
            (x + 92, base - height * 0.64),
        ],
        SNOW,
    )
    sheet.disc(x + 36, base - height * 0.83, 8, SNOW)
    sheet.disc(x + 38, base - height * 0.83, 4, INK)
    sheet.line([(x - 10, base - height * 0.73), (x + 40, base - height * 0.72)], RED, 9)


def draw():
    sheet = Canvas()
    sheet.sky("#0f1c33", "#3d5680", until=640)
    chance = random.Random(1225)
    for _ in range(110):
        sheet.disc(
            chance.uniform(0, WIDTH),
            chance.uniform(0, 480),
            chance.uniform(1, 3.2),
            mix(SNOW, BLUE, 0.2),
        )
    sheet.disc(240, 150, 58, mix(SNOW, AMBER, 0.25))
    sheet.disc(266, 138, 52, "#152440")
    sheet.hill([520, 490, 510, 480, 500, 486, 510, 490, 520], "#4a6490")
    for i in range(34):
        sheet.fir((i * 103) % WIDTH, 560, 70 + (i * 41) % 80, mix(FOREST, NIGHT, 0.55))
    sheet.hill([590, 570, 560, 566, 580, 574, 566, 580, 600], "#8fa5c4")
    for x, base, width in ((330, 620, 250), (1330, 640, 320), (1010, 590, 180)):
        log_house(
            sheet,
            x,
            base,
            width,
            wall="#5c4232",
            roof=mix(SNOW, BLUE, 0.14),
            frame=SNOW,
            pane=AMBER,
        )
        sheet.box(
            x + width * 0.2, base - width * 0.8, x + width * 0.28, base - width * 0.62, "#7a4a3a"
        )
        for i in range(5):
            sheet.disc(
                x + width * 0.24 + i * 12,
                base - width * 0.86 - i * 28,
                10 + i * 5,
                mix(MIST, NIGHT, 0.35 + i * 0.09),
            )
        sheet.glow(x, base - width * 0.18, width * 0.4, AMBER, 0.25)
    sheet.hill([680, 660, 650, 664, 670, 660, 664, 680, 700], mix(SNOW, BLUE, 0.24))
    for x in range(0, 620, 58):
        sheet.box(x, 610, x + 12, 720, "#4a382d")
        sheet.disc(x + 6, 610, 13, SNOW, flat=0.6)
    sheet.line([(0, 646), (600, 652)], "#4a382d", 8)
    sheet.line([(0, 688), (600, 694)], "#4a382d", 8)
    sheet.hill([740, 726, 716, 722, 730, 724, 720, 730, 748], mix(SNOW, BLUE, 0.1))
    sheet.veil(
        curve([(560, 860), (900, 820), (1240, 850), (1200, 900), (640, 904)]), AMBER, 0.35, blur=26
    )
    singer(sheet, 1120, 850, 350, "#3f4d63", "#2b2430")
    singer(sheet, 980, 870, 300, WINE, mix(SNOW, MIST, 0.2), sash=AMBER)
    goat(sheet, 610, 870, 390)
    sheet.line([(800, 640), (770, 220)], "#6e4a2d", 13)
    singer(sheet, 830, 880, 400, "#c9a678", "#3a2a24")
    arm(sheet, [(872, 610), (850, 660), (800, 640)], "#b8945f", 34)
    arm(sheet, [(788, 610), (760, 600), (794, 566)], "#c9a678", 34)
    paper_star(sheet, 766, 200, 92)
    # A sack for the gifts.
    sheet.shape(
        curve([(1180, 700), (1240, 690), (1266, 760), (1230, 800), (1180, 786)]),
        mix(PAPER, GOLD, 0.35),
    )
    sheet.line([(1200, 706), (1222, 702)], RED, 9)
    arm(sheet, [(1150, 610), (1190, 640), (1206, 700)], "#3f4d63", 30)
    for i in range(15):
        sheet.disc(360 + i * 17, 884 - (i % 2) * 12, 9, mix(SNOW, BLUE, 0.32), flat=0.5)
    for _ in range(120):
        sheet.disc(chance.uniform(0, WIDTH), chance.uniform(0, 880), chance.uniform(2, 5), SNOW)
    sheet.woven_band()
    return sheet
