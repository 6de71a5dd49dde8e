"""A light bulb among gear wheels."""

import math

from portal.drawing.canvas import (
    AMBER,
    BLUE,
    FOREST,
    GOLD,
    HEIGHT,
    INK,
    MIST,
    NIGHT,
    PAPER,
    RED,
    SAND,
    SNOW,
    WIDTH,
    WINE,
    Canvas,
    curve,
    mix,
    ring,
)
from portal.drawing.motifs import skyline, star


def gear(sheet, x, y, radius, teeth, fill, hole):
    for i in range(teeth):
        turn = math.tau * i / teeth
        half = math.pi / teeth * 0.52
        sheet.shape(
            [
                (x + r * math.sin(turn + a), y - r * math.cos(turn + a))
                for r, a in (
                    (radius * 0.8, -half * 1.3),
                    (radius, -half * 0.8),
                    (radius, half * 0.8),
                    (radius * 0.8, half * 1.3),
                )
            ],
            fill,
        )
    sheet.disc(x, y, radius * 0.84, fill)
    sheet.disc(x, y, radius * 0.62, mix(fill, PAPER, 0.22))
    for i in range(6):
        turn = math.tau * i / 6
        sheet.line(
            [(x, y), (x + radius * 0.7 * math.sin(turn), y - radius * 0.7 * math.cos(turn))],
            fill,
            radius * 0.1,
        )
    sheet.disc(x, y, radius * 0.26, fill)
    sheet.disc(x, y, radius * 0.12, hole)


def gate_tower(sheet, x, base, fill):
    """One of the twin towers at the station square of Minsk."""
    for half, top in ((74, 300), (56, 356), (38, 396), (20, 424)):
        sheet.box(x - half, base - top, x + half, base, fill)
        sheet.box(x - half - 5, base - top, x + half + 5, base - top + 9, fill)
    sheet.shape([(x - 15, base - 420), (x, base - 500), (x + 15, base - 420)], fill)
    for row in range(5):
        for dx in (-40, 0, 40):
            sheet.box(
                x + dx - 8,
                base - 276 + row * 52,
                x + dx + 8,
                base - 248 + row * 52,
                mix(fill, AMBER, 0.6),
            )


def sheet_of_paper(sheet, x, y, width, turn, seal):
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))

    def at(px, py):
        return (x + px * cos - py * sin, y + px * sin + py * cos)

    height = width * 1.36
    for shift, fill in ((10, mix(SAND, WINE, 0.25)), (0, SNOW)):
        sheet.shape(
            [
                at(shift, shift),
                at(width + shift, shift),
                at(width + shift, height + shift),
                at(shift, height + shift),
            ],
            fill,
        )
    sheet.line([at(width * 0.14, height * 0.14), at(width * 0.7, height * 0.14)], RED, 9)
    for i in range(6):
        end = 0.86 if i % 3 else 0.7
        sheet.line(
            [
                at(width * 0.14, height * (0.26 + i * 0.08)),
                at(width * end, height * (0.26 + i * 0.08)),
            ],
            MIST,
            6,
        )
    px, py = at(width * 0.74, height * 0.82)
    sheet.shape(ring(px, py, width * 0.15, 16), seal)
    sheet.disc(px, py, width * 0.1, mix(seal, PAPER, 0.3))


def draw():
    sheet = Canvas()
    sheet.sky("#f7efdf", "#ecd4ab", until=840)
    sheet.disc(800, 440, 390, mix(AMBER, PAPER, 0.5))
    sheet.disc(800, 440, 330, mix(AMBER, PAPER, 0.3))
    for i in range(24):
        turn = math.radians(i * 15)
        sheet.line(
            [
                (800 + 402 * math.sin(turn), 440 - 402 * math.cos(turn)),
                (
                    800 + (436 if i % 2 else 466) * math.sin(turn),
                    440 - (436 if i % 2 else 466) * math.cos(turn),
                ),
            ],
            mix(GOLD, PAPER, 0.25),
            6,
        )
    skyline(sheet, 830, mix(SAND, BLUE, 0.35), seed=4, low=60, high=170)
    for x in (230, 1370):
        gate_tower(sheet, x, 832, mix(BLUE, SAND, 0.3))
    sheet.box(0, 826, WIDTH, HEIGHT, FOREST)
    gear(sheet, 470, 640, 170, 14, FOREST, PAPER)
    gear(sheet, 1150, 620, 190, 16, WINE, PAPER)
    gear(sheet, 1020, 786, 96, 11, GOLD, PAPER)
    sheet_of_paper(sheet, 580, 640, 150, -12, RED)
    sheet_of_paper(sheet, 1236, 650, 150, 10, GOLD)
    glass = curve(
        [
            (800, 170),
            (900, 190),
            (985, 270),
            (1005, 380),
            (960, 490),
            (893, 575),
            (872, 650),
            (728, 650),
            (707, 575),
            (640, 490),
            (595, 380),
            (615, 270),
            (700, 190),
        ]
    )
    sheet.shape(glass, mix(AMBER, SNOW, 0.35))
    sheet.shape(
        curve(
            [
                (800, 200),
                (880, 216),
                (952, 284),
                (970, 380),
                (930, 474),
                (866, 560),
                (846, 640),
                (754, 640),
                (734, 560),
                (670, 474),
                (630, 380),
                (648, 284),
                (720, 216),
            ]
        ),
        mix(AMBER, SNOW, 0.62),
    )
    star(sheet, 800, 378, 12.5, RED)
    sheet.line([(772, 650), (772, 560), (800, 484)], WINE, 6)
    sheet.line([(828, 650), (828, 560), (800, 484)], WINE, 6)
    sheet.veil(
        curve([(652, 330), (680, 262), (728, 226), (716, 262), (690, 300), (672, 350)]), SNOW, 0.9
    )
    for i in range(4):
        sheet.box(
            722 + i * 4,
            650 + i * 32,
            878 - i * 4,
            674 + i * 32,
            NIGHT if i % 2 else BLUE,
            round_by=11,
        )
    sheet.shape([(752, 778), (848, 778), (826, 812), (774, 812)], INK)
    sheet.woven_band()
    return sheet
