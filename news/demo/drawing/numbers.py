"""A fire engine and an ambulance before their station."""

from portal.drawing.canvas import (
    AMBER,
    BLUE,
    FOREST,
    GOLD,
    HEIGHT,
    INK,
    MIST,
    RED,
    SAND,
    SNOW,
    WIDTH,
    WINE,
    Canvas,
    mix,
)
from portal.drawing.motifs import cloud, skyline, star


def wheel(sheet, x, y, radius):
    sheet.disc(x, y, radius, INK)
    sheet.disc(x, y, radius * 0.58, mix(MIST, SNOW, 0.2))
    sheet.disc(x, y, radius * 0.42, mix(MIST, INK, 0.35))
    sheet.disc(x, y, radius * 0.16, INK)


def beacon(sheet, x, y, fill):
    sheet.glow(x, y - 10, 90, fill, 0.7)
    sheet.box(x - 30, y - 30, x + 30, y + 4, fill, round_by=14)
    sheet.box(x - 22, y - 24, x - 8, y - 6, SNOW, round_by=6)
    sheet.box(x - 38, y, x + 38, y + 12, INK, round_by=5)


def engine(sheet, x, base):
    """The fire engine, nose to the right; (x, base) is its rear lower corner."""
    dark = mix(RED, INK, 0.3)
    sheet.box(x, base - 300, x + 500, base - 50, RED, round_by=14)
    sheet.box(x, base - 120, x + 740, base - 50, dark, round_by=10)
    sheet.shape(
        [
            (x + 500, base - 340),
            (x + 660, base - 340),
            (x + 724, base - 196),
            (x + 744, base - 190),
            (x + 744, base - 50),
            (x + 500, base - 50),
        ],
        RED,
    )
    sheet.shape(
        [
            (x + 612, base - 314),
            (x + 650, base - 314),
            (x + 700, base - 200),
            (x + 612, base - 200),
        ],
        mix(MIST, SNOW, 0.4),
    )
    sheet.box(x + 520, base - 314, x + 596, base - 200, mix(MIST, SNOW, 0.4), round_by=8)
    sheet.disc(x + 556, base - 248, 24, "#e2b994")
    sheet.box(x + 528, base - 226, x + 584, base - 200, INK, round_by=8)
    sheet.box(x + 530, base - 286, x + 584, base - 262, GOLD, round_by=12)
    sheet.box(x, base - 176, x + 744, base - 148, SNOW)
    for i in range(24):
        sheet.shape(
            [
                (x + 10 + i * 31, base - 150),
                (x + 24 + i * 31, base - 174),
                (x + 34 + i * 31, base - 174),
                (x + 20 + i * 31, base - 150),
            ],
            RED,
        )
    for i in range(3):
        left = x + 26 + i * 156
        sheet.box(left, base - 280, left + 134, base - 190, mix(MIST, SNOW, 0.3), round_by=6)
        for row in range(5):
            sheet.line(
                [(left + 8, base - 266 + row * 16), (left + 126, base - 266 + row * 16)],
                mix(MIST, INK, 0.25),
                4,
            )
    for y in (base - 330, base - 372):
        sheet.line([(x - 30, y), (x + 470, y)], mix(MIST, SNOW, 0.3), 11)
    for i in range(12):
        sheet.line(
            [(x - 14 + i * 42, base - 330), (x - 14 + i * 42, base - 372)], mix(MIST, INK, 0.2), 7
        )
    for px in (x + 40, x + 430):
        sheet.line([(px, base - 300), (px, base - 330)], INK, 10)
    beacon(sheet, x + 590, base - 350, BLUE)
    sheet.box(x + 716, base - 132, x + 748, base - 92, mix(AMBER, SNOW, 0.6), round_by=10)
    sheet.box(x + 660, base - 66, x + 764, base - 38, INK, round_by=8)
    for wx in (x + 130, x + 620):
        sheet.disc(wx, base - 52, 82, dark)
        wheel(sheet, wx, base - 46, 70)


def ambulance(sheet, x, base):
    pale = mix(SNOW, MIST, 0.25)
    sheet.box(x, base - 290, x + 340, base - 46, SNOW, round_by=26)
    sheet.shape(
        [
            (x + 300, base - 270),
            (x + 400, base - 270),
            (x + 468, base - 160),
            (x + 520, base - 142),
            (x + 526, base - 46),
            (x + 300, base - 46),
        ],
        SNOW,
    )
    sheet.box(x, base - 90, x + 526, base - 46, pale, round_by=8)
    sheet.shape(
        [
            (x + 322, base - 248),
            (x + 390, base - 248),
            (x + 446, base - 158),
            (x + 322, base - 158),
        ],
        mix(BLUE, MIST, 0.45),
    )
    sheet.disc(x + 366, base - 190, 22, "#e2b994")
    sheet.box(x + 342, base - 172, x + 392, base - 158, mix(BLUE, SNOW, 0.5))
    sheet.box(x + 30, base - 248, x + 130, base - 170, mix(BLUE, MIST, 0.45), round_by=10)
    sheet.box(x, base - 146, x + 522, base - 118, RED)
    sheet.disc(x + 218, base - 208, 52, SNOW)
    for points in (
        (x + 202, base - 250, x + 234, base - 166),
        (x + 176, base - 224, x + 260, base - 192),
    ):
        sheet.box(*points, RED)
    beacon(sheet, x + 230, base - 300, BLUE)
    sheet.box(x + 500, base - 128, x + 528, base - 92, mix(AMBER, SNOW, 0.6), round_by=10)
    sheet.box(x + 460, base - 60, x + 540, base - 36, INK, round_by=8)
    for wx in (x + 96, x + 420):
        sheet.disc(wx, base - 48, 66, mix(MIST, INK, 0.3))
        wheel(sheet, wx, base - 42, 56)


def draw():
    sheet = Canvas()
    sheet.sky("#88a9c4", "#f5ddb6", until=600)
    for x, y, size in ((140, 110, 90), (1430, 90, 110)):
        cloud(sheet, x, y, size, SNOW)
    skyline(sheet, 600, mix(BLUE, MIST, 0.5), seed=2, low=60, high=200)
    brick, pale = "#a65a45", mix(SNOW, SAND, 0.35)
    sheet.box(180, 250, 1420, 720, brick)
    for row in range(22):
        y = 262 + row * 21
        for i in range(31):
            x = 186 + i * 40 + row % 2 * 20
            if (i * 7 + row * 3) % 5 == 0:
                sheet.box(x, y, x + 32, y + 14, mix(brick, WINE, 0.25))
    sheet.box(160, 232, 1440, 262, pale)
    sheet.box(180, 390, 1420, 404, pale)
    sheet.box(690, 90, 910, 250, brick)
    sheet.box(676, 78, 924, 98, pale)
    sheet.shape([(676, 78), (800, 10), (924, 78)], FOREST)
    sheet.box(768, 126, 832, 232, pale, round_by=32)
    sheet.box(777, 136, 823, 232, INK, round_by=23)
    sheet.shape([(784, 190), (792, 160), (808, 160), (816, 190), (824, 206), (776, 206)], GOLD)
    sheet.disc(800, 212, 8, GOLD)
    for i in range(9):
        x = 250 + i * 138
        if not 660 < x < 940:
            sheet.box(x - 30, 290, x + 30, 376, pale)
            sheet.box(x - 22, 298, x + 22, 370, mix(BLUE, MIST, 0.4))
            sheet.line([(x, 298), (x, 370)], pale, 5)
    for i, cx in enumerate((390, 800, 1210)):
        sheet.box(cx - 180, 430, cx + 180, 740, pale, round_by=150)
        sheet.box(cx - 160, 450, cx + 160, 740, mix(INK, WINE, 0.2), round_by=136)
        star(sheet, cx, 520, 6, (AMBER, SNOW, AMBER)[i])
    sheet.box(0, 716, WIDTH, HEIGHT, mix(SAND, MIST, 0.5))
    sheet.box(0, 716, WIDTH, 728, mix(SAND, INK, 0.25))
    for i in range(9):
        sheet.line(
            [(800 + (i - 4) * 190, 728), (800 + (i - 4) * 330, HEIGHT)], mix(SAND, INK, 0.2), 3
        )
    for x in (70, 1530):
        sheet.crown(x, 730, 210, mix(FOREST, BLUE, 0.1))
    sheet.veil([(90, 856), (830, 856), (860, 888), (70, 888)], INK, 0.4, blur=12)
    sheet.veil([(930, 856), (1480, 856), (1500, 888), (920, 888)], INK, 0.4, blur=12)
    engine(sheet, 100, 870)
    ambulance(sheet, 950, 870)
    sheet.woven_band()
    return sheet
