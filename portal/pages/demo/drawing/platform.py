"""A metro train comes into the station."""

from portal.drawing.canvas import (
    AMBER,
    BLUE,
    GOLD,
    INK,
    MIST,
    NIGHT,
    PAPER,
    RED,
    SAND,
    SNOW,
    Canvas,
    curve,
    mix,
    ring,
)

TUNNEL = (1120, 470)  # where all lines run to


def towards(x, y, share):
    """A point on the way from (x, y) to the tunnel."""
    return (x + (TUNNEL[0] - x) * share, y + (TUNNEL[1] - y) * share)


def arch(x0, x1, base, top):
    """The outline of one opening."""
    middle = (x0 + x1) / 2
    half = (x1 - x0) / 2
    round_top = [p for p in ring(middle, top + half, half, 48) if p[1] <= top + half + 1]
    round_top.sort()
    return [(x0, base), *round_top, (x1, base)]


def draw():
    sheet = Canvas(mix(PAPER, SNOW, 0.3))
    sheet.sky(mix(SAND, PAPER, 0.35), mix(PAPER, SNOW, 0.5), until=500)
    # Ribs of the vault and the lights between them.
    for i in range(9):
        x = -200 + i * 260
        sheet.shape(
            [(x, -20), (x + 90, -20), towards(x + 90, -20, 0.72), towards(x, -20, 0.72)],
            mix(SAND, PAPER, 0.1),
        )
    for i in range(8):
        x = -30 + i * 260
        sheet.shape(
            [
                towards(x, -20, 0.1),
                towards(x + 60, -20, 0.1),
                towards(x + 60, -20, 0.4),
                towards(x, -20, 0.4),
            ],
            mix(AMBER, SNOW, 0.6),
        )
    # The far wall with the mouth of the tunnel.
    sheet.box(900, 300, 1340, 700, mix(SAND, INK, 0.22))
    sheet.disc(1120, 520, 190, mix(NIGHT, INK, 0.3))
    sheet.box(930, 520, 1310, 720, mix(NIGHT, INK, 0.3))
    for radius in (190, 160, 130):
        points = [p for p in ring(1120, 520, radius, 60) if p[1] < 524]
        sheet.line(sorted(points), mix(NIGHT, MIST, 0.16), 4)
    # The wall on the right, where the woven pattern runs into the depth.
    sheet.shape([(1340, 180), (1620, -80), (1620, 1000), (1340, 720)], mix(MIST, SNOW, 0.4))
    for share, fill in ((0.0, RED), (0.13, SNOW), (0.26, RED)):
        top, low = 370 + share * 300, 370 + (share + 0.1) * 300
        sheet.shape(
            [
                (1340, top),
                (1620, top - 80 + share * 90),
                (1620, low - 80 + share * 130),
                (1340, low),
            ],
            fill,
        )
    for i in range(4):
        x, size = 1376 + i * 66, 15 + i * 5
        sheet.shape(ring(x, 424 - i * 14, size, 4), RED)
        sheet.shape(ring(x, 424 - i * 14, size * 0.45, 4), SNOW)
    # The track bed and the rails.
    sheet.shape([(940, 710), (1300, 710), (1660, 930), (760, 930)], mix(NIGHT, INK, 0.5))
    for x0, x1 in ((1040, 930), (1200, 1330)):
        sheet.line([(x0, 712), (x1, 930)], mix(MIST, SNOW, 0.3), 7)
    for i in range(8):
        y = 720 + i * i * 3.6
        sheet.line([(1030 - i * 16, y), (1212 + i * 18, y)], mix(INK, MIST, 0.25), 3 + i)
    # The train.
    sheet.glow(1050, 640, 210, AMBER, 0.45)
    sheet.glow(1190, 640, 210, AMBER, 0.45)
    sheet.shape(
        curve(
            [
                (960, 740),
                (956, 520),
                (990, 410),
                (1120, 384),
                (1250, 410),
                (1284, 520),
                (1280, 740),
                (1120, 748),
            ]
        ),
        BLUE,
    )
    sheet.shape(
        curve(
            [
                (980, 560),
                (980, 500),
                (1006, 432),
                (1120, 410),
                (1234, 432),
                (1260, 500),
                (1260, 560),
                (1120, 570),
            ]
        ),
        INK,
    )
    sheet.shape(
        curve([(996, 550), (998, 500), (1020, 446), (1108, 430), (1108, 556)]),
        mix(NIGHT, MIST, 0.5),
    )
    sheet.shape(
        curve([(1132, 430), (1220, 446), (1242, 500), (1244, 550), (1132, 556)]),
        mix(NIGHT, MIST, 0.4),
    )
    sheet.shape(
        curve([(1160, 552), (1162, 510), (1190, 484), (1220, 512), (1224, 550)]),
        mix(INK, NIGHT, 0.3),
    )
    sheet.disc(1190, 480, 20, "#d9a77e")
    sheet.box(1072, 392, 1168, 420, AMBER, round_by=8)
    sheet.box(962, 600, 1278, 622, SNOW)
    sheet.box(962, 626, 1278, 636, RED)
    for x in (1020, 1220):
        sheet.disc(x, 672, 34, mix(BLUE, INK, 0.4))
        sheet.disc(x, 672, 25, SNOW)
        sheet.disc(x, 672, 15, mix(AMBER, SNOW, 0.5))
    sheet.box(990, 716, 1250, 748, INK, round_by=10)
    # The platform, and white arches between it and the hall.
    sheet.shape([(-40, 930), (-40, 700), (930, 690), (770, 930)], mix(SAND, PAPER, 0.45))
    for i in range(12):
        x = -120 + i * 100
        sheet.line(
            [(x, 930), towards(x, 930, 0.42) if x > 400 else (x + 200, 700)],
            mix(SAND, INK, 0.12),
            2.5,
        )
    sheet.line([(930, 692), (770, 930)], SNOW, 12)
    sheet.line([(900, 692), (716, 930)], AMBER, 10)
    openings = ((40, 250), (310, 500), (556, 706), (752, 860))
    sheet.shape([(-40, 130), (900, 330), (900, 700), (-40, 760)], SNOW)
    for i, (x0, x1) in enumerate(openings):
        base, top = 748 - i * 14, 300 + i * 48
        sheet.shape(arch(x0, x1, base, top), mix(SAND, PAPER, 0.2))
        sheet.shape(arch(x0 + 16, x1, base, top + 10), mix(AMBER, PAPER, 0.55))
        sheet.line(sorted(arch(x0, x1, base, top))[1:-1], GOLD, 5)
    sheet.shape([(-40, 176), (900, 352), (900, 368), (-40, 200)], RED)
    for i in range(16):
        x = i * 58
        y = 166 + x * 0.187 - 4
        sheet.shape(ring(x, y, 15 - i * 0.5, 4), RED)
        sheet.shape(ring(x, y, 6 - i * 0.2, 4), SNOW)
    # Two who wait.
    for x, y, tall, coat in ((470, 842, 210, RED), (570, 836, 196, NIGHT)):
        sheet.veil(ring(x + 10, y, 52, 24), INK, 0.25, blur=8)
        for dx in (-12, 12):
            sheet.line([(x + dx, y - tall * 0.45), (x + dx, y - 8)], mix(INK, NIGHT, 0.4), 18)
        sheet.shape(
            curve(
                [
                    (x - 38, y - tall * 0.36),
                    (x - 34, y - tall * 0.78),
                    (x, y - tall * 0.88),
                    (x + 34, y - tall * 0.78),
                    (x + 38, y - tall * 0.36),
                    (x, y - tall * 0.33),
                ]
            ),
            coat,
        )
        sheet.disc(x, y - tall * 0.98, tall * 0.125, "#e3b48c")
        sheet.shape(
            curve(
                [
                    (x - tall * 0.13, y - tall * 0.98),
                    (x - tall * 0.08, y - tall * 1.12),
                    (x + tall * 0.08, y - tall * 1.12),
                    (x + tall * 0.13, y - tall * 0.98),
                    (x, y - tall * 1.04),
                ]
            ),
            mix(coat, INK, 0.4),
        )
    sheet.box(588, 760, 634, 812, GOLD, round_by=8)
    sheet.woven_band()
    return sheet
