"""A linen towel on the loom's table, and a shuttle."""

from portal.drawing.canvas import GOLD, INK, PAPER, RED, SAND, SNOW, WINE, Canvas, curve, mix, ring
from portal.drawing.motifs import star

WOOD = "#7a4a32"


def diamond(sheet, x, y, size, fill):
    sheet.shape(ring(x, y, size, 4), fill)


def draw():
    sheet = Canvas(mix(WOOD, INK, 0.1))
    for i in range(7):
        y = i * 132
        sheet.box(0, y, 1600, y + 126, mix(WOOD, PAPER, 0.05 + 0.03 * (i % 3)))
        for j in range(4):
            x = (i * 331 + j * 463) % 1500
            sheet.line(
                curve(
                    [(x, y + 40 + j * 14), (x + 160, y + 34 + j * 16), (x + 330, y + 44 + j * 13)],
                    closed=False,
                ),
                mix(WOOD, INK, 0.22),
                3,
            )
    left, right, foot = 286, 1194, 800
    sheet.veil(
        [(left + 16, 0), (right + 22, 0), (right + 22, foot + 70), (left + 16, foot + 70)],
        INK,
        0.45,
        blur=14,
    )
    sheet.box(left, -10, right, foot, mix(SNOW, PAPER, 0.35))
    for y in range(0, foot, 8):
        sheet.line([(left, y), (right, y)], mix(PAPER, SAND, 0.3), 1.2)
    middle = (left + right) / 2
    for top, height in ((40, 26), (84, 10), (322, 10), (350, 26), (640, 26), (686, 10), (742, 14)):
        sheet.box(left, top, right, top + height, RED)
    # A row of stars between the upper stripes.
    for i in range(-2, 3):
        star(sheet, middle + i * 176, 208, 12, RED)
    for i in range(-2, 2):
        diamond(sheet, middle + (i + 0.5) * 176, 208, 26, RED)
        diamond(sheet, middle + (i + 0.5) * 176, 208, 12, SNOW)
    # Diamonds within diamonds between the middle ones.
    for i in range(-2, 3):
        x = middle + i * 176
        for size, fill in ((112, RED), (90, SNOW), (70, RED), (46, SNOW), (26, RED)):
            diamond(sheet, x, 508, size, fill)
        for dx, dy in ((0, -112), (0, 112)):
            diamond(sheet, x + dx, 508 + dy, 14, WINE)
    for i in range(-3, 3):
        x = middle + (i + 0.5) * 176
        for dy in (-82, 82):
            if left + 30 < x < right - 30:
                diamond(sheet, x, 508 + dy, 26, RED)
                diamond(sheet, x, 508 + dy, 11, SNOW)
    for x in range(left + 22, right - 10, 44):
        sheet.shape([(x, 738), (x + 22, 712), (x + 44, 738)], RED)
    for i in range(61):
        x = left + 8 + i * 15
        sheet.line(
            [(x, foot), (x + (i % 3 - 1) * 4, foot + 62 + (i * 7) % 12)], mix(SNOW, SAND, 0.45), 5
        )
    # The shuttle.
    sheet.veil(
        curve([(1270, 560), (1380, 500), (1500, 300), (1520, 180), (1430, 280), (1300, 470)]),
        INK,
        0.35,
        blur=12,
    )
    sheet.shape(
        curve([(1262, 548), (1352, 520), (1462, 350), (1500, 168), (1400, 268), (1292, 430)]), GOLD
    )
    sheet.shape(
        curve([(1322, 468), (1372, 440), (1440, 320), (1452, 262), (1404, 310), (1340, 410)]),
        mix(GOLD, INK, 0.5),
    )
    sheet.line([(1350, 432), (1424, 306)], RED, 30)
    sheet.line([(1336, 456), (1444, 274)], SNOW, 4)
    sheet.line(curve([(1372, 430), (1300, 620), (1220, 660), (1180, 654)], closed=False), RED, 4)
    sheet.woven_band()
    return sheet
