"""A signpost where two country roads part. Its arrows bear signs instead of words."""

from portal.drawing.canvas import (
    AMBER,
    BLUE,
    FOREST,
    GOLD,
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
from portal.drawing.motifs import birch, bird, cloud

WOOD = "#8a5a3a"


def arrow(sheet, x, y, length, side, fill):
    """A board of the post at x that points to the left (-1) or the right (1)."""
    tip, tail = x + side * length, x - side * 70
    sheet.veil(
        [(tail, y - 28), (tip, y - 28), (tip + side * 52, y + 12), (tip, y + 52), (tail, y + 52)],
        INK,
        0.25,
        blur=6,
    )
    sheet.shape(
        [(tail, y - 38), (tip, y - 38), (tip + side * 52, y), (tip, y + 38), (tail, y + 38)], fill
    )
    sheet.line([(tail + side * 8, y - 26), (tip - side * 6, y - 26)], mix(fill, PAPER, 0.25), 3)
    sheet.line([(tail + side * 8, y + 26), (tip - side * 6, y + 26)], mix(fill, INK, 0.2), 3)
    sheet.disc(x, y, 7, mix(INK, fill, 0.3))
    return x + side * length * 0.62


def castle_sign(sheet, x, y):
    sheet.box(x - 26, y - 6, x + 26, y + 22, SNOW)
    for dx in (-26, 0, 26):
        sheet.box(x + dx - 9, y - 18, x + dx + 9, y + 22, SNOW)
        sheet.shape([(x + dx - 11, y - 16), (x + dx, y - 30), (x + dx + 11, y - 16)], SNOW)
    sheet.box(x - 5, y + 6, x + 5, y + 22, INK, round_by=5)


def wave_sign(sheet, x, y):
    for dy in (-14, 2, 18):
        sheet.line(
            curve(
                [
                    (x - 34, y + dy),
                    (x - 17, y + dy - 8),
                    (x, y + dy),
                    (x + 17, y + dy + 8),
                    (x + 34, y + dy),
                ],
                closed=False,
            ),
            SNOW,
            6,
        )


def tree_sign(sheet, x, y):
    for dx in (-22, 22):
        sheet.fir(x + dx, y + 24, 48, SNOW, tiers=3)
    sheet.fir(x, y + 26, 58, SNOW, tiers=3)


def town_sign(sheet, x, y):
    for dx, height in ((-30, 24), (-10, 42), (10, 30), (28, 36)):
        sheet.box(x + dx - 9, y + 22 - height, x + dx + 9, y + 22, SNOW)
    sheet.shape([(x - 21, y - 18), (x - 10, y - 32), (x + 1, y - 18)], SNOW)


def far_castle(sheet, x, base, size):
    wall = mix(RED, PAPER, 0.35)
    sheet.box(x - size, base - size * 0.5, x + size, base, wall)
    for dx in (-1, -0.35, 0.4, 1):
        tall = size * (1.05 if abs(dx) == 1 else 0.85)
        sheet.box(
            x + dx * size - size * 0.16,
            base - tall,
            x + dx * size + size * 0.16,
            base,
            mix(wall, SNOW, 0.12),
        )
        sheet.shape(
            [
                (x + dx * size - size * 0.2, base - tall),
                (x + dx * size, base - tall - size * 0.4),
                (x + dx * size + size * 0.2, base - tall),
            ],
            WINE,
        )
    sheet.box(x - size * 0.1, base - size * 0.24, x + size * 0.1, base, WINE, round_by=size * 0.1)


def draw():
    sheet = Canvas()
    sheet.sky("#8db7c9", "#fae6c0", until=600)
    sheet.glow(300, 210, 280, SNOW, 0.7)
    sheet.disc(300, 210, 66, mix(AMBER, SNOW, 0.5))
    cloud(sheet, 600, 130, 110, SNOW)
    cloud(sheet, 1360, 180, 100, SNOW)
    for x, y in ((980, 150), (1040, 128), (1096, 158)):
        bird(sheet, x, y, 24, INK)
    sheet.hill([500, 470, 500, 480, 460, 490, 470, 440, 470], mix(SAGE, MIST, 0.45))
    far_castle(sheet, 1330, 500, 92)
    sheet.hill([560, 530, 540, 520, 540, 560, 520, 490, 510], mix(MOSS, SAGE, 0.55))
    sheet.shape(
        curve([(60, 566), (220, 546), (470, 552), (560, 574), (420, 600), (180, 602), (40, 590)]),
        mix(BLUE, MIST, 0.4),
    )
    for x, y, length in ((140, 566, 90), (300, 584, 120), (420, 566, 60)):
        sheet.line([(x, y), (x + length, y)], SNOW, 3)
    for i, x in enumerate((620, 660, 705, 750, 960, 1005, 1046)):
        sheet.fir(x, 566 + (i * 7) % 14, 90 + (i * 31) % 50, mix(FOREST, SAGE, 0.25))
    sheet.hill([640, 600, 610, 590, 610, 640, 590, 560, 590], "#84a463")
    sheet.hill([760, 700, 660, 690, 720, 690, 660, 690, 740], "#759858")
    # Two roads that part before the post.
    sheet.shape(
        curve(
            [
                (560, 930),
                (660, 800),
                (560, 710),
                (250, 650),
                (60, 634),
                (240, 668),
                (480, 724),
                (540, 790),
                (330, 930),
            ]
        ),
        SAND,
    )
    sheet.shape(
        curve(
            [
                (470, 930),
                (640, 800),
                (800, 720),
                (1080, 650),
                (1200, 560),
                (1236, 566),
                (1140, 664),
                (900, 740),
                (760, 830),
                (740, 930),
            ]
        ),
        SAND,
    )
    sheet.shape(curve([(330, 940), (520, 800), (640, 770), (790, 790), (760, 940)]), SAND)
    sheet.line(
        curve([(520, 900), (640, 800), (840, 724), (1090, 656)], closed=False),
        mix(SAND, "#759858", 0.45),
        9,
    )
    for x, height in ((70, 520), (1500, 560), (1420, 470), (190, 430)):
        birch(sheet, x, 770 + (x % 3) * 14, height, mix(MOSS, SAGE, 0.3))
    # The post.
    sheet.veil(curve([(830, 880), (900, 866), (1060, 880), (900, 894)]), INK, 0.35, blur=8)
    sheet.box(838, 170, 874, 884, WOOD, round_by=6)
    sheet.box(860, 170, 874, 884, mix(WOOD, INK, 0.25), round_by=6)
    sheet.shape([(826, 178), (856, 132), (886, 178)], WINE)
    x = arrow(sheet, 856, 250, 250, 1, RED)
    castle_sign(sheet, x, 252)
    x = arrow(sheet, 856, 352, 230, -1, BLUE)
    wave_sign(sheet, x, 352)
    x = arrow(sheet, 856, 454, 210, 1, FOREST)
    tree_sign(sheet, x, 452)
    x = arrow(sheet, 856, 556, 200, -1, mix(GOLD, WINE, 0.35))
    town_sign(sheet, x, 556)
    for i in range(70):
        x, y = (i * 197) % WIDTH, 800 + (i * 53) % 104
        if 320 < x < 800:
            continue
        sheet.line([(x, y), (x + 5 - i % 9, y - 26)], mix(FOREST, "#84a463", (i % 5) / 5), 4)
        if i % 3 == 0:
            sheet.disc(x + 2, y - 30, 6, (SNOW, AMBER, BLUE)[i // 3 % 3])
    sheet.woven_band()
    return sheet
