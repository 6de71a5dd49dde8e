"""A lock on the Augustow Canal."""

import random

from portal.drawing.canvas import (
    BLUE,
    FOREST,
    HEIGHT,
    INK,
    MOSS,
    NIGHT,
    PAPER,
    RED,
    SAGE,
    SAND,
    SNOW,
    WIDTH,
    WINE,
    Canvas,
    mix,
)


def pine(sheet, x, y, height, fill):
    sheet.line([(x, y), (x + height * 0.03, y - height * 0.9)], "#a5623c", height * 0.045)
    sheet.line(
        [(x, y), (x + height * 0.012, y - height * 0.4)], mix("#a5623c", INK, 0.5), height * 0.05
    )
    for dx, dy, part in ((-0.16, 0.7, 0.16), (0.17, 0.76, 0.15), (0, 0.88, 0.2), (0.05, 1.0, 0.13)):
        sheet.disc(x + dx * height, y - dy * height, part * height, fill, flat=0.5)


def draw():
    sheet = Canvas()
    sheet.sky("#a9c3c4", "#f3dfb8", until=520)
    sheet.disc(420, 260, 70, SNOW)
    chance = random.Random(1839)
    sheet.hill([500, 470, 480, 466, 480, 470, 500], SAGE, bottom=560)
    for x in range(-30, WIDTH + 40, 38):
        sheet.fir(
            x + chance.uniform(-12, 12), 540, chance.uniform(70, 150), mix(SAGE, FOREST, 0.45)
        )
    sheet.box(0, 536, WIDTH, HEIGHT, MOSS)
    # The canal runs straight to the horizon.
    sheet.shape([(770, 540), (830, 540), (1330, HEIGHT), (270, HEIGHT)], "#4d7f8d")
    sheet.shape([(785, 540), (815, 540), (960, HEIGHT), (640, HEIGHT)], "#86aeb2")
    for side in (-1, 1):
        sheet.shape(
            [
                (800 + side * 34, 540),
                (800 + side * 60, 540),
                (800 + side * 760, HEIGHT),
                (800 + side * 530, HEIGHT),
            ],
            SAND,
        )
        for x, y, height in ((130, 560, 120), (250, 600, 190), (420, 650, 300), (640, 700, 420)):
            pine(
                sheet,
                800 + side * x * 1.1,
                y,
                height * 1.25,
                FOREST if height > 200 else mix(FOREST, SAGE, 0.3),
            )
    # Walls of stone and gates of timber.
    for side in (-1, 1):
        wall = [
            (800 + side * 176, 640),
            (800 + side * 430, 640),
            (800 + side * 560, 820),
            (800 + side * 250, 820),
        ]
        sheet.shape(wall, "#c9b491")
        sheet.shape(
            [
                (800 + side * 176, 640),
                (800 + side * 250, 820),
                (800 + side * 250, 930),
                (800 + side * 176, 720),
            ],
            "#94795a",
        )
        sheet.shape(
            [
                (800 + side * 250, 820),
                (800 + side * 560, 820),
                (800 + side * 560, 930),
                (800 + side * 250, 930),
            ],
            mix("#c9b491", WINE, 0.25),
        )
        for i in range(5):
            x0 = 800 + side * (258 + i * 60)
            sheet.line([(x0, 880), (x0 + side * 44, 880)], mix(SAND, WINE, 0.45), 3)
            sheet.line([(x0 + side * 14, 846), (x0 + side * 52, 846)], mix(SAND, WINE, 0.45), 3)
        sheet.shape(
            [
                (800 + side * 192, 662),
                (800 + side * 4, 700),
                (800 + side * 4, 838),
                (800 + side * 192, 800),
            ],
            "#6b4630",
        )
        for i in range(5):
            x0, y0 = 800 + side * (30 + i * 36), 695 - i * 7.4
            sheet.line([(x0, y0), (x0, y0 + 134)], "#4d3022", 3.5)
        sheet.line([(800 + side * 192, 690), (800 + side * 4, 728)], INK, 7)
        sheet.line([(800 + side * 192, 776), (800 + side * 4, 814)], INK, 7)
        # The white beam is pushed by hand.
        sheet.line([(800 + side * 10, 690), (800 + side * 400, 612)], SNOW, 17)
        sheet.line([(800 + side * 330, 626), (800 + side * 400, 612)], RED, 17)
    for i in range(12):
        x = 560 + (i * 97) % 480
        y = 852 + (i * 29) % 58
        sheet.line([(x, y), (x + 50, y)], SNOW, 3)
    # A boat waits above the gates.
    sheet.shape([(742, 640), (858, 640), (838, 676), (762, 676)], SNOW)
    sheet.shape([(748, 650), (852, 650), (846, 660), (754, 660)], RED)
    sheet.box(766, 604, 834, 640, PAPER, round_by=6)
    sheet.box(760, 596, 840, 608, BLUE, round_by=4)
    for x in (776, 796, 816):
        sheet.box(x - 5, 614, x + 9, 630, NIGHT, round_by=3)
    sheet.line([(800, 596), (800, 560)], INK, 3)
    sheet.shape([(800, 560), (832, 568), (800, 577)], RED)
    sheet.woven_band()
    return sheet
