"""Shapes that several pictures use."""

from news.demo.drawing.canvas import WIDTH


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
