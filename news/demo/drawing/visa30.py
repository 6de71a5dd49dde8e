"""A suitcase before a calendar of thirty days."""

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
    ring,
)
from portal.drawing.motifs import star

LEATHER = "#8a5632"


def calendar(sheet, x, y):
    sheet.box(x + 12, y + 14, x + 772, y + 574, mix(SAND, WINE, 0.3), round_by=14)
    sheet.box(x, y, x + 760, y + 560, SNOW, round_by=14)
    sheet.box(x, y, x + 760, y + 92, FOREST, round_by=14)
    sheet.box(x, y + 60, x + 760, y + 92, FOREST)
    for i in range(7):
        star(sheet, x + 92 + i * 96, y + 46, 3.6, AMBER)
    for i in range(12):
        cx = x + 50 + i * 60
        sheet.disc(cx, y, 9, mix(FOREST, INK, 0.5))
        sheet.line([(cx, y - 24), (cx, y + 4)], mix(MIST, INK, 0.3), 7)
    for day in range(30):
        column, row = day % 6, day // 6
        cx, cy = x + 84 + column * 118, y + 146 + row * 84
        first = day < 5
        fill = RED if first else mix(MIST, SAGE, 0.35)
        sheet.box(cx - 46, cy - 31, cx + 46, cy + 31, fill, round_by=10)
        if first:
            for turn in range(8):
                tip = ring(cx, cy, 21, 8, turn=turn * 45)[0]
                sheet.line([(cx, cy), tip], AMBER, 4)
            sheet.disc(cx, cy, 12, AMBER)
        elif day % 3 == 0:
            sheet.shape([(cx - 24, cy + 18), (cx, cy - 20), (cx + 24, cy + 18)], MOSS)
        elif day % 3 == 1:
            wave = [(cx - 28, cy + 4), (cx - 12, cy - 8), (cx + 8, cy + 8), (cx + 28, cy - 4)]
            sheet.line(curve(wave, closed=False), BLUE, 7)
        else:
            sheet.box(cx - 18, cy - 8, cx + 18, cy + 20, PAPER)
            sheet.shape([(cx - 25, cy - 6), (cx, cy - 25), (cx + 25, cy - 6)], WINE)


def suitcase(sheet, x, base):
    dark = mix(LEATHER, INK, 0.35)
    sheet.veil(
        curve(
            [
                (x - 40, base - 10),
                (x + 300, base - 24),
                (x + 640, base - 10),
                (x + 600, base + 24),
                (x, base + 24),
            ]
        ),
        INK,
        0.45,
        blur=12,
    )
    handle = [
        (x + 210, base - 330),
        (x + 222, base - 402),
        (x + 378, base - 402),
        (x + 390, base - 330),
    ]
    sheet.line(curve(handle, closed=False), dark, 26)
    sheet.box(x, base - 340, x + 600, base, LEATHER, round_by=34)
    sheet.box(x, base - 60, x + 600, base, mix(LEATHER, INK, 0.18), round_by=34)
    sheet.line([(x + 6, base - 196), (x + 594, base - 196)], dark, 7)
    for cx in (x, x + 600):
        for cy in (base - 300, base - 40):
            sheet.disc(cx + (34 if cx == x else -34), cy, 40, dark)
    for sx in (x + 104, x + 420):
        sheet.box(sx, base - 340, sx + 76, base, PAPER)
        sheet.box(sx, base - 340, sx + 7, base, RED)
        sheet.box(sx + 69, base - 340, sx + 76, base, RED)
        for i in range(7):
            cy = base - 316 + i * 48
            sheet.shape([(sx + 38, cy - 20), (sx + 58, cy), (sx + 38, cy + 20), (sx + 18, cy)], RED)
            sheet.shape([(sx + 38, cy - 9), (sx + 47, cy), (sx + 38, cy + 9), (sx + 29, cy)], PAPER)
        sheet.box(sx - 10, base - 222, sx + 86, base - 170, GOLD, round_by=8)
        sheet.box(sx + 10, base - 208, sx + 66, base - 184, dark, round_by=6)
    sheet.box(x + 268, base - 226, x + 332, base - 166, GOLD, round_by=8)
    sheet.disc(x + 300, base - 200, 9, dark)
    sheet.line([(x + 300, base - 198), (x + 300, base - 180)], dark, 6)
    # Labels of former journeys.
    sheet.disc(x + 302, base - 284, 38, BLUE)
    sheet.disc(x + 302, base - 284, 30, SNOW)
    sheet.shape([(x + 280, base - 272), (x + 302, base - 308), (x + 324, base - 272)], BLUE)
    sheet.shape(
        [(x + 250, base - 130), (x + 372, base - 116), (x + 364, base - 52), (x + 242, base - 66)],
        AMBER,
    )
    sheet.line([(x + 262, base - 104), (x + 348, base - 94)], WINE, 6)
    sheet.line([(x + 258, base - 82), (x + 318, base - 75)], WINE, 6)


def draw():
    sheet = Canvas()
    sheet.sky("#d9c39a", "#efe0c2", until=800)
    for i in range(20):
        sheet.box(i * 84, 0, i * 84 + 40, 800, mix("#e0cda8", PAPER, 0.3))
    calendar(sheet, 700, 120)
    sheet.box(0, 800, WIDTH, HEIGHT, "#6e4630")
    sheet.box(0, 786, WIDTH, 806, "#593622")
    for y in (840, 880):
        sheet.line([(0, y), (WIDTH, y)], "#5f3b28", 3)
    # A hat stand with a straw hat and a camera on its strap.
    sheet.line([(170, 120), (170, 800)], "#593622", 20)
    for side in (-1, 1):
        hook = [(170, 190), (170 + side * 60, 200), (170 + side * 92, 160)]
        sheet.line(curve(hook, closed=False), "#593622", 15)
    sheet.disc(170, 110, 20, "#593622")
    sheet.disc(262, 178, 116, mix(AMBER, SAND, 0.5), flat=0.24)
    sheet.disc(262, 150, 66, mix(AMBER, SAND, 0.3), flat=0.72)
    sheet.box(196, 150, 328, 174, WINE)
    strap = [(80, 166), (40, 270), (84, 380), (136, 290), (86, 170)]
    sheet.line(curve(strap, closed=False), INK, 8)
    sheet.box(28, 372, 150, 452, INK, round_by=12)
    sheet.box(66, 356, 112, 376, INK, round_by=6)
    sheet.disc(88, 412, 32, mix(INK, MIST, 0.5))
    sheet.disc(88, 412, 20, BLUE)
    sheet.disc(82, 406, 6, SNOW)
    suitcase(sheet, 300, 862)
    sheet.shape([(960, 868), (1110, 844), (1150, 868), (1000, 894)], WINE)
    sheet.shape([(968, 862), (1106, 840), (1136, 860), (998, 884)], mix(WINE, RED, 0.6))
    sheet.disc(1052, 862, 15, AMBER, flat=0.5)
    sheet.woven_band()
    return sheet
