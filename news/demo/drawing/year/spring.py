"""March, April, May."""

import math
import random

from news.demo.drawing.canvas import (
    AMBER,
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
    SAND,
    SNOW,
    WIDTH,
    WINE,
    Canvas,
    curve,
    mix,
)
from news.demo.drawing.motifs import cloud, log_house, ripples

BARK = "#6a4a36"


def catkin(sheet, x, y, size, turn):
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))

    def at(points):
        return [(x + size * (a * cos - b * sin), y + size * (a * sin + b * cos)) for a, b in points]

    sheet.shape(curve(at([(0, 0.1), (0.34, -0.3), (0.3, -0.9), (0, -1.25), (-0.3, -0.9), (-0.34, -0.3)])), mix(MIST, SNOW, 0.35))
    sheet.shape(curve(at([(-0.04, 0), (0.14, -0.4), (0.1, -0.9), (-0.06, -1.12), (-0.24, -0.8), (-0.24, -0.3)])), SNOW)
    sheet.shape(curve(at([(-0.28, 0.12), (0.28, 0.12), (0.3, -0.3), (0, -0.08), (-0.3, -0.3)])), WINE)


def branch(sheet, points, *, size, start=0.15, step=6):
    line = curve(points, closed=False, steps=18)
    for i in range(len(line) - 1):
        sheet.line(line[i : i + 2], BARK, 15 * (1 - i / len(line)) + 4)
    for count, i in enumerate(range(int(len(line) * start), len(line) - 1, step)):
        (x, y), (nx, ny) = line[i], line[i + 1]
        along = math.degrees(math.atan2(nx - x, y - ny))
        catkin(sheet, x, y, size * (1 - 0.3 * i / len(line)), along + (38 if count % 2 else -38))
    catkin(sheet, *line[-1], size * 0.8, math.degrees(math.atan2(line[-1][0] - line[-2][0], line[-2][1] - line[-1][1])))


def lark(sheet, x, y, k):
    brown = "#7d6248"
    sheet.shape(curve([(x - 50 * k, y + 16 * k), (x - 10 * k, y - 8 * k), (x + 26 * k, y - 12 * k), (x + 34 * k, y), (x + 14 * k, y + 16 * k), (x - 20 * k, y + 20 * k)]), brown)
    sheet.shape(curve([(x - 8 * k, y + 18 * k), (x + 20 * k, y + 14 * k), (x + 32 * k, y + 2 * k), (x + 24 * k, y - 2 * k)]), mix(SNOW, SAND, 0.5))
    sheet.shape([(x - 46 * k, y + 12 * k), (x - 86 * k, y + 16 * k), (x - 82 * k, y + 28 * k), (x - 40 * k, y + 22 * k)], mix(brown, INK, 0.2))
    for side, lift in ((-1, 66), (1, 74)):
        sheet.shape(curve([(x - 12 * k, y), (x - 34 * k, y - 30 * k), (x + side * 30 * k - 30 * k, y - lift * k), (x + side * 14 * k, y - 34 * k), (x + 14 * k, y)]), mix(brown, SAND, 0.25 if side > 0 else 0.0))
    sheet.disc(x + 32 * k, y - 10 * k, 14 * k, brown)
    sheet.shape([(x + 22 * k, y - 20 * k), (x + 20 * k, y - 36 * k), (x + 36 * k, y - 22 * k)], mix(brown, INK, 0.25))
    sheet.shape([(x + 44 * k, y - 14 * k), (x + 62 * k, y - 8 * k), (x + 43 * k, y - 5 * k)], GOLD)
    sheet.disc(x + 36 * k, y - 12 * k, 3 * k, INK)


def march():
    sheet = Canvas()
    sheet.sky("#9db9cb", "#f4e6d0", until=520)
    sheet.disc(330, 190, 70, mix(AMBER, SNOW, 0.55))
    for x, y, size in ((700, 130, 110), (1180, 90, 90)):
        cloud(sheet, x, y, size, SNOW)
    sheet.hill([470, 440, 456, 430, 448, 436, 460, 440, 466], mix(SAGE, MIST, 0.5))
    for i in range(36):
        x = (i * 103) % WIDTH
        sheet.crown(x, 470, 40 + (i * 23) % 30, mix("#8a7a70", MIST, 0.3 + i % 3 * 0.12))
    sheet.hill([500, 486, 490, 480, 486, 480, 490, 486, 500], mix(SAND, SAGE, 0.4))
    for i in range(14):
        x = (i * 127) % WIDTH
        sheet.disc(x, 492 + i % 3 * 6, 60 + i % 4 * 20, SNOW, flat=0.12)
    sheet.box(0, 510, WIDTH, HEIGHT, mix(BLUE, MIST, 0.2))
    sheet.veil([(0, 510), (WIDTH, 510), (WIDTH, 620), (0, 620)], mix(MIST, SNOW, 0.3), 0.6, blur=30)
    chance = random.Random(3)
    for row in range(9):
        y = 540 + row * row * 5.2 + row * 8
        for i in range(max(3, 9 - row)):
            x = (i + 0.5 + (row % 2) * 0.5) * WIDTH / max(3, 9 - row) + chance.uniform(-60, 60)
            half = 30 + row * 17 + chance.uniform(-8, 20)
            floe = [(x + half * (0.8 + 0.3 * chance.random()) * math.cos(k * math.tau / 7), y + half * 0.3 * (0.8 + 0.3 * chance.random()) * math.sin(k * math.tau / 7)) for k in range(7)]
            sheet.shape([(a, b + 5 + row * 1.6) for a, b in floe], mix(BLUE, MIST, 0.55))
            sheet.shape(floe, mix(SNOW, MIST, chance.uniform(0, 0.3)))
    for x, y, k in ((700, 300, 0.9), (560, 220, 0.65), (860, 190, 0.7)):
        lark(sheet, x, y, k)
    branch(sheet, [(1640, 980), (1400, 760), (1230, 520), (1150, 240)], size=56)
    branch(sheet, [(1640, 760), (1500, 520), (1440, 300), (1460, 80)], size=52)
    branch(sheet, [(1400, 760), (1200, 690), (1040, 560)], size=50, start=0.3)
    branch(sheet, [(-40, 1000), (110, 780), (170, 560), (150, 360)], size=56)
    branch(sheet, [(60, 850), (220, 740), (330, 580)], size=48, start=0.3)
    return sheet


def oak(sheet, x, base, size):
    for lean in (-0.34, -0.1, 0.16, 0.36):
        sheet.line(curve([(x, base), (x + lean * size * 0.2, base - size * 0.4), (x + lean * size, base - size * 0.8)], closed=False), BARK, size * 0.07)
    sheet.shape([(x - size * 0.1, base), (x - size * 0.06, base - size * 0.45), (x + size * 0.06, base - size * 0.45), (x + size * 0.11, base)], BARK)
    chance = random.Random(4)
    for _ in range(90):
        turn, far = chance.uniform(0, math.tau), chance.random() ** 0.5
        cx, cy = x + size * 0.62 * far * math.cos(turn), base - size * 0.82 + size * 0.36 * far * math.sin(turn)
        sheet.disc(cx, cy, size * chance.uniform(0.03, 0.07), mix(MOSS, AMBER, chance.uniform(0.15, 0.6)))


def april():
    sheet = Canvas()
    sheet.sky("#a9bccb", "#f6e3c6", until=560)
    sheet.glow(980, 420, 300, "#fbe2b6", 0.9)
    for x, y, size in ((300, 140, 120), (760, 90, 80), (1360, 170, 110)):
        cloud(sheet, x, y, size, SNOW)
    sheet.hill([486, 478, 482, 474, 480, 476, 484, 478, 486], mix(SAGE, MIST, 0.5), bottom=500)
    for i in range(44):
        sheet.crown((i * 83) % WIDTH, 496, 26 + (i * 17) % 22, mix(MOSS, MIST, 0.45))
    for x, width in ((1180, 120), (1330, 150)):
        log_house(sheet, x, 520, width, wall="#8a6a4e", roof=mix(SAND, WINE, 0.4), frame=SNOW, pane=BLUE)
    sheet.hill([512, 506, 510, 506, 510, 514, 520, 520, 512], mix(MOSS, SAGE, 0.3), bottom=526)
    oak(sheet, 420, 560, 420)
    sheet.shape(curve([(900, 566), (916, 470), (970, 400), (1024, 470), (1042, 566)]), mix(GOLD, SAND, 0.4))
    for i in range(12):
        sheet.line([(912 + i * 11, 560), (970 + (i - 6) * 3, 412)], mix(GOLD, WINE, 0.2), 3)
    sheet.line([(970, 420), (970, 360)], BARK, 8)
    sheet.mirror(560, depth=440, tint=mix(BLUE, MIST, 0.4), strength=0.26)
    sheet.veil([(0, 560), (WIDTH, 560), (WIDTH, HEIGHT), (0, HEIGHT)], mix(BLUE, MIST, 0.3), 0.16)
    ripples(sheet, 570, 990, mix(SNOW, MIST, 0.2), count=60, seed=9)
    # Tops of a fence, and tussocks with marsh marigolds.
    for i in range(13):
        x = 1130 + i * 56
        sheet.line([(x, 640 + i * 3), (x + 2, 596 + i * 2)], BARK, 9)
    sheet.line([(1130, 616), (1802, 648)], BARK, 6)
    chance = random.Random(44)
    for cx, cy in ((170, 880), (1420, 860), (1180, 960), (60, 700)):
        for _ in range(30):
            x = cx + chance.uniform(-90, 90)
            sheet.line([(x, cy + 16), (x + chance.uniform(-16, 16), cy - chance.uniform(20, 90))], mix(MOSS, FOREST, chance.uniform(0, 0.8)), 5)
        for _ in range(12):
            x, y = cx + chance.uniform(-80, 80), cy - chance.uniform(0, 50)
            for k in range(5):
                sheet.disc(x + 9 * math.cos(k * math.tau / 5), y + 7 * math.sin(k * math.tau / 5), 8, AMBER)
            sheet.disc(x, y, 5, GOLD)
    # The boat, long and flat, and the man who poles it.
    sheet.veil(curve([(500, 846), (800, 862), (1120, 840), (1080, 880), (560, 886)]), NIGHT, 0.35, blur=8)
    hull = [(470, 776), (560, 800), (820, 812), (1040, 800), (1140, 768), (1070, 846), (820, 858), (570, 846)]
    sheet.shape(curve(hull), mix(BARK, INK, 0.3))
    sheet.shape(curve([(500, 786), (580, 804), (820, 815), (1030, 804), (1110, 782), (1000, 812), (820, 826), (600, 814)]), mix(BARK, SAND, 0.25))
    sheet.box(900, 744, 990, 812, GOLD, round_by=8)
    for i in range(4):
        sheet.line([(906, 756 + i * 15), (984, 756 + i * 15)], mix(GOLD, WINE, 0.3), 3)
    x, base = 660, 812
    sheet.box(x - 34, base - 140, x - 2, base, INK, round_by=10)
    sheet.box(x + 4, base - 140, x + 36, base, mix(INK, BLUE, 0.2), round_by=10)
    sheet.shape(curve([(x - 40, base - 300), (x + 38, base - 300), (x + 48, base - 210), (x + 44, base - 120), (x - 46, base - 120), (x - 50, base - 210)]), SNOW)
    sheet.line([(x - 46, base - 150), (x + 44, base - 150)], RED, 18)
    sheet.line(curve([(x + 30, base - 284), (x + 80, base - 250), (x + 104, base - 290)], closed=False), SNOW, 30)
    sheet.line(curve([(x - 30, base - 280), (x + 30, base - 230), (x + 96, base - 220)], closed=False), mix(SNOW, MIST, 0.5), 28)
    sheet.line([(x + 150, base - 470), (x + 40, base + 120)], mix(SAND, WINE, 0.25), 11)
    for point in ((x + 110, base - 292), (x + 100, base - 220)):
        sheet.disc(*point, 15, "#e2b994")
    sheet.disc(x, base - 338, 38, "#e2b994")
    sheet.shape(curve([(x - 66, base - 354), (x, base - 364), (x + 66, base - 354), (x, base - 344)]), mix(GOLD, SAND, 0.5))
    sheet.shape(curve([(x - 38, base - 356), (x - 28, base - 396), (x + 28, base - 396), (x + 38, base - 356)]), mix(GOLD, SAND, 0.5))
    return sheet


def apple(sheet, x, base, size, chance):
    for lean in (-0.4, 0.05, 0.42):
        sheet.line(curve([(x, base), (x + lean * size * 0.15, base - size * 0.45), (x + lean * size, base - size * 0.8)], closed=False), BARK, size * 0.06)
    sheet.shape([(x - size * 0.07, base), (x - size * 0.04, base - size * 0.5), (x + size * 0.04, base - size * 0.5), (x + size * 0.08, base)], BARK)
    for fill, count, radius in ((mix(MOSS, SAGE, 0.4), 40, 0.1), (mix(SNOW, RED, 0.12), 120, 0.055), (SNOW, 150, 0.045)):
        for _ in range(count):
            turn, far = chance.uniform(0, math.tau), chance.random() ** 0.5
            sheet.disc(x + size * 0.62 * far * math.cos(turn), base - size * 0.86 + size * 0.42 * far * math.sin(turn), size * radius * chance.uniform(0.7, 1.2), fill)


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
    log_house(sheet, 820, 730, 560, wall="#a8794f", roof="#7d4a38", frame=SNOW, pane=mix(BLUE, NIGHT, 0.3))
    for x in (646, 820, 994):
        for side in (-1, 1):
            left = x + side * 76 - 30
            sheet.box(left, 556, left + 60, 672, "#5d93bd", round_by=4)
            sheet.shape([(left + 30, 584), (left + 48, 612), (left + 30, 640), (left + 12, 612)], SNOW)
    sheet.hill([740, 724, 730, 726, 730, 726, 732, 724, 740], MOSS)
    apple(sheet, 330, 830, 420, chance)
    apple(sheet, 1390, 840, 460, chance)
    for _ in range(340):
        x, y = chance.uniform(0, WIDTH), chance.uniform(750, 990)
        sheet.line([(x, y + 18), (x + chance.uniform(-8, 8), y - chance.uniform(8, 34))], mix(FOREST, SAGE, chance.uniform(0, 0.8)), 4)
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
        sheet.shape(curve([(x - 26, top + 62), (x + 26, top + 62), (x + 30, top + 44), (x + 52, top + 4), (x + 40, top - 44), (x, top - 58), (x - 40, top - 44), (x - 52, top + 4), (x - 30, top + 44)]), fill)
        sheet.line([(x - 50, top - 2), (x + 50, top - 2)], mix(fill, SNOW, 0.55), 7)
        sheet.veil(curve([(x - 36, top - 30), (x - 22, top - 40), (x - 26, top + 30), (x - 38, top + 10)]), SNOW, 0.35)
    for _ in range(40):
        sheet.disc(chance.uniform(0, WIDTH), chance.uniform(380, 960), chance.uniform(3, 6), mix(SNOW, RED, 0.08), flat=0.7)
    return sheet
