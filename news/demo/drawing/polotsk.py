"""St Sophia above the Western Dvina."""

from portal.drawing.canvas import (
    AMBER,
    BLUE,
    FOREST,
    GOLD,
    MIST,
    MOSS,
    NIGHT,
    RED,
    SAGE,
    SAND,
    SNOW,
    WIDTH,
    Canvas,
    curve,
    mix,
)
from portal.drawing.motifs import bird, ripples

SHADE = mix(SNOW, BLUE, 0.16)


def tower(sheet, x, base):
    """Slender, in storeys that grow lighter, with a baroque helmet."""
    for half, low, high in ((46, 0, 170), (40, 170, 262), (33, 262, 334)):
        sheet.box(x - half, base - high, x + half, base - low, SNOW)
        sheet.box(x + half * 0.45, base - high, x + half, base - low, SHADE)
        sheet.box(x - half - 7, base - high - 6, x + half + 7, base - high + 6, SAND)
        sheet.box(x - 13, base - high + 24, x + 13, base - high + 68, BLUE, round_by=13)
    top = base - 340
    helmet = [
        (x - 36, top),
        (x - 34, top - 24),
        (x - 12, top - 44),
        (x - 9, top - 66),
        (x, top - 92),
        (x + 9, top - 66),
        (x + 12, top - 44),
        (x + 34, top - 24),
        (x + 36, top),
    ]
    sheet.shape(curve(helmet), mix(FOREST, BLUE, 0.35))
    sheet.line([(x, top - 84), (x, top - 134)], GOLD, 5)
    sheet.line([(x - 11, top - 118), (x + 11, top - 118)], GOLD, 5)


def draw():
    sheet = Canvas()
    sheet.sky("#5f83a3", "#f3cfa6", until=640)
    sheet.glow(420, 520, 320, "#f4b183", 0.8)
    sheet.disc(420, 540, 66, mix(AMBER, SNOW, 0.4))
    sheet.hill([560, 540, 556, 530, 550, 520, 560, 540, 556], mix(SAGE, MIST, 0.45), bottom=700)
    sheet.hill([640, 630, 610, 560, 500, 486, 490, 540, 600], SAGE, bottom=700)
    base = 500
    # Nave and gable between the towers.
    sheet.box(830, base - 210, 1190, base, SNOW)
    sheet.box(1090, base - 210, 1190, base, SHADE)
    sheet.shape(
        [
            (846, base - 210),
            (880, base - 300),
            (940, base - 332),
            (1010, base - 380),
            (1080, base - 332),
            (1140, base - 300),
            (1174, base - 210),
        ],
        SNOW,
    )
    sheet.shape(
        [
            (1010, base - 380),
            (1080, base - 332),
            (1140, base - 300),
            (1174, base - 210),
            (1010, base - 210),
        ],
        SHADE,
    )
    sheet.box(824, base - 220, 1196, base - 206, SAND)
    for x in (916, 1010, 1104):
        sheet.box(x - 20, base - 180, x + 20, base - 96, BLUE, round_by=20)
    sheet.disc(1010, base - 282, 30, BLUE)
    sheet.disc(1010, base - 282, 20, AMBER)
    sheet.box(984, base - 70, 1036, base, mix(RED, NIGHT, 0.3), round_by=24)
    for x in (806, 1214):
        tower(sheet, x, base)
    sheet.hill([660, 650, 622, 570, 520, 506, 512, 560, 620], MOSS, bottom=700)
    for x, y, size in (
        (600, 585, 96),
        (690, 548, 84),
        (1330, 548, 92),
        (1430, 580, 110),
        (1540, 612, 120),
    ):
        sheet.crown(x, y, size, mix(FOREST, MOSS, 0.35))
    # A path with steps down to the landing.
    sheet.shape([(1000, 508), (1020, 508), (930, 690), (880, 690)], SAND)
    sheet.hill([690, 686, 690, 686, 690], FOREST, bottom=704)
    for x, size in ((60, 110), (150, 76), (240, 54)):
        sheet.crown(x, 692, size, FOREST)
    sheet.mirror(700, depth=300, tint=BLUE, strength=0.38)
    sheet.veil([(0, 700), (WIDTH, 700), (WIDTH, 1000), (0, 1000)], NIGHT, 0.12)
    ripples(sheet, 712, 900, mix(MIST, BLUE, 0.25), seed=3)
    sheet.shape(curve([(250, 786), (390, 792), (420, 778), (380, 816), (280, 816)]), "#5a3a2b")
    sheet.line([(330, 786), (330, 690)], "#5a3a2b", 6)
    sheet.shape([(336, 696), (336, 776), (404, 768)], mix(SNOW, AMBER, 0.3))
    for x, y, size in ((560, 190, 24), (640, 150, 18), (700, 206, 16), (1430, 170, 22)):
        bird(sheet, x, y, size, NIGHT)
    sheet.woven_band()
    return sheet
