"""A desk by a window, two books and a violin."""

import math

from news.demo.drawing.bazaar import cornflower
from portal.drawing.canvas import (
    AMBER,
    BLUE,
    FOREST,
    GOLD,
    HEIGHT,
    INK,
    MIST,
    MOSS,
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
)
from portal.drawing.motifs import bird, star

OAK = "#7a4f31"


def violin(sheet, x, y, k, turn):
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))

    def at(points):
        return [(x + k * (a * cos - b * sin), y + k * (a * sin + b * cos)) for a, b in points]

    half = [
        (0, -118),
        (52, -112),
        (70, -78),
        (46, -34),
        (40, 0),
        (50, 26),
        (86, 66),
        (82, 122),
        (44, 150),
        (0, 154),
    ]
    outline = half + [(-a, b) for a, b in reversed(half[1:-1])]
    sheet.shape(curve(at([(a * 1.05, b * 1.04 + 4) for a, b in outline])), "#5a2a18")
    sheet.shape(curve(at(outline)), "#a4552c")
    sheet.veil(
        curve(at([(-50, -90), (-20, -96), (-14, 0), (-40, 130), (-66, 110), (-30, 0)])),
        AMBER,
        0.35,
        blur=8,
    )
    sheet.shape(at([(-11, -118), (11, -118), (14, 60), (-14, 60)]), INK)
    sheet.shape(at([(-10, -300), (10, -300), (12, -110), (-12, -110)]), "#5a2a18")
    sheet.shape(curve(at([(-14, -300), (14, -300), (20, -336), (0, -352), (-20, -336)])), "#5a2a18")
    for b in (-318, -292):
        sheet.line(at([(-34, b), (34, b)]), INK, 7 * k)
    sheet.line(at([(-34, 62), (34, 62)]), PAPER, 7 * k)
    sheet.shape(at([(-14, 84), (14, 84), (20, 146), (-20, 146)]), INK)
    for a in (-8, -3, 3, 8):
        sheet.line(at([(a * 0.8, -296), (a * 1.2, 84)]), mix(SNOW, AMBER, 0.4), 1.5 * k)
    for side in (-1, 1):
        f = [(side * 30, 20), (side * 38, 34), (side * 32, 58), (side * 40, 80)]
        sheet.line(curve(at(f), closed=False), INK, 5 * k)


def book(sheet, x, y, width, height, cover, pages):
    sheet.box(x, y, x + width, y + height, cover, round_by=6)
    sheet.box(x + width * 0.04, y + height * 0.2, x + width * 1.01, y + height * 0.8, pages)
    for i in range(3):
        line = y + height * (0.35 + i * 0.16)
        sheet.line([(x + width * 0.05, line), (x + width, line)], mix(pages, INK, 0.2), 2)
    sheet.box(x, y, x + width * 0.05, y + height, mix(cover, INK, 0.3), round_by=4)


def lamp(sheet, x, base):
    sheet.glow(x, base - 210, 230, AMBER, 0.85)
    sheet.shape([(x - 62, base), (x + 62, base), (x + 30, base - 34), (x - 30, base - 34)], GOLD)
    sheet.shape(
        curve(
            [
                (x - 44, base - 34),
                (x + 44, base - 34),
                (x + 62, base - 82),
                (x + 34, base - 116),
                (x - 34, base - 116),
                (x - 62, base - 82),
            ]
        ),
        mix(GOLD, AMBER, 0.4),
    )
    sheet.box(x - 26, base - 140, x + 26, base - 112, mix(GOLD, INK, 0.25), round_by=6)
    glass = [
        (x - 26, base - 140),
        (x - 50, base - 196),
        (x - 22, base - 260),
        (x - 20, base - 320),
        (x + 20, base - 320),
        (x + 22, base - 260),
        (x + 50, base - 196),
        (x + 26, base - 140),
    ]
    sheet.veil(glass, SNOW, 0.45)
    sheet.shape(
        curve(
            [
                (x - 13, base - 142),
                (x - 17, base - 176),
                (x, base - 234),
                (x + 17, base - 176),
                (x + 13, base - 142),
            ]
        ),
        AMBER,
    )
    sheet.shape(
        curve(
            [
                (x - 7, base - 144),
                (x - 8, base - 170),
                (x, base - 200),
                (x + 8, base - 170),
                (x + 7, base - 144),
            ]
        ),
        SNOW,
    )


def draw():
    sheet = Canvas("#4b3430")
    for i in range(12):
        sheet.line([(0, 40 + i * 64), (WIDTH, 40 + i * 64)], "#412b28", 5)
    # The window and what lies outside.
    x0, y0, x1, y1 = 300, 50, 1120, 620
    sheet.box(x0 - 40, y0 - 40, x1 + 40, y1 + 40, OAK)
    view = Canvas()
    view.sky("#46608c", "#f0b27c", until=560)
    view.glow(980, 470, 240, AMBER, 0.8)
    view.disc(980, 470, 60, mix(AMBER, SNOW, 0.35))
    view.hill([500, 480, 490, 470, 486, 470, 490, 480, 500], mix(SAGE, BLUE, 0.45))
    view.hill([540, 520, 530, 512, 520, 530, 520, 516, 530], mix(MOSS, SAGE, 0.3))
    road = [(700, 522), (716, 522), (800, 640), (660, 640)]
    view.shape(road, SAND)
    for i, x in enumerate((400, 470, 560, 860, 930, 1040)):
        view.crown(x, 540 + i % 3 * 10, 70 + (i * 13) % 30, mix(FOREST, MOSS, 0.3))
    view.box(590, 486, 660, 526, "#5c4232")
    view.shape([(580, 488), (625, 448), (670, 488)], WINE)
    view.box(616, 500, 634, 518, AMBER)
    for x, y in ((520, 200), (560, 180), (610, 214)):
        bird(view, x, y, 20, INK)
    part = view.image.crop((x0 * 2, y0 * 2, x1 * 2, y1 * 2))
    sheet.image.paste(part, (x0 * 2, y0 * 2))
    sheet.box(700, y0, 720, y1, OAK)
    sheet.box(x0, 240, x1, 258, OAK)
    # A towel over the frame, its ends with stars.
    for side in (-1, 1):
        x = 710 + side * 470
        sheet.shape([(x - 66, 0), (x + 66, 0), (x + 56, 470), (x - 56, 470)], PAPER)
        for y in (330, 430):
            sheet.box(x - 57, y, x + 57, y + 9, RED)
        star(sheet, x, 386, 4.6, RED)
        for i in range(13):
            sheet.line([(x - 52 + i * 8.7, 470), (x - 52 + i * 8.7, 494)], RED, 3)
    sheet.shape(curve([(200, -20), (700, 70), (1220, -20), (1220, -60), (200, -60)]), PAPER)
    # The desk.
    sheet.box(0, 730, WIDTH, HEIGHT, OAK)
    sheet.box(0, 730, WIDTH, 746, mix(OAK, AMBER, 0.35))
    for y in (790, 842):
        sheet.line([(0, y), (WIDTH, y + 6)], mix(OAK, INK, 0.2), 3)
    for dx, dy, size, stem in (
        (-60, -160, 36, 190),
        (0, -216, 42, 240),
        (56, -150, 36, 180),
        (-24, -120, 32, 150),
        (32, -100, 30, 130),
    ):
        cornflower(sheet, 300 + dx, 600 + dy + 40, size, stem)
    jug = [
        (246, 560),
        (354, 560),
        (346, 610),
        (386, 690),
        (366, 776),
        (300, 790),
        (234, 776),
        (214, 690),
        (254, 610),
    ]
    sheet.shape(curve(jug), "#8d4a34")
    sheet.disc(300, 562, 56, mix("#8d4a34", INK, 0.4), flat=0.2)
    sheet.line([(222, 680), (378, 680)], PAPER, 8)
    sheet.line([(226, 704), (374, 704)], PAPER, 4)
    book(sheet, 560, 724, 330, 70, WINE, PAPER)
    book(sheet, 590, 660, 290, 66, FOREST, mix(PAPER, AMBER, 0.2))
    lamp(sheet, 1010, 790)
    sheet.shape([(440, 830), (700, 812), (740, 880), (470, 896)], PAPER)
    for i in range(4):
        sheet.line(
            [(474 + i * 9, 840 + i * 13), (676 + i * 9, 826 + i * 13)], mix(INK, MIST, 0.4), 3
        )
    sheet.shape([(744, 812), (776, 806), (640, 868), (632, 870)], SNOW)
    sheet.line([(640, 869), (612, 880)], INK, 4)
    sheet.box(800, 806, 860, 862, mix(BLUE, INK, 0.3), round_by=10)
    sheet.box(812, 790, 848, 812, mix(BLUE, INK, 0.5), round_by=6)
    violin(sheet, 1330, 660, 1.3, 18)
    sheet.line([(1180, 880), (1560, 540)], "#5a2a18", 9)
    sheet.line([(1190, 886), (1566, 552)], PAPER, 3)
    sheet.woven_band()
    return sheet
