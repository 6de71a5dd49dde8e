"""The castle above its moat."""

from portal.drawing.canvas import (
    BLUE,
    FOREST,
    GOLD,
    HEIGHT,
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
)


def tower(sheet, x, base, width, height, wall, roof, *, cap=1.0, windows=2):
    sheet.box(x - width / 2, base - height, x + width / 2, base, wall)
    sheet.box(x + width * 0.18, base - height, x + width / 2, base, mix(wall, RED, 0.16))
    eave = width * 0.58
    sheet.shape(
        [
            (x - eave, base - height),
            (x, base - height - width * cap),
            (x + eave, base - height),
        ],
        roof,
    )
    for row in range(windows):
        y = base - height + 34 + row * 68
        sheet.box(x - 9, y, x + 9, y + 34, WINE, round_by=9)


def onion(sheet, x, y, size, fill):
    """A baroque helmet: belly, neck, small lantern and spike."""
    sheet.shape(
        curve(
            [
                (x - size, y),
                (x - size * 0.95, y - size * 0.55),
                (x - size * 0.3, y - size * 1.05),
                (x, y - size * 1.7),
                (x + size * 0.3, y - size * 1.05),
                (x + size * 0.95, y - size * 0.55),
                (x + size, y),
            ]
        ),
        fill,
    )
    sheet.box(x - size, y - 8, x + size, y + 6, fill)
    sheet.line([(x, y - size * 1.5), (x, y - size * 2.3)], GOLD, 5)
    sheet.disc(x, y - size * 2.0, 8, GOLD)


def draw():
    sheet = Canvas()
    sheet.sky("#7f9fae", "#f3dcb4", until=660)
    sheet.glow(1180, 430, 300, SNOW, 0.7)
    sheet.disc(1180, 430, 74, SNOW)
    sheet.hill([600, 560, 585, 540, 560, 530, 575, 545, 600], SAGE, bottom=680)
    sheet.hill([640, 600, 622, 606, 628, 600, 620, 604, 640], MOSS, bottom=680)
    wall, roof = "#f0dfb9", RED
    sheet.box(330, 500, 1270, 640, wall)
    sheet.shape([(318, 500), (370, 430), (1230, 430), (1282, 500)], roof)
    for i in range(21):
        if not 8 <= i <= 12:
            sheet.box(356 + i * 43, 530, 372 + i * 43, 566, WINE, round_by=3)
            sheet.box(356 + i * 43, 588, 372 + i * 43, 614, WINE, round_by=3)
    for x, width, height in ((330, 120, 240), (1270, 120, 240), (540, 100, 250), (1060, 100, 250)):
        tower(sheet, x, 640, width, height, wall, roof, cap=0.75, windows=3)
    # The gate tower stands before all else.
    sheet.box(704, 330, 896, 640, SNOW)
    sheet.box(836, 330, 896, 640, mix(SNOW, SAND, 0.7))
    sheet.box(690, 322, 910, 340, GOLD)
    sheet.box(738, 232, 862, 326, SNOW)
    sheet.box(824, 232, 862, 326, mix(SNOW, SAND, 0.7))
    sheet.box(726, 224, 874, 238, GOLD)
    onion(sheet, 800, 226, 62, FOREST)
    sheet.disc(800, 280, 26, WINE)
    sheet.disc(800, 280, 20, PAPER)
    sheet.line([(800, 280), (800, 266)], WINE, 3)
    sheet.line([(800, 280), (810, 284)], WINE, 3)
    for x in (745, 800, 855):
        sheet.box(x - 11, 372, x + 11, 420, WINE, round_by=11)
        sheet.box(x - 11, 450, x + 11, 498, WINE, round_by=11)
    sheet.box(762, 540, 838, 650, WINE, round_by=38)
    sheet.hill([640, 636, 640, 636, 640], FOREST, bottom=684)
    for x, size, fill in (
        (70, 190, FOREST),
        (190, 150, MOSS),
        (262, 110, FOREST),
        (1530, 200, FOREST),
        (1410, 150, MOSS),
        (1340, 112, FOREST),
    ):
        sheet.crown(x, 660, size, fill)
    # The bridge leads out of the gate to the water's edge.
    sheet.shape([(752, 636), (848, 636), (872, 684), (728, 684)], SAND)
    sheet.mirror(680, depth=330, tint=BLUE)
    sheet.veil([(0, 680), (WIDTH, 680), (WIDTH, HEIGHT), (0, HEIGHT)], NIGHT, 0.22)
    for i in range(26):
        y = 694 + (i * 29) % 180
        x = (i * 271) % 1500
        sheet.line([(x, y), (x + 60 + (i * 31) % 120, y)], mix(MIST, BLUE, 0.25 + (i % 4) / 8), 2.5)
    sheet.line([(0, 680), (WIDTH, 680)], SAND, 4)
    sheet.woven_band()
    return sheet
