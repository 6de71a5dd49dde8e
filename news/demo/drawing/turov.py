"""A Terek sandpiper above flooded meadows."""

import math
import random

from portal.drawing.canvas import (
    AMBER,
    BLUE,
    FOREST,
    INK,
    MIST,
    MOSS,
    NIGHT,
    SAGE,
    SNOW,
    WIDTH,
    Canvas,
    curve,
    mix,
)
from portal.drawing.motifs import bird, ripples

ORANGE = "#d9772e"


def willow(sheet, x, base, size, fill):
    sheet.shape(
        [
            (x - size * 0.09, base),
            (x - size * 0.05, base - size * 0.6),
            (x + size * 0.06, base - size * 0.6),
            (x + size * 0.1, base),
        ],
        mix(fill, INK, 0.5),
    )
    for i in range(15):
        turn = math.radians(-80 + i * 160 / 14)
        top = (x + size * 0.5 * math.sin(turn), base - size * 0.6 - size * 0.5 * math.cos(turn))
        sheet.line(
            curve(
                [
                    (x, base - size * 0.58),
                    top,
                    (top[0] * 1.02 - x * 0.02 + size * 0.1 * math.sin(turn), top[1] + size * 0.3),
                ],
                closed=False,
            ),
            fill,
            size * 0.05,
        )


def sandpiper(sheet, x, y, k):
    """(x, y) is the middle of the body; k units."""

    def at(points):
        return [(x + a * k, y + b * k) for a, b in points]

    for dx in (-6, 26):
        sheet.line(at([(dx, 40), (dx + 8, 78), (dx - 2, 128)]), ORANGE, 8 * k)
        sheet.line(at([(dx - 16, 130), (dx + 20, 130)]), ORANGE, 6 * k)
    back = [
        (-150, 22),
        (-96, -22),
        (-30, -56),
        (30, -74),
        (58, -104),
        (96, -118),
        (126, -100),
        (128, -70),
        (104, -46),
        (92, -10),
        (62, 34),
        (10, 52),
        (-50, 44),
    ]
    sheet.shape(curve(at(back)), "#8d8779")
    belly = [
        (-70, 34),
        (0, 22),
        (60, -10),
        (92, -60),
        (110, -56),
        (92, -6),
        (60, 36),
        (6, 53),
        (-46, 44),
    ]
    sheet.shape(curve(at(belly)), mix(SNOW, "#8d8779", 0.12))
    wing = [(-152, 24), (-92, -16), (-30, -44), (22, -38), (30, -8), (-16, 16), (-84, 24)]
    sheet.shape(curve(at(wing)), "#6f6a60")
    for i in range(5):
        sheet.line(at([(-132 + i * 30, 16 - i * 9), (-70 + i * 22, 12 - i * 4)]), "#57534b", 4 * k)
    sheet.shape(curve(at([(-20, -48), (26, -46), (34, -26), (0, -20)])), "#3d3a35")
    above = curve([(120, -92), (160, -84), (204, -88), (246, -110)], closed=False)
    below = curve([(246, -110), (206, -78), (160, -72), (122, -76)], closed=False)
    sheet.shape(at([*above, *below]), "#2f2a28")
    sheet.shape(at([(122, -90), (150, -86), (150, -76), (124, -78)]), ORANGE)
    sheet.line(at([(86, -96), (118, -90)]), "#57534b", 5 * k)
    sheet.disc(*at([(100, -94)])[0], 7.5 * k, SNOW)
    sheet.disc(*at([(100, -94)])[0], 5.5 * k, INK)


def draw():
    sheet = Canvas()
    sheet.sky("#7f9bb5", "#f6c79a", until=520)
    sheet.glow(1120, 480, 340, "#f9b27a", 0.9)
    sheet.disc(1120, 470, 88, mix(AMBER, SNOW, 0.4))
    sheet.hill([500, 490, 498, 486, 494, 488, 498, 490, 500], mix(BLUE, SAGE, 0.5), bottom=520)
    for i in range(40):
        sheet.crown((i * 97) % WIDTH, 516, 26 + (i * 17) % 24, mix(BLUE, SAGE, 0.45))
    for x, size in ((120, 110), (260, 84), (370, 96), (700, 70), (1330, 90), (1450, 116)):
        willow(sheet, x, 530, size, mix(MOSS, BLUE, 0.25))
    sheet.hill([524, 520, 526, 520, 526, 522, 524, 520, 526], mix(MOSS, SAGE, 0.4), bottom=532)
    sheet.mirror(530, depth=390, tint=mix(BLUE, MIST, 0.3), strength=0.3)
    ripples(sheet, 540, 900, mix(SNOW, AMBER, 0.3), count=40, seed=4)
    # Islands of grass, each with its guests.
    chance = random.Random(2021)
    for x, y, half in ((300, 640, 210), (1180, 610, 170), (1420, 720, 260)):
        sheet.disc(x, y, half, mix(MOSS, FOREST, 0.25), flat=0.09)
        sheet.disc(x, y - 5, half * 0.96, mix(MOSS, SAGE, 0.35), flat=0.08)
        for _ in range(36):
            gx = x + chance.uniform(-half, half) * 0.9
            sheet.line([(gx, y), (gx + chance.uniform(-6, 6), y - chance.uniform(10, 34))], MOSS, 3)
        for i in range(3):
            bx = x - half * 0.5 + i * half * 0.5
            sheet.shape(
                curve(
                    [
                        (bx - 24, y - 26),
                        (bx, y - 42),
                        (bx + 20, y - 52),
                        (bx + 30, y - 44),
                        (bx + 12, y - 22),
                        (bx - 8, y - 18),
                    ]
                ),
                (NIGHT, "#6a4a38", SNOW)[i],
            )
            sheet.line([(bx + 28, y - 46), (bx + 44, y - 43)], INK, 3)
            sheet.line([(bx + 2, y - 20), (bx + 2, y - 4)], ORANGE, 3)
    for i in range(34):
        turn = i * 0.42
        bird(
            sheet,
            250 + i * 27 + chance.uniform(-14, 14),
            190 + 60 * math.sin(turn) + chance.uniform(-26, 26),
            11 + i % 5 * 2,
            NIGHT,
        )
    # The post, the bird on it.
    wood = "#6a5140"
    sheet.box(640, 640, 720, 960, wood)
    sheet.box(694, 640, 720, 960, mix(wood, INK, 0.3))
    sheet.disc(680, 642, 40, mix(wood, SNOW, 0.35), flat=0.28)
    for i in range(4):
        sheet.line([(654 + i * 14, 670 + i * 20), (652 + i * 14, 860)], mix(wood, INK, 0.35), 3)
    sandpiper(sheet, 672, 398, 1.85)
    for i in range(46):
        x = chance.choice((chance.uniform(0, 560), chance.uniform(860, WIDTH)))
        tall = chance.uniform(60, 200)
        lean = chance.uniform(-26, 26)
        sheet.line(
            curve(
                [(x, 920), (x + lean * 0.3, 920 - tall * 0.6), (x + lean, 920 - tall)], closed=False
            ),
            mix(FOREST, MOSS, chance.uniform(0, 0.8)),
            6,
        )
        if i % 5 == 0:
            sheet.line([(x + lean, 920 - tall), (x + lean, 880 - tall)], "#5a3a2b", 15)
    sheet.woven_band()
    return sheet
