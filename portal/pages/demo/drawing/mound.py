"""The Mound of Glory in the evening."""

import random

from portal.drawing.canvas import (
    AMBER,
    FOREST,
    INK,
    MIST,
    MOSS,
    NIGHT,
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


def bayonet(sheet, x, base, height, width, fill):
    """A blade with a groove; the light comes from the left."""
    top = base - height
    sheet.shape(
        [
            (x - width, base),
            (x - width * 0.75, top + height * 0.2),
            (x, top),
            (x + width * 0.75, top + height * 0.2),
            (x + width, base),
        ],
        fill,
    )
    sheet.shape(
        [(x, base), (x, top), (x + width * 0.75, top + height * 0.2), (x + width, base)],
        mix(fill, INK, 0.38),
    )
    sheet.line([(x, base), (x, top + height * 0.1)], mix(fill, SNOW, 0.35), 4)


def poppy(sheet, x, y, size):
    sheet.line(
        curve(
            [(x, y), (x + size * 0.2, y + size * 1.6), (x - size * 0.1, y + size * 3.4)],
            closed=False,
        ),
        MOSS,
        size * 0.16,
    )
    for dx, dy in ((-0.5, 0), (0.5, 0.05), (0, -0.36), (0, 0.3)):
        sheet.disc(
            x + dx * size,
            y + dy * size,
            size * 0.6,
            mix(RED, WINE, 0.25 if dy > 0.2 else 0),
            flat=0.85,
        )
    sheet.disc(x, y, size * 0.24, INK)


def draw():
    chance = random.Random(1969)
    sheet = Canvas()
    sheet.sky("#4d6a8c", "#f3c590", until=700)
    sheet.glow(800, 600, 560, "#f0a869", 0.55)
    for x, y, length, high in (
        (90, 150, 330, 16),
        (250, 184, 210, 12),
        (1080, 110, 380, 16),
        (1260, 146, 220, 12),
        (1180, 320, 300, 12),
        (160, 380, 260, 12),
    ):
        sheet.box(x, y, x + length, y + high, mix("#f3c590", SNOW, 0.3), round_by=high / 2)
    sheet.hill([700, 690, 700, 686, 690, 688, 698, 690, 700], mix(FOREST, MIST, 0.4))
    for i in range(80):
        x = i * 21
        if not 420 < x < 1180:
            sheet.crown(
                x, 716, 34 + chance.random() * 40, mix(FOREST, NIGHT, 0.1 + chance.random() * 0.3)
            )
    # The blades stand close, two behind and two before.
    concrete = "#a9b0b3"
    bayonet(sheet, 752, 430, 330, 30, mix(concrete, INK, 0.22))
    bayonet(sheet, 848, 430, 322, 30, mix(concrete, INK, 0.28))
    bayonet(sheet, 712, 444, 300, 34, concrete)
    bayonet(sheet, 806, 448, 388, 38, mix(concrete, SNOW, 0.12))
    sheet.box(664, 396, 892, 430, mix(concrete, INK, 0.1), round_by=10)
    sheet.box(664, 396, 892, 408, mix(concrete, SNOW, 0.3), round_by=6)
    for i in range(12):
        sheet.box(676 + i * 18, 412, 686 + i * 18, 424, mix(concrete, INK, 0.4))
    sheet.shape(
        curve(
            [
                (300, 780),
                (420, 690),
                (580, 540),
                (690, 440),
                (790, 424),
                (890, 440),
                (1010, 540),
                (1180, 690),
                (1310, 780),
                (800, 800),
            ]
        ),
        MOSS,
    )
    sheet.shape(
        curve(
            [(800, 430), (890, 440), (1010, 540), (1180, 690), (1310, 780), (900, 790), (960, 620)]
        ),
        mix(MOSS, FOREST, 0.6),
    )
    for side in (-1, 1):
        path = [(800 + side * x, y) for x, y in ((6, 440), (74, 530), (112, 650), (30, 800))]
        sheet.line(curve(path, closed=False), SAND, 9)
    for _ in range(150):
        x, y = chance.uniform(330, 1270), chance.uniform(560, 780)
        if abs(x - 800) < (y - 400) * 1.15:
            sheet.line(
                [(x, y), (x + chance.uniform(-4, 4), y - 14)],
                mix(MOSS, SAGE, chance.random() * 0.6),
                3,
            )
    sheet.hill([800, 770, 764, 760, 766, 760, 764, 772, 800], mix(MOSS, SAGE, 0.25))
    sheet.shape([(760, 770), (840, 770), (960, 930), (640, 930)], mix(SAND, AMBER, 0.15))
    for i in range(6):
        y = 786 + i * i * 4
        sheet.line([(756 - i * 16, y), (844 + i * 16, y)], mix(SAND, INK, 0.2), 2 + i * 0.6)
    for _ in range(170):
        x, y = chance.uniform(0, WIDTH), chance.uniform(790, 905)
        if abs(x - 800) > 60 + (y - 770) * 0.9:
            sheet.line(
                [(x, y), (x + chance.uniform(-8, 8), y - chance.uniform(16, 34))],
                mix(FOREST, SAGE, chance.random()),
                3,
            )
    for _ in range(54):
        x, y = chance.uniform(0, WIDTH), chance.uniform(800, 880)
        if abs(x - 800) > 90 + (y - 770) * 0.9:
            poppy(sheet, x, y, 9 + (y - 800) * 0.12)
    sheet.woven_band()
    return sheet
