"""A lake in the north at sunrise."""

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
    SNOW,
    WIDTH,
    WINE,
    Canvas,
    curve,
    mix,
)
from portal.drawing.motifs import bird, ripples


def pine(sheet, x, base, height):
    """A tall bare stem with flat crowns."""
    bark = "#a5643f"
    sheet.shape(
        [(x - height * 0.016, base), (x - height * 0.008, base - height * 0.95),
         (x + height * 0.008, base - height * 0.95), (x + height * 0.018, base)], bark,
    )  # fmt: skip
    for dx, up, size in (
        (-0.07, 0.66, 0.1),
        (0.08, 0.74, 0.12),
        (-0.06, 0.84, 0.13),
        (0.02, 0.95, 0.13),
    ):
        sheet.line(
            [(x, base - height * (up - 0.04)), (x + dx * height, base - height * up)],
            bark,
            height * 0.008,
        )
        cx, cy, r = x + dx * height, base - height * up, height * size
        sheet.shape(
            curve(
                [
                    (cx - r, cy),
                    (cx - r * 0.5, cy - r * 0.5),
                    (cx + r * 0.3, cy - r * 0.52),
                    (cx + r, cy - r * 0.05),
                    (cx + r * 0.3, cy + r * 0.2),
                    (cx - r * 0.5, cy + r * 0.18),
                ]
            ),
            mix(FOREST, MOSS, up - 0.5),
        )


def swan(sheet, x, y, size, side=1):
    def at(*points):
        return [(x + side * px * size, y + py * size) for px, py in points]

    sheet.shape(
        curve(
            at((-0.8, -0.1), (-0.2, -0.42), (0.5, -0.34), (0.95, -0.5), (0.7, 0.0), (-0.3, 0.08))
        ),
        SNOW,
    )
    sheet.line(
        curve(at((-0.6, -0.15), (-0.85, -0.55), (-0.62, -0.9), (-0.78, -1.08)), closed=False),
        SNOW,
        size * 0.15,
    )
    sheet.shape(at((-0.8, -1.16), (-1.12, -1.0), (-0.8, -0.99)), GOLD)
    sheet.veil(curve(at((-0.8, 0.08), (0.8, 0.08), (0.3, 0.24), (-0.4, 0.24))), SNOW, 0.35)


def draw():
    sheet = Canvas()
    sheet.sky("#6f8fae", "#f7d3a0", until=520)
    sheet.glow(930, 452, 360, "#f2a765", 0.6)
    sheet.disc(930, 462, 84, mix(AMBER, SNOW, 0.35))
    for x, y, length in ((260, 130, 250), (700, 190, 320), (1180, 110, 220), (1240, 250, 260)):
        sheet.box(x, y, x + length, y + 12, mix("#f7d3a0", SNOW, 0.4), round_by=6)
    sheet.hill([486, 470, 480, 492, 500, 494, 476, 470, 484], mix(FOREST, MIST, 0.55), bottom=520)
    for i in range(90):
        sheet.fir(
            i * 18 - 6,
            520,
            40 + (i * 37) % 40 + (26 if i < 26 or i > 66 else 0),
            mix(FOREST, MIST, 0.3),
        )
    sheet.mirror(520, depth=400, tint=BLUE, strength=0.3)
    sheet.veil([(0, 700), (WIDTH, 700), (WIDTH, HEIGHT), (0, HEIGHT)], NIGHT, 0.35, blur=80)
    sheet.box(0, 517, WIDTH, 522, mix(SNOW, AMBER, 0.4))
    ripples(sheet, 545, 880, mix(SNOW, AMBER, 0.5), count=34, seed=3)
    for x, y in ((560, 300), (612, 276), (660, 306), (716, 286)):
        bird(sheet, x, y, 22, INK)
    # Both shores, and pines on them.
    sheet.shape(
        curve([(-40, 560), (120, 566), (260, 610), (330, 690), (250, 780), (60, 850), (-60, 880)]),
        MOSS,
    )
    sheet.shape(
        curve([(1650, 580), (1500, 590), (1410, 640), (1440, 720), (1560, 790), (1660, 810)]), MOSS
    )
    for x, base, height in (
        (60, 620, 560),
        (190, 660, 500),
        (-10, 740, 640),
        (120, 780, 610),
        (1540, 640, 520),
        (1590, 720, 600),
        (1470, 668, 440),
    ):
        pine(sheet, x, base, height)
    # The jetty and the boat.
    wood = mix(WINE, SNOW, 0.35)
    for x, y in ((330, 742), (450, 762), (570, 784), (690, 806)):
        sheet.box(x - 8, y, x + 8, y + 64, mix(wood, INK, 0.4), round_by=4)
    sheet.shape([(210, 700), (720, 792), (712, 826), (200, 728)], wood)
    for i in range(19):
        x = 226 + i * 26
        sheet.line([(x, 704 + i * 4.7), (x - 7, 731 + i * 5.2)], mix(wood, INK, 0.3), 3)
    sheet.shape(
        curve([(760, 806), (800, 852), (960, 868), (1100, 846), (1140, 800), (950, 822)]), RED_BOAT
    )
    sheet.shape(curve([(772, 806), (950, 836), (1130, 802), (950, 816)]), mix(RED_BOAT, INK, 0.5))
    sheet.line([(850, 822), (900, 834)], AMBER, 9)
    sheet.line([(1010, 832), (1050, 820)], AMBER, 9)
    sheet.line(curve([(700, 800), (730, 822), (772, 810)], closed=False), SNOW, 4)
    swan(sheet, 1120, 640, 52)
    swan(sheet, 1250, 676, 58)
    sheet.woven_band()
    return sheet


RED_BOAT = "#8f2f2c"
