"""A hanging figure of straw."""

import math

from portal.drawing.canvas import AMBER, GOLD, HEIGHT, RED, SNOW, WINE, Canvas, curve, mix
from portal.drawing.motifs import star


def ear_of_rye(sheet, x, y, turn):
    """An ear on a long stem that leans; `turn` -1 or 1."""
    stem = curve(
        [(x, HEIGHT), (x + turn * 6, y + 300), (x - turn * 26, y + 60), (x - turn * 70, y)],
        closed=False,
    )
    sheet.line(stem, GOLD, 9)
    path = curve(
        [
            (x - turn * 26, y + 60),
            (x - turn * 70, y),
            (x - turn * 150, y - 100),
            (x - turn * 250, y - 180),
        ],
        closed=False,
    )
    picked = path[8::5]
    for (px, py), (qx, qy) in zip(picked, picked[1:], strict=False):
        angle = math.atan2(qy - py, qx - px)
        for side in (-1, 1):
            lean = angle + side * 0.5
            tip = (px + 66 * math.cos(lean), py + 66 * math.sin(lean))
            mid = (px + 34 * math.cos(lean + side * 0.36), py + 34 * math.sin(lean + side * 0.36))
            low = (px + 34 * math.cos(lean - side * 0.2), py + 34 * math.sin(lean - side * 0.2))
            sheet.line(
                [
                    tip,
                    (
                        tip[0] + 90 * math.cos(angle + side * 0.24),
                        tip[1] + 90 * math.sin(angle + side * 0.24),
                    ),
                ],
                AMBER,
                2.5,
            )
            sheet.shape(curve([(px, py), mid, tip, low]), AMBER if side > 0 else GOLD)


def octahedron(sheet, x, y, half, height):
    """Twelve straws on a thread: the cell a pavuk is built of."""
    top, bottom = (x, y - height), (x, y + height)
    left, right = (x - half, y), (x + half, y)
    front, back = (x - half * 0.26, y + height * 0.16), (x + half * 0.26, y - height * 0.16)
    for a, b in ((top, back), (back, bottom), (left, back), (back, right)):
        sheet.line([a, b], mix(GOLD, WINE, 0.35), 5)
    for a, b in ((top, left), (top, right), (bottom, left), (bottom, right)):
        sheet.line([a, b], AMBER, 8)
    for a, b in ((top, front), (front, bottom), (left, front), (front, right)):
        sheet.line([a, b], mix(AMBER, SNOW, 0.35), 8)
    for knot in (top, bottom, left, right, front):
        sheet.disc(*knot, 7, RED)


def tassel(sheet, x, y, *, size=1.0):
    for spread in (-18, -9, 0, 9, 18):
        sheet.line([(x, y), (x + spread * size, y + 56 * size)], AMBER, 4)
    sheet.disc(x, y + 6, 8, RED)


def draw():
    sheet = Canvas()
    sheet.sky("#5a1520", "#9a2a2c", until=HEIGHT)
    sheet.glow(800, 430, 430, "#c9584a", 0.55)
    for i in range(8):
        for j in range(4):
            x = 100 + i * 200 + (j % 2) * 100
            if not 480 < x < 1120:
                star(sheet, x, 110 + j * 220, 6, "#84212a")
    sheet.line([(800, 0), (800, 130)], SNOW, 3)
    octahedron(sheet, 800, 390, 270, 260)
    for x in (530, 1070):
        sheet.line([(x, 390), (x, 452)], SNOW, 3)
        octahedron(sheet, x, 540, 78, 88)
        tassel(sheet, x, 628)
    for x in (665, 935):
        sheet.line([(x, 524), (x, 588)], SNOW, 3)
        octahedron(sheet, x, 654, 58, 66)
        tassel(sheet, x, 720)
    octahedron(sheet, 800, 390, 104, 106)
    sheet.line([(800, 650), (800, 686)], SNOW, 3)
    octahedron(sheet, 800, 762, 72, 76)
    tassel(sheet, 800, 838, size=0.7)
    ear_of_rye(sheet, 170, 420, -1)
    ear_of_rye(sheet, 1430, 420, 1)
    sheet.woven_band()
    return sheet
