"""The printing press, with the sun and the moon on a fresh sheet."""

import math

from portal.drawing.canvas import (
    AMBER,
    BLUE,
    FOREST,
    GOLD,
    HEIGHT,
    INK,
    PAPER,
    RED,
    SAND,
    SNOW,
    WIDTH,
    WINE,
    Canvas,
    curve,
    mix,
)

OAK, DARK = "#7b5030", "#4d3120"


def sun_and_moon(sheet, x, y, size, fill, ground):
    """The sun's face behind a crescent."""
    for i in range(16):
        turn = math.tau * i / 16
        reach = size * (1.5 if i % 2 else 1.28)
        side = 0.12
        sheet.shape(
            [
                (x + size * 0.9 * math.cos(turn - side), y + size * 0.9 * math.sin(turn - side)),
                (x + reach * math.cos(turn), y + reach * math.sin(turn)),
                (x + size * 0.9 * math.cos(turn + side), y + size * 0.9 * math.sin(turn + side)),
            ],
            fill,
        )
    sheet.disc(x, y, size, fill)
    sheet.disc(x, y, size * 0.88, ground)
    for dx in (-0.3, 0.3):
        sheet.disc(x + dx * size, y - size * 0.14, size * 0.07, fill)
    smile = [
        (x - size * 0.28, y + size * 0.22),
        (x, y + size * 0.36),
        (x + size * 0.28, y + size * 0.22),
    ]
    sheet.line(curve(smile, closed=False), fill, size * 0.06)
    sheet.disc(x + size * 0.62, y + size * 0.5, size * 0.62, fill)
    sheet.disc(x + size * 0.78, y + size * 0.36, size * 0.54, ground)


def page(sheet, x, y, width, height):
    sheet.box(x + 8, y + 8, x + width + 8, y + height + 8, mix(INK, OAK, 0.4))
    sheet.box(x, y, x + width, y + height, PAPER)
    sheet.box(x + 14, y + 14, x + width - 14, y + height - 14, mix(PAPER, SAND, 0.35))
    sheet.box(x + 19, y + 19, x + width - 19, y + height - 19, PAPER)
    sun_and_moon(sheet, x + width / 2, y + height * 0.3, width * 0.17, WINE, PAPER)
    sheet.box(x + 34, y + height * 0.56, x + 82, y + height * 0.56 + 48, RED)
    sheet.box(x + 40, y + height * 0.56 + 6, x + 76, y + height * 0.56 + 42, mix(RED, PAPER, 0.75))
    sheet.line(
        [
            (x + 50, y + height * 0.56 + 36),
            (x + 58, y + height * 0.56 + 12),
            (x + 66, y + height * 0.56 + 36),
        ],
        WINE,
        5,
    )
    for i in range(7):
        top = y + height * 0.57 + i * 19
        start = x + (96 if i < 3 else 34)
        sheet.line([(start, top), (x + width - (36 if i != 6 else 120), top)], INK, 5)


def books(sheet, x, base, fills):
    for i, fill in enumerate(fills):
        width, height = 34 + (i * 13) % 22, 118 + (i * 29) % 46
        sheet.box(x, base - height, x + width, base, fill, round_by=4)
        for share in (0.16, 0.8):
            sheet.line(
                [(x + 5, base - height * share), (x + width - 5, base - height * share)],
                mix(fill, AMBER, 0.6),
                4,
            )
        x += width + 3
    return x


def press(sheet):
    for x in (470, 1010):
        sheet.box(x, 120, x + 78, 884, OAK)
        sheet.box(x + 54, 120, x + 78, 884, DARK)
        sheet.box(x - 22, 850, x + 100, 886, DARK)
    for y, height in ((120, 70), (330, 64)):
        sheet.box(440, y, 1118, y + height, OAK)
        sheet.box(440, y + height - 16, 1118, y + height, DARK)
    sheet.shape([(440, 120), (520, 74), (1038, 74), (1118, 120)], DARK)
    sun_and_moon(sheet, 779, 155, 22, AMBER, OAK)
    # The screw, the lever, and the plate that comes down.
    sheet.box(744, 190, 814, 330, mix(OAK, AMBER, 0.35))
    for i in range(6):
        sheet.line([(744, 204 + i * 22), (814, 194 + i * 22)], DARK, 6)
    sheet.box(728, 394, 830, 470, mix(OAK, AMBER, 0.35))
    sheet.line([(779, 432), (1330, 372)], mix(OAK, AMBER, 0.2), 24)
    sheet.disc(1336, 371, 25, DARK)
    sheet.box(640, 470, 918, 512, mix(INK, BLUE, 0.25), round_by=4)
    # The bed that slides out.
    sheet.box(330, 700, 1110, 742, OAK)
    sheet.box(330, 728, 1110, 742, DARK)
    sheet.box(600, 664, 958, 700, mix(INK, BLUE, 0.25), round_by=4)
    for i in range(16):
        sheet.box(612 + i * 21.4, 654, 628 + i * 21.4, 666, mix(SAND, INK, 0.35))
    sheet.box(400, 742, 440, 886, DARK)


def ink_ball(sheet, x, y, turn):
    lean = math.radians(turn)
    sheet.line([(x, y), (x + 120 * math.sin(lean), y - 120 * math.cos(lean))], OAK, 22)
    sheet.disc(x, y + 14, 50, INK, flat=0.8)
    sheet.disc(x, y + 2, 46, mix(INK, SAND, 0.3), flat=0.62)


def draw():
    sheet = Canvas()
    sheet.sky("#3a2a2a", "#7d4c37", until=HEIGHT)
    sheet.glow(190, 270, 340, AMBER, 0.5)
    # A window of round panes over the old town.
    sheet.box(56, 96, 336, 520, DARK, round_by=130)
    sheet.box(74, 114, 318, 502, mix(BLUE, SNOW, 0.5), round_by=118)
    for x, top, roof in ((96, 380, 330), (150, 350, 300), (214, 390, 346), (262, 330, 250)):
        sheet.box(x, top, x + 48, 500, mix(WINE, SAND, 0.5))
        sheet.shape([(x - 4, top), (x + 24, roof), (x + 52, top)], mix(RED, SAND, 0.25))
    sheet.disc(250, 200, 30, mix(AMBER, SNOW, 0.4))
    for x in range(115, 320, 41):
        sheet.line([(x, 120), (x, 500)], mix(DARK, SAND, 0.25), 3)
    for y in range(150, 500, 41):
        sheet.line([(76, y), (316, y)], mix(DARK, SAND, 0.25), 3)
    for y in (330, 560):
        sheet.box(1180, y, WIDTH, y + 18, DARK)
    books(sheet, 1250, 330, (RED, FOREST, BLUE, WINE, GOLD, FOREST, SAND))
    books(sheet, 1200, 560, (BLUE, WINE, SAND, FOREST, RED, WINE, BLUE, GOLD))
    sheet.box(0, 886, WIDTH, HEIGHT, DARK)
    for i in range(9):
        sheet.line([(i * 200 - 40, 886), (i * 230 - 140, HEIGHT)], mix(DARK, INK, 0.4), 4)
    press(sheet)
    page(sheet, 1150, 560, 290, 330)
    # Type case and two balls for the ink.
    sheet.shape([(40, 720), (300, 720), (330, 860), (20, 860)], OAK)
    for row in range(4):
        for column in range(7):
            x, y = 58 + column * 36 - row * 3, 732 + row * 32
            sheet.box(x, y, x + 28, y + 22, mix(DARK, INK, 0.3), round_by=2)
            sheet.box(
                x + 5, y + 8, x + 22, y + 20, mix(SAND, INK, 0.25 + ((row + column) % 3) * 0.12)
            )
    sheet.box(60, 860, 80, 890, DARK)
    sheet.box(270, 860, 290, 890, DARK)
    ink_ball(sheet, 500, 672, 24)
    ink_ball(sheet, 398, 680, -20)
    sheet.woven_band()
    return sheet
