"""Three medals on woven ribbons."""

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


def ribbon(sheet, x, y, fill, *, width=104):
    """Two bands that meet above the medal, each with a row of diamonds."""
    for side in (-1, 1):
        top = x + side * 150
        near, far = x - side * 6, x + side * (width * 0.5)
        band = [
            (top - width / 2, -10),
            (top + width / 2, -10),
            (max(near, far) + 14, y),
            (min(near, far) - 14, y),
        ]
        tone = fill if side > 0 else mix(fill, INK, 0.2)
        sheet.shape(band, tone)
        for i in range(7):
            share = (i + 0.6) / 7
            cx, cy = top + (x + side * 24 - top) * share, -10 + (y + 10) * share
            sheet.shape([(cx, cy - 17), (cx + 13, cy), (cx, cy + 17), (cx - 13, cy)], PAPER)
            sheet.shape([(cx, cy - 7), (cx + 5, cy), (cx, cy + 7), (cx - 5, cy)], tone)
    sheet.box(x - 46, y - 8, x + 46, y + 12, mix(fill, INK, 0.35), round_by=8)


def medal(sheet, x, y, radius, fill, number):
    light, dark = mix(fill, SNOW, 0.4), mix(fill, INK, 0.35)
    sheet.veil(ring(x + 14, y + 24, radius * 1.05, 48), INK, 0.5, blur=16)
    sheet.disc(x, y - radius - 6, 34, dark)
    sheet.disc(x, y - radius - 6, 19, NIGHT)
    sheet.disc(x, y, radius, dark)
    sheet.disc(x, y, radius * 0.95, light)
    sheet.disc(x, y, radius * 0.87, fill)
    for i in range(40):
        turn = math.tau * i / 40
        sheet.disc(
            x + radius * 0.91 * math.cos(turn),
            y + radius * 0.91 * math.sin(turn),
            radius * 0.022,
            dark,
        )
    for i in range(24):
        turn = math.tau * i / 24
        inner, outer = radius * 0.68, radius * (0.82 if i % 2 else 0.77)
        sheet.line(
            [
                (x + inner * math.cos(turn), y + inner * math.sin(turn)),
                (x + outer * math.cos(turn), y + outer * math.sin(turn)),
            ],
            light,
            radius * 0.03,
        )
    sheet.disc(x, y, radius * 0.6, dark)
    sheet.disc(x, y, radius * 0.575, mix(fill, SNOW, 0.16))
    star(sheet, x, y, radius * 0.056, mix(dark, WINE, 0.3))
    sheet.veil(
        [
            (x - radius * 0.5, y - radius * 0.8),
            (x - radius * 0.2, y - radius * 0.92),
            (x + radius * 0.5, y + radius * 0.72),
            (x + radius * 0.2, y + radius * 0.9),
        ],
        SNOW,
        0.2,
        blur=10,
    )
    for i in range(number):
        sheet.disc(x + (i - (number - 1) / 2) * 22, y + radius * 0.72, 6, SNOW)


def draw():
    sheet = Canvas()
    sheet.sky("#16294a", "#2f5273", until=900)
    for i in range(13):
        turn = math.radians(-72 + i * 12)
        foot = (800, 1250)
        tip = [
            (foot[0] + 1500 * math.sin(turn + d), foot[1] - 1500 * math.cos(turn + d))
            for d in (-0.05, 0.05)
        ]
        sheet.veil([foot, *tip], mix(MIST, BLUE, 0.3), 0.12)
    chance = random.Random(69)
    for i in range(90):
        x, y = chance.uniform(0, WIDTH), chance.uniform(0, 860)
        sheet.shape(
            ring(x, y, 9 + i % 4 * 3, 4, turn=i * 31),
            mix((RED, AMBER, SNOW, MOSS)[i % 4], "#203c60", 0.35),
        )
    for x, y, radius, fill, cloth, number in (
        (360, 600, 176, mix(MIST, SNOW, 0.15), FOREST, 2),
        (1240, 620, 176, "#b06f43", FOREST, 3),
        (800, 540, 216, mix(GOLD, AMBER, 0.35), RED, 1),
    ):
        ribbon(sheet, x, y - radius - 20, cloth)
        medal(sheet, x, y, radius, fill, number)
    sheet.woven_band()
    return sheet
