"""A bison in the winter forest."""

import math
import random

from portal.drawing.canvas import (
    AMBER,
    BLUE,
    FOREST,
    INK,
    MIST,
    PAPER,
    RED,
    SNOW,
    WIDTH,
    WINE,
    Canvas,
    curve,
    mix,
)

BISON = [
    (-236, 36), (-240, -40), (-205, -92), (-130, -112), (-40, -150), (40, -196), (110, -200),
    (165, -160), (205, -120), (246, -84), (268, -20), (262, 44), (232, 82), (198, 66), (176, 44),
    (160, 92), (120, 110), (40, 78), (-60, 72), (-150, 82), (-205, 84),
]  # fmt: skip  # fmt: skip


MANE = [
    (20, -188), (80, -206), (140, -184), (196, -132), (240, -92), (268, -24), (262, 46), (232, 84),
    (200, 74), (180, 118), (140, 130), (90, 112), (40, 60), (10, -40),
]  # fmt: skip  # fmt: skip


def branch(sheet, x, y, angle, length, width, fill, depth):
    """A limb that parts in two or three until it is thin."""
    end = (x + length * math.sin(math.radians(angle)), y - length * math.cos(math.radians(angle)))
    sheet.line([(x, y), end], fill, width)
    if depth < 6:
        for turn, share in ((-34, 0.74), (9, 0.78), (38, 0.7)):
            if depth % 2 or turn != 9:
                branch(sheet, *end, angle + turn, length * share, width * 0.64, fill, depth + 1)


def stand(sheet, x, y):
    """The bison, its hooves about 160 units below (x, y)."""
    coat, dark = "#5a3a2b", "#3a251f"

    def at(points):
        return [(x + px * 1.15, y + py * 1.15) for px, py in points]

    for leg in (
        [(-196, 40), (-150, 40), (-160, 100), (-158, 158), (-188, 158), (-190, 100)],
        [(92, 60), (136, 60), (128, 110), (130, 158), (102, 158), (100, 110)],
    ):
        sheet.shape(at(leg), mix(dark, INK, 0.3))
    for leg in (
        [(-240, 20), (-180, 40), (-208, 104), (-208, 160), (-240, 160), (-236, 100)],
        [(50, 60), (104, 60), (88, 110), (88, 160), (58, 160), (58, 110)],
    ):
        sheet.shape(at(leg), coat)
    sheet.line(at([(-238, -30), (-266, 20), (-262, 84)]), dark, 9)
    sheet.disc(*at([(-262, 92)])[0], 11, dark, flat=1.6)
    sheet.shape(curve(at(BISON)), coat)
    sheet.shape(curve(at(MANE)), dark)
    sheet.shape(
        curve(at([(196, 60), (240, 70), (226, 118), (206, 132), (194, 104)])), mix(dark, INK, 0.5)
    )
    for dx in (0, 44):
        horn = at(
            [
                (186 + dx, -84),
                (176 + dx, -120),
                (192 + dx, -152),
                (204 + dx, -160),
                (198 + dx, -130),
                (206 + dx, -92),
            ]
        )
        sheet.shape(curve(horn), mix(PAPER, INK, 0.15 if dx else 0.4))
    sheet.disc(*at([(230, -40)])[0], 9, mix(AMBER, dark, 0.35))
    sheet.disc(*at([(231, -40)])[0], 6, INK)
    sheet.disc(*at([(233, -44)])[0], 2, SNOW)
    sheet.disc(*at([(252, 44)])[0], 5, INK)


def draw():
    sheet = Canvas()
    sheet.sky("#9fb0b8", "#f1d3ad", until=640)
    sheet.glow(1090, 380, 320, "#e7a06c", 0.55)
    sheet.disc(1090, 392, 128, RED)
    chance = random.Random(1409)
    for base, low, high, fill in ((560, 120, 210, "#93a6a8"), (600, 160, 280, "#5f7d7a")):
        for x in range(-20, WIDTH + 40, 46):
            sheet.fir(x + chance.uniform(-16, 16), base + 20, chance.uniform(low, high), fill)
        sheet.box(0, base, WIDTH, base + 120, fill)
    sheet.hill([640, 600, 612, 636, 622, 600, 590, 606, 630], "#dfe3df")
    for x, height in ((60, 520), (190, 400), (300, 300), (1380, 380), (1500, 540), (1590, 420)):
        sheet.fir(x, 690, height, FOREST, tiers=6)
        for tier in range(6):
            low = 690 - height * (0.08 + 0.72 * tier / 6)
            half = height * 0.21 * (1 - tier / 6.6)
            sheet.shape(
                [(x - half, low), (x - half * 0.2, low - half * 0.8), (x - half * 0.4, low)], SNOW
            )
    # One old oak without leaves.
    oak = mix(WINE, INK, 0.55)
    branch(sheet, 470, 690, 0, 150, 46, oak, 0)
    sheet.hill([700, 676, 668, 684, 700, 712, 690, 676, 690], SNOW)
    sheet.veil(
        curve([(560, 842), (800, 820), (1120, 836), (1180, 858), (860, 876), (600, 866)]),
        BLUE,
        0.3,
        blur=6,
    )
    for _ in range(110):
        sheet.disc(chance.uniform(0, WIDTH), chance.uniform(0, 660), chance.uniform(1.5, 4.5), SNOW)
    stand(sheet, 850, 690)
    sheet.hill([860, 870, 852, 866, 878, 862, 850, 866, 876], "#e9ece8")
    for i in range(14):
        sheet.disc(
            1130 + i * 32,
            880 - 16 * math.sin(i / 3) + (i % 2) * 14,
            8,
            mix(MIST, BLUE, 0.2),
            flat=0.5,
        )
    sheet.woven_band()
    return sheet
