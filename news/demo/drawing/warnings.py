"""An umbrella in the storm above three bands of colour."""

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
    SNOW,
    WIDTH,
    WINE,
    Canvas,
    curve,
    mix,
)
from portal.drawing.motifs import cloud


def umbrella(sheet, x, y, k, turn):
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))

    def at(points):
        return [(x + k * (a * cos - b * sin), y + k * (a * sin + b * cos)) for a, b in points]

    sheet.line(at([(0, -10), (0, 250)]), INK, 11)
    sheet.line(curve(at([(0, 250), (4, 292), (40, 300), (54, 262)]), closed=False), "#8a5a3a", 17)
    dome = [
        (math.sin(math.radians(-90 + i * 9)) * 210, -math.cos(math.radians(-90 + i * 9)) * 170)
        for i in range(21)
    ]
    hem = []
    for i in range(6):
        left, right = 210 - i * 70, 140 - i * 70
        hem += [(left, 0), ((left + right) / 2, -22)]
    hem.append((-210, 0))
    sheet.shape(at([*dome, *hem]), RED)
    for i, edge in enumerate((-210, -140, -70, 0, 70, 140)):
        if i % 2:
            panel = [(edge, 0), (edge + 35, -22), (edge + 70, 0)]
            side = [(edge + 70) * math.cos(math.radians(a * 9)) for a in range(11)]
            back = [edge * math.cos(math.radians(90 - a * 9)) for a in range(11)]
            arc = [(s, -170 * math.sin(math.radians(a * 9))) for a, s in enumerate(side)]
            close = [(s, -170 * math.sin(math.radians(90 - a * 9))) for a, s in enumerate(back)]
            sheet.shape(at([*panel, *arc[1:], *close]), mix(RED, WINE, 0.6))
    sheet.line(at([(0, -168), (0, -196)]), INK, 10)


def draw():
    sheet = Canvas()
    sheet.sky("#1d2838", "#6f7f8d", until=640)
    chance = random.Random(112)
    for x, y, size, fill in (
        (180, 120, 260, "#3a4656"),
        (620, 80, 300, "#2c3746"),
        (1100, 110, 320, "#384454"),
        (1500, 70, 240, "#2a3443"),
        (900, 190, 200, "#465364"),
        (340, 220, 180, "#4b5868"),
    ):
        cloud(sheet, x, y, size, fill)
    flash = [
        (1250, 200),
        (1150, 380),
        (1226, 372),
        (1120, 560),
        (1330, 330),
        (1246, 342),
        (1340, 200),
    ]
    sheet.glow(1230, 370, 260, mix(AMBER, SNOW, 0.5), 0.55)
    sheet.shape(flash, mix(AMBER, SNOW, 0.5))
    small = [(300, 270), (250, 360), (290, 356), (236, 450), (344, 330), (302, 336), (346, 270)]
    sheet.shape(small, mix(AMBER, SNOW, 0.3))
    sheet.hill([600, 590, 596, 580, 590, 586, 598, 590, 600], mix(FOREST, INK, 0.35))
    for x, base, height, lean in (
        (120, 640, 230, 60),
        (320, 630, 180, 44),
        (1440, 640, 260, 70),
        (1290, 626, 150, 40),
        (1560, 640, 190, 50),
    ):
        trunk = [(x, base), (x + lean * 0.25, base - height * 0.5), (x + lean, base - height * 0.9)]
        sheet.line(curve(trunk, closed=False), mix(INK, WINE, 0.3), height * 0.06)
        for i in range(9):
            cx = x + lean * (0.5 + i * 0.16) + chance.uniform(-20, 20)
            cy = base - height * (0.62 + (i * 37 % 40) / 100)
            sheet.disc(
                cx,
                cy,
                height * chance.uniform(0.12, 0.2),
                mix(MOSS, FOREST, chance.uniform(0.2, 0.9)),
                flat=0.75,
            )
    sheet.hill([660, 640, 646, 640, 650, 644, 640, 650, 660], mix(MOSS, INK, 0.3))
    for top, fill in ((700, AMBER), (770, "#d97b2e"), (840, RED)):
        crest = curve(
            [(i * 200, top + 16 * math.sin(i * 1.9 + top)) for i in range(9)], closed=False
        )
        sheet.shape([*crest, (WIDTH, 1000), (0, 1000)], fill)
        for i in range(16):
            x = 50 + i * 100
            y = top + 38 + 16 * math.sin((x / 200) * 1.9 + top)
            sheet.shape([(x, y - 13), (x + 13, y), (x, y + 13), (x - 13, y)], mix(fill, SNOW, 0.35))
    for _ in range(150):
        x, y = chance.uniform(-40, WIDTH), chance.uniform(230, 880)
        sheet.line([(x, y), (x - 26, y + 62)], mix(MIST, SNOW, 0.3), 2.4)
    for _ in range(30):
        x, y = chance.uniform(0, WIDTH), chance.uniform(240, 660)
        turn = chance.uniform(0, math.tau)
        sheet.shape(
            curve(
                [
                    (x, y),
                    (x + 15 * math.cos(turn), y + 9 * math.sin(turn)),
                    (x + 28 * math.cos(turn + 0.4), y + 20 * math.sin(turn + 0.4)),
                    (x + 8 * math.cos(turn + 0.9), y + 14 * math.sin(turn + 0.9)),
                ]
            ),
            chance.choice((GOLD, MOSS, "#d97b2e")),
        )
    # The one who holds it leans into the wind.
    x, base = 700, 700
    sheet.line([(x - 10, base - 130), (x - 46, base - 60), (x - 70, base)], INK, 30)
    sheet.line([(x + 16, base - 130), (x + 30, base - 62), (x + 14, base)], INK, 30)
    sheet.line([(x - 74, base + 2), (x - 36, base + 2)], WINE, 24)
    sheet.line([(x + 10, base + 2), (x + 50, base + 2)], WINE, 24)
    sheet.shape(
        curve(
            [
                (x + 6, base - 290),
                (x + 74, base - 276),
                (x + 60, base - 190),
                (x + 50, base - 110),
                (x - 70, base - 106),
                (x - 40, base - 200),
            ]
        ),
        mix(BLUE, NIGHT, 0.2),
    )
    sheet.shape(
        curve(
            [
                (x - 40, base - 180),
                (x - 120, base - 150),
                (x - 150, base - 96),
                (x - 60, base - 108),
            ]
        ),
        mix(BLUE, NIGHT, 0.35),
    )
    sheet.disc(x + 56, base - 322, 38, "#e6bd98")
    sheet.shape(
        curve(
            [
                (x + 14, base - 318),
                (x + 24, base - 362),
                (x + 72, base - 368),
                (x + 92, base - 336),
                (x + 50, base - 338),
            ]
        ),
        WINE,
    )
    scarf = [
        (x + 40, base - 284),
        (x - 40, base - 300),
        (x - 110, base - 270),
        (x - 180, base - 300),
    ]
    sheet.line(curve(scarf, closed=False), AMBER, 22)
    umbrella(sheet, 872, 330, 1.0, 38)
    sheet.line(
        curve([(x + 40, base - 262), (x + 56, base - 210), (x + 42, base - 170)], closed=False),
        mix(BLUE, NIGHT, 0.1),
        28,
    )
    sheet.disc(x + 38, base - 160, 17, "#e6bd98")
    sheet.woven_band()
    return sheet
