"""The six regions as a plain map: their borders made simple, in degrees east and north."""

from portal.drawing.canvas import (
    AMBER,
    GOLD,
    INK,
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
    ring,
)

# Lines between two places where three lands meet, from one to the other.
GRODNO_BREST = [(23.92, 52.72), (24.8, 52.8), (25.6, 52.93), (25.75, 53.25), (26.3, 53.35)]
GRODNO_MINSK = [
    (26.3, 53.35), (26.55, 53.52), (26.2, 53.85), (26.32, 54.15), (26.62, 54.35), (26.62, 54.68),
    (26.45, 54.87),
]  # fmt: skip
GRODNO_VITEBSK = [(26.45, 54.87), (26.2, 55.0)]
BREST_MINSK = [(26.3, 53.35), (26.5, 53.0), (26.72, 52.7), (27.3, 52.5)]
BREST_GOMEL = [(27.3, 52.5), (27.58, 52.3), (27.5, 52.0), (27.25, 51.6)]
MINSK_VITEBSK = [
    (26.45, 54.87), (27.1, 55.0), (27.6, 54.75), (28.2, 54.7), (28.8, 54.65), (29.35, 54.5),
    (29.45, 54.25),
]  # fmt: skip
VITEBSK_MOGILEV = [(29.45, 54.25), (30.0, 54.32), (30.6, 54.35), (31.0, 54.45), (31.24, 54.43)]
MINSK_MOGILEV = [
    (29.45, 54.25), (29.38, 53.95), (29.0, 53.65), (28.45, 53.5), (28.3, 53.25), (28.42, 52.95),
    (28.3, 52.75),
]  # fmt: skip
MINSK_GOMEL = [(28.3, 52.75), (27.9, 52.62), (27.3, 52.5)]
MOGILEV_GOMEL = [
    (28.3, 52.75), (28.9, 52.85), (29.4, 52.95), (29.7, 53.25), (30.3, 53.3), (30.9, 53.12),
    (31.33, 53.16),
]  # fmt: skip
# Parts of the outer border, clockwise.
NORTH = [
    (26.2, 55.0), (26.7, 55.2), (26.48, 55.36), (26.6, 55.68), (27.0, 55.83), (27.6, 55.79),
    (28.15, 56.14), (28.75, 55.95), (29.42, 55.74), (29.9, 55.86), (30.25, 55.84), (30.62, 55.64),
    (30.93, 55.6), (30.86, 55.2), (30.8, 54.95), (31.05, 54.68), (31.24, 54.43),
]  # fmt: skip
EAST = [
    (31.24, 54.43), (31.35, 54.22), (31.8, 53.8), (32.4, 53.7), (32.72, 53.45), (32.45, 53.26),
    (32.15, 53.08), (31.75, 53.2), (31.33, 53.16),
]  # fmt: skip
SOUTH_EAST = [
    (31.33, 53.16), (31.3, 53.0), (31.58, 52.75), (31.56, 52.4), (31.78, 52.11), (31.3, 52.08),
    (30.95, 52.07), (30.62, 51.8), (30.5, 51.55), (30.6, 51.27), (30.2, 51.48), (29.3, 51.38),
    (28.8, 51.43), (28.2, 51.6), (27.75, 51.47), (27.25, 51.6),
]  # fmt: skip
SOUTH_WEST = [
    (27.25, 51.6), (26.4, 51.84), (25.4, 51.93), (24.4, 51.88), (23.6, 51.53), (23.55, 51.78),
    (23.65, 52.05), (23.2, 52.28), (23.6, 52.55), (23.92, 52.72),
]  # fmt: skip
WEST = [
    (23.92, 52.72), (23.88, 53.15), (23.55, 53.92), (24.3, 53.9), (24.75, 53.97), (25.2, 54.22),
    (25.75, 54.18), (25.6, 54.42), (25.78, 54.8), (26.2, 55.0),
]  # fmt: skip
REGIONS = (
    ([*GRODNO_BREST, *GRODNO_MINSK, *GRODNO_VITEBSK, *WEST[::-1]], SAGE),
    ([*SOUTH_WEST, *GRODNO_BREST, *BREST_MINSK, *BREST_GOMEL], "#c98d5e"),
    ([*NORTH, *VITEBSK_MOGILEV[::-1], *MINSK_VITEBSK[::-1], *GRODNO_VITEBSK], "#7f9db3"),
    (
        [*GRODNO_MINSK, *MINSK_VITEBSK, *MINSK_MOGILEV, *MINSK_GOMEL, *BREST_MINSK[::-1]],
        AMBER,
    ),
    ([*EAST, *MOGILEV_GOMEL[::-1], *MINSK_MOGILEV[::-1], *VITEBSK_MOGILEV], "#b9a1ab"),
    (
        [*SOUTH_EAST, *BREST_GOMEL[::-1], *MINSK_GOMEL[::-1], *MOGILEV_GOMEL],
        "#8fb09a",
    ),
)
CENTRES = ((23.83, 53.68), (23.75, 52.12), (30.2, 55.19), (30.33, 53.9), (31.0, 52.44))
RIVERS = (
    [(31.1, 54.72), (30.42, 54.5), (30.33, 53.9), (30.25, 53.5), (30.05, 53.0), (30.4, 52.35),
     (30.62, 51.8), (30.6, 51.27)],
    [(26.0, 51.95), (26.8, 52.12), (27.8, 52.08), (29.2, 52.03), (29.9, 51.75), (30.4, 51.4)],
    [(30.93, 55.4), (30.2, 55.19), (29.4, 55.15), (28.75, 55.5), (27.6, 55.79)],
    [(26.9, 53.35), (26.0, 53.7), (25.3, 53.85), (24.5, 53.45), (23.83, 53.68), (23.7, 53.95)],
    [(28.1, 54.75), (28.5, 54.25), (29.0, 53.8), (29.22, 53.14), (29.9, 52.55), (30.25, 52.45)],
)  # fmt: skip


def at(points):
    """Degrees → the sheet."""
    return [(800 + (east - 27.95) * 95, 452 - (north - 53.7) * 160) for east, north in points]


def star(x, y, size):
    outer, inner = ring(x, y, size, 8), ring(x, y, size * 0.5, 8, turn=22.5)
    return [corner for pair in zip(outer, inner, strict=True) for corner in pair]


def draw():
    sheet = Canvas(mix(PAPER, SNOW, 0.4))
    for i in range(1, 16):
        sheet.line([(i * 100, 0), (i * 100, 910)], mix(PAPER, SAND, 0.35), 1.5)
    for i in range(1, 10):
        sheet.line([(0, i * 100), (1600, i * 100)], mix(PAPER, SAND, 0.35), 1.5)
    outline = at([*NORTH, *EAST, *SOUTH_EAST, *SOUTH_WEST, *WEST])
    sheet.veil([(x + 12, y + 14) for x, y in outline], INK, 0.22, blur=9)
    for border, fill in REGIONS:
        sheet.shape(at(border), mix(fill, PAPER, 0.12))
    for river in RIVERS:
        sheet.line(curve(at(river), closed=False), mix(MIST, SNOW, 0.25), 6)
    for border, _fill in REGIONS:
        points = at(border)
        sheet.line([*points, points[0]], SNOW, 5)
    sheet.line([*outline, outline[0]], WINE, 5)
    for x, y in at(CENTRES):
        sheet.disc(x, y, 15, SNOW)
        sheet.disc(x, y, 10, INK)
    [(x, y)] = at([(27.56, 53.9)])
    sheet.disc(x, y, 40, SNOW)
    sheet.shape(star(x, y, 34), RED)
    sheet.disc(x, y, 7, SNOW)
    # The north, in the upper right corner.
    sheet.shape([(1445, 105), (1467, 190), (1445, 172)], WINE)
    sheet.shape([(1445, 105), (1423, 190), (1445, 172)], GOLD)
    sheet.woven_band()
    return sheet
