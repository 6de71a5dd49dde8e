"""Lilac before the arena."""

import math
import random

from portal.drawing.canvas import (
    BLUE,
    FOREST,
    GOLD,
    HEIGHT,
    INK,
    MIST,
    MOSS,
    NIGHT,
    RED,
    SAGE,
    SNOW,
    WIDTH,
    Canvas,
    curve,
    mix,
)
from portal.drawing.motifs import skyline

LILAC = ("#6b4a8a", "#8a66aa", "#ab8cc6", "#cdb6de")


def leaf(sheet, x, y, size, turn, fill):
    """A heart, as lilac has them."""
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    heart = [
        (0, 0),
        (0.42, -0.2),
        (0.5, 0.3),
        (0.22, 0.75),
        (0, 1.15),
        (-0.22, 0.75),
        (-0.5, 0.3),
        (-0.42, -0.2),
    ]
    at = [(x + size * (a * cos - b * sin), y + size * (a * sin + b * cos)) for a, b in heart]
    sheet.shape(curve(at), fill)
    sheet.line([at[0], at[4]], mix(fill, SNOW, 0.25), size * 0.03)


def cluster(sheet, x, y, size, turn, chance):
    """A panicle: many small four-petalled flowers in a cone."""
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    for step in range(90):
        along = 1 - step / 90
        across = chance.uniform(-0.42, 0.42) * (1 - along * 0.82)
        px = x + size * (across * cos + along * 1.5 * sin)
        py = y + size * (across * sin - along * 1.5 * cos)
        fill = LILAC[min(3, int(step / 90 * 3 + chance.uniform(0, 1.4)))]
        radius = size * 0.052
        for dx, dy in ((0, -1), (1, 0), (0, 1), (-1, 0)):
            sheet.disc(px + dx * radius, py + dy * radius, radius, fill)
        sheet.disc(px, py, radius * 0.5, mix(fill, INK, 0.35))


def arena(sheet, x, base):
    """A low disc of glass and metal ribs."""
    sheet.disc(x, base - 92, 470, mix(BLUE, MIST, 0.35), flat=0.2)
    sheet.shape(
        [(x - 470, base - 92), (x + 470, base - 92), (x + 420, base), (x - 420, base)],
        mix(BLUE, NIGHT, 0.25),
    )
    sheet.disc(x, base - 4, 420, mix(BLUE, NIGHT, 0.25), flat=0.12)
    for i in range(37):
        turn = math.radians(-84 + i * 168 / 36)
        top, foot = x + 468 * math.sin(turn), x + 419 * math.sin(turn)
        dip = 60 * math.cos(turn)
        sheet.line(
            [(top, base - 92 + dip * 0.6), (foot, base - 4 + dip * 0.6)],
            mix(SNOW, BLUE, 0.2 + 0.3 * (i % 2)),
            4 + 3 * math.cos(turn),
        )
    sheet.disc(x, base - 118, 440, mix(MIST, SNOW, 0.35), flat=0.19)
    sheet.disc(x, base - 128, 360, mix(MIST, SNOW, 0.65), flat=0.17)
    sheet.disc(x, base - 134, 150, mix(MIST, BLUE, 0.2), flat=0.15)


def stick(sheet, x0, y0, x1, y1, side):
    sheet.line([(x0, y0), (x1, y1)], "#c79a5b", 19)
    sheet.line([(x1, y1), (x1 + side * 120, y1 + 26)], "#c79a5b", 26)
    for share in (0.35, 0.62, 0.9):
        px, py = x1 + side * 120 * share, y1 + 26 * share
        sheet.line([(px - 6, py - 12), (px + 6, py + 13)], INK, 9)
    for share in (0.02, 0.08, 0.14):
        px, py = x0 + (x1 - x0) * share, y0 + (y1 - y0) * share
        sheet.line([(px - 8, py), (px + 10, py + 8)], RED, 10)


def draw():
    sheet = Canvas()
    sheet.sky("#6c86ab", "#f2d2b0", until=560)
    sheet.glow(1180, 420, 300, "#f6b98c", 0.7)
    skyline(sheet, 560, mix(BLUE, MIST, 0.4), seed=3, low=30, high=100)
    sheet.box(0, 556, WIDTH, HEIGHT, SAGE)
    arena(sheet, 900, 590)
    for i in range(19):
        sheet.crown(
            30 + i * 88, 650 + (i % 3) * 8, 66 + (i * 13) % 26, mix(MOSS, FOREST, (i % 3) / 4)
        )
    sheet.hill([690, 676, 668, 664, 662, 664, 668, 676, 690], mix(SNOW, MIST, 0.3))
    for i in range(6):
        y = 700 + i * 32
        sheet.line([(0, y + 6), (WIDTH, y - 4)], mix(SNOW, BLUE, 0.14), 2.5)
    sheet.line([(520, 668), (360, HEIGHT)], RED, 12)
    sheet.line([(1180, 668), (1440, HEIGHT)], BLUE, 12)
    stick(sheet, 1390, 470, 960, 826, -1)
    stick(sheet, 620, 520, 1080, 842, 1)
    sheet.disc(1000, 790, 54, INK, flat=0.42)
    sheet.box(946, 774, 1054, 792, INK)
    sheet.disc(1000, 772, 54, mix(INK, BLUE, 0.35), flat=0.42)
    chance = random.Random(2014)
    for branch in (
        [(-20, 900), (130, 640), (300, 330)],
        [(-20, 700), (110, 420), (170, 120)],
        [(-20, 960), (220, 800), (470, 640)],
        [(-20, 420), (130, 230), (360, 90)],
    ):
        sheet.line(curve(branch, closed=False), "#5a463c", 13)
    for x, y, size, turn in (
        (90, 520, 92, 210),
        (60, 330, 84, 250),
        (300, 620, 84, 190),
        (210, 780, 90, 240),
        (120, 130, 80, 300),
        (250, 240, 74, 330),
        (370, 740, 76, 280),
        (40, 770, 96, 300),
        (330, 480, 70, 320),
    ):
        leaf(sheet, x, y, size * 1.15, turn, mix(FOREST, MOSS, chance.uniform(0, 0.7)))
    for x, y, size, turn in (
        (150, 470, 150, 12),
        (310, 400, 150, 32),
        (90, 240, 140, -8),
        (330, 170, 120, 42),
        (110, 790, 150, 4),
        (330, 720, 140, 52),
    ):
        cluster(sheet, x, y, size, turn, chance)
    sheet.disc(1180, 300, 46, mix(GOLD, SNOW, 0.55))
    sheet.woven_band()
    return sheet
