"""What the film of the shortest night shows: fire, wreaths, a dance, the flower of the fern.

`t` is the second of the film.
"""

import math

from portal.drawing.canvas import (
    AMBER,
    BLUE,
    FOREST,
    GOLD,
    INK,
    MOSS,
    NIGHT,
    PAPER,
    RED,
    SAND,
    SNOW,
    WINE,
    curve,
    mix,
)

FIRE = (1190, 800)


def rise(t, start, end):
    """From 0 before `start` to 1 after `end`, gently."""
    share = min(1.0, max(0.0, (t - start) / (end - start)))
    return share * share * (3 - 2 * share)


def darkness(t):
    return rise(t, 1.0, 5.5) * (1 - rise(t, 13.0, 15.8))


def wreath(sheet, x, y, size, t, shade):
    """Meadow flowers round a candle; what light it has falls on the water."""
    flicker = 0.85 + 0.15 * math.sin(t * 9 + x)
    sheet.glow(x, y - size * 0.4, size * 1.5, AMBER, 0.5 * flicker)
    sheet.disc(x, y + size * 0.12, size * 1.02, mix(NIGHT, BLUE, 0.2), flat=0.36)
    for i in range(18):
        turn = math.tau * i / 18
        flower = (RED, SNOW, "#4f78b8", AMBER, MOSS, MOSS)[i % 6]
        sheet.disc(
            x + size * 0.84 * math.cos(turn),
            y + size * 0.28 * math.sin(turn),
            size * 0.19,
            mix(flower, NIGHT, shade),
        )
    sheet.box(
        x - size * 0.08, y - size * 0.62, x + size * 0.08, y + size * 0.06, mix(SNOW, AMBER, 0.25)
    )
    flame = [
        (x - size * 0.12, y - size * 0.68),
        (x, y - size * 0.6),
        (x + size * 0.12, y - size * 0.68),
        (x + size * 0.03 * math.sin(t * 8 + x), y - size * (1.0 + 0.08 * flicker)),
    ]
    sheet.shape(curve(flame), mix(AMBER, SNOW, 0.35))


def wreaths(sheet, t):
    for i, (start, lane, size) in enumerate(
        ((6.6, 690, 58), (7.3, 626, 40), (7.9, 738, 72), (8.7, 652, 46), (9.5, 600, 32))
    ):
        shown = rise(t, start, start + 0.8)
        if shown:
            x = 1010 - (t - start) * (104 - i * 9) - i * 26
            y = lane + 5 * math.sin(t * 1.7 + i) + 60 * (1 - shown)
            wreath(sheet, x, y, size * (0.6 + 0.4 * shown), t, 0.35 * darkness(t))


def bonfire(sheet, t):
    x, y = FIRE
    lit = rise(t, 3.0, 4.8) * (1 - 0.75 * rise(t, 13.0, 15.4))
    pole = mix("#6e4a2d", NIGHT, 0.4 * darkness(t))
    sheet.line([(x, y + 20), (x, y - 430)], pole, 15)
    for side in (1.0, 0.78):
        wheel = [
            (x + 92 * side * math.cos(k * 0.15), y - 430 + 30 * side * math.sin(k * 0.15))
            for k in range(43)
        ]
        sheet.line(wheel, mix(pole, SAND, 0.3), 11)
    for k in range(6):
        turn = k * math.tau / 6
        sheet.line(
            [(x, y - 430), (x + 88 * math.cos(turn), y - 430 + 28 * math.sin(turn))], pole, 6
        )
        sheet.line(
            [
                (x + 88 * math.cos(turn), y - 430 + 28 * math.sin(turn)),
                (x + 90 * math.cos(turn) + 7 * math.sin(t * 2 + k), y - 352 + 28 * math.sin(turn)),
            ],
            (RED, PAPER)[k % 2],
            6,
        )
    for dx in (-120, -84, -46, 46, 84, 120):
        sheet.line(
            [(x + dx, y + 34), (x - dx * 0.16, y - 120)], mix(INK, WINE, 0.25 + 0.3 * lit), 20
        )
    if not lit:
        return
    sheet.glow(x, y - 120, 330 * lit, "#f2953e", 0.7 * lit)
    for part, fill in ((1.0, RED), (0.76, "#e0742e"), (0.54, GOLD), (0.32, PAPER)):
        tall = 330 * part * lit * (1 + 0.08 * math.sin(t * 7 + part * 9))
        half = 118 * part * lit**0.5
        lean = 20 * math.sin(t * 4 + part * 5)
        flame = [
            (x - half, y + 16),
            (x - half * 0.9, y - tall * 0.28),
            (x - half * 0.34 + lean * 0.4, y - tall * 0.6),
            (x - half * 0.4 + lean, y - tall * 0.84),
            (x + lean, y - tall * 1.05),
            (x + half * 0.3 + lean * 0.5, y - tall * 0.66),
            (x + half * 0.85, y - tall * 0.36),
            (x + half, y + 16),
            (x, y + 30),
        ]
        sheet.shape(curve(flame), fill)
    for i in range(34):
        born, life = 4.2 + i * 0.27, 2.3
        age = (t - born) % (34 * 0.27) if t > born else -1
        if 0 <= age < life:
            drift = 60 * math.sin(i * 2.4) * age + 16 * math.sin(t * 3 + i)
            sheet.disc(
                x + drift,
                y - 200 - 230 * age,
                5.5 * (1 - age / life) + 1,
                mix(AMBER, RED, age / life),
            )


def dancer(sheet, x, y, size, t, phase, dress):
    """A silhouette with a wreath; its hands reach those beside it."""
    bob = 8 * abs(math.sin(t * 3.2 + phase))
    y -= bob
    sway = 7 * math.sin(t * 1.6 + phase)
    sheet.shape(
        curve(
            [
                (x - size * 0.12, y - size * 0.72),
                (x + size * 0.12, y - size * 0.72),
                (x + size * 0.14, y - size * 0.44),
                (x + size * 0.3 + sway, y - size * 0.02),
                (x - size * 0.3 + sway, y - size * 0.02),
                (x - size * 0.14, y - size * 0.44),
            ]
        ),
        dress,
    )
    sheet.line(
        [(x - size * 0.14, y - size * 0.45), (x + size * 0.14, y - size * 0.45)], RED, size * 0.05
    )
    sheet.disc(x, y - size * 0.85, size * 0.115, "#c99a78")
    for k in range(7):
        sheet.disc(
            x - size * 0.12 + k * size * 0.04,
            y - size * 0.92 - size * 0.02 * math.sin(k * 0.9),
            size * 0.04,
            (RED, SNOW, AMBER)[k % 3],
        )
    return (x - size * 0.12, y - size * 0.66), (x + size * 0.12, y - size * 0.66)


def dance(sheet, t):
    shown = rise(t, 5.2, 6.4) * (1 - rise(t, 13.4, 14.4))
    if not shown:
        return
    hands = []
    for i in range(6):
        x = 880 + i * 124 + 18 * math.sin(t * 1.1)
        y = 868 + 24 * math.sin(i * math.pi / 5) + 170 * (1 - shown)
        tone = mix((PAPER, SNOW, SAND)[i % 3], NIGHT, 0.25)
        hands.append(dancer(sheet, x, y, 196, t, i * 0.9, tone))
    for (_left, right), (left, _right) in zip(hands, hands[1:], strict=False):
        middle = ((right[0] + left[0]) / 2, max(right[1], left[1]) + 38)
        sheet.line(curve([right, middle, left], closed=False), mix(PAPER, NIGHT, 0.3), 12)


def frond(sheet, x, y, length, turn, fill):
    angle, px, py = math.radians(turn), x, y
    for step in range(12):
        nx, ny = px + length / 12 * math.sin(angle), py - length / 12 * math.cos(angle)
        sheet.line([(px, py), (nx, ny)], mix(fill, INK, 0.25), 8 - step * 0.5)
        reach = length * 0.3 * (1 - step / 13) * (0.5 + 0.5 * min(1, step / 2))
        for side in (-1, 1):
            tip = angle + side * 1.1
            leaf = [
                (nx, ny),
                (nx + reach * 0.5 * math.sin(tip - 0.2), ny - reach * 0.5 * math.cos(tip - 0.2)),
                (nx + reach * math.sin(tip), ny - reach * math.cos(tip)),
                (nx + reach * 0.5 * math.sin(tip + 0.3), ny - reach * 0.5 * math.cos(tip + 0.3)),
            ]
            sheet.shape(curve(leaf, steps=5), fill)
        px, py = nx, ny
        angle += math.copysign(0.055, turn)


def fern(sheet, t):
    night = darkness(t)
    x, y = 270, 985
    fill = mix(mix(MOSS, FOREST, 0.5), NIGHT, 0.4 * night)
    open_ = rise(t, 10.2, 11.6) * (1 - rise(t, 13.2, 14.0))
    for turn, length in ((-74, 330), (72, 340), (-52, 390), (50, 400), (-28, 420), (27, 430)):
        frond(
            sheet, x, y, length, turn + 2 * math.sin(t * 1.2 + turn), mix(fill, AMBER, 0.14 * open_)
        )
    if not open_:
        return
    fx, fy = x, y - 250
    sheet.glow(fx, fy, 210 * open_, AMBER, 0.8 * open_)
    sheet.line([(x, y - 30), (fx, fy)], mix(fill, AMBER, 0.3), 8)
    for ring_at, reach, tone in ((0, 1.0, RED), (22.5, 0.78, GOLD), (0, 0.54, PAPER)):
        for k in range(8):
            turn = math.radians(ring_at + k * 45 + 5 * math.sin(t * 2))
            size = 84 * reach * open_
            petal = [
                (fx, fy),
                (fx + size * 0.6 * math.sin(turn - 0.32), fy - size * 0.6 * math.cos(turn - 0.32)),
                (fx + size * math.sin(turn), fy - size * math.cos(turn)),
                (fx + size * 0.6 * math.sin(turn + 0.32), fy - size * 0.6 * math.cos(turn + 0.32)),
            ]
            sheet.shape(curve(petal, steps=6), tone)
    sheet.disc(fx, fy, 17 * open_, AMBER)
