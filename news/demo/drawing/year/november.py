"""Rain in the upper town of Minsk."""

import math
import random

from portal.drawing.canvas import (
    AMBER,
    BLUE,
    FOREST,
    GOLD,
    HEIGHT,
    INK,
    MIST,
    NIGHT,
    RED,
    SAND,
    SNOW,
    WIDTH,
    WINE,
    Canvas,
    curve,
    mix,
)
from portal.drawing.motifs import bird, skyline


def november():
    sheet = Canvas()
    sheet.sky("#16233c", "#4d5f7d", until=640)
    skyline(sheet, 640, "#22324f", seed=11, low=120, high=280)
    chance = random.Random(11)
    for _ in range(60):
        x, y = chance.uniform(0, WIDTH), chance.uniform(470, 620)
        sheet.box(x, y, x + 13, y + 18, mix(AMBER, "#22324f", chance.uniform(0.2, 0.7)))
    # Houses of the square.
    for x, width, height, wall, roof in (
        (-40, 300, 300, "#59627a", "#2a3044"),
        (1080, 270, 280, "#6a5a62", "#33293a"),
        (1340, 320, 320, "#4f6272", "#22303e"),
    ):
        sheet.box(x, 640 - height, x + width, 650, wall)
        sheet.shape(
            [
                (x - 12, 640 - height),
                (x + 40, 560 - height),
                (x + width - 40, 560 - height),
                (x + width + 12, 640 - height),
            ],
            roof,
        )
        for row in range(3):
            for column in range(int(width // 62)):
                cx, cy = x + 36 + column * 62, 690 - height + row * 88
                lit = (column * 3 + row * 2 + int(x)) % 4 < 2
                sheet.box(cx - 18, cy - 30, cx + 18, cy + 26, mix(wall, SNOW, 0.35))
                sheet.box(
                    cx - 13, cy - 25, cx + 13, cy + 22, AMBER if lit else mix(NIGHT, wall, 0.3)
                )
    # The town hall.
    x, base = 640, 650
    sheet.glow(x, 420, 380, mix(AMBER, SNOW, 0.3), 0.35)
    white, shade = mix(SNOW, AMBER, 0.08), mix(SNOW, BLUE, 0.25)
    sheet.box(x - 250, base - 230, x + 250, base, white)
    sheet.box(x + 90, base - 230, x + 250, base, shade)
    sheet.shape(
        [
            (x - 266, base - 230),
            (x - 210, base - 300),
            (x + 210, base - 300),
            (x + 266, base - 230),
        ],
        "#6a3a34",
    )
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
    sheet.shape(
        curve(
            [
                (x - 42, base - 474),
                (x - 36, base - 510),
                (x - 8, base - 536),
                (x, base - 574),
                (x + 8, base - 536),
                (x + 36, base - 510),
                (x + 42, base - 474),
            ]
        ),
        FOREST,
    )
    sheet.line([(x, base - 566), (x, base - 618)], GOLD, 5)
    sheet.disc(x, base - 596, 8, GOLD)
    for i in range(7):
        wx = x - 216 + i * 72
        if i != 3:
            sheet.box(wx - 17, base - 200, wx + 17, base - 140, AMBER, round_by=17)
        sheet.box(
            wx - 17,
            base - 104,
            wx + 17,
            base - 30 if i != 3 else base,
            AMBER if i != 3 else mix(AMBER, WINE, 0.4),
            round_by=17,
        )
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
            sheet.line(
                [(px, y), (px + (px - 800) * 0.09, y + 9 + row * 8)],
                mix("#2a3650", MIST, 0.14),
                2.5,
            )
    for lx, height, foot in ((330, 380, 760), (1010, 340, 730), (1440, 420, 790), (100, 430, 800)):
        sheet.glow(lx, foot - height, 150, AMBER, 0.8)
        sheet.line([(lx, foot), (lx, foot - height + 30)], INK, 12)
        sheet.box(lx - 22, foot - 26, lx + 22, foot, INK, round_by=5)
        sheet.shape(
            [
                (lx - 20, foot - height + 30),
                (lx + 20, foot - height + 30),
                (lx + 30, foot - height - 34),
                (lx - 30, foot - height - 34),
            ],
            mix(AMBER, SNOW, 0.55),
        )
        sheet.shape(
            [
                (lx - 38, foot - height - 32),
                (lx + 38, foot - height - 32),
                (lx, foot - height - 66),
            ],
            INK,
        )
        sheet.veil(
            [
                (lx - 18, foot + 6),
                (lx + 18, foot + 6),
                (lx + 30, foot + 200),
                (lx - 30, foot + 200),
            ],
            AMBER,
            0.35,
            blur=9,
        )
    # Somebody with a red umbrella walks away from us.
    px, foot = 830, 930
    sheet.veil(
        [(px - 60, foot + 6), (px + 60, foot + 6), (px + 80, foot + 64), (px - 80, foot + 64)],
        RED,
        0.3,
        blur=10,
    )
    sheet.box(px - 34, foot - 110, px - 6, foot, INK, round_by=10)
    sheet.box(px + 6, foot - 110, px + 34, foot - 6, INK, round_by=10)
    sheet.shape(
        curve(
            [
                (px - 46, foot - 300),
                (px + 46, foot - 300),
                (px + 60, foot - 200),
                (px + 70, foot - 84),
                (px - 70, foot - 84),
                (px - 60, foot - 200),
            ]
        ),
        mix(SAND, WINE, 0.25),
    )
    sheet.line([(px - 60, foot - 196), (px + 60, foot - 196)], mix(SAND, INK, 0.5), 13)
    sheet.disc(px, foot - 330, 38, "#5a3a28")
    sheet.line([(px + 40, foot - 220), (px + 30, foot - 400)], INK, 8)
    dome = [
        (
            px + 20 + 190 * math.sin(math.radians(-90 + i * 9)),
            foot - 380 - 130 * math.cos(math.radians(-90 + i * 9)),
        )
        for i in range(21)
    ]
    hem = []
    for i in range(5):
        right = px + 210 - i * 76
        hem += [(right, foot - 380), (right - 38, foot - 396)]
    sheet.shape([*dome, *hem, (px - 170, foot - 380)], RED)
    for share in (-0.4, 0, 0.4):
        rib = [
            (px + 20, foot - 510),
            (px + 20 + 190 * share * 0.8, foot - 470),
            (px + 20 + 190 * share, foot - 388),
        ]
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
