"""The castle of Mir above its pond."""

from portal.drawing.canvas import (
    AMBER,
    BLUE,
    FOREST,
    GOLD,
    HEIGHT,
    INK,
    MIST,
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
from portal.drawing.motifs import bird, cloud, ripples

BRICK = "#a8483a"
PLASTER = "#f2e6cf"
BASE = 620


def niche(sheet, x, y, width, height):
    sheet.box(x - width / 2, y - height, x + width / 2, y, PLASTER, round_by=width / 2)
    sheet.box(x - width / 2, y - height / 2, x + width / 2, y, PLASTER)


def tower(sheet, x, width, height, *, octagon=False):
    """Brick with white niches, row above row; the upper part of some has eight sides."""
    half, split = width / 2, 0.46
    sheet.box(x - half, BASE - height * (split if octagon else 1), x + half, BASE, BRICK)
    upper = half * (0.82 if octagon else 1)
    if octagon:
        sheet.box(x - upper, BASE - height, x + upper, BASE - height * split, BRICK)
        sheet.shape(
            [
                (x - half, BASE - height * split),
                (x - upper, BASE - height * (split + 0.06)),
                (x + upper, BASE - height * (split + 0.06)),
                (x + half, BASE - height * split),
            ],
            mix(BRICK, WINE, 0.4),
        )
    sheet.box(
        x + upper * 0.42,
        BASE - height,
        x + upper,
        BASE - height * (split if octagon else 0),
        mix(BRICK, WINE, 0.28),
    )
    for row, (up, count) in enumerate(((0.9, 3), (0.7, 4), (0.52, 3), (0.3, 3))):
        y, reach = BASE - height * (up - 0.06), (upper if up > split else half) * 1.5
        for i in range(count):
            dx = (i - (count - 1) / 2) * reach / count
            niche(sheet, x + dx, y, reach / count * 0.44, height * (0.11 if row != 1 else 0.08))
        sheet.box(
            x - (upper if up > split else half),
            y + 7,
            x + (upper if up > split else half),
            y + 13,
            PLASTER,
        )
    for i in range(int(width / 14)):
        sheet.box(
            x - upper + i * 14,
            BASE - height - 4,
            x - upper + i * 14 + 7,
            BASE - height + 8,
            PLASTER,
        )
    sheet.shape(
        [
            (x - upper * 1.16, BASE - height),
            (x, BASE - height - width * 0.86),
            (x + upper * 1.16, BASE - height),
        ],
        mix(WINE, RED, 0.35),
    )
    sheet.shape(
        [
            (x + upper * 0.3, BASE - height),
            (x, BASE - height - width * 0.86),
            (x + upper * 1.16, BASE - height),
        ],
        WINE,
    )
    sheet.line([(x, BASE - height - width * 0.84), (x, BASE - height - width * 1.06)], GOLD, 4)
    sheet.shape(
        [
            (x, BASE - height - width * 1.06),
            (x + 34, BASE - height - width * 1.0),
            (x, BASE - height - width * 0.94),
        ],
        GOLD,
    )
    sheet.box(x - 6, BASE - height * 0.14, x + 6, BASE - height * 0.07, INK, round_by=6)


def draw():
    sheet = Canvas()
    sheet.sky("#7fa8bd", "#f7dfb2", until=620)
    sheet.glow(420, 330, 320, SNOW, 0.65)
    cloud(sheet, 250, 150, 110, SNOW)
    cloud(sheet, 1340, 120, 90, mix(SNOW, MIST, 0.15))
    for x, y in ((1150, 200), (1204, 176), (1256, 206)):
        bird(sheet, x, y, 24, INK)
    sheet.hill([600, 560, 580, 550, 560, 550, 570, 556, 590], mix(SAGE, MIST, 0.25), bottom=640)
    for x, size, fill in (
        (70, 170, MOSS),
        (170, 130, FOREST),
        (1500, 150, FOREST),
        (1400, 110, MOSS),
        (1570, 180, MOSS),
    ):
        sheet.crown(x, 634, size, fill)
    # The palace wing between the towers: three rows of windows under a steep roof.
    sheet.box(330, 440, 1270, BASE, mix(PLASTER, BRICK, 0.16))
    sheet.shape([(316, 440), (380, 356), (1220, 356), (1284, 440)], mix(WINE, RED, 0.25))
    for x in range(470, 1200, 104):
        sheet.shape([(x - 22, 400), (x, 368), (x + 22, 400)], WINE)
        sheet.box(x - 12, 398, x + 12, 424, mix(AMBER, SNOW, 0.3))
    for i in range(22):
        for y in (470, 524, 578):
            x = 376 + i * 40
            sheet.box(x - 11, y - 15, x + 11, y + 19, SNOW)
            sheet.box(x - 8, y - 12, x + 8, y + 16, mix(BLUE, NIGHT, 0.3))
    sheet.box(330, 500, 1270, 506, BRICK)
    sheet.box(330, 554, 1270, 560, BRICK)
    tower(sheet, 560, 110, 300, octagon=True)
    tower(sheet, 1070, 116, 310, octagon=True)
    tower(sheet, 330, 140, 360, octagon=True)
    tower(sheet, 1270, 140, 350)
    # The gate tower, the highest of the five, and the way to it.
    tower(sheet, 806, 150, 420)
    sheet.box(768, 536, 844, 624, PLASTER, round_by=38)
    sheet.box(776, 546, 836, 630, INK, round_by=30)
    sheet.hill([632, 622, 628, 620, 622, 620, 628, 622, 634], MOSS, bottom=690)
    sheet.shape([(772, 624), (840, 624), (872, 690), (740, 690)], SAND)
    sheet.box(0, 684, WIDTH, HEIGHT, BLUE)
    sheet.mirror(686, depth=226, tint=BLUE, strength=0.34)
    sheet.veil([(0, 686), (WIDTH, 686), (WIDTH, HEIGHT), (0, HEIGHT)], NIGHT, 0.2)
    ripples(sheet, 700, 896, mix(MIST, SNOW, 0.3), count=30, seed=5)
    sheet.line([(0, 686), (WIDTH, 686)], mix(SAND, MOSS, 0.4), 5)
    # A willow on the near bank.
    sheet.shape(
        curve([(-60, 930), (-40, 800), (120, 776), (300, 830), (380, 930)]), mix(MOSS, FOREST, 0.4)
    )
    sheet.shape(
        curve([(86, 830), (110, 640), (80, 520), (124, 500), (150, 640), (150, 836)]),
        mix(WINE, INK, 0.55),
    )
    for i in range(26):
        x = 110 + (i - 13) * 15
        top = 470 + abs(i - 13) * 8
        low = 740 - (i * 37) % 90 + abs(i - 13) * 3
        lean = (i - 13) * 5
        sheet.line(
            curve(
                [
                    (112 + (i - 13) * 6, 500),
                    (x, top),
                    (x + lean, (top + low) / 2),
                    (x + lean * 1.3, low),
                ],
                closed=False,
            ),
            mix(SAGE, MOSS, (i % 4) / 4),
            8,
        )
    sheet.line([(0, 905), (WIDTH, 905)], mix(NIGHT, PAPER, 0.1), 2)
    sheet.woven_band()
    return sheet
