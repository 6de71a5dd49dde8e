"""A road over hills, a bicycle at the signpost."""

import math

from portal.drawing.canvas import (
    AMBER,
    BLUE,
    FOREST,
    GOLD,
    INK,
    MIST,
    MOSS,
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
from portal.drawing.motifs import birch, bird, cloud, star


def castle(sheet, x, base):
    """Of red brick with white niches, as at Mir."""
    brick, pale = "#a8503c", mix(SNOW, SAND, 0.4)
    sheet.box(x - 130, base - 84, x + 130, base, brick)
    sheet.box(x - 130, base - 84, x + 130, base - 74, pale)
    for tx, width, height in ((-140, 58, 150), (140, 58, 150), (0, 74, 190)):
        sheet.box(x + tx - width / 2, base - height, x + tx + width / 2, base, brick)
        for y in (0.3, 0.62, 0.95):
            sheet.box(
                x + tx - width / 2,
                base - height * y - 4,
                x + tx + width / 2,
                base - height * y + 4,
                pale,
            )
        for dx in (-0.22, 0.22):
            sheet.box(
                x + tx + width * dx - 6,
                base - height * 0.56,
                x + tx + width * dx + 6,
                base - height * 0.38,
                pale,
                round_by=6,
            )
        sheet.shape(
            [
                (x + tx - width * 0.6, base - height),
                (x + tx, base - height - width * 1.15),
                (x + tx + width * 0.6, base - height),
            ],
            WINE,
        )
    sheet.box(x - 17, base - 50, x + 17, base, INK, round_by=17)


def church(sheet, x, base):
    sheet.box(x - 52, base - 82, x + 52, base, SNOW)
    sheet.shape([(x - 60, base - 82), (x, base - 130), (x + 60, base - 82)], FOREST)
    sheet.box(x - 20, base - 190, x + 20, base - 100, SNOW)
    sheet.shape(
        curve(
            [
                (x - 23, base - 188),
                (x - 20, base - 212),
                (x, base - 240),
                (x + 20, base - 212),
                (x + 23, base - 188),
            ]
        ),
        BLUE,
    )
    sheet.line([(x, base - 236), (x, base - 270)], GOLD, 4)
    sheet.line([(x - 8, base - 258), (x + 8, base - 258)], GOLD, 4)
    sheet.box(x - 12, base - 44, x + 12, base, WINE, round_by=12)
    for dx in (-34, 34):
        sheet.box(x + dx - 7, base - 64, x + dx + 7, base - 36, BLUE, round_by=7)


def bicycle(sheet, x, y, radius):
    """(x, y) is the hub of the rear wheel."""
    front = x + radius * 2.5
    for wx in (x, front):
        outer, inner = ring(wx, y, radius, 60), ring(wx, y, radius * 0.9, 60)
        sheet.line([*outer, outer[0]], INK, 10)
        sheet.line([*inner, inner[0]], MIST, 4)
        for i in range(14):
            sheet.line(
                [(wx, y), ring(wx, y, radius * 0.9, 14, turn=i * 360 / 14)[0]],
                mix(MIST, INK, 0.2),
                2,
            )
        sheet.disc(wx, y, 9, INK)
    crank, seat, head = (
        (x + radius * 1.05, y + radius * 0.1),
        (x + radius * 0.72, y - radius * 1.0),
        (x + radius * 2.1, y - radius * 1.05),
    )
    for points in (
        [(x, y), crank, head],
        [(x, y), seat, crank],
        [seat, head],
        [head, (front, y)],
        [seat, (seat[0] - 12, seat[1] - 44)],
        [head, (head[0] - 16, head[1] - 56)],
    ):
        sheet.line(points, RED, 12)
    sheet.line([(seat[0] - 62, seat[1] - 46), (seat[0] + 40, seat[1] - 42)], INK, 20)
    sheet.line(
        curve(
            [
                (head[0] - 16, head[1] - 56),
                (head[0] + 26, head[1] - 82),
                (head[0] - 30, head[1] - 96),
                (head[0] - 62, head[1] - 78),
            ],
            closed=False,
        ),
        INK,
        10,
    )
    sheet.disc(*crank, 26, mix(MIST, INK, 0.4))
    sheet.disc(*crank, 9, INK)
    sheet.line([crank, (crank[0] + 30, crank[1] + 42)], INK, 7)
    # The basket, with a loaf and cornflowers.
    bx, by = head[0] + 34, head[1] - 70
    for i in range(7):
        sheet.disc(bx + 20 + i * 18, by - 26 - (i % 3) * 16, 12, "#4f78b8")
        sheet.disc(bx + 20 + i * 18, by - 26 - (i % 3) * 16, 4, AMBER)
    sheet.disc(bx + 106, by - 8, 44, "#b57a3c", flat=0.55)
    sheet.shape(
        [(bx, by), (bx + 150, by), (bx + 128, by + 86), (bx + 22, by + 86)], mix(GOLD, SAND, 0.4)
    )
    for i in range(4):
        sheet.line(
            [(bx + 4 + i * 5, by + 14 + i * 20), (bx + 146 - i * 5, by + 14 + i * 20)],
            mix(GOLD, WINE, 0.3),
            4,
        )
    for i in range(7):
        sheet.line(
            [(bx + 12 + i * 21, by + 2), (bx + 28 + i * 16, by + 84)], mix(GOLD, WINE, 0.18), 4
        )


def draw():
    sheet = Canvas()
    sheet.sky("#86b3c9", "#f8e3b8", until=520)
    sheet.disc(1180, 170, 84, mix(AMBER, SNOW, 0.4))
    for x, y, size in ((330, 130, 110), (820, 90, 76), (1450, 240, 90)):
        cloud(sheet, x, y, size, SNOW)
    sheet.hill([430, 396, 410, 380, 400, 370, 404, 388, 420], mix(SAGE, MIST, 0.5))
    sheet.hill([480, 450, 420, 440, 470, 440, 410, 440, 480], mix(SAGE, MOSS, 0.2))
    castle(sheet, 460, 432)
    church(sheet, 1210, 424)
    for i, x in enumerate((250, 290, 640, 690, 1080, 1120, 1310, 1360, 1400)):
        sheet.crown(x, 452 + i % 3 * 6, 52 + (i * 13) % 26, mix(FOREST, MOSS, 0.3))
    sheet.hill([540, 520, 510, 500, 506, 516, 500, 520, 560], MOSS)
    sheet.shape(
        curve([(900, 566), (1060, 540), (1300, 548), (1420, 580), (1260, 616), (1020, 610)]),
        mix(BLUE, MIST, 0.45),
    )
    sheet.shape(
        curve([(960, 574), (1080, 558), (1260, 562), (1340, 580), (1240, 600), (1040, 598)]),
        mix(BLUE, MIST, 0.3),
    )
    sheet.shape([(1150, 540), (1150, 582), (1190, 578)], SNOW)
    sheet.line([(1130, 584), (1196, 584)], WINE, 7)
    # The road, nearer and broader.
    left, right = [], []
    for step in range(40):
        far = 1 - step / 39
        middle = 640 + 260 * far**1.2 * math.sin(far * 6.6) + 150 * (1 - far)
        half, y = 4 + 190 * (1 - far) ** 1.9, 440 + 520 * (1 - far) ** 1.35
        left.append((middle - half, y))
        right.append((middle + half, y))
    sheet.hill([660, 640, 620, 616, 630, 650, 660, 690, 720], mix(MOSS, FOREST, 0.35))
    sheet.shape([*left, *reversed(right)], mix(SAND, SNOW, 0.35))
    for edge in (left, right):
        sheet.line(edge, mix(SAND, MOSS, 0.4), 4)
    for x, base, height in ((90, 800, 560), (220, 760, 430), (1530, 740, 470)):
        birch(sheet, x, base, height, mix(MOSS, AMBER, 0.25))
    for i in range(44):
        x, y = (i * 137) % WIDTH, 720 + (i * 53) % 170
        if not 560 < x < 1060:
            sheet.line([(x, y + 24), (x + i % 5 * 4 - 8, y - 16)], mix(FOREST, SAGE, i % 4 / 5), 4)
            if i % 3 == 0:
                sheet.disc(x, y - 18, 8, (RED, SNOW, AMBER)[i % 9 // 3])
    sheet.box(1092, 470, 1116, 880, "#6e4a2d")
    for y, side, fill in ((500, 1, FOREST), (572, -1, RED), (644, 1, BLUE)):
        x = 1104
        sheet.shape(
            [
                (x - side * 36, y),
                (x + side * 176, y),
                (x + side * 212, y + 28),
                (x + side * 176, y + 56),
                (x - side * 36, y + 56),
            ],
            fill,
        )
        star(sheet, x + side * 30, y + 28, 2.6, AMBER)
        sheet.line([(x + side * 66, y + 20), (x + side * 150, y + 20)], SNOW, 6)
        sheet.line([(x + side * 66, y + 37), (x + side * 124, y + 37)], SNOW, 6)
    bicycle(sheet, 1180, 800, 84)
    for x, y, size in ((760, 230, 22), (820, 206, 18), (700, 250, 16)):
        bird(sheet, x, y, size, INK)
    sheet.woven_band()
    return sheet
