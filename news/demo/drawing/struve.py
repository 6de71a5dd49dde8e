"""A theodolite at sunset, the chain of triangles on a map, and a stone in the rye."""

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
    PAPER,
    RED,
    SAGE,
    SAND,
    SNOW,
    WIDTH,
    WINE,
    Canvas,
    curve,
    mix,
    ring,
)
from news.demo.drawing.motifs import bird

# Points of the arc from north to south on the strip of map; the last ones are drawn red.
CHAIN = [(730, 60), (830, 110), (740, 170), (850, 215), (745, 275), (860, 330), (750, 380),
         (845, 440), (760, 500), (850, 560), (770, 610), (850, 665), (775, 720), (845, 770),
         (780, 830), (850, 880), (790, 950)]  # fmt: skip
BELARUS = (9, 11, 13, 14, 15)


def scaffold(sheet, x, base, height, fill):
    """A signal tower of poles."""
    for side in (-1, 1):
        sheet.line([(x + side * height * 0.22, base), (x, base - height)], fill, height * 0.03)
    for share in (0.3, 0.6):
        half = height * 0.22 * (1 - share)
        sheet.line([(x - half, base - height * share), (x + half, base - height * share)], fill, 4)
    sheet.line([(x, base - height), (x, base - height * 1.18)], fill, 4)
    sheet.shape([(x, base - height * 1.18), (x + height * 0.16, base - height * 1.11),
                 (x, base - height * 1.04)], RED)  # fmt: skip


def theodolite(sheet, x, y):
    """Brass on three legs; (x, y) is the axis of the telescope."""
    wood, dark = "#6e4a2d", "#4a3020"
    for foot in (-210, 30, 220):
        sheet.line([(x + foot * 0.12, y + 110), (x + foot, 870)], wood if foot != 30 else dark, 22)
    sheet.box(x - 70, y + 88, x + 70, y + 114, dark, round_by=8)
    sheet.disc(x, y + 74, 96, GOLD, flat=0.2)
    sheet.disc(x, y + 68, 96, AMBER, flat=0.2)
    for i in range(24):
        turn = math.tau * i / 24
        sheet.line([(x + 88 * math.cos(turn), y + 68 + 17 * math.sin(turn)),
                    (x + 80 * math.cos(turn), y + 68 + 15 * math.sin(turn))], WINE, 3)  # fmt: skip
    for side in (-1, 1):
        sheet.shape([(x + side * 58, y + 66), (x + side * 34, y - 16), (x + side * 18, y - 16),
                     (x + side * 28, y + 66)], GOLD)  # fmt: skip
    sheet.disc(x, y, 62, mix(GOLD, WINE, 0.25))
    sheet.disc(x, y, 50, AMBER)
    sheet.disc(x, y, 44, mix(GOLD, AMBER, 0.3))
    tube = [(-190, 34), (-60, 8), (120, -30), (196, -52), (204, -14), (126, 6), (-54, 44),
            (-184, 66)]  # fmt: skip
    sheet.shape([(x + a, y + b - 8) for a, b in tube], "#7b5a24")
    sheet.shape([(x + a, y + b - 8) for a, b in
                 [(-190, 34), (196, -52), (199, -36), (-188, 50)]], AMBER)  # fmt: skip
    sheet.line([(x + 198, y - 62), (x + 206, y - 20)], GOLD, 12)
    sheet.line([(x - 190, y + 22), (x - 184, y + 60)], GOLD, 12)
    sheet.disc(x, y, 17, WINE)


def draw():
    sheet = Canvas()
    sheet.sky("#3d4f78", "#f0a765", until=640)
    sheet.glow(420, 560, 380, "#f7c877", 0.8)
    sheet.disc(420, 580, 96, mix(AMBER, SNOW, 0.3))
    sheet.hill([600, 570, 590, 560, 586, 560, 580, 556, 590], mix(BLUE, WINE, 0.35))
    towers = ((190, 590, 90), (760, 574, 74), (1440, 566, 110))
    for x, base, height in towers:
        scaffold(sheet, x, base, height, INK)
    sheet.hill([640, 650, 626, 640, 660, 640, 620, 650, 640], mix(FOREST, WINE, 0.35))
    for i in range(44):
        sheet.fir((i * 97) % WIDTH, 668, 40 + (i * 29) % 46, mix(FOREST, NIGHT, 0.3))
    x, y = 1050, 470
    for tx, base, height in towers:
        tip = (tx, base - height * 1.1)
        sheet.line([(x, y), tip], mix(AMBER, SNOW, 0.5), 2.5)
        sheet.disc(*tip, 7, SNOW)
    sheet.line([(190, 491), (760, 493)], mix(AMBER, SNOW, 0.3), 2)
    sheet.line([(760, 493), (1440, 445)], mix(AMBER, SNOW, 0.3), 2)
    sheet.hill([780, 770, 790, 760, 730, 716, 712, 726, 750], mix(FOREST, INK, 0.3))
    theodolite(sheet, x, y)
    chance = random.Random(1816)
    for _ in range(260):
        gx = chance.uniform(0, WIDTH)
        gy = chance.uniform(800, 890)
        sheet.line([(gx, gy + 30), (gx + chance.uniform(-12, 12), gy - chance.uniform(10, 42))],
                   mix(FOREST, INK, chance.uniform(0.1, 0.7)), 3.5)  # fmt: skip
    # The notebook of the angles.
    sheet.shape([(700, 820), (820, 800), (850, 850), (724, 874)], mix(PAPER, AMBER, 0.2))
    for i in range(4):
        sheet.line([(722 + i * 7, 826 + i * 11), (806 + i * 7, 812 + i * 11)], mix(WINE, PAPER, 0.4), 3)
    sheet.woven_band()
    return sheet


def chain():
    sheet = Canvas(mix(PAPER, SAND, 0.35))
    sheet.shape([(480, 0), (1120, 0), (1120, HEIGHT), (480, HEIGHT)], PAPER)
    sea = mix(MIST, BLUE, 0.25)
    sheet.shape(curve([(470, -40), (620, 0), (640, 40), (560, 90), (600, 150), (520, 210),
                       (460, 220), (440, 40)]), sea)  # fmt: skip
    sheet.shape(curve([(470, 330), (620, 340), (660, 380), (560, 420), (640, 470), (560, 520),
                       (460, 500)]), sea)  # fmt: skip
    sheet.shape(curve([(1000, 920), (1120, 890), (1180, 1040), (960, 1040)]), sea)
    for points in ([(930, 60), (960, 200), (900, 330), (980, 470), (930, 620)],
                   [(560, 640), (660, 690), (640, 790), (700, 880), (660, 990)],
                   [(1080, 560), (980, 660), (1000, 780), (920, 860), (960, 1000)]):  # fmt: skip
        sheet.line(curve(points, closed=False), sea, 6)
    chance = random.Random(258)
    for _ in range(46):
        x, y = chance.uniform(500, 1100), chance.uniform(20, 960)
        if abs(x - 795) > 110:
            sheet.fir(x, y, chance.uniform(22, 40), mix(SAGE, PAPER, 0.25), tiers=3)
    for i in range(9):
        y = 40 + i * 115
        sheet.line([(484, y), (500, y)], WINE, 4)
        sheet.line([(1100, y), (1116, y)], WINE, 4)
    for x in (480, 1120):
        sheet.line([(x, 0), (x, HEIGHT)], WINE, 5)
    for i in range(len(CHAIN) - 2):
        sheet.veil(CHAIN[i : i + 3], GOLD, 0.2 + 0.12 * (i % 2))
    for first, second in zip(CHAIN, CHAIN[1:], strict=False):
        sheet.line([first, second], WINE, 5)
    for first, second in zip(CHAIN, CHAIN[2:], strict=False):
        sheet.line([first, second], WINE, 5)
    # The base: the one side that was measured on the ground.
    sheet.line([CHAIN[13], CHAIN[14]], NIGHT, 11)
    for i, (x, y) in enumerate(CHAIN):
        red = i in BELARUS
        sheet.disc(x, y, 17 if red else 11, RED if red else WINE)
        sheet.disc(x, y, 8 if red else 5, SNOW)
    # A star of the winds on the bare margin.
    for turn, reach, fill in ((0, 120, WINE), (45, 70, mix(GOLD, SAND, 0.3))):
        for i in range(4):
            angle = math.radians(turn + i * 90)
            tip = (240 + reach * math.sin(angle), 240 - reach * math.cos(angle))
            left = ring(240, 240, 22, 4, turn=turn + i * 90 - 45)[0]
            right = ring(240, 240, 22, 4, turn=turn + i * 90 + 45)[0]
            sheet.shape([left, tip, (240, 240)], fill)
            sheet.shape([right, tip, (240, 240)], mix(fill, PAPER, 0.45))
    sheet.disc(240, 240, 9, PAPER)
    # The rod of iron and the plumb line that made the base.
    sheet.box(1230, 760, 1530, 776, mix(INK, BLUE, 0.4), round_by=6)
    for i in range(11):
        sheet.line([(1236 + i * 28.8, 776), (1236 + i * 28.8, 798 if i % 5 else 812)], WINE, 3)
    sheet.line([(1380, 520), (1380, 700)], WINE, 3)
    sheet.shape([(1362, 700), (1398, 700), (1380, 748)], GOLD)
    return sheet


def stone():
    sheet = Canvas()
    sheet.sky("#87a8b8", "#f4e2bd", until=560)
    sheet.disc(1230, 200, 84, mix(SNOW, AMBER, 0.3))
    sheet.hill([520, 500, 510, 490, 500, 486, 506, 496, 520], mix(SAGE, MIST, 0.4))
    for i in range(40):
        sheet.fir((i * 89) % WIDTH, 552, 46 + (i * 31) % 40, mix(FOREST, SAGE, 0.45))
    sheet.hill([560, 552, 556, 550, 556, 552, 560, 556, 562], AMBER)
    chance = random.Random(1855)
    for row in range(24):
        y = 566 + row * 19
        for _ in range(90):
            x = chance.uniform(-10, WIDTH + 10)
            if y > 700 and abs(x - 800) < 330:
                continue
            tall = 24 + row * 3.4
            tip = (x + chance.uniform(-8, 12), y - tall)
            fill = mix(GOLD, mix(AMBER, SNOW, 0.35), chance.uniform(0, 1))
            sheet.line([(x, y + 24), tip], fill, 2.4 + row * 0.07)
            sheet.line([tip, (tip[0] + 3, tip[1] - tall * 0.3)], mix(fill, WINE, 0.18), 5 + row * 0.2)
    sheet.shape(curve([(420, 1000), (470, 850), (620, 770), (800, 756), (980, 770), (1130, 850),
                       (1180, 1000)]), MOSS)  # fmt: skip
    for _ in range(240):
        x, y = chance.uniform(440, 1160), chance.uniform(800, 990)
        sheet.line([(x, y + 16), (x + chance.uniform(-8, 8), y - chance.uniform(10, 30))],
                   mix(FOREST, SAGE, chance.uniform(0, 0.8)), 3.5)  # fmt: skip
    granite = "#8d8f8e"
    sheet.veil(curve([(560, 900), (800, 880), (1120, 900), (1100, 940), (700, 946)]), INK, 0.35, blur=8)
    sheet.shape([(610, 640), (930, 640), (930, 900), (610, 900)], granite)
    sheet.shape([(930, 640), (1010, 580), (1010, 830), (930, 900)], mix(granite, INK, 0.3))
    sheet.shape([(610, 640), (690, 580), (1010, 580), (930, 640)], mix(granite, SNOW, 0.4))
    for _ in range(420):
        x, y = chance.uniform(614, 926), chance.uniform(644, 896)
        sheet.disc(x, y, chance.uniform(1.2, 3.4), mix(granite, chance.choice((INK, SNOW, WINE)), 0.3))
    cut = mix(granite, INK, 0.5)
    sheet.line([(738, 632), (882, 588)], cut, 8)
    sheet.line([(728, 596), (892, 624)], cut, 8)
    sheet.disc(810, 610, 7, GOLD, flat=0.6)
    for x, y, size in ((300, 200, 30), (420, 160, 22), (560, 260, 26)):
        bird(sheet, x, y, size, NIGHT)
    return sheet


MORE = {"struve-chain": chain, "struve-stone": stone}
