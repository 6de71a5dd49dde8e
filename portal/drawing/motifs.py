"""Shapes that several pictures use."""

from portal.drawing.canvas import AMBER, INK, PAPER, SNOW, WIDTH, WINE, curve, mix

LOG = "#8a5a3a"


def skyline(sheet, ground, fill, *, seed, low=30, high=120):
    """Roofs of a far town; `seed` only varies the rhythm."""
    x = -20
    count = seed
    while x < WIDTH:
        count += 1
        width = 46 + (count * 37) % 70
        height = low + (count * 53) % (high - low)
        sheet.box(x, ground - height, x + width, ground + 4, fill)
        if count % 4 == 0:
            sheet.shape(
                [
                    (x, ground - height),
                    (x + width / 2, ground - height - 34),
                    (x + width, ground - height),
                ],
                fill,
            )
        x += width + (count * 13) % 18


def star(sheet, x, y, cell, fill):
    """The eight-petalled star of the embroideries, 17 cells wide."""
    petal = [(across, up) for across in range(1, 5) for up in range(across + 1, across + 5)]
    for across, up in petal + [(b, a) for a, b in petal]:
        for right in (-1, 1):
            for down in (-1, 1):
                cx, cy = x + right * across * cell, y + down * up * cell
                sheet.box(cx - cell / 2, cy - cell / 2, cx + cell / 2, cy + cell / 2, fill)


def cloud(sheet, x, y, size, fill):
    sheet.box(x - size, y - size * 0.16, x + size, y + size * 0.16, fill, round_by=size * 0.16)
    for dx, dy, part in ((-0.45, -0.16, 0.3), (0.05, -0.3, 0.4), (0.5, -0.14, 0.26)):
        sheet.disc(x + dx * size, y + dy * size, part * size, fill)


def bird(sheet, x, y, size, fill):
    """One that is far away: two wings and no more."""
    for side in (-1, 1):
        wing = [(x, y), (x + side * size * 0.5, y - size * 0.42), (x + side * size, y - size * 0.1)]
        sheet.line(curve(wing, closed=False), fill, size * 0.13)


def birch(sheet, x, base, height, crown):
    """A white trunk with marks, and branches that hang."""
    half = height * 0.024
    sheet.shape(
        [
            (x - half * 1.4, base),
            (x - half * 0.5, base - height),
            (x + half * 0.5, base - height),
            (x + half * 1.4, base),
        ],
        SNOW,
    )
    for i in range(9):
        y, side = base - height * (0.06 + i * 0.085), 1 if i % 2 else -1
        sheet.line([(x + side * half, y), (x + side * half * 0.1, y - half * 0.2)], INK, half * 0.5)
    for i in range(11):
        side, y = 1 if i % 2 else -1, base - height * (0.5 + i * 0.048)
        reach = height * (0.24 - abs(i - 4) * 0.018)
        leaf = [
            (x, y),
            (x + side * reach * 0.6, y - reach * 0.3),
            (x + side * reach, y + reach * 0.5),
            (x + side * reach * 0.55, y + reach * 0.75),
            (x + side * reach * 0.25, y + reach * 0.3),
        ]
        sheet.shape(curve(leaf), mix(crown, PAPER, 0.12 * (i % 3)))


def log_house(sheet, x, base, width, *, wall=LOG, roof=WINE, frame=SNOW, pane=AMBER):
    """A house of logs with its gable to the reader, three windows wide."""
    height = width * 0.42
    half = width / 2
    sheet.box(x - half, base - height, x + half, base, wall)
    rows = 8
    for i in range(rows):
        y = base - height + (i + 0.5) * height / rows
        sheet.line([(x - half, y), (x + half, y)], mix(wall, INK, 0.28), height * 0.018)
    for side in (-1, 1):
        for i in range(rows):
            y = base - height + (i + 0.5) * height / rows
            sheet.disc(x + side * half, y, height / rows * 0.46, mix(wall, PAPER, 0.3))
    eave = half * 1.16
    sheet.shape(
        [(x - eave, base - height), (x, base - height - width * 0.44), (x + eave, base - height)],
        roof,
    )
    sheet.shape(
        [
            (x - half * 0.86, base - height),
            (x, base - height - width * 0.33),
            (x + half * 0.86, base - height),
        ],
        mix(wall, PAPER, 0.16),
    )
    for i in range(-3, 4):
        tall = width * 0.3 * (1 - abs(i) / 3.6)
        foot = x + i * half * 0.24
        sheet.line(
            [(foot, base - height - 4), (foot, base - height - tall)],
            mix(wall, INK, 0.18),
            width * 0.008,
        )
    for dx in (-0.62, 0, 0.62):
        window(sheet, x + dx * half, base - height * 0.46, width * 0.075, frame, pane)


def window(sheet, x, y, half, frame, pane):
    """With a carved frame, as villages have them."""
    sheet.box(x - half * 1.3, y - half * 1.6, x + half * 1.3, y + half * 1.5, frame)
    sheet.shape(
        [(x - half * 1.6, y - half * 1.5), (x, y - half * 2.4), (x + half * 1.6, y - half * 1.5)],
        frame,
    )
    sheet.box(x - half, y - half * 1.3, x + half, y + half * 1.2, pane)
    sheet.line([(x, y - half * 1.3), (x, y + half * 1.2)], frame, half * 0.2)
    sheet.line([(x - half, y - half * 0.3), (x + half, y - half * 0.3)], frame, half * 0.2)


def ripples(sheet, top, bottom, fill, *, count=26, seed=1):
    """Short strokes of light on water, longer the nearer they are."""
    for i in range(count):
        y = top + ((i * 29 + seed * 17) % 100) / 100 * (bottom - top)
        x = (i * 271 + seed * 97) % (WIDTH + 80) - 80
        near = 0.4 + (y - top) / (bottom - top)
        sheet.line([(x, y), (x + near * (50 + (i * 31) % 110), y)], fill, 2.2)
