"""Chimneys with bells in the mist."""

import math

from portal.drawing.canvas import (
    AMBER,
    GOLD,
    HEIGHT,
    INK,
    MIST,
    PAPER,
    RED,
    SAND,
    SNOW,
    WIDTH,
    Canvas,
    curve,
    mix,
)

STONE = "#6d7276"


def bell(sheet, x, y, size, fill):
    sheet.line([(x, y - size * 1.3), (x, y - size * 0.8)], fill, size * 0.14)
    sheet.shape(
        curve(
            [
                (x - size * 0.3, y - size * 0.75),
                (x + size * 0.3, y - size * 0.75),
                (x + size * 0.42, y - size * 0.1),
                (x + size * 0.7, y + size * 0.3),
                (x - size * 0.7, y + size * 0.3),
                (x - size * 0.42, y - size * 0.1),
            ]
        ),
        fill,
    )
    sheet.disc(x, y + size * 0.42, size * 0.15, fill)


def chimney(sheet, x, base, height, fog):
    """An obelisk like a chimney: a window near the top, where the bell hangs."""
    fill, width = mix(STONE, MIST, fog), height * 0.2
    dark = mix(fill, INK, 0.3)
    sheet.shape(
        [
            (x - width * 0.9, base),
            (x - width * 0.62, base - height * 0.3),
            (x - width * 0.5, base - height),
            (x + width * 0.5, base - height),
            (x + width * 0.62, base - height * 0.3),
            (x + width * 0.9, base),
        ],
        fill,
    )
    sheet.shape(
        [
            (x + width * 0.2, base),
            (x + width * 0.2, base - height),
            (x + width * 0.5, base - height),
            (x + width * 0.62, base - height * 0.3),
            (x + width * 0.9, base),
        ],
        mix(fill, INK, 0.14),
    )
    sheet.box(
        x - width * 0.3,
        base - height * 0.9,
        x + width * 0.3,
        base - height * 0.64,
        mix(SNOW, MIST, 0.5 + fog / 2),
    )
    bell(sheet, x, base - height * 0.735, height * 0.065, mix(GOLD, fill, 0.25 + fog))
    sheet.box(x - width * 0.42, base - height * 0.5, x + width * 0.42, base - height * 0.34, dark)
    for i in range(3):
        y = base - height * (0.46 - i * 0.045)
        sheet.line([(x - width * 0.3, y), (x + width * 0.26 - i * 4, y)], fill, height * 0.012)
    sheet.box(x - width * 1.2, base - height * 0.03, x + width * 1.2, base + 6, dark)


def birch(sheet, x, base, height):
    half = height * 0.02
    sheet.shape(
        [
            (x - half * 1.3, base),
            (x - half * 0.4, base - height),
            (x + half * 0.4, base - height),
            (x + half * 1.3, base),
        ],
        SNOW,
    )
    for i in range(12):
        y, side = base - height * (0.04 + i * 0.07), 1 if i % 2 else -1
        sheet.line([(x + side * half, y), (x, y - 2)], INK, half * 0.5)
    for i in range(14):
        side, y = 1 if i % 2 else -1, base - height * (0.42 + i * 0.04)
        reach = height * 0.22 * (1 - i / 20)
        twig = [
            (x, y),
            (x + side * reach * 0.5, y - reach * 0.7),
            (x + side * reach * 0.95, y - reach * 0.5),
            (x + side * reach * 1.1, y + reach * 0.2),
        ]
        sheet.line(curve(twig, closed=False), mix(INK, STONE, 0.35), half * 0.5)


def draw():
    sheet = Canvas()
    sheet.sky("#8d9aa1", "#e4dccd", until=620)
    sheet.glow(800, 520, 420, "#efd9b8", 0.7)
    sheet.hill([520, 500, 512, 490, 506, 494, 515, 500, 520], mix(MIST, STONE, 0.25))
    for i in range(30):
        sheet.fir(i * 56 - 10, 560, 90 + (i * 37) % 60, mix(MIST, STONE, 0.4))
    sheet.veil([(0, 440), (WIDTH, 440), (WIDTH, 640), (0, 640)], mix(SNOW, MIST, 0.6), 0.6, blur=40)
    sheet.hill([600, 590, 596, 586, 590, 586, 596, 590, 600], mix(SAND, MIST, 0.55))
    for x, base, height, fog in (
        (470, 620, 130, 0.62),
        (640, 612, 116, 0.7),
        (960, 612, 116, 0.7),
        (1130, 620, 130, 0.62),
        (300, 650, 190, 0.42),
        (1300, 650, 190, 0.42),
    ):
        chimney(sheet, x, base, height, fog)
    sheet.veil([(0, 600), (WIDTH, 600), (WIDTH, 680), (0, 680)], mix(SNOW, MIST, 0.4), 0.5, blur=26)
    sheet.hill([690, 676, 684, 680, 690, 680, 684, 676, 690], mix(SAND, STONE, 0.3))
    # The path that was a lane.
    sheet.shape([(770, 640), (830, 640), (1120, HEIGHT), (480, HEIGHT)], mix(PAPER, STONE, 0.3))
    for i in range(7):
        y = 660 + i * i * 7
        half = 34 + (y - 640) * 0.84
        sheet.line([(800 - half, y), (800 + half, y)], mix(PAPER, STONE, 0.5), 2 + i * 0.5)
    # Three birches and the fire, on their slab.
    sheet.shape([(610, 720), (990, 720), (1080, 786), (520, 786)], mix(STONE, INK, 0.25))
    sheet.shape([(520, 786), (1080, 786), (1080, 806), (520, 806)], mix(STONE, INK, 0.5))
    for x, base, height in ((660, 735, 380), (940, 735, 380), (572, 772, 450)):
        birch(sheet, x, base, height)
    sheet.box(960, 748, 1040, 770, mix(STONE, INK, 0.6))
    sheet.glow(1000, 716, 90, "#f0a050", 0.75)
    for part, fill in ((1.0, RED), (0.7, GOLD), (0.4, AMBER)):
        s = 62 * part
        sheet.shape(
            curve(
                [
                    (1000, 752),
                    (1000 - s * 0.42, 752 - s * 0.3),
                    (1000 - s * 0.2, 752 - s),
                    (1000 + s * 0.06, 752 - s * 1.5),
                    (1000 + s * 0.2, 752 - s * 0.9),
                    (1000 + s * 0.4, 752 - s * 0.35),
                ]
            ),
            fill,
        )
    chimney(sheet, 170, 830, 440, 0.06)
    chimney(sheet, 1430, 830, 440, 0.06)
    for i in range(60):
        x = (i * 163) % WIDTH
        if not 480 < x < 1120:
            y = 840 + (i * 53) % 50
            sheet.line([(x, y + 22), (x + 8 * math.sin(i), y - 14)], mix(STONE, SAND, 0.35), 3)
    sheet.woven_band(thread=INK)
    return sheet
