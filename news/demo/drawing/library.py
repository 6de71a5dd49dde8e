"""The glass body of the National Library at night."""

from portal.drawing.canvas import (
    AMBER,
    BLUE,
    FOREST,
    HEIGHT,
    INK,
    NIGHT,
    SAND,
    SNOW,
    WIDTH,
    Canvas,
    mix,
)
from portal.drawing.motifs import skyline


def diamond_faces(x, y, r):
    """The library's body as seen from the street: eight-sided outline, three rows of faces."""
    a = r * 0.4142
    top, bottom = y - r, y + r
    rows = {
        "top": [
            (x - a, top),
            (x - a * 0.42, top + r * 0.14),
            (x + a * 0.42, top + r * 0.14),
            (x + a, top),
        ],
        "high": [(x - r, y - a), (x - a, y - a), (x + a, y - a), (x + r, y - a)],
        "low": [(x - r, y + a), (x - a, y + a), (x + a, y + a), (x + r, y + a)],
        "bottom": [(x - a, bottom), (x + a, bottom)],
    }
    high, low = rows["high"], rows["low"]
    return [
        ([(x - a, top), (x + a, top), high[2], high[1]], 0.55),
        ([(x - a, top), high[1], high[0]], 0.3),
        ([(x + a, top), high[2], high[3]], 0.75),
        ([high[0], high[1], low[1], low[0]], 0.2),
        ([high[1], high[2], low[2], low[1]], 0.42),
        ([high[2], high[3], low[3], low[2]], 0.66),
        ([low[0], low[1], (x - a, bottom)], 0.12),
        ([low[1], low[2], (x + a, bottom), (x - a, bottom)], 0.28),
        ([low[2], low[3], (x + a, bottom)], 0.5),
    ]


def draw():
    sheet = Canvas()
    sheet.sky("#0e1a2e", "#39507a", until=800)
    for i in range(70):
        sheet.disc((i * 397) % WIDTH, (i * 211) % 520, 1.2 + (i % 3) * 0.7, mix(SNOW, BLUE, 0.35))
    sheet.disc(1330, 170, 54, AMBER)
    sheet.disc(1352, 158, 50, "#16253f")
    skyline(sheet, 772, "#1c2c49", seed=2, low=50, high=150)
    sheet.box(0, 770, WIDTH, HEIGHT, "#1c2c49")
    sheet.glow(800, 420, 400, "#5f86b5", 0.55)
    faces = diamond_faces(800, 410, 290)
    for points, light in faces:
        cx = sum(p[0] for p in points) / len(points)
        cy = sum(p[1] for p in points) / len(points)
        glass = mix("#2c4d7c", "#b9d3e4", light)
        for share, fill in (
            (1, glass),
            (0.8, mix(glass, NIGHT, 0.16)),
            (0.62, glass),
            (0.4, mix(glass, SNOW, 0.45)),
            (0.2, AMBER),
        ):
            sheet.shape(
                [(cx + (px - cx) * share, cy + (py - cy) * share) for px, py in points], fill
            )
    for points, _ in faces:
        sheet.line([*points, points[0]], NIGHT, 6)
        sheet.line([*points, points[0]], mix(BLUE, SNOW, 0.55), 2)
    sheet.shape([(680, 690), (920, 690), (980, 730), (620, 730)], "#22385c")
    for half, top, fill in ((330, 724, "#2f4d78"), (600, 756, "#263f66")):
        sheet.box(800 - half, top, 800 + half, 812, fill)
        sheet.box(800 - half - 14, top, 800 + half + 14, top + 9, mix(fill, SNOW, 0.5))
        for i in range(half // 20):
            x = 800 - half + 12 + i * 40
            sheet.box(
                x, top + 17, x + 26, 800, mix(AMBER, fill, 0.15 + (i * 7 % 5) / 8), round_by=2
            )
    sheet.hill([806, 802, 806, 802, 806], mix(FOREST, NIGHT, 0.5))
    sheet.shape([(700, 1000), (770, 806), (830, 806), (900, 1000)], mix(SAND, NIGHT, 0.35))
    for i in range(15):
        if not 6 <= i <= 8:
            sheet.crown(
                40 + i * 109, 850 + (i % 2) * 12, 74, mix(FOREST, NIGHT, 0.15 + (i % 3) / 8)
            )
    for x in (650, 950, 560, 1040):
        sheet.line([(x, 860), (x, 800)], INK, 4)
        sheet.glow(x, 796, 34, AMBER, 0.8)
        sheet.disc(x, 796, 8, SNOW)
    sheet.woven_band()
    return sheet
