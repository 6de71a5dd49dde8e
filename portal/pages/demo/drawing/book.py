"""An open book on a desk, as laws are kept in."""

from portal.drawing.canvas import (
    AMBER,
    FOREST,
    GOLD,
    INK,
    MIST,
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
from portal.drawing.motifs import star

WOOD = "#6a3f2c"


def window(sheet, x, half):
    sheet.box(x - half - 18, 40, x + half + 18, 560, mix(PAPER, SAND, 0.5))
    sheet.box(x - half, 58, x + half, 548, mix(MIST, SNOW, 0.4))
    sheet.shape(
        [
            (x - half, 400),
            (x - half * 0.3, 360),
            (x + half * 0.4, 392),
            (x + half, 350),
            (x + half, 548),
            (x - half, 548),
        ],
        SAGE,
    )
    for dx in (-0.5, 0.1, 0.62):
        sheet.disc(x + dx * half, 420, half * 0.34, mix(SAGE, FOREST, 0.45))
    for y in (180, 320):
        sheet.box(x - half, y, x + half, y + 9, mix(PAPER, SAND, 0.3))
    sheet.box(x - 5, 58, x + 5, 548, mix(PAPER, SAND, 0.3))


def lamp(sheet, x, y):
    """A desk lamp with a green shade; (x, y) is the middle of its foot."""
    sheet.glow(x, y - 150, 300, AMBER, 0.4)
    sheet.disc(x, y, 74, mix(GOLD, INK, 0.25), flat=0.3)
    sheet.disc(x, y - 8, 62, GOLD, flat=0.3)
    sheet.box(x - 8, y - 300, x + 8, y - 8, GOLD)
    sheet.shape(
        curve(
            [
                (x - 150, y - 240),
                (x - 120, y - 330),
                (x, y - 368),
                (x + 120, y - 330),
                (x + 150, y - 240),
                (x, y - 226),
            ]
        ),
        FOREST,
    )
    sheet.shape(
        curve([(x - 148, y - 240), (x, y - 254), (x + 148, y - 240), (x, y - 224)]),
        mix(AMBER, SNOW, 0.45),
    )
    sheet.disc(x, y - 372, 12, GOLD)


def page(sheet, side):
    """One half of the open book; side is -1 for the left, 1 for the right."""

    def at(points):
        return [(800 + side * x, y) for x, y in points]

    for k in range(6):
        edge = [(0, 742 + k * 5), (170, 706 + k * 5), (420, 716 + k * 5), (456, 730 + k * 5)]
        sheet.line(curve(at(edge), closed=False), mix(SAND, INK, 0.12 * (k % 2)), 6)
    top = curve(at([(0, 500), (110, 462), (260, 466), (390, 486)]), closed=False)
    low = curve(at([(452, 722), (330, 700), (160, 700), (0, 736)]), closed=False)
    sheet.shape([*top, *low], SNOW)
    sheet.veil([*at([(0, 500), (60, 478), (70, 712), (0, 736)])], INK, 0.16, blur=10)
    for row in range(7):
        y = 536 + row * 25
        spread = 62 + row * 3.2
        start, end = spread, 330 + row * 14
        if row == 0:
            start, end = spread + 70, end - 90
        line = [(start, y + 3), ((start + end) / 2, y - 14 + row), (end, y - 6 + row * 1.5)]
        sheet.line(
            curve(at(line), closed=False),
            WINE if row == 0 else mix(INK, PAPER, 0.45),
            5 if row else 8,
        )


def draw():
    sheet = Canvas(mix(FOREST, PAPER, 0.62))
    for x in range(0, WIDTH, 80):
        sheet.line([(x, 0), (x, 620)], mix(FOREST, PAPER, 0.56), 3)
    for x in (300, 800, 1300):
        window(sheet, x, 128)
    for x in (60, 540, 1060, 1540):
        sheet.shape(
            curve(
                [
                    (x - 70, -20),
                    (x + 70, -20),
                    (x + 44, 300),
                    (x + 66, 600),
                    (x - 66, 600),
                    (x - 44, 300),
                ]
            ),
            mix(RED, WINE, 0.4),
        )
        for dx in (-30, 0, 30):
            sheet.line(
                curve([(x + dx, 0), (x + dx * 0.6, 300), (x + dx, 596)], closed=False), WINE, 4
            )
    sheet.box(0, 590, WIDTH, 910, WOOD)
    sheet.box(0, 590, WIDTH, 606, mix(WOOD, PAPER, 0.25))
    for i in range(9):
        y = 640 + i * 31
        sheet.line(
            curve([(0, y), (500, y + 9), (1100, y - 6), (1600, y + 6)], closed=False),
            mix(WOOD, INK, 0.16),
            3,
        )
    sheet.veil(
        curve([(320, 740), (800, 716), (1300, 740), (1320, 800), (800, 840), (300, 800)]),
        INK,
        0.5,
        blur=20,
    )
    # The cover looks out below the pages; its spine is woven.
    sheet.shape([(392, 478), (1208, 478), (1286, 782), (314, 782)], WINE)
    for side in (-1, 1):
        page(sheet, side)
    sheet.shape([(776, 742), (824, 742), (830, 786), (770, 786)], RED)
    for i in range(5):
        for j in range(4):
            if (i + j) % 2:
                sheet.box(778 + i * 10, 746 + j * 10, 786 + i * 10, 754 + j * 10, SNOW)
    # A ribbon, and an initial in the form of a star.
    star(sheet, 620, 566, 6, RED)
    star(sheet, 980, 566, 6, FOREST)
    sheet.shape(
        curve(
            [
                (806, 500),
                (822, 640),
                (800, 760),
                (838, 868),
                (862, 858),
                (826, 756),
                (842, 640),
                (820, 496),
            ]
        ),
        RED,
    )
    lamp(sheet, 250, 760)
    # Inkwell and pen.
    sheet.veil(curve([(1330, 800), (1470, 790), (1500, 820), (1350, 836)]), INK, 0.45, blur=10)
    sheet.box(1340, 706, 1468, 812, NIGHT, round_by=26)
    sheet.box(1366, 676, 1442, 716, mix(NIGHT, MIST, 0.25), round_by=10)
    sheet.disc(1404, 678, 36, mix(GOLD, INK, 0.1), flat=0.3)
    sheet.box(1356, 728, 1372, 790, mix(NIGHT, MIST, 0.45), round_by=8)
    quill = [(1400, 690), (1450, 520), (1540, 380), (1556, 430), (1500, 560), (1420, 690)]
    sheet.shape(curve(quill), SNOW)
    sheet.line(curve([(1404, 690), (1470, 530), (1546, 396)], closed=False), mix(SAND, INK, 0.2), 5)
    sheet.woven_band()
    return sheet
