"""June, July, August."""

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
from news.demo.drawing.motifs import bird, cloud, log_house

BARK = "#6a4a36"
HAY = "#c9a45a"


def stork(sheet, x, base, k, *, side=1, young=False):
    """Stands and looks to the `side`."""
    def at(points):
        return [(x + side * a * k, base + b * k) for a, b in points]

    legs, bill = ("#8a6a58", "#4a4240") if young else (RED, RED)
    for dx in (-8, 12):
        sheet.line(at([(dx, -90), (dx + 5, 0)]), legs, 7 * k)
    sheet.shape(curve(at([(-86, -96), (-40, -150), (20, -166), (56, -150), (50, -112), (6, -84), (-50, -80)])), SNOW)
    sheet.shape(curve(at([(-104, -84), (-60, -136), (0, -148), (8, -128), (-40, -96), (-86, -70)])), INK)
    sheet.shape(curve(at([(24, -162), (36, -220), (48, -262), (70, -264), (66, -214), (58, -146)])), SNOW)
    sheet.disc(*at([(62, -270)])[0], 25 * k, SNOW)
    sheet.shape(at([(80, -282), (172, -262), (82, -258)]), bill)
    sheet.disc(*at([(68, -276)])[0], 5 * k, INK)


def nest(sheet, x, y):
    chance = random.Random(60)
    for _ in range(150):
        turn, far = chance.uniform(0, math.tau), chance.random() ** 0.5
        cx, cy = x + 260 * far * math.cos(turn), y + 62 * far * math.sin(turn)
        lean = chance.uniform(-0.45, 0.45)
        half = chance.uniform(30, 84)
        sheet.line([(cx - half, cy - half * lean), (cx + half, cy + half * lean)], mix(BARK, SAND, chance.uniform(0, 0.6)), chance.uniform(4, 9))


def daisy(sheet, x, y, size):
    for i in range(12):
        turn = math.tau * i / 12
        sheet.line([(x, y), (x + size * math.cos(turn), y + size * 0.7 * math.sin(turn))], SNOW, size * 0.3)
    sheet.disc(x, y, size * 0.32, AMBER, flat=0.8)


def june():
    sheet = Canvas()
    sheet.sky("#6fa6cc", "#f3ecd2", until=700)
    for x, y, size in ((220, 330, 120), (1400, 250, 140), (1180, 480, 70)):
        cloud(sheet, x, y, size, SNOW)
    sheet.hill([640, 610, 630, 600, 620, 604, 630, 612, 640], mix(SAGE, MIST, 0.35))
    for i in range(20):
        sheet.crown((i * 91) % WIDTH, 650, 46 + (i * 13) % 30, mix(FOREST, SAGE, 0.4))
    for x, width in ((250, 130), (420, 110), (1330, 140)):
        log_house(sheet, x, 690, width, wall="#9a7350", roof=WINE, frame=SNOW, pane=BLUE)
    sheet.hill([680, 670, 676, 664, 672, 668, 676, 670, 684], mix(MOSS, SAGE, 0.45))
    left = curve([(1120, 690), (1020, 740), (1180, 800), (1080, 880), (1240, 1000)], closed=False)
    right = curve([(1140, 690), (1064, 740), (1250, 800), (1190, 880), (1450, 1000)], closed=False)
    sheet.shape([*left, *reversed(right)], mix(BLUE, MIST, 0.4))
    sheet.line(left, mix(MOSS, FOREST, 0.4), 6)
    sheet.line(right, mix(MOSS, FOREST, 0.4), 6)
    chance = random.Random(6)
    for row in range(16):
        y = 700 + row * 19
        for _ in range(34):
            x = chance.uniform(0, WIDTH)
            if 1000 < x < 1460 and y > 690:
                continue
            sheet.line([(x, y + 24), (x + chance.uniform(-10, 10), y - chance.uniform(6, 26) - row)], mix(MOSS, SAGE, chance.uniform(0, 0.9)), 3 + row * 0.12)
        for _ in range(7):
            x = chance.uniform(0, WIDTH)
            if not 1000 < x < 1460:
                daisy(sheet, x, y, 6 + row * 1.2)
    sheet.box(676, 430, 712, 1000, BARK)
    sheet.box(698, 430, 712, 1000, mix(BARK, INK, 0.3))
    sheet.line([(560, 440), (690, 560)], BARK, 18)
    sheet.line([(830, 440), (690, 560)], BARK, 18)
    stork(sheet, 560, 400, 1.08, side=1)
    for x, k, side in ((720, 0.62, 1), (800, 0.7, -1), (660, 0.56, -1)):
        stork(sheet, x, 400, k, side=side, young=True)
    nest(sheet, 694, 412)
    # The other parent comes home.
    x, y = 1080, 200
    for lift, tone in ((-1, 0.25), (1, 0.0)):
        sheet.shape(curve([(x - 30, y), (x + 40, y - 60 - lift * 10), (x + 60 + lift * 60, y - 190), (x + 100 + lift * 60, y - 180), (x + 90 + lift * 20, y - 60), (x + 60, y + 6)]), mix(SNOW, MIST, tone))
        sheet.shape(curve([(x + 50 + lift * 50, y - 130), (x + 60 + lift * 60, y - 196), (x + 104 + lift * 62, y - 186), (x + 96 + lift * 40, y - 110)]), INK)
    sheet.shape(curve([(x - 40, y - 10), (x + 20, y - 26), (x + 110, y - 10), (x + 120, y + 8), (x + 40, y + 26), (x - 30, y + 14)]), SNOW)
    sheet.shape(curve([(x - 30, y - 4), (x - 90, y + 6), (x - 120, y + 2), (x - 116, y + 18), (x - 60, y + 24), (x - 20, y + 14)]), SNOW)
    sheet.shape([(x - 112, y + 2), (x - 190, y + 22), (x - 112, y + 20)], RED)
    for dy in (0, 10):
        sheet.line([(x + 110, y + dy), (x + 216, y + 20 + dy)], RED, 6)
    return sheet


def stack(sheet, x, base, size):
    sheet.veil(curve([(x - size * 0.6, base), (x, base - size * 0.05), (x + size * 0.9, base + size * 0.02), (x, base + size * 0.12)]), INK, 0.35, blur=7)
    sheet.line([(x, base - size * 0.9), (x + size * 0.02, base - size * 1.22)], BARK, size * 0.05)
    outline = [(x - size * 0.5, base), (x - size * 0.52, base - size * 0.4), (x - size * 0.34, base - size * 0.86), (x, base - size * 1.1), (x + size * 0.34, base - size * 0.86), (x + size * 0.52, base - size * 0.4), (x + size * 0.5, base)]
    sheet.shape(curve(outline, closed=False), HAY)
    sheet.veil(curve([(x + size * 0.1, base), (x + size * 0.24, base - size * 0.5), (x + size * 0.14, base - size), (x + size * 0.36, base - size * 0.84), (x + size * 0.52, base - size * 0.4), (x + size * 0.5, base)]), WINE, 0.28)
    chance = random.Random(int(x))
    for _ in range(int(size * 0.5)):
        share = chance.uniform(0.02, 0.95)
        half = size * 0.5 * (1 - share**2.4)
        px, py = x + chance.uniform(-half, half) * 0.94, base - size * share
        sheet.line([(px, py), (px + chance.uniform(-6, 6), py + size * 0.1)], mix(HAY, chance.choice((WINE, SNOW)), 0.25), size * 0.012)


def july():
    sheet = Canvas()
    sheet.sky("#4a4668", "#f0c58e", until=620)
    sheet.glow(260, 520, 420, "#f8d79a", 0.9)
    for x, y, size, fill in ((1180, 120, 420, "#544d70"), (700, 90, 330, "#4a4564"), (1460, 220, 320, "#463f5e"), (960, 240, 280, "#5f5578"), (1300, 330, 240, "#544b6c"), (480, 190, 160, "#6a6080")):
        cloud(sheet, x, y, size, fill)
    for i in range(26):
        x = 820 + i * 32
        sheet.veil([(x, 370), (x + 12, 370), (x - 60, 620), (x - 76, 620)], mix(MIST, "#544b6c", 0.35), 0.42)
    sheet.hill([600, 580, 596, 576, 590, 580, 598, 584, 604], mix(FOREST, "#544b6c", 0.4))
    for i in range(30):
        sheet.crown((i * 97) % WIDTH, 606, 40 + (i * 23) % 34, mix(FOREST, NIGHT, 0.2 + i % 3 * 0.12))
    river = curve([(0, 700), (300, 672), (620, 700), (860, 660), (1240, 640), (1640, 650)], closed=False)
    back = curve([(0, 662), (300, 650), (620, 668), (860, 642), (1240, 628), (1640, 632)], closed=False)
    sheet.hill([612, 610, 614, 608, 612, 608, 612, 610, 612], mix(MOSS, AMBER, 0.3))
    sheet.shape([*river, *reversed(back)], mix(MIST, BLUE, 0.25))
    sheet.shape([*river, (1640, 1000), (0, 1000)], mix(MOSS, AMBER, 0.42))
    for i in range(9):
        y = 720 + i * i * 4
        sheet.line(curve([(-20, y + 20), (500, y), (1000, y + 14), (1640, y - 20)], closed=False), mix(HAY, MOSS, 0.4), 7 + i * 1.6)
    for x, base, size in ((820, 720, 120), (1080, 708, 100), (1330, 716, 116), (1520, 740, 140), (120, 760, 170), (560, 790, 190)):
        stack(sheet, x, base, size)
    stack(sheet, 1180, 930, 400)
    # Tools that lean on it: a rake, a scythe.
    sheet.line([(950, 960), (1050, 560)], "#8a6238", 13)
    sheet.line([(996, 546), (1108, 574)], "#8a6238", 15)
    for i in range(7):
        sheet.line([(1002 + i * 17, 548 + i * 4), (996 + i * 17, 574 + i * 4)], "#8a6238", 6)
    sheet.line(curve([(1410, 970), (1370, 760), (1300, 570)], closed=False), "#8a6238", 13)
    sheet.line([(1384, 800), (1424, 790)], "#8a6238", 11)
    blade = [(1296, 572), (1400, 520), (1520, 560), (1580, 640), (1500, 576), (1400, 552)]
    sheet.shape(curve(blade), mix(MIST, SNOW, 0.3))
    sheet.line(curve([(1300, 570), (1400, 522), (1520, 562), (1578, 638)], closed=False), mix(INK, MIST, 0.3), 5)
    for x, y, size in ((330, 420, 30), (410, 380, 24), (470, 440, 22), (240, 470, 20)):
        bird(sheet, x, y, size, INK)
    flash = [(1010, 300), (968, 400), (1000, 396), (950, 520), (1048, 372), (1014, 378), (1050, 300)]
    sheet.shape(flash, mix(AMBER, SNOW, 0.6))
    return sheet


def ear(sheet, x, y, turn, size, fill):
    """An ear of rye whose lower end is (x, y)."""
    lean = math.radians(turn)
    ux, uy = math.sin(lean), -math.cos(lean)
    for i in range(9):
        px, py = x + ux * i * size * 0.24, y + uy * i * size * 0.24
        for side in (-1, 1):
            wx, wy = -uy * side, ux * side
            sheet.shape(curve([(px, py), (px + (wx * 0.3 + ux * 0.1) * size * 0.55, py + (wy * 0.3 + uy * 0.1) * size * 0.55), (px + (wx * 0.16 + ux * 0.9) * size * 0.42, py + (wy * 0.16 + uy * 0.9) * size * 0.42)]), fill)
            tip = (px + (wx * 0.42 + ux * 1.6) * size * 0.6, py + (wy * 0.42 + uy * 1.6) * size * 0.6)
            sheet.line([(px, py), tip], mix(fill, SNOW, 0.3), size * 0.025)


def august():
    sheet = Canvas()
    sheet.sky("#88b2cc", "#f9e2ae", until=520)
    sheet.glow(1280, 330, 280, "#fbe0a2", 0.9)
    sheet.disc(1280, 320, 82, mix(AMBER, SNOW, 0.35))
    for x, y, size in ((260, 120, 120), (760, 170, 90)):
        cloud(sheet, x, y, size, SNOW)
    sheet.hill([480, 460, 470, 450, 466, 456, 472, 460, 480], mix(SAGE, MIST, 0.3))
    for i in range(18):
        sheet.crown((i * 117) % WIDTH, 486, 36 + (i * 17) % 26, mix(FOREST, SAGE, 0.35))
    sheet.hill([500, 492, 498, 490, 494, 490, 498, 494, 502], mix(AMBER, SAND, 0.2))
    # The harvester far off, in its own dust.
    for i in range(7):
        sheet.disc(220 + i * 44, 486 - i % 3 * 13, 54 + i % 2 * 16, mix(SAND, SNOW, 0.4))
    sheet.box(470, 430, 620, 510, "#b5433a", round_by=8)
    sheet.box(590, 396, 650, 470, mix(MIST, SNOW, 0.3), round_by=8)
    sheet.box(486, 446, 566, 470, SNOW)
    sheet.line([(620, 500), (700, 514)], INK, 10)
    sheet.disc(712, 506, 34, "#b5433a")
    for i in range(6):
        turn = i * math.tau / 6
        sheet.line([(712, 506), (712 + 32 * math.cos(turn), 506 + 32 * math.sin(turn))], SNOW, 4)
    for wx, radius in ((510, 27), (610, 36)):
        sheet.disc(wx, 516, radius, INK)
        sheet.disc(wx, 516, radius * 0.5, AMBER)
    chance = random.Random(8)
    for row in range(26):
        y = 520 + row * 20
        for _ in range(70):
            x = chance.uniform(0, WIDTH)
            cut = y > 620 and abs(x - 800) < 260 + (y - 620) * 1.6
            tall = 7 if cut else 30 + row * 2.4
            sheet.line([(x, y + 12), (x + chance.uniform(-5, 7), y - tall)], mix(AMBER if not cut else HAY, chance.choice((GOLD, SNOW, WINE)), chance.uniform(0.05, 0.3)), 2.4 + row * 0.1)
    for _ in range(30):
        x, y = chance.uniform(0, 330) + chance.choice((0, 1270)), chance.uniform(640, 980)
        for k in range(6):
            sheet.disc(x + 10 * math.cos(k * math.tau / 6), y + 8 * math.sin(k * math.tau / 6), 7, "#4f78b8")
    for x, base, size in ((380, 680, 130), (1180, 700, 150)):
        sheet.shape(curve([(x - size * 0.3, base), (x - size * 0.12, base - size * 0.5), (x - size * 0.36, base - size), (x + size * 0.36, base - size), (x + size * 0.12, base - size * 0.5), (x + size * 0.3, base)]), GOLD)
        sheet.line([(x - size * 0.16, base - size * 0.5), (x + size * 0.16, base - size * 0.5)], WINE, 7)
    # The last sheaf.
    x, base = 790, 950
    sheet.veil(curve([(x - 190, base - 6), (x, base - 30), (x + 260, base - 6), (x + 200, base + 26), (x - 160, base + 26)]), WINE, 0.4, blur=12)
    for i in range(70):
        share = i / 69 * 2 - 1
        foot, waist, top = x + share * 190, x + share * 76, x + share * 230
        sheet.line(curve([(foot, base - 8 * (1 - share * share)), (waist, base - 250), (top, base - 520 + abs(share) * 60)], closed=False), mix(GOLD, chance.choice((AMBER, SAND, WINE)), chance.uniform(0.1, 0.5)), 7)
    for i in range(34):
        share = chance.uniform(-1, 1)
        ear(sheet, x + share * 220, base - 500 + abs(share) * 70 + chance.uniform(-30, 60), share * 46 + chance.uniform(-6, 6), 46, mix(GOLD, AMBER, chance.uniform(0, 0.8)))
    sheet.box(x - 92, base - 286, x + 92, base - 226, RED, round_by=12)
    for i in range(5):
        cx = x - 68 + i * 34
        sheet.shape([(cx, base - 278), (cx + 15, base - 256), (cx, base - 234), (cx - 15, base - 256)], SNOW)
        sheet.shape([(cx, base - 266), (cx + 7, base - 256), (cx, base - 246), (cx - 7, base - 256)], RED)
    for side in (-1, 1):
        sheet.shape(curve([(x + 40, base - 256), (x + 40 + side * 70, base - 312), (x + 40 + side * 96, base - 262), (x + 40 + side * 60, base - 232)]), mix(RED, WINE, 0.3 if side < 0 else 0))
        sheet.shape([(x + 40, base - 250), (x + 40 + side * 26 - 14, base - 110), (x + 40 + side * 26 + 18, base - 120)], RED)
    sheet.disc(x + 40, base - 256, 20, WINE)
    return sheet
