"""September, October, November."""

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
from news.demo.drawing.motifs import birch, bird, ripples, skyline

EARTH = "#5d4334"
RUST = "#b9542f"


def basket(sheet, x, base, size):
    sheet.line(curve([(x - size * 0.8, base - size * 0.9), (x - size * 0.5, base - size * 1.7), (x + size * 0.5, base - size * 1.7), (x + size * 0.8, base - size * 0.9)], closed=False), "#a87c45", size * 0.1)
    chance = random.Random(int(x))
    for row in range(4):
        for i in range(7 - row):
            cx = x + (i - (6 - row) / 2) * size * 0.25
            cy = base - size * (0.92 + row * 0.15)
            tone = mix("#c99a63", chance.choice((SNOW, WINE, RED)), chance.uniform(0.05, 0.25))
            sheet.disc(cx, cy, size * 0.17, mix(tone, INK, 0.2), flat=0.8)
            sheet.disc(cx - 3, cy - 3, size * 0.155, tone, flat=0.8)
            sheet.disc(cx + size * 0.05, cy, size * 0.014, mix(tone, INK, 0.5))
    sheet.shape([(x - size, base - size * 0.95), (x + size, base - size * 0.95), (x + size * 0.74, base), (x - size * 0.74, base)], "#b88a50")
    for row in range(6):
        for i in range(10):
            share = (row + 0.5) / 6
            half = size * (1 - 0.26 * share)
            cx = x - half + (i + 0.5) * half / 5
            cy = base - size * 0.95 + size * 0.95 * share
            sheet.box(cx - half / 11, cy - size * 0.06, cx + half / 11, cy + size * 0.06, mix("#b88a50", WINE if (i + row) % 2 else SNOW, 0.22), round_by=5)
    sheet.line([(x - size, base - size * 0.95), (x + size, base - size * 0.95)], "#8f6836", size * 0.11)


def september():
    sheet = Canvas()
    sheet.sky("#93b6c9", "#f5e5c2", until=560)
    sheet.disc(1330, 200, 70, mix(AMBER, SNOW, 0.5))
    wedge = [(0, 0)] + [(i * 46, i * 30 * side) for i in range(1, 8) for side in (-1, 1)]
    for i, (dx, dy) in enumerate(wedge):
        x, y = 430 + dx * 1.1, 240 + dy * 0.62 + dx * 0.1
        size = 24
        for side in (-1, 1):
            sheet.line(curve([(x, y), (x + 8, y - side * 12 - 9), (x + 20, y - (30 if side > 0 else -20) + i % 2 * 9)], closed=False), INK, 4.5)
        sheet.line([(x - size, y + 3), (x + size * 0.9, y + 4)], INK, 4)
    sheet.hill([520, 500, 512, 494, 506, 498, 514, 502, 520], mix(SAGE, MIST, 0.35))
    for i in range(15):
        birch(sheet, 40 + i * 112, 590 + i % 3 * 8, 260 + (i * 47) % 110, mix(AMBER, (GOLD, SAGE, RUST)[i % 3], 0.35))
    sheet.hill([590, 584, 588, 582, 586, 584, 590, 584, 590], mix(MOSS, AMBER, 0.35))
    sheet.hill([640, 630, 634, 628, 632, 630, 636, 630, 640], EARTH)
    for i in range(26):
        x = -700 + i * 122
        top = 800 + (x - 800) * 0.36
        sheet.line([(top, 636), (x, HEIGHT)], mix(EARTH, INK if i % 2 else SAND, 0.2), 11 + i % 2 * 9)
    chance = random.Random(9)
    for _ in range(240):
        x, y = chance.uniform(0, WIDTH), chance.uniform(650, 995)
        sheet.disc(x, y, (y - 560) / 30, mix(EARTH, chance.choice((INK, SAND)), 0.25), flat=0.6)
    for _ in range(46):
        x, y = chance.uniform(0, WIDTH), chance.uniform(720, 990)
        size = (y - 500) / 21
        sheet.disc(x, y, size, mix("#c99a63", INK, 0.3), flat=0.75)
        sheet.disc(x - 2, y - 3, size * 0.9, mix("#c99a63", SNOW, chance.uniform(0, 0.3)), flat=0.75)
    # The fire in which the tops burn, and the smoke.
    for i in range(13):
        sheet.veil([(1190 + i * 19 + (22 + i * 9) * math.cos(k * 0.35), 600 - i * 34 + (18 + i * 7) * math.sin(k * 0.35)) for k in range(18)], mix(MIST, SNOW, 0.4), 0.4, blur=9)
    for dx in (-50, -16, 22, 54):
        sheet.line([(1190 + dx, 690), (1190 - dx * 0.5, 630)], mix(INK, EARTH, 0.4), 13)
    for part, fill in ((1.0, RUST), (0.66, GOLD), (0.36, AMBER)):
        s = 86 * part
        sheet.shape(curve([(1190, 686), (1190 - s * 0.5, 660), (1190 - s * 0.24, 686 - s), (1190 + s * 0.04, 686 - s * 1.4), (1190 + s * 0.22, 686 - s * 0.9), (1190 + s * 0.5, 664)]), fill)
    for x, base, size in ((330, 800, 104), (1040, 850, 122)):
        basket(sheet, x, base, size)
    basket(sheet, 640, 950, 170)
    sheet.line([(880, 960), (800, 520)], "#9a7040", 17)
    sheet.shape([(846, 850), (916, 836), (934, 944), (900, 986), (872, 956)], mix(MIST, INK, 0.4))
    sheet.line([(770, 522), (834, 510)], "#9a7040", 19)
    for x, fill in ((1380, "#8a7352"), (1500, "#a08a62")):
        sheet.shape(curve([(x - 66, 880), (x - 72, 760), (x - 44, 700), (x + 44, 700), (x + 72, 760), (x + 66, 880)]), fill)
        sheet.shape([(x - 40, 706), (x, 676), (x + 40, 706)], fill)
        sheet.line([(x - 42, 706), (x + 42, 706)], RED, 9)
        for i in range(4):
            sheet.line([(x - 56 + i * 38, 740), (x - 58 + i * 38, 870)], mix(fill, INK, 0.18), 3)
    return sheet


def maple(sheet, x, base, size, fill):
    for lean in (-0.3, 0, 0.3):
        sheet.line(curve([(x, base), (x + lean * size * 0.2, base - size * 0.5), (x + lean * size, base - size * 0.85)], closed=False), mix(INK, WINE, 0.4), size * 0.06)
    chance = random.Random(int(x * 7 + size))
    for _ in range(150):
        turn, far = chance.uniform(0, math.tau), chance.random() ** 0.5
        cx, cy = x + size * 0.56 * far * math.cos(turn), base - size * 0.9 + size * 0.5 * far * math.sin(turn)
        sheet.disc(cx, cy, size * chance.uniform(0.04, 0.09), mix(fill, chance.choice((GOLD, WINE, AMBER)), chance.uniform(0, 0.5)))


def leaf(sheet, x, y, size, turn, fill):
    """Of a maple, lying on the water."""
    shape = [(0, 1.0), (-0.14, 0.42), (-0.62, 0.6), (-0.52, 0.3), (-0.98, 0.06), (-0.6, -0.12), (-0.72, -0.56), (-0.32, -0.42), (0, -1.0), (0.32, -0.42), (0.72, -0.56), (0.6, -0.12), (0.98, 0.06), (0.52, 0.3), (0.62, 0.6), (0.14, 0.42)]
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    at = [(x + size * (a * cos - b * sin), y + size * 0.5 * (a * sin + b * cos)) for a, b in shape]
    sheet.shape([(a + 3, b + 5) for a, b in at], mix(BLUE, NIGHT, 0.5))
    sheet.shape(at, fill)
    for i in (0, 4, 8, 12):
        sheet.line([(x, y), at[i]], mix(fill, WINE, 0.4), size * 0.04)


def october():
    sheet = Canvas()
    sheet.sky("#7ca0bd", "#f6e0bd", until=560)
    sheet.glow(300, 420, 320, "#fbdcae", 0.9)
    for i, (x, base, size) in enumerate(((520, 520, 170), (660, 510, 140), (1120, 510, 150), (1250, 520, 180), (90, 560, 190), (1500, 560, 200))):
        maple(sheet, x, base, size, (RUST, GOLD, AMBER, RUST, GOLD, RED)[i])
    sheet.hill([600, 570, 530, 506, 500, 500, 520, 560, 600], mix(MOSS, AMBER, 0.35), bottom=700)
    base, x = 510, 890
    pale, shade = SNOW, mix(SNOW, BLUE, 0.16)
    # Two wings, a portico, a tower in the middle.
    sheet.box(x - 330, base - 130, x + 330, base, pale)
    sheet.box(x - 340, base - 146, x + 340, base - 128, SAND)
    sheet.box(x - 350, base - 14, x + 350, base, SAND)
    for i in range(13):
        wx = x - 306 + i * 51
        if not 4 <= i <= 8:
            sheet.box(wx - 11, base - 110, wx + 11, base - 68, BLUE, round_by=11)
            sheet.box(wx - 11, base - 54, wx + 11, base - 22, BLUE)
    sheet.box(x - 120, base - 190, x + 120, base - 120, pale)
    sheet.shape([(x - 134, base - 190), (x, base - 246), (x + 134, base - 190)], SAND)
    sheet.shape([(x - 108, base - 196), (x, base - 236), (x + 108, base - 196)], pale)
    sheet.box(x - 58, base - 300, x + 58, base - 232, pale)
    sheet.box(x + 26, base - 300, x + 58, base - 232, shade)
    sheet.box(x - 66, base - 306, x + 66, base - 294, SAND)
    sheet.shape(curve([(x - 60, base - 304), (x - 50, base - 340), (x, base - 366), (x + 50, base - 340), (x + 60, base - 304)]), mix(MOSS, BLUE, 0.4))
    sheet.line([(x, base - 362), (x, base - 420)], INK, 5)
    sheet.shape([(x, base - 420), (x + 50, base - 410), (x, base - 398)], RED)
    sheet.box(x - 112, base - 178, x + 112, base - 20, mix(BLUE, SNOW, 0.55))
    for i in range(6):
        cx = x - 100 + i * 40
        sheet.box(cx - 9, base - 180, cx + 9, base - 14, pale)
        sheet.box(cx + 3, base - 180, cx + 9, base - 14, shade)
        sheet.box(cx - 13, base - 186, cx + 13, base - 176, SAND)
    for i in range(5):
        half = 130 + i * 22
        sheet.box(x - half, base - 6 + i * 13, x + half, base + 9 + i * 13, mix(SAND, SNOW, 0.3 if i % 2 else 0.0))
    sheet.hill([690, 680, 660, 630, 620, 620, 640, 670, 690], mix(MOSS, FOREST, 0.3), bottom=700)
    for i, (mx, mbase, size) in enumerate(((330, 660, 260), (180, 680, 210), (1330, 660, 270), (1480, 690, 230), (620, 640, 130), (1150, 640, 140))):
        maple(sheet, mx, mbase, size, (RED, AMBER, RUST, GOLD, AMBER, RED)[i])
    sheet.box(0, 690, WIDTH, 702, mix(SAND, INK, 0.35))
    for i in range(40):
        sheet.box(10 + i * 41, 664, 16 + i * 41, 694, mix(SAND, SNOW, 0.5))
    sheet.line([(0, 664), (WIDTH, 664)], mix(SAND, SNOW, 0.5), 6)
    sheet.mirror(700, depth=298, tint=BLUE, strength=0.36)
    sheet.veil([(0, 700), (WIDTH, 700), (WIDTH, HEIGHT), (0, HEIGHT)], NIGHT, 0.16)
    ripples(sheet, 712, 990, mix(MIST, AMBER, 0.3), count=44, seed=10)
    chance = random.Random(10)
    for _ in range(46):
        y = 730 + chance.random() ** 0.8 * 255
        leaf(sheet, chance.uniform(0, WIDTH), y, 9 + (y - 720) / 9, chance.uniform(0, 360), chance.choice((RED, RUST, GOLD, AMBER)))
    return sheet


def november():
    sheet = Canvas()
    sheet.sky("#16233c", "#4d5f7d", until=640)
    skyline(sheet, 640, "#22324f", seed=11, low=120, high=280)
    chance = random.Random(11)
    for _ in range(60):
        x, y = chance.uniform(0, WIDTH), chance.uniform(470, 620)
        sheet.box(x, y, x + 13, y + 18, mix(AMBER, "#22324f", chance.uniform(0.2, 0.7)))
    # Houses of the square.
    for x, width, height, wall, roof in ((-40, 300, 300, "#59627a", "#2a3044"), (1080, 270, 280, "#6a5a62", "#33293a"), (1340, 320, 320, "#4f6272", "#22303e")):
        sheet.box(x, 640 - height, x + width, 650, wall)
        sheet.shape([(x - 12, 640 - height), (x + 40, 560 - height), (x + width - 40, 560 - height), (x + width + 12, 640 - height)], roof)
        for row in range(3):
            for column in range(int(width // 62)):
                cx, cy = x + 36 + column * 62, 690 - height + row * 88
                lit = (column * 3 + row * 2 + int(x)) % 4 < 2
                sheet.box(cx - 18, cy - 30, cx + 18, cy + 26, mix(wall, SNOW, 0.35))
                sheet.box(cx - 13, cy - 25, cx + 13, cy + 22, AMBER if lit else mix(NIGHT, wall, 0.3))
    # The town hall.
    x, base = 640, 650
    sheet.glow(x, 420, 380, mix(AMBER, SNOW, 0.3), 0.35)
    white, shade = mix(SNOW, AMBER, 0.08), mix(SNOW, BLUE, 0.25)
    sheet.box(x - 250, base - 230, x + 250, base, white)
    sheet.box(x + 90, base - 230, x + 250, base, shade)
    sheet.shape([(x - 266, base - 230), (x - 210, base - 300), (x + 210, base - 300), (x + 266, base - 230)], "#6a3a34")
    sheet.box(x - 262, base - 240, x + 262, base - 224, SAND)
    sheet.box(x - 54, base - 400, x + 54, base - 226, white)
    sheet.box(x + 22, base - 400, x + 54, base - 226, shade)
    sheet.box(x - 64, base - 408, x + 64, base - 392, SAND)
    sheet.disc(x, base - 340, 36, SAND)
    sheet.disc(x, base - 340, 29, SNOW)
    sheet.line([(x, base - 340), (x, base - 362)], INK, 4)
    sheet.line([(x, base - 340), (x + 17, base - 332)], INK, 4)
    sheet.box(x - 36, base - 476, x + 36, base - 404, white)
    sheet.box(x - 12, base - 464, x + 12, base - 412, NIGHT, round_by=12)
    sheet.shape(curve([(x - 42, base - 474), (x - 36, base - 510), (x - 8, base - 536), (x, base - 574), (x + 8, base - 536), (x + 36, base - 510), (x + 42, base - 474)]), FOREST)
    sheet.line([(x, base - 566), (x, base - 618)], GOLD, 5)
    sheet.disc(x, base - 596, 8, GOLD)
    for i in range(7):
        wx = x - 216 + i * 72
        if i != 3:
            sheet.box(wx - 17, base - 200, wx + 17, base - 140, AMBER, round_by=17)
        sheet.box(wx - 17, base - 104, wx + 17, base - 30 if i != 3 else base, AMBER if i != 3 else mix(AMBER, WINE, 0.4), round_by=17)
    for i in range(4):
        cx = x - 84 + i * 56
        sheet.box(cx - 8, base - 126, cx + 8, base, SNOW)
    sheet.box(x - 104, base - 134, x + 104, base - 120, SAND)
    sheet.box(0, 640, WIDTH, HEIGHT, "#2a3650")
    sheet.mirror(650, depth=350, tint="#2a3650", strength=0.42)
    sheet.veil([(0, 650), (WIDTH, 650), (WIDTH, HEIGHT), (0, HEIGHT)], "#2a3650", 0.3, blur=2)
    for row in range(9):
        y = 664 + row * row * 4
        sheet.line([(0, y), (WIDTH, y)], mix("#2a3650", MIST, 0.14), 2.5)
        for i in range(19):
            px = 800 + (i - 9) * (70 + row * 20) + row % 2 * (35 + row * 10)
            sheet.line([(px, y), (px + (px - 800) * 0.09, y + 9 + row * 8)], mix("#2a3650", MIST, 0.14), 2.5)
    for lx, height, foot in ((330, 380, 760), (1010, 340, 730), (1440, 420, 790), (100, 430, 800)):
        sheet.glow(lx, foot - height, 150, AMBER, 0.8)
        sheet.line([(lx, foot), (lx, foot - height + 30)], INK, 12)
        sheet.box(lx - 22, foot - 26, lx + 22, foot, INK, round_by=5)
        sheet.shape([(lx - 20, foot - height + 30), (lx + 20, foot - height + 30), (lx + 30, foot - height - 34), (lx - 30, foot - height - 34)], mix(AMBER, SNOW, 0.55))
        sheet.shape([(lx - 38, foot - height - 32), (lx + 38, foot - height - 32), (lx, foot - height - 66)], INK)
        sheet.veil([(lx - 18, foot + 6), (lx + 18, foot + 6), (lx + 30, foot + 200), (lx - 30, foot + 200)], AMBER, 0.35, blur=9)
    # Somebody with a red umbrella walks away from us.
    px, foot = 830, 930
    sheet.veil([(px - 60, foot + 6), (px + 60, foot + 6), (px + 80, foot + 64), (px - 80, foot + 64)], RED, 0.3, blur=10)
    sheet.box(px - 34, foot - 110, px - 6, foot, INK, round_by=10)
    sheet.box(px + 6, foot - 110, px + 34, foot - 6, INK, round_by=10)
    sheet.shape(curve([(px - 46, foot - 300), (px + 46, foot - 300), (px + 60, foot - 200), (px + 70, foot - 84), (px - 70, foot - 84), (px - 60, foot - 200)]), mix(SAND, WINE, 0.25))
    sheet.line([(px - 60, foot - 196), (px + 60, foot - 196)], mix(SAND, INK, 0.5), 13)
    sheet.disc(px, foot - 330, 38, "#5a3a28")
    sheet.line([(px + 40, foot - 220), (px + 30, foot - 400)], INK, 8)
    dome = [(px + 20 + 190 * math.sin(math.radians(-90 + i * 9)), foot - 380 - 130 * math.cos(math.radians(-90 + i * 9))) for i in range(21)]
    hem = []
    for i in range(5):
        right = px + 210 - i * 76
        hem += [(right, foot - 380), (right - 38, foot - 396)]
    sheet.shape([*dome, *hem, (px - 170, foot - 380)], RED)
    for share in (-0.4, 0, 0.4):
        rib = [(px + 20, foot - 510), (px + 20 + 190 * share * 0.8, foot - 470), (px + 20 + 190 * share, foot - 388)]
        sheet.line(curve(rib, closed=False), WINE, 4)
    sheet.line([(px + 20, foot - 508), (px + 20, foot - 530)], INK, 7)
    for lx, ly in ((240, 900), (520, 960), (1180, 880), (1340, 950), (1080, 970)):
        sheet.disc(lx, ly, 60, mix("#2a3650", MIST, 0.22), flat=0.2)
        sheet.disc(lx, ly, 44, "#2a3650", flat=0.2)
        sheet.disc(lx, ly, 20, mix("#2a3650", MIST, 0.3), flat=0.2)
    for _ in range(190):
        rx, ry = chance.uniform(-20, WIDTH), chance.uniform(-20, HEIGHT)
        sheet.line([(rx, ry), (rx - 10, ry + 54)], mix(MIST, BLUE, 0.3), 1.8)
    for bx, by in ((470, 180), (430, 210)):
        bird(sheet, bx, by, 18, INK)
    return sheet
