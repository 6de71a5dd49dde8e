"""December, January, February."""

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
    SAND,
    SNOW,
    WIDTH,
    WINE,
    Canvas,
    curve,
    mix,
    ring,
)
from news.demo.drawing.motifs import log_house

OAK = "#7a5236"


def fern_of_frost(sheet, x, y, length, turn, fill, depth=0):
    """A feather that grows feathers."""
    steps = 9 if depth == 0 else 6
    angle = math.radians(turn)
    bend = 0.05 if int(x + y) % 2 else -0.05
    points = [(x, y)]
    for _ in range(steps):
        px, py = points[-1]
        points.append((px + length / steps * math.sin(angle), py - length / steps * math.cos(angle)))
        angle += bend
    sheet.line(points, fill, max(1.6, 7 - depth * 2.2))
    if depth == 2:
        return
    for i, (px, py) in enumerate(points[1:-1], 1):
        for side in (-1, 1):
            reach = length * 0.42 * (1 - i / (steps + 1))
            fern_of_frost(sheet, px, py, reach, math.degrees(angle) + side * 52, fill, depth + 1)


def geranium(sheet, x, base):
    sheet.shape([(x - 70, base - 130), (x + 70, base - 130), (x + 52, base), (x - 52, base)], "#a4553a")
    sheet.box(x - 80, base - 148, x + 80, base - 116, mix("#a4553a", SNOW, 0.14), round_by=8)
    for tip in ((-70, -400), (30, -460), (90, -360)):
        sheet.line(curve([(x, base - 140), (x + tip[0] * 0.4, base - 250), (x + tip[0], base + tip[1])], closed=False), MOSS, 9)
    for dx, dy, size in ((-110, -230, 56), (104, -220, 60), (-40, -280, 54), (60, -300, 50), (-86, -310, 42), (118, -300, 40), (6, -200, 60)):
        sheet.disc(x + dx, base + dy, size, FOREST, flat=0.78)
        sheet.disc(x + dx, base + dy, size * 0.78, MOSS, flat=0.78)
        sheet.disc(x + dx, base + dy, size * 0.34, mix(MOSS, AMBER, 0.3), flat=0.78)
    for tip in ((-70, -400), (30, -460), (90, -360)):
        for i in range(13):
            turn, far = i * 2.4, 10 + i * 3.4
            cx, cy = x + tip[0] + far * math.cos(turn), base + tip[1] + far * math.sin(turn) * 0.8
            for k in range(5):
                petal = math.tau * k / 5
                sheet.disc(cx + 10 * math.cos(petal), cy + 10 * math.sin(petal), 9, mix(RED, SNOW, 0.12 * (i % 3)))
            sheet.disc(cx, cy, 5, WINE)


def january():
    x0, y0, x1, y1 = 290, 130, 1310, 830
    sheet = Canvas(NIGHT)
    sheet.glow(900, 300, 420, mix(BLUE, MIST, 0.3), 0.8)
    sheet.disc(960, 270, 56, mix(SNOW, AMBER, 0.3))
    frost = mix(SNOW, MIST, 0.25)
    for x, y, length, turn in ((300, 820, 520, 24), (480, 824, 360, 4), (1300, 820, 520, -26), (1130, 824, 340, -6), (300, 150, 330, 150), (1296, 150, 330, 212), (700, 826, 250, 8), (930, 826, 230, -10)):
        fern_of_frost(sheet, x, y, length, turn, mix(frost, BLUE, 0.12 * (int(length) % 3)))
    chance = random.Random(1)
    for _ in range(260):
        edge = chance.random() ** 2.2 * 260
        x = chance.choice((x0 + edge, x1 - edge))
        sheet.disc(x, chance.uniform(y0, y1), chance.uniform(1.5, 4), frost)
    # The wall round the window, and its carved boards.
    for wall in ((0, 0, WIDTH, y0), (0, 0, x0, HEIGHT), (x1, 0, WIDTH, HEIGHT), (0, y1, WIDTH, HEIGHT)):
        sheet.box(*wall, mix(WINE, INK, 0.35))
    for i in range(14):
        for left, right in ((0, x0), (x1, WIDTH)):
            sheet.line([(left, 36 + i * 76), (right, 36 + i * 76)], mix(WINE, INK, 0.55), 6)
    sheet.shape([(x0 - 90, 118), (800, -30), (x1 + 90, 118)], SNOW)
    sheet.shape([(x0 - 20, 112), (800, 6), (x1 + 20, 112)], mix(BLUE, MIST, 0.35))
    for i in range(8):
        sheet.disc(420 + i * 108, 100 - 46 * math.sin(math.pi * (i + 0.5) / 8), 15, SNOW)
    for board in ((x0 - 70, y0 - 30, x1 + 70, y0), (x0 - 70, y0 - 30, x0, y1 + 40), (x1, y0 - 30, x1 + 70, y1 + 40)):
        sheet.box(*board, SNOW)
    for x in (x0 - 36, x1 + 36):
        for i in range(8):
            y = y0 + 30 + i * 92
            sheet.shape([(x, y - 34), (x + 18, y), (x, y + 34), (x - 18, y)], mix(BLUE, MIST, 0.35))
    for x in (790, 810):
        sheet.box(x - 14, y0, x + 14, y1, SNOW)
    sheet.box(x0, 386, x1, 412, SNOW)
    sheet.box(x0 - 100, y1, x1 + 100, y1 + 44, SNOW)
    sheet.box(x0 - 100, y1 + 34, x1 + 100, y1 + 46, MIST)
    sheet.box(0, y1 + 46, WIDTH, HEIGHT, mix(WINE, INK, 0.5))
    # A candle on the sill.
    sheet.glow(1110, 560, 240, AMBER, 0.75)
    sheet.disc(1110, 826, 92, GOLD, flat=0.2)
    sheet.disc(1110, 820, 84, mix(GOLD, AMBER, 0.5), flat=0.18)
    sheet.box(1078, 640, 1142, 820, mix(SNOW, AMBER, 0.18), round_by=8)
    sheet.box(1122, 640, 1142, 820, mix(SAND, AMBER, 0.2), round_by=6)
    sheet.shape(curve([(1078, 644), (1086, 700), (1096, 660), (1108, 690), (1116, 652)]), SNOW)
    sheet.line([(1110, 640), (1110, 616)], INK, 5)
    for part, fill in ((1.0, GOLD), (0.7, AMBER), (0.38, SNOW)):
        sheet.shape(curve([(1110 - 26 * part, 618), (1110, 632), (1110 + 26 * part, 618), (1110 + 12 * part, 618 - 56 * part), (1110, 618 - 100 * part), (1110 - 12 * part, 618 - 56 * part)]), fill)
    geranium(sheet, 500, 832)
    return sheet


def february():
    sheet = Canvas()
    sheet.sky("#8fa6b8", "#f3dcc3", until=520)
    sheet.glow(1260, 400, 260, "#f7cfa0", 0.8)
    sheet.disc(1260, 390, 60, mix(SNOW, AMBER, 0.3))
    sheet.hill([470, 450, 462, 446, 456, 448, 464, 450, 470], mix(MIST, BLUE, 0.3))
    for i in range(70):
        x, height = (i * 61) % WIDTH, 56 + (i * 37) % 70
        sheet.box(x - 3, 476 - height, x + 3, 500, mix("#8a5a42", MIST, 0.25))
        for k in range(3):
            sheet.disc(x + (k - 1) * 12, 476 - height - k % 2 * 13, 21, mix(FOREST, BLUE, 0.15 + i % 3 * 0.12), flat=0.62)
    sheet.hill([500, 492, 496, 490, 494, 490, 496, 492, 500], SNOW)
    sheet.box(0, 500, WIDTH, HEIGHT, mix(SNOW, MIST, 0.18))
    chance = random.Random(2)
    for i in range(40):
        y = 520 + i * i * 0.3
        x = chance.uniform(-100, WIDTH)
        sheet.veil(curve([(x, y), (x + 160, y - 8), (x + 330, y), (x + 160, y + 10)]), mix(BLUE, MIST, 0.5), 0.28)
    for crack in ([(0, 700), (180, 672), (340, 690), (520, 650), (700, 664)], [(1600, 640), (1420, 668), (1260, 650), (1120, 690)], [(340, 690), (420, 780), (400, 900)]):
        sheet.line(crack, mix(BLUE, SNOW, 0.4), 4)
        sheet.line([(x, y + 4) for x, y in crack], SNOW, 3)
    for x, base, size in ((260, 560, 0.34), (1020, 548, 0.28), (1440, 590, 0.44)):
        fisherman(sheet, x, base, size, mix(INK, MIST, 0.3), mix(FOREST, MIST, 0.4))
    # The hole, a heap of chips, the auger.
    sheet.disc(560, 850, 92, mix(SNOW, BLUE, 0.18), flat=0.34)
    sheet.disc(560, 846, 70, mix(BLUE, NIGHT, 0.5), flat=0.34)
    sheet.disc(540, 842, 30, mix(BLUE, MIST, 0.3), flat=0.2)
    for _ in range(46):
        x, y = 560 + chance.uniform(-130, 130), 850 + chance.uniform(-34, 46)
        if math.hypot(x - 560, (y - 848) * 2.8) > 80:
            sheet.shape(ring(x, y, chance.uniform(6, 16), 5, turn=chance.uniform(0, 72)), mix(SNOW, BLUE, chance.uniform(0, 0.24)))
    for x, y, turn in ((390, 880, 8), (330, 852, -14), (420, 918, 3)):
        fish(sheet, x, y, turn)
    sheet.line([(1180, 890), (1230, 520)], mix(INK, MIST, 0.35), 13)
    for i in range(7):
        sheet.line([(1160 + i * 5, 880 - i * 26), (1210 + i * 3, 866 - i * 26)], mix(MIST, INK, 0.3), 10)
    sheet.line([(1192, 528), (1270, 540), (1276, 500)], mix(INK, MIST, 0.35), 13)
    fisherman(sheet, 820, 900, 1.15, "#3b4f45", RED)
    sheet.line([(712, 688), (600, 706), (562, 846)], INK, 3)
    return sheet


def fisherman(sheet, x, base, k, coat, cap):
    """Sits on his box and looks into the hole, to the left."""
    def at(points):
        return [(x + a * k, base + b * k) for a, b in points]

    sheet.veil(curve(at([(-130, 4), (40, -12), (140, 6), (60, 26), (-90, 26)])), BLUE, 0.35, blur=4)
    sheet.shape(at([(-50, -110), (96, -110), (96, 4), (-50, 4)]), OAK)
    sheet.shape(at([(-50, -110), (96, -110), (96, -90), (-50, -90)]), mix(OAK, AMBER, 0.4))
    for dx in (0, 34):
        sheet.line(at([(30 - dx, -120), (-76 - dx * 0.3, -118), (-96 - dx, -12)]), mix(INK, coat, 0.3), 48 * k)
        sheet.line(at([(-100 - dx, -4), (-140 - dx, -2)]), INK, 40 * k)
    sheet.shape(curve(at([(-30, -318), (50, -318), (96, -220), (104, -100), (20, -84), (-54, -104), (-58, -220)])), coat)
    sheet.line(curve(at([(0, -270), (-50, -210), (-92, -188)]), closed=False), mix(coat, INK, 0.25), 46 * k)
    sheet.disc(*at([(-98, -186)])[0], 21 * k, "#e2b994")
    sheet.line(at([(-44, -304), (60, -304)]), mix(coat, SNOW, 0.4), 34 * k)
    sheet.disc(*at([(0, -352)])[0], 50 * k, "#e2b994")
    sheet.shape(curve(at([(-56, -366), (-50, -424), (0, -446), (52, -420), (62, -330), (34, -330), (30, -366)])), cap)
    sheet.line(at([(-54, -372), (40, -376)]), mix(SNOW, SAND, 0.3), 24 * k)
    sheet.disc(*at([(-28, -346)])[0], 5 * k, INK)


def fish(sheet, x, y, turn):
    sheet.shape(curve([(x - 56, y), (x - 20, y - 20), (x + 30, y - 12), (x + 50, y), (x + 30, y + 12), (x - 20, y + 17)]), mix(MOSS, MIST, 0.5))
    sheet.shape([(x + 46, y), (x + 78, y - 20), (x + 70, y), (x + 78, y + 19)], RED)
    for i in range(4):
        sheet.line([(x - 16 + i * 15, y - 15 + turn * 0.1), (x - 18 + i * 15, y + 6)], FOREST, 5)
    sheet.disc(x - 42, y - 5, 5, INK)
    sheet.shape([(x - 4, y + 12), (x + 16, y + 12), (x + 6, y + 26)], RED)


def december():
    sheet = Canvas()
    sheet.sky("#0d1a31", "#3a4f7c", until=720)
    chance = random.Random(12)
    for _ in range(130):
        x, y = chance.uniform(0, WIDTH), chance.uniform(0, 560)
        sheet.disc(x, y, chance.uniform(1, 3), mix(SNOW, BLUE, 0.2))
    for i in range(46):
        sheet.fir((i * 73) % WIDTH, 690, 150 + (i * 61) % 200, mix(FOREST, NIGHT, 0.35 + i % 3 * 0.18))
    sheet.hill([680, 664, 672, 660, 668, 660, 676, 668, 684], mix(SNOW, BLUE, 0.3))
    log_house(sheet, 1120, 770, 620, wall="#6d4a34", roof=mix(SNOW, BLUE, 0.12), frame=SNOW, pane=AMBER)
    carve = mix(SNOW, AMBER, 0.1)
    for side in (-1, 1):
        for i in range(13):
            share = i / 12
            x, y = 1120 + side * 360 * share, 238 + 272 * share
            sheet.disc(x, y + 30, 14, carve)
            sheet.disc(x, y + 30, 6, "#6d4a34")
        sheet.line([(1120, 246), (1120 + side * 362, 520)], carve, 22)
    for turn in range(8):
        tip = ring(1120, 400, 50, 8, turn=turn * 45)[0]
        sheet.line([(1120, 400), tip], AMBER, 6)
    sheet.disc(1120, 400, 22, AMBER)
    sheet.glow(1120, 660, 340, AMBER, 0.3)
    sheet.box(1340, 240, 1400, 380, "#7a4a3a")
    sheet.box(1332, 226, 1408, 252, SNOW, round_by=10)
    for i in range(6):
        sheet.disc(1370 + i * 16, 200 - i * 34, 16 + i * 7, mix(MIST, NIGHT, 0.35 + i * 0.08))
    sheet.hill([800, 776, 784, 776, 770, 772, 780, 776, 800], mix(SNOW, BLUE, 0.18))
    sheet.veil([(900, 780), (1340, 780), (1480, 900), (860, 900)], AMBER, 0.3, blur=30)
    for i in range(9):
        sheet.box(800 + i * 90, 770, 816 + i * 90, 866, "#5a4030")
        sheet.disc(808 + i * 90, 768, 17, SNOW, flat=0.7)
    sheet.line([(790, 812), (1540, 812)], "#5a4030", 11)
    # The fir, its lights and bows.
    sheet.glow(430, 460, 430, AMBER, 0.28)
    sheet.box(408, 820, 452, 900, "#5a3a28")
    for tier in range(7):
        low, half = 850 - tier * 108, 280 - tier * 36
        boughs = []
        for i in range(9):
            share = i / 8
            boughs.append((430 - half + 2 * half * share, low - 10 - (28 if i % 2 else 0)))
        sheet.shape([*boughs, (430 + half * 0.22, low - 170), (430 - half * 0.22, low - 170)], mix(FOREST, MOSS, 0.1 * (tier % 2)))
        sheet.shape(curve([(430 - half, low - 16), (430 - half * 0.6, low - 66), (430 - half * 0.3, low - 110), (430 - half * 0.5, low - 54)]), mix(SNOW, BLUE, 0.1))
    for tier in range(6):
        low, half = 836 - tier * 108, 240 - tier * 34
        for i in range(6 - tier // 2):
            share = (i + 0.5) / (6 - tier // 2)
            x, y = 430 - half + 2 * half * share, low - 40 + 22 * math.sin(share * math.pi)
            if (i + tier) % 3 == 0:
                for side in (-1, 1):
                    sheet.shape([(x, y), (x + side * 30, y - 20), (x + side * 30, y + 16)], RED)
                    sheet.line([(x, y), (x + side * 14, y + 40)], RED, 9)
                sheet.disc(x, y, 9, WINE)
            else:
                sheet.glow(x, y, 34, AMBER, 0.8)
                sheet.disc(x, y, 12, mix(AMBER, SNOW, 0.4))
    for i in range(8):
        tip = ring(430, 62, 64 if i % 2 == 0 else 34, 8, turn=i * 45)[0]
        sheet.line([(430, 62), tip], AMBER, 13)
    sheet.glow(430, 62, 120, AMBER, 0.5)
    sheet.hill([900, 880, 872, 884, 890, 876, 884, 890, 900], SNOW)
    for i in range(16):
        sheet.disc(760 + i * 24, 930 - i * 5 + (i % 2) * 14, 10, mix(SNOW, BLUE, 0.3), flat=0.5)
    # The letter box with a fir on it.
    sheet.box(1360, 760, 1378, 930, "#5a4030")
    sheet.box(1290, 660, 1450, 790, BLUE, round_by=12)
    sheet.shape([(1276, 668), (1370, 610), (1464, 668)], SNOW)
    sheet.box(1320, 690, 1420, 704, INK, round_by=6)
    sheet.shape([(1338, 684), (1404, 672), (1408, 696), (1342, 700)], SNOW)
    sheet.fir(1370, 782, 62, SNOW, tiers=3)
    for _ in range(150):
        sheet.disc(chance.uniform(0, WIDTH), chance.uniform(0, HEIGHT), chance.uniform(2, 5), SNOW)
    return sheet
