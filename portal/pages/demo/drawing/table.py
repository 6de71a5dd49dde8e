"""Draniki in the pan, seen from above."""

import random

from portal.drawing.canvas import (
    AMBER,
    GOLD,
    INK,
    MOSS,
    PAPER,
    RED,
    SAGE,
    SAND,
    SNOW,
    WINE,
    Canvas,
    curve,
    mix,
    ring,
)


def blob(chance, x, y, radius, flat=1.0):
    """A round thing that no machine has cut."""
    return curve([
        (x + (px - x) * chance.uniform(0.88, 1.1), y + (py - y) * flat * chance.uniform(0.88, 1.1))
        for px, py in ring(x, y, radius, 11)
    ])  # fmt: skip


def pancake(sheet, chance, x, y, radius):
    sheet.veil([(px + 6, py + 9) for px, py in blob(chance, x, y, radius)], INK, 0.5, blur=5)
    edge = blob(chance, x, y, radius)
    sheet.shape(edge, "#a8621f")
    sheet.shape([(x + (px - x) * 0.9, y + (py - y) * 0.9) for px, py in edge], GOLD)
    sheet.shape([(x + (px - x) * 0.68 - 4, y + (py - y) * 0.68 - 4) for px, py in edge], AMBER)
    for _ in range(26):
        px, py = chance.uniform(-0.62, 0.62) * radius, chance.uniform(-0.62, 0.62) * radius
        turn = chance.uniform(-9, 9)
        sheet.line(
            [(x + px - 9, y + py + turn), (x + px + 9, y + py - turn)],
            mix(GOLD, "#a8621f", chance.random()),
            4,
        )


def dill(sheet, x, y, lean):
    stem = curve([(x, y), (x + lean * 0.4, y - 80), (x + lean, y - 170)], closed=False)
    sheet.line(stem, MOSS, 5)
    for i in range(6, len(stem), 4):
        sx, sy = stem[i]
        for side in (-1, 1):
            for k in (0.35, 0.7, 1):
                sheet.line(
                    [(sx, sy), (sx + side * 46 * k, sy - 46 * (1.15 - k))],
                    mix(MOSS, SAGE, k * 0.4),
                    3,
                )


def draw():
    chance = random.Random(4)
    sheet = Canvas(mix(PAPER, SNOW, 0.5))
    for i in range(60):
        sheet.line([(i * 27, 0), (i * 27, 910)], mix(PAPER, SAND, 0.28), 1.3)
    for i in range(34):
        sheet.line([(0, i * 27), (1600, i * 27)], mix(PAPER, SAND, 0.28), 1.3)
    for x in (90, 122, 1470, 1502):
        sheet.box(x, 0, x + (14 if x in (90, 1502) else 6), 910, mix(RED, PAPER, 0.12))
    # The pan.
    sheet.veil(ring(686, 480, 372, 60), INK, 0.4, blur=22)
    sheet.shape([(960, 214), (1010, 262), (1262, 44), (1214, -20)], mix(INK, SNOW, 0.08))
    sheet.line([(985, 238), (1230, 20)], mix(INK, SNOW, 0.25), 10)
    sheet.disc(670, 462, 372, mix(INK, SNOW, 0.14))
    sheet.disc(670, 462, 338, INK)
    sheet.disc(670, 462, 326, mix(INK, WINE, 0.25))
    sheet.veil(
        curve([(420, 330), (520, 220), (680, 170), (560, 260), (460, 380)]), SNOW, 0.14, blur=10
    )
    for x, y in (
        (560, 306),
        (778, 300),
        (452, 480),
        (672, 468),
        (890, 470),
        (566, 650),
        (786, 644),
    ):
        pancake(sheet, chance, x, y, 108)
    for x, y in (
        (640, 240),
        (520, 420),
        (760, 400),
        (640, 580),
        (860, 590),
        (430, 560),
        (900, 350),
    ):
        for k in range(3):
            sheet.line(
                [(x + k * 10, y + k * 5), (x + k * 10 + 12, y + k * 5 - 12)],
                mix(MOSS, SAGE, 0.2),
                4,
            )
    # The bowl.
    sheet.veil(ring(1284, 560, 176, 60), INK, 0.35, blur=16)
    sheet.disc(1272, 546, 176, "#8a4a33")
    sheet.disc(1272, 546, 160, mix("#8a4a33", PAPER, 0.25))
    for i in range(36):
        x, y = ring(1272, 546, 168, 36)[i]
        sheet.disc(x, y, 5, AMBER)
    sheet.disc(1272, 546, 142, SNOW)
    sheet.shape(
        curve(
            [
                (1180, 560),
                (1230, 480),
                (1330, 480),
                (1370, 570),
                (1300, 620),
                (1250, 560),
                (1300, 540),
                (1290, 585),
            ]
        ),
        mix(SNOW, SAND, 0.28),
    )
    sheet.shape(curve([(1262, 520), (1300, 514), (1322, 548), (1290, 566), (1262, 552)]), SNOW)
    sheet.line([(1330, 500), (1500, 330)], mix(WINE, PAPER, 0.3), 18)
    dill(sheet, 1190, 330, 60)
    dill(sheet, 1250, 350, 20)
    for x, y, size in ((236, 752, 100), (330, 836, 76)):
        shape = blob(chance, x, y, size, 0.78)
        sheet.veil([(px + 8, py + 12) for px, py in shape], INK, 0.35, blur=8)
        sheet.shape(shape, "#b98a58")
        sheet.shape(
            [(x - 8 + (px - x) * 0.7, y - 10 + (py - y) * 0.66) for px, py in shape], "#c99d6c"
        )
        for _ in range(5):
            sheet.disc(
                x + chance.uniform(-0.5, 0.5) * size,
                y + chance.uniform(-0.4, 0.4) * size,
                4,
                "#8f6238",
            )
    sheet.woven_band()
    return sheet
