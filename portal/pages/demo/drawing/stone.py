"""The great stone in the rye, and new halls behind it."""

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
    SAGE,
    SAND,
    SNOW,
    WIDTH,
    Canvas,
    curve,
    mix,
)
from portal.drawing.motifs import birch, bird, cloud

STONE = [
    (470, 800), (450, 690), (520, 560), (650, 470), (820, 440), (980, 490), (1090, 590),
    (1140, 720), (1120, 810), (800, 850),
]  # fmt: skip


def hall(sheet, x, base, width, height, accent):
    sheet.box(x, base - height, x + width, base, mix(SNOW, MIST, 0.25))
    sheet.box(x, base - height, x + width, base - height + 16, accent)
    for i in range(int(width / 40)):
        left = x + 14 + i * 40
        sheet.box(left, base - height + 34, left + 26, base - height * 0.42, mix(BLUE, MIST, 0.35))
    sheet.box(x + width * 0.4, base - height * 0.3, x + width * 0.58, base, mix(NIGHT, MIST, 0.3))


def crane(sheet, x, base, height):
    steel = mix(GOLD, RED, 0.25)
    for dx in (-14, 14):
        sheet.line([(x + dx, base), (x + dx, base - height)], steel, 6)
    for i in range(int(height / 30)):
        y, side = base - i * 30, 1 if i % 2 else -1
        sheet.line([(x - 14 * side, y), (x + 14 * side, y - 30)], steel, 3)
    top = base - height
    sheet.line([(x - 120, top), (x + 330, top)], steel, 8)
    sheet.line([(x, top - 66), (x + 320, top)], steel, 4)
    sheet.line([(x, top - 66), (x - 116, top)], steel, 4)
    sheet.line([(x, top), (x, top - 66)], steel, 8)
    sheet.box(x - 130, top - 4, x - 84, top + 40, mix(INK, MIST, 0.3))
    sheet.line([(x + 250, top), (x + 250, top + 120)], INK, 3)
    sheet.box(x + 206, top + 120, x + 294, top + 138, mix(MIST, INK, 0.35))


def draw():
    chance = random.Random(12)
    sheet = Canvas()
    sheet.sky("#88aec2", "#f8e2b8", until=620)
    sheet.glow(360, 300, 300, SNOW, 0.6)
    cloud(sheet, 240, 150, 110, SNOW)
    cloud(sheet, 1330, 210, 90, mix(SNOW, MIST, 0.15))
    for x, y in ((560, 180), (620, 206), (682, 172)):
        bird(sheet, x, y, 24, INK)
    sheet.hill([560, 540, 556, 534, 550, 540, 558, 544, 556], mix(SAGE, MIST, 0.3))
    for i in range(80):
        sheet.fir(i * 21, 578, 40 + chance.random() * 46, mix(FOREST, SAGE, 0.4))
    crane(sheet, 1080, 580, 380)
    hall(sheet, 40, 600, 330, 120, FOREST)
    hall(sheet, 350, 600, 420, 160, RED)
    hall(sheet, 1060, 600, 380, 130, BLUE)
    hall(sheet, 1410, 600, 220, 170, FOREST)
    sheet.box(0, 596, WIDTH, 640, mix(MOSS, SAGE, 0.3))
    for x in (1180, 1270, 1360, 1450, 1540):
        birch(sheet, x, 650, 190, mix(MOSS, SAGE, 0.35))
    for x in (60, 150, 240):
        birch(sheet, x, 652, 170, mix(MOSS, SAGE, 0.35))
    sheet.hill([660, 640, 652, 636, 650, 640, 656, 646, 660], GOLD)
    sheet.hill([720, 704, 712, 696, 700, 708, 716, 704, 712], mix(GOLD, AMBER, 0.5))
    sheet.veil([(x + 40, y + 26) for x, y in curve(STONE)], INK, 0.35, blur=18)
    sheet.shape(curve(STONE), "#84888a")
    sheet.shape(
        curve(
            [
                (520, 690),
                (560, 580),
                (670, 490),
                (820, 462),
                (940, 500),
                (900, 560),
                (740, 580),
                (620, 680),
            ]
        ),
        "#a4a8a8",
    )
    sheet.shape(
        curve([(1000, 560), (1090, 640), (1124, 760), (1090, 810), (960, 826), (1040, 700)]),
        "#6b7073",
    )
    for line in (
        [(640, 560), (720, 640), (700, 720), (760, 790)],
        [(900, 520), (930, 600), (1010, 660)],
        [(560, 720), (620, 750), (640, 800)],
    ):
        sheet.line(curve(line, closed=False), "#5b6063", 5)
    for _ in range(50):
        x, y = chance.uniform(560, 1050), chance.uniform(540, 790)
        sheet.disc(x, y, chance.uniform(2, 6), mix("#84888a", INK, chance.random() * 0.35))
    for x, y, size in ((600, 600, 44), (690, 520, 34), (540, 700, 30), (880, 480, 26)):
        sheet.shape(
            curve(
                [
                    (x - size, y),
                    (x - size * 0.2, y - size * 0.5),
                    (x + size, y - size * 0.1),
                    (x + size * 0.3, y + size * 0.4),
                ]
            ),
            mix(MOSS, SAGE, 0.4),
        )
    for row in range(5):
        for i in range(96):
            x = i * 17 + (row * 7) % 17 + chance.uniform(-4, 4)
            y = 770 + row * 42
            if 430 < x < 1150 and y < 810:
                continue
            straw = mix(GOLD, AMBER, chance.random())
            lean = chance.uniform(-4, 12)
            top = y - 64 - chance.uniform(0, 22)
            sheet.line([(x, y + 40), (x + lean, top)], straw, 3)
            for k in range(4):
                for side in (-1, 1):
                    sheet.line(
                        [(x + lean, top + k * 9), (x + lean + side * 7, top + k * 9 - 9)],
                        mix(straw, SAND, 0.3),
                        4,
                    )
    for _ in range(26):
        x, y = chance.uniform(0, WIDTH), chance.uniform(800, 900)
        sheet.disc(x, y, 7, mix(BLUE, SNOW, 0.15))
        sheet.disc(x, y, 2.5, PAPER)
    sheet.woven_band()
    return sheet
