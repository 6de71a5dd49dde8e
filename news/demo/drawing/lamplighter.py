"""The lamplighter of Brest on his ladder."""

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


def house(sheet, x, base, width, height, wall, roof, lit):
    sheet.box(x, base - height, x + width, base, wall)
    sheet.box(x - 8, base - height - 12, x + width + 8, base - height + 8, mix(wall, SNOW, 0.35))
    sheet.shape(
        [
            (x - 8, base - height - 12),
            (x + 40, base - height - 84),
            (x + width - 40, base - height - 84),
            (x + width + 8, base - height - 12),
        ],
        roof,
    )
    columns = int(width // 84)
    step = width / columns
    for row in range(2):
        for column in range(columns):
            cx, cy = x + step * (column + 0.5), base - height + 66 + row * 136
            glass = AMBER if (column + row * 2) % 3 in lit else mix(NIGHT, BLUE, 0.5)
            sheet.box(cx - 28, cy - 42, cx + 28, cy + 46, mix(wall, SNOW, 0.35))
            sheet.box(cx - 21, cy - 35, cx + 21, cy + 40, glass)
            sheet.line([(cx, cy - 35), (cx, cy + 40)], mix(wall, SNOW, 0.35), 4)
            sheet.box(cx - 33, cy - 52, cx + 33, cy - 42, mix(wall, SNOW, 0.5))
    for column in range(columns):
        cx = x + step * (column + 0.5)
        sheet.box(cx - 30, base - 108, cx + 30, base, mix(INK, wall, 0.2))
        sheet.box(
            cx - 24,
            base - 100,
            cx + 24,
            base - 14,
            AMBER if column % 2 else mix(NIGHT, AMBER, 0.35),
        )


def lantern(sheet, x, base, height, lit):
    iron = mix(INK, BLUE, 0.15)
    sheet.box(x - 26, base - 60, x + 26, base, iron, round_by=6)
    sheet.box(x - 15, base - 120, x + 15, base - 50, iron)
    sheet.line([(x, base - 100), (x, base - height)], iron, 15)
    for y in (base - height + 8, base - height * 0.55):
        sheet.disc(x, y, 15, iron)
    sheet.line([(x - 46, base - height + 60), (x + 46, base - height + 60)], iron, 9)
    top = base - height
    if lit:
        sheet.glow(x, top - 60, 190, AMBER, 0.85)
    glass = mix(AMBER, SNOW, 0.55) if lit else mix(MIST, NIGHT, 0.4)
    sheet.shape([(x - 30, top), (x + 30, top), (x + 50, top - 100), (x - 50, top - 100)], glass)
    if lit:
        sheet.shape(
            curve(
                [
                    (x - 10, top - 14),
                    (x - 13, top - 40),
                    (x, top - 78),
                    (x + 13, top - 40),
                    (x + 10, top - 14),
                ]
            ),
            GOLD,
        )
    for points in (
        [(x - 30, top), (x - 50, top - 100)],
        [(x + 30, top), (x + 50, top - 100)],
        [(x, top), (x, top - 100)] if not lit else [(x - 30, top), (x + 30, top)],
    ):
        sheet.line(points, iron, 6)
    sheet.shape(
        [(x - 62, top - 98), (x + 62, top - 98), (x + 26, top - 144), (x - 26, top - 144)], iron
    )
    sheet.box(x - 14, top - 170, x + 14, top - 140, iron, round_by=4)
    sheet.line([(x - 34, top), (x + 34, top)], iron, 9)


def lamplighter(sheet, x, y):
    """Stands on a rung at (x, y), his right arm raised to the lamp."""
    coat, dark = "#24395c", "#18273f"
    sheet.line([(x - 4, y - 150), (x - 14, y - 70), (x - 18, y)], INK, 36)
    sheet.line([(x + 34, y - 150), (x + 44, y - 90), (x + 24, y - 52)], INK, 36)
    sheet.line([(x - 30, y + 4), (x + 12, y + 4)], INK, 20)
    sheet.line([(x + 8, y - 46), (x + 50, y - 46)], INK, 20)
    sheet.shape(
        curve(
            [
                (x - 44, y - 330),
                (x + 40, y - 336),
                (x + 56, y - 220),
                (x + 74, y - 96),
                (x - 58, y - 80),
                (x - 50, y - 220),
            ]
        ),
        coat,
    )
    sheet.shape([(x + 6, y - 326), (x + 14, y - 326), (x + 22, y - 92), (x + 8, y - 91)], dark)
    sheet.line([(x - 50, y - 214), (x + 54, y - 220)], dark, 15)
    for i in range(5):
        sheet.disc(x + 26 + i * 1.5, y - 306 + i * 44, 7, GOLD)
    sheet.line([(x - 46, y - 84), (x + 70, y - 98)], RED, 6)
    sheet.line(
        curve([(x + 30, y - 312), (x + 96, y - 340), (x + 120, y - 424)], closed=False), coat, 38
    )
    sheet.line([(x + 112, y - 396), (x + 124, y - 400)], RED, 34)
    sheet.disc(x + 124, y - 430, 19, "#e6bd98")
    sheet.line([(x + 128, y - 440), (x + 142, y - 492)], "#c79a5b", 5)
    sheet.line(
        curve([(x - 34, y - 310), (x - 70, y - 230), (x - 20, y - 190)], closed=False), dark, 36
    )
    sheet.disc(x - 14, y - 188, 18, "#e6bd98")
    sheet.disc(x + 4, y - 372, 46, "#e6bd98")
    sheet.shape(
        curve([(x + 20, y - 352), (x + 50, y - 356), (x + 58, y - 346), (x + 30, y - 340)]),
        "#5a3a28",
    )
    sheet.disc(x + 30, y - 380, 5, INK)
    sheet.shape(
        curve(
            [
                (x - 44, y - 392),
                (x - 34, y - 446),
                (x + 30, y - 452),
                (x + 50, y - 402),
                (x, y - 396),
            ]
        ),
        coat,
    )
    sheet.box(x - 46, y - 406, x + 52, y - 388, RED, round_by=8)
    sheet.shape([(x + 34, y - 400), (x + 88, y - 388), (x + 80, y - 378), (x + 30, y - 384)], INK)
    sheet.disc(x + 6, y - 424, 10, GOLD)


def draw():
    sheet = Canvas()
    sheet.sky("#1c2f57", "#d58f6c", until=640)
    chance = random.Random(2009)
    for _ in range(40):
        sheet.disc(
            chance.uniform(0, WIDTH),
            chance.uniform(0, 240),
            chance.uniform(1, 2.4),
            mix(SNOW, BLUE, 0.3),
        )
    sheet.disc(1420, 110, 36, mix(SNOW, AMBER, 0.3))
    for x, width, height, wall, roof, lit in (
        (-60, 330, 370, mix(WINE, BLUE, 0.5), "#2b2a40", (0,)),
        (290, 300, 330, mix(SAND, BLUE, 0.5), "#3a2a38", (1, 2)),
        (610, 380, 390, mix(BLUE, MIST, 0.25), "#26304a", (2,)),
        (1010, 280, 320, mix(WINE, SAND, 0.35), "#34283a", (0, 1)),
        (1310, 340, 370, mix(FOREST, BLUE, 0.5), "#22303c", (1,)),
    ):
        house(sheet, x, 760, width, height, wall, roof, lit)
    sheet.box(0, 758, WIDTH, HEIGHT, "#3b3d52")
    sheet.box(0, 758, WIDTH, 770, "#565a72")
    for row in range(7):
        y = 782 + row * row * 2.2 + row * 6
        for column in range(40):
            x = (column * 46 + row % 2 * 23) - 20
            sheet.box(
                x,
                y,
                x + 40,
                y + 7 + row,
                mix("#3b3d52", (AMBER, BLUE, INK)[(column + row) % 3], 0.14),
                round_by=4,
            )
    lantern(sheet, 1240, 790, 330, True)
    lantern(sheet, 1480, 776, 250, True)
    lantern(sheet, 200, 800, 380, False)
    sheet.veil(
        curve([(540, 860), (800, 830), (1100, 850), (1080, 890), (600, 894)]), AMBER, 0.3, blur=24
    )
    lantern(sheet, 800, 860, 560, True)
    # The ladder leans on the cross-bar.
    for side in (0, 74):
        sheet.line([(560 + side, 880), (716 + side, 330)], "#a4743f", 15)
    for i in range(10):
        share = 0.06 + i * 0.095
        x, y = 560 + 156 * share, 880 - 550 * share
        sheet.line([(x, y), (x + 74, y)], "#8a5e30", 11)
    lamplighter(sheet, 668, 688)
    sheet.shape(curve([(470, 810), (540, 810), (548, 876), (462, 876)]), "#7c5a30")
    sheet.line(curve([(478, 810), (505, 760), (532, 810)], closed=False), INK, 6)
    sheet.line([(540, 836), (580, 806)], "#7c5a30", 10)
    sheet.shape(
        curve(
            [
                (960, 862),
                (1000, 832),
                (1060, 836),
                (1092, 812),
                (1098, 850),
                (1080, 876),
                (980, 880),
            ]
        ),
        INK,
    )
    sheet.shape([(1072, 818), (1078, 794), (1090, 812)], INK)
    sheet.shape([(1092, 812), (1106, 796), (1106, 820)], INK)
    sheet.line(curve([(966, 866), (930, 850), (930, 812)], closed=False), INK, 9)
    sheet.woven_band()
    return sheet
