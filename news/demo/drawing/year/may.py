"""Apple trees in blossom round a log house."""

import math
import random

from portal.drawing.canvas import (
    AMBER,
    BLUE,
    FOREST,
    GOLD,
    INK,
    MIST,
    MOSS,
    NIGHT,
    RED,
    SAGE,
    SAND,
    SNOW,
    WIDTH,
    Canvas,
    curve,
    mix,
)
from portal.drawing.motifs import cloud, log_house

BARK = "#6a4a36"


def apple(sheet, x, base, size, chance):
    for lean in (-0.4, 0.05, 0.42):
        sheet.line(
            curve(
                [
                    (x, base),
                    (x + lean * size * 0.15, base - size * 0.45),
                    (x + lean * size, base - size * 0.8),
                ],
                closed=False,
            ),
            BARK,
            size * 0.06,
        )
    sheet.shape(
        [
            (x - size * 0.07, base),
            (x - size * 0.04, base - size * 0.5),
            (x + size * 0.04, base - size * 0.5),
            (x + size * 0.08, base),
        ],
        BARK,
    )
    for fill, count, radius in (
        (mix(MOSS, SAGE, 0.4), 40, 0.1),
        (mix(SNOW, RED, 0.12), 120, 0.055),
        (SNOW, 150, 0.045),
    ):
        for _ in range(count):
            turn, far = chance.uniform(0, math.tau), chance.random() ** 0.5
            sheet.disc(
                x + size * 0.62 * far * math.cos(turn),
                base - size * 0.86 + size * 0.42 * far * math.sin(turn),
                size * radius * chance.uniform(0.7, 1.2),
                fill,
            )


def may():
    sheet = Canvas()
    sheet.sky("#84b4d0", "#f2ecd6", until=560)
    for x, y, size in ((260, 140, 110), (1300, 120, 130), (780, 80, 80)):
        cloud(sheet, x, y, size, SNOW)
    sheet.hill([540, 510, 530, 500, 520, 504, 530, 512, 540], mix(SAGE, MIST, 0.3))
    sheet.hill([600, 590, 600, 586, 596, 586, 600, 590, 604], mix(MOSS, SAGE, 0.4))
    chance = random.Random(5)
    for x, base, size in ((180, 640, 240), (480, 620, 200), (1290, 626, 220), (1480, 650, 260)):
        apple(sheet, x, base, size, chance)
    log_house(
        sheet, 820, 730, 560, wall="#a8794f", roof="#7d4a38", frame=SNOW, pane=mix(BLUE, NIGHT, 0.3)
    )
    for x in (646, 820, 994):
        for side in (-1, 1):
            left = x + side * 76 - 30
            sheet.box(left, 556, left + 60, 672, "#5d93bd", round_by=4)
            sheet.shape(
                [(left + 30, 584), (left + 48, 612), (left + 30, 640), (left + 12, 612)], SNOW
            )
    sheet.hill([740, 724, 730, 726, 730, 726, 732, 724, 740], MOSS)
    apple(sheet, 330, 830, 420, chance)
    apple(sheet, 1390, 840, 460, chance)
    for _ in range(340):
        x, y = chance.uniform(0, WIDTH), chance.uniform(750, 990)
        sheet.line(
            [(x, y + 18), (x + chance.uniform(-8, 8), y - chance.uniform(8, 34))],
            mix(FOREST, SAGE, chance.uniform(0, 0.8)),
            4,
        )
    for _ in range(90):
        x, y = chance.uniform(0, WIDTH), chance.uniform(780, 990)
        sheet.disc(x, y, 9, AMBER)
        sheet.disc(x, y, 4, GOLD)
    # A wattle fence, jugs upside down on its stakes.
    for row in range(5):
        weave = [(-20 + i * 40, 860 + row * 22 + (9 if (i + row) % 2 else -9)) for i in range(44)]
        sheet.line(curve(weave, closed=False), mix(BARK, SAND, 0.15 + row % 2 * 0.2), 15)
    for i in range(15):
        x = 40 + i * 112
        sheet.line([(x, 990), (x, 800 - i % 2 * 10)], mix(BARK, INK, 0.15), 19)
    for x, fill in ((264, "#a4553a"), (600, "#6b4a3a"), (936, "#b57a4a"), (1160, "#a4553a")):
        top = 800
        sheet.shape(
            curve(
                [
                    (x - 26, top + 62),
                    (x + 26, top + 62),
                    (x + 30, top + 44),
                    (x + 52, top + 4),
                    (x + 40, top - 44),
                    (x, top - 58),
                    (x - 40, top - 44),
                    (x - 52, top + 4),
                    (x - 30, top + 44),
                ]
            ),
            fill,
        )
        sheet.line([(x - 50, top - 2), (x + 50, top - 2)], mix(fill, SNOW, 0.55), 7)
        sheet.veil(
            curve([(x - 36, top - 30), (x - 22, top - 40), (x - 26, top + 30), (x - 38, top + 10)]),
            SNOW,
            0.35,
        )
    for _ in range(40):
        sheet.disc(
            chance.uniform(0, WIDTH),
            chance.uniform(380, 960),
            chance.uniform(3, 6),
            mix(SNOW, RED, 0.08),
            flat=0.7,
        )
    return sheet
