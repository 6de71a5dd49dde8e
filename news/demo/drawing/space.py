"""A satellite and a station above the night side of the Earth."""

import math
import random

from portal.drawing.canvas import (
    AMBER,
    BLUE,
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
    mix,
    ring,
)
from portal.drawing.motifs import star


def turned(x, y, turn):
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    return lambda points: [(x + a * cos - b * sin, y + a * sin + b * cos) for a, b in points]


def rect(x0, y0, x1, y1):
    return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]


def satellite(sheet, x, y, turn):
    """The cells of its wings are set like an ornament."""
    at = turned(x, y, turn)
    for side in (-1, 1):
        sheet.shape(at(rect(side * 70, -7, side * 124, 7)), mix(MIST, INK, 0.3))
        x0, x1 = sorted((side * 124, side * 470))
        sheet.shape(at(rect(x0 - 6, -86, x1 + 6, 86)), mix(MIST, SNOW, 0.4))
        sheet.shape(at(rect(x0, -80, x1, 80)), mix(BLUE, NIGHT, 0.35))
        for column in range(4):
            for row in range(2):
                cx, cy = x0 + 43 + column * 86.5, -40 + row * 80
                for reach, fill in (
                    (34, mix(BLUE, MIST, 0.35)),
                    (23, mix(BLUE, NIGHT, 0.35)),
                    (12, AMBER),
                ):
                    sheet.shape(
                        at(
                            [(cx, cy - reach), (cx + reach, cy), (cx, cy + reach), (cx - reach, cy)]
                        ),
                        fill,
                    )
        for column in range(5):
            sheet.line(
                at([(x0 + column * 86.5, -80), (x0 + column * 86.5, 80)]), mix(MIST, BLUE, 0.4), 3
            )
        sheet.line(at([(x0, 0), (x1, 0)]), mix(MIST, BLUE, 0.4), 3)
    sheet.shape(at(rect(-76, -104, 76, 104)), GOLD)
    sheet.shape(at(rect(26, -104, 76, 104)), mix(GOLD, WINE, 0.3))
    for i in range(4):
        sheet.line(at([(-76, -70 + i * 46), (76, -58 + i * 46)]), mix(GOLD, SNOW, 0.35), 3)
    sheet.shape(at(rect(-30, -54, 30, 6)), PAPER)
    cx, cy = at([(0, -24)])[0]
    star(sheet, cx, cy, 2.9, RED)
    sheet.shape(at(rect(-40, 104, 40, 150)), mix(INK, MIST, 0.25))
    cx, cy = at([(0, 158)])[0]
    sheet.disc(cx, cy, 46, mix(MIST, INK, 0.4))
    sheet.disc(cx, cy, 34, mix(BLUE, INK, 0.4))
    sheet.disc(cx - 10, cy - 10, 11, mix(SNOW, BLUE, 0.3))
    sheet.line(at([(0, -104), (0, -170)]), MIST, 7)
    sheet.disc(*at([(0, -176)])[0], 13, RED)


def station(sheet, x, y, k):
    at = turned(x, y, -12)

    def box(x0, y0, x1, y1, fill):
        sheet.shape(at(rect(x0 * k, y0 * k, x1 * k, y1 * k)), fill)

    box(-150, -5, 150, 5, MIST)
    for side in (-1, 1):
        for near in (70, 116):
            for up in (-1, 1):
                box(side * near - 15, up * 10, side * near + 15, up * 92, mix(GOLD, WINE, 0.35))
                for i in range(4):
                    box(
                        side * near - 15,
                        up * (24 + i * 18),
                        side * near + 15,
                        up * (26 + i * 18),
                        mix(GOLD, INK, 0.4),
                    )
    box(-46, -14, 46, 14, mix(SNOW, MIST, 0.4))
    box(-14, -46, 14, 52, mix(SNOW, MIST, 0.55))
    box(-46, 2, 46, 14, mix(MIST, INK, 0.3))
    box(-9, 52, 9, 80, mix(MIST, INK, 0.2))


def draw():
    sheet = Canvas()
    sheet.sky("#070d18", "#152744", until=1000)
    chance = random.Random(1973)
    for _ in range(190):
        sheet.disc(
            chance.uniform(0, WIDTH),
            chance.uniform(0, 700),
            chance.uniform(0.8, 2.6),
            mix(SNOW, BLUE, chance.uniform(0, 0.6)),
        )
    # The Earth: a thin line of morning on its edge.
    cx, cy, radius = 800, 2350, 1720
    for grow, fill, strength in (
        (46, "#3f78b5", 0.35),
        (26, "#6fa6d6", 0.45),
        (10, "#f3c98c", 0.75),
    ):
        sheet.veil(ring(cx, cy, radius + grow, 220), fill, strength, blur=9)
    sheet.shape(ring(cx, cy, radius, 260), "#0f2038")
    sheet.glow(1330, 700, 150, "#f7d79c", 0.9)
    sheet.disc(1330, 716, 30, SNOW)
    sheet.shape(ring(cx, cy, radius - 3, 260), "#0f2038")
    # Lights of towns, thicker where the capital lies, and the roads between.
    towns = [
        (800, 776, 15),
        (560, 812, 8),
        (980, 742, 8),
        (1090, 850, 9),
        (640, 724, 7),
        (430, 876, 8),
        (930, 862, 8),
    ]
    for x, y, size in towns:
        sheet.glow(x, y, size * 6, AMBER, 0.55)
        for _ in range(size * 7):
            far = abs(chance.gauss(0, 1))
            turn = chance.uniform(0, math.tau)
            sheet.disc(
                x + far * size * 2.6 * math.cos(turn),
                y + far * size * 0.9 * math.sin(turn),
                chance.uniform(1, 2.6),
                mix(AMBER, SNOW, chance.uniform(0, 0.6)),
            )
    for x, y, _size in towns[1:]:
        for step in range(26):
            share = step / 26
            sheet.disc(
                800 + (x - 800) * share + chance.uniform(-3, 3),
                776 + (y - 776) * share + chance.uniform(-2, 2),
                1.3,
                AMBER,
            )
    for _ in range(240):
        sheet.disc(
            chance.uniform(100, 1500),
            chance.uniform(720, 890),
            chance.uniform(0.8, 1.7),
            mix(AMBER, "#0f2038", chance.uniform(0.1, 0.7)),
        )
    station(sheet, 1330, 180, 1.15)
    satellite(sheet, 560, 380, -16)
    sheet.woven_band()
    return sheet
