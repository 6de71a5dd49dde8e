"""A plan of three lines: the two older ones cross, the third crosses both."""

from portal.drawing.canvas import (
    BLUE,
    MIST,
    PAPER,
    RED,
    SAGE,
    SAND,
    SNOW,
    WINE,
    Canvas,
    curve,
    mix,
)

GREEN = "#3f8a5a"


def draw():

    sheet = Canvas(mix(PAPER, SAND, 0.3))
    sheet.disc(800, 500, 470, PAPER)
    sheet.disc(800, 500, 470, mix(SAND, PAPER, 0.2), flat=1.0)
    sheet.disc(800, 500, 452, PAPER)
    for x, y, size in (
        (560, 250, 70),
        (1040, 300, 90),
        (580, 730, 84),
        (1060, 720, 70),
        (800, 160, 60),
    ):
        sheet.disc(x, y, size, mix(SAGE, PAPER, 0.6), flat=0.8)
    river = curve(
        [(470, 160), (640, 280), (700, 420), (860, 470), (930, 620), (1010, 860)], closed=False
    )
    sheet.line(river, mix(MIST, BLUE, 0.1), 26)
    blue = [(500, 850), (620, 700), (720, 590), (880, 430), (1020, 300), (1150, 190)]
    red = [(440, 330), (600, 420), (720, 480), (800, 500), (960, 620), (1150, 790)]
    green = [(648, 330), (652, 452), (690, 540), (716, 594), (700, 700)]
    for points, fill in ((blue, BLUE), (red, RED)):
        line = curve(points, closed=False)
        sheet.line(line, fill, 20)
        for i in range(4, len(line), 6):
            sheet.disc(*line[i], 10, PAPER)
    sheet.line(
        curve([(700, 700), (720, 790), (800, 880)], closed=False), mix(GREEN, PAPER, 0.6), 14
    )
    sheet.line(
        curve([(648, 330), (620, 220), (640, 120)], closed=False), mix(GREEN, PAPER, 0.6), 14
    )
    sheet.line(curve(green, closed=False), GREEN, 26)
    for i, (x, y) in enumerate(((652, 448), (680, 524), (716, 596), (700, 700))):
        sheet.disc(x, y, 27, GREEN)
        sheet.disc(x, y, 17, SNOW)
        if i in (0, 2):
            sheet.disc(x, y, 10, RED if i == 0 else BLUE)
    sheet.disc(804, 504, 26, WINE)
    sheet.disc(804, 504, 16, SNOW)
    for row, fill in enumerate((BLUE, RED, GREEN)):
        y = 420 + row * 80
        sheet.line([(90, y), (230, y)], fill, 20)
        sheet.disc(160, y, 16, fill)
        sheet.disc(160, y, 9, SNOW)
    sheet.line([(1440, 330), (1440, 560)], WINE, 5)
    sheet.shape([(1440, 300), (1462, 350), (1418, 350)], WINE)
    sheet.disc(1440, 600, 26, WINE)
    sheet.disc(1440, 600, 17, PAPER)
    return sheet
