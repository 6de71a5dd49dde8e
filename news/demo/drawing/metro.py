"""The platform with glass doors."""

from portal.drawing.canvas import (
    AMBER,
    BLUE,
    FOREST,
    GOLD,
    HEIGHT,
    INK,
    MIST,
    MOSS,
    NIGHT,
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

GREEN = "#3f8a5a"


def passenger(sheet, x, base, height, coat, hair, *, bag=""):
    sheet.box(x - height * 0.09, base - height * 0.42, x - height * 0.01, base, INK, round_by=6)
    sheet.box(
        x + height * 0.01,
        base - height * 0.42,
        x + height * 0.09,
        base,
        mix(INK, BLUE, 0.25),
        round_by=6,
    )
    sheet.shape(
        curve(
            [
                (x - height * 0.1, base - height * 0.8),
                (x + height * 0.1, base - height * 0.8),
                (x + height * 0.16, base - height * 0.62),
                (x + height * 0.15, base - height * 0.32),
                (x - height * 0.15, base - height * 0.32),
                (x - height * 0.16, base - height * 0.62),
            ]
        ),
        coat,
    )
    sheet.disc(x, base - height * 0.89, height * 0.08, "#e4bd98")
    sheet.shape(
        curve(
            [
                (x - height * 0.095, base - height * 0.86),
                (x - height * 0.07, base - height * 0.98),
                (x + height * 0.05, base - height * 0.99),
                (x + height * 0.095, base - height * 0.88),
                (x, base - height * 0.92),
            ]
        ),
        hair,
    )
    if bag:
        sheet.box(
            x + height * 0.08,
            base - height * 0.5,
            x + height * 0.28,
            base - height * 0.3,
            bag,
            round_by=8,
        )
        sheet.line(
            [(x + height * 0.1, base - height * 0.72), (x + height * 0.18, base - height * 0.5)],
            bag,
            5,
        )


def draw():
    sheet = Canvas("#e9e4d8")
    # A vault with ribs and light between them.
    sheet.box(0, 0, WIDTH, 300, mix(MIST, SNOW, 0.4))
    for i in range(9):
        x = i * 200
        sheet.shape([(x - 26, 0), (x + 26, 0), (x + 14, 230), (x - 14, 230)], mix(SAND, SNOW, 0.4))
        sheet.box(x + 60, 26, x + 140, 44, AMBER, round_by=9)
        sheet.glow(x + 100, 36, 70, AMBER, 0.35)
    sheet.box(0, 216, WIDTH, 300, GREEN)
    sheet.box(0, 216, WIDTH, 226, mix(GREEN, INK, 0.3))
    for i in range(17):
        x = 48 + i * 94
        sheet.shape([(x, 236), (x + 26, 260), (x, 284), (x - 26, 260)], mix(GREEN, SNOW, 0.75))
        sheet.shape([(x, 248), (x + 13, 260), (x, 272), (x - 13, 260)], GREEN)
    # The train behind the glass.
    sheet.box(0, 300, WIDTH, 700, NIGHT)
    sheet.box(-40, 330, WIDTH + 40, 690, mix(SNOW, MIST, 0.35))
    sheet.box(-40, 610, WIDTH + 40, 690, GREEN)
    sheet.box(-40, 596, WIDTH + 40, 610, mix(BLUE, NIGHT, 0.3))
    for i in range(4):
        x = i * 440 - 60
        for wx in (40, 330):
            sheet.box(x + wx, 370, x + wx + 100, 540, mix(AMBER, SNOW, 0.45), round_by=16)
            sheet.disc(x + wx + 50, 474, 25, mix(NIGHT, AMBER, 0.3))
            sheet.box(
                x + wx + 14,
                494,
                x + wx + 86,
                540,
                mix((WINE, BLUE, FOREST)[(i + wx) % 3], INK, 0.2),
                round_by=16,
            )
        sheet.box(x + 168, 350, x + 302, 690, mix(MIST, BLUE, 0.15), round_by=8)
        for dx in (176, 238):
            sheet.box(x + dx, 372, x + dx + 56, 580, mix(AMBER, SNOW, 0.55), round_by=10)
        sheet.line([(x + 235, 350), (x + 235, 690)], INK, 4)
    # The wall of glass at the edge.
    for i in range(9):
        x = i * 220 - 60
        sheet.veil(
            [(x + 8, 310), (x + 212, 310), (x + 212, 742), (x + 8, 742)], mix(MIST, BLUE, 0.2), 0.22
        )
        sheet.veil([(x + 30, 742), (x + 120, 310), (x + 164, 310), (x + 74, 742)], SNOW, 0.22)
        sheet.box(x - 7, 300, x + 7, 746, mix(MIST, INK, 0.35))
    sheet.box(0, 296, WIDTH, 318, mix(MIST, INK, 0.35))
    sheet.box(0, 734, WIDTH, 748, mix(MIST, INK, 0.35))
    for i in (2, 6):
        x = i * 220 - 60
        sheet.disc(x + 110, 307, 9, AMBER)
    sheet.box(0, 748, WIDTH, HEIGHT, mix(SAND, PAPER, 0.4))
    sheet.box(0, 748, WIDTH, 772, GOLD)
    for i in range(68):
        sheet.disc(12 + i * 24, 760, 6, mix(GOLD, WINE, 0.3))
    for i in range(11):
        sheet.line(
            [(800 + (i - 5) * 170, 772), (800 + (i - 5) * 260, HEIGHT)], mix(SAND, INK, 0.14), 3
        )
    sheet.line([(0, 826), (WIDTH, 826)], mix(SAND, INK, 0.14), 3)
    passenger(sheet, 300, 862, 380, RED, "#3a261c", bag=mix(INK, WINE, 0.4))
    passenger(sheet, 470, 850, 350, mix(BLUE, NIGHT, 0.2), "#7a4a28")
    passenger(sheet, 548, 866, 210, AMBER, "#8a5a30")
    passenger(sheet, 1110, 858, 370, MOSS, mix(MIST, SNOW, 0.4), bag=WINE)
    passenger(sheet, 1330, 866, 390, mix(SAND, WINE, 0.3), INK)
    sheet.woven_band()
    return sheet
