"""A horse of straw and a folded towel, for the shelf."""

from portal.drawing.canvas import GOLD, INK, PAPER, RED, SAND, SNOW, curve, mix
from portal.drawing.motifs import star

STRAW = "#e0b75c"


def horse(sheet, x, base):
    def bundle(points, width):
        line = curve(points, closed=False)
        sheet.line(line, mix(STRAW, GOLD, 0.5), width)
        for shift in (-0.28, 0, 0.28):
            sheet.line(
                [(px + shift * width * 0.4, py + shift * width) for px, py in line],
                mix(STRAW, SNOW, 0.2),
                width * 0.1,
            )

    for dx in (-84, -50, 62, 92):
        bundle([(x + dx, base - 96), (x + dx - 4, base - 50), (x + dx, base - 6)], 24)
        sheet.box(x + dx - 15, base - 34, x + dx + 15, base - 26, RED)
    bundle([(x - 92, base - 120), (x, base - 112), (x + 96, base - 124)], 62)
    bundle([(x - 84, base - 132), (x - 118, base - 190), (x - 130, base - 240)], 46)
    bundle([(x - 120, base - 240), (x - 160, base - 226), (x - 186, base - 204)], 34)
    for i in range(9):
        sheet.line(
            [(x - 104 + i * 6, base - 252 + i * 14), (x - 74 + i * 9, base - 232 + i * 13)],
            mix(STRAW, GOLD, i % 2 * 0.5),
            6,
        )
    for i in range(7):
        sheet.line(
            curve(
                [
                    (x + 104, base - 130),
                    (x + 140 + i * 4, base - 120 + i * 6),
                    (x + 150 + i * 5, base - 40 + i * 4),
                ],
                closed=False,
            ),
            mix(STRAW, GOLD, i % 2 * 0.5),
            5,
        )
    for px in (-46, 46):
        sheet.box(x + px - 6, base - 148, x + px + 6, base - 82, RED)
    sheet.line([(x - 134, base - 262), (x - 138, base - 286)], STRAW, 8)
    sheet.disc(x - 146, base - 236, 5, INK)


def towel(sheet, x, base, width):
    linen = mix(SNOW, PAPER, 0.4)
    for i in range(4):
        y = base - i * 44
        sheet.box(
            x - i * 5,
            y - 44,
            x + width - i * 9,
            y - 2,
            mix(linen, SAND, 0.12 * (i % 2)),
            round_by=18,
        )
        sheet.line([(x + 14, y - 6), (x + width - 14, y - 6)], mix(SAND, INK, 0.2), 3)
    # One end hangs over the edge of the shelf.
    sheet.box(x + 40, base - 176, x + width - 60, base + 150, linen, round_by=6)
    for top, height in ((40, 10), (58, 5), (132, 8)):
        sheet.box(x + 40, base + top - 60, x + width - 60, base + top - 60 + height, RED)
    middle = x + width / 2 - 10
    for dx in (-74, 0, 74):
        star(sheet, middle + dx, base + 34, 4.6, RED)
    sheet.box(x + 40, base + 96, x + width - 60, base + 104, RED)
    for i in range(int((width - 100) / 11)):
        px = x + 46 + i * 11
        sheet.line([(px, base + 148), (px, base + 180)], mix(linen, SAND, 0.3), 4)
