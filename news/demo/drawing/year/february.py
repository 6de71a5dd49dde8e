"""Fishermen on the ice of Naroch."""

import math
import random

from portal.drawing.canvas import (
    AMBER,
    BLUE,
    FOREST,
    HEIGHT,
    INK,
    MIST,
    MOSS,
    NIGHT,
    RED,
    SAND,
    SNOW,
    WIDTH,
    Canvas,
    curve,
    mix,
    ring,
)

OAK = "#7a5236"


def february():
    sheet = Canvas()
    sheet.sky("#8fa6b8", "#f3dcc3", until=520)
    sheet.glow(1260, 400, 260, "#f7cfa0", 0.8)
    sheet.disc(1260, 390, 60, mix(SNOW, AMBER, 0.3))
    sheet.hill([470, 450, 462, 446, 456, 448, 464, 450, 470], mix(MIST, BLUE, 0.3))
    for i in range(70):
        x, height = (i * 61) % WIDTH, 56 + (i * 37) % 70
        sheet.box(x - 3, 476 - height, x + 3, 500, mix("#8a5a42", MIST, 0.25))
        for k in range(3):
            sheet.disc(
                x + (k - 1) * 12,
                476 - height - k % 2 * 13,
                21,
                mix(FOREST, BLUE, 0.15 + i % 3 * 0.12),
                flat=0.62,
            )
    sheet.hill([500, 492, 496, 490, 494, 490, 496, 492, 500], SNOW)
    sheet.box(0, 500, WIDTH, HEIGHT, mix(SNOW, MIST, 0.18))
    chance = random.Random(2)
    for i in range(40):
        y = 520 + i * i * 0.3
        x = chance.uniform(-100, WIDTH)
        sheet.veil(
            curve([(x, y), (x + 160, y - 8), (x + 330, y), (x + 160, y + 10)]),
            mix(BLUE, MIST, 0.5),
            0.28,
        )
    for crack in (
        [(0, 700), (180, 672), (340, 690), (520, 650), (700, 664)],
        [(1600, 640), (1420, 668), (1260, 650), (1120, 690)],
        [(340, 690), (420, 780), (400, 900)],
    ):
        sheet.line(crack, mix(BLUE, SNOW, 0.4), 4)
        sheet.line([(x, y + 4) for x, y in crack], SNOW, 3)
    for x, base, size in ((260, 560, 0.34), (1020, 548, 0.28), (1440, 590, 0.44)):
        fisherman(sheet, x, base, size, mix(INK, MIST, 0.3), mix(FOREST, MIST, 0.4))
    # The hole, a heap of chips, the auger.
    sheet.disc(560, 850, 92, mix(SNOW, BLUE, 0.18), flat=0.34)
    sheet.disc(560, 846, 70, mix(BLUE, NIGHT, 0.5), flat=0.34)
    sheet.disc(540, 842, 30, mix(BLUE, MIST, 0.3), flat=0.2)
    for _ in range(46):
        x, y = 560 + chance.uniform(-130, 130), 850 + chance.uniform(-34, 46)
        if math.hypot(x - 560, (y - 848) * 2.8) > 80:
            sheet.shape(
                ring(x, y, chance.uniform(6, 16), 5, turn=chance.uniform(0, 72)),
                mix(SNOW, BLUE, chance.uniform(0, 0.24)),
            )
    for x, y, turn in ((390, 880, 8), (330, 852, -14), (420, 918, 3)):
        fish(sheet, x, y, turn)
    sheet.line([(1180, 890), (1230, 520)], mix(INK, MIST, 0.35), 13)
    for i in range(7):
        sheet.line(
            [(1160 + i * 5, 880 - i * 26), (1210 + i * 3, 866 - i * 26)], mix(MIST, INK, 0.3), 10
        )
    sheet.line([(1192, 528), (1270, 540), (1276, 500)], mix(INK, MIST, 0.35), 13)
    fisherman(sheet, 820, 900, 1.15, "#3b4f45", RED)
    sheet.line([(712, 688), (600, 706), (562, 846)], INK, 3)
    return sheet


def fisherman(sheet, x, base, k, coat, cap):
    """Sits on his box and looks into the hole, to the left."""

    def at(points):
        return [(x + a * k, base + b * k) for a, b in points]

    sheet.veil(curve(at([(-130, 4), (40, -12), (140, 6), (60, 26), (-90, 26)])), BLUE, 0.35, blur=4)
    sheet.shape(at([(-50, -110), (96, -110), (96, 4), (-50, 4)]), OAK)
    sheet.shape(at([(-50, -110), (96, -110), (96, -90), (-50, -90)]), mix(OAK, AMBER, 0.4))
    for dx in (0, 34):
        sheet.line(
            at([(30 - dx, -120), (-76 - dx * 0.3, -118), (-96 - dx, -12)]),
            mix(INK, coat, 0.3),
            48 * k,
        )
        sheet.line(at([(-100 - dx, -4), (-140 - dx, -2)]), INK, 40 * k)
    sheet.shape(
        curve(
            at(
                [
                    (-30, -318),
                    (50, -318),
                    (96, -220),
                    (104, -100),
                    (20, -84),
                    (-54, -104),
                    (-58, -220),
                ]
            )
        ),
        coat,
    )
    sheet.line(
        curve(at([(0, -270), (-50, -210), (-92, -188)]), closed=False), mix(coat, INK, 0.25), 46 * k
    )
    sheet.disc(*at([(-98, -186)])[0], 21 * k, "#e2b994")
    sheet.line(at([(-44, -304), (60, -304)]), mix(coat, SNOW, 0.4), 34 * k)
    sheet.disc(*at([(0, -352)])[0], 50 * k, "#e2b994")
    sheet.shape(
        curve(
            at(
                [
                    (-56, -366),
                    (-50, -424),
                    (0, -446),
                    (52, -420),
                    (62, -330),
                    (34, -330),
                    (30, -366),
                ]
            )
        ),
        cap,
    )
    sheet.line(at([(-54, -372), (40, -376)]), mix(SNOW, SAND, 0.3), 24 * k)
    sheet.disc(*at([(-28, -346)])[0], 5 * k, INK)


def fish(sheet, x, y, turn):
    sheet.shape(
        curve(
            [
                (x - 56, y),
                (x - 20, y - 20),
                (x + 30, y - 12),
                (x + 50, y),
                (x + 30, y + 12),
                (x - 20, y + 17),
            ]
        ),
        mix(MOSS, MIST, 0.5),
    )
    sheet.shape([(x + 46, y), (x + 78, y - 20), (x + 70, y), (x + 78, y + 19)], RED)
    for i in range(4):
        sheet.line([(x - 16 + i * 15, y - 15 + turn * 0.1), (x - 18 + i * 15, y + 6)], FOREST, 5)
    sheet.disc(x - 42, y - 5, 5, INK)
    sheet.shape([(x - 4, y + 12), (x + 16, y + 12), (x + 6, y + 26)], RED)
