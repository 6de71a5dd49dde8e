"""The sheet the demo pictures are drawn on: flat shapes, few colours, smooth edges.

All measures are units of a 1600 x 1000 sheet. It is kept twice as large while drawing and made
smaller at the end, because Pillow draws hard edges.
"""

import math

from PIL import Image, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1600, 1000
OVERSIZE = 2
LIMIT = 78_000  # bytes

PAPER = "#f4ead8"
SAND = "#e3cfa8"
GOLD = "#d2993c"
AMBER = "#e9bd6b"
RED = "#9e2a2b"
WINE = "#6b1a24"
FOREST = "#21443a"
MOSS = "#47684f"
SAGE = "#8ea488"
NIGHT = "#15263f"
BLUE = "#33547a"
MIST = "#b7c6cb"
INK = "#111d2a"
SNOW = "#fbf7ef"

# Rows of the woven band: "#" is a red thread, "." the linen.
BAND = (
    "......#......",
    ".....###.....",
    "....##.##....",
    "#..##.#.##..#",
    ".###.###.###.",
    "#..##.#.##..#",
    "....##.##....",
    ".....###.....",
    "......#......",
)


def curve(points, *, closed=True, steps=14):
    """The points joined by a smooth line (Catmull-Rom), for bodies, flames and hills."""
    pts = list(points)
    around = [pts[-1], *pts, pts[0], pts[1]] if closed else [pts[0], *pts, pts[-1]]
    line = []
    for p0, p1, p2, p3 in zip(around, around[1:], around[2:], around[3:], strict=False):
        for step in range(steps):
            t = step / steps
            line.append(
                tuple(
                    0.5
                    * (
                        2 * b
                        + (c - a) * t
                        + (2 * a - 5 * b + 4 * c - d) * t**2
                        + (3 * b - a - 3 * c + d) * t**3
                    )
                    for a, b, c, d in zip(p0, p1, p2, p3, strict=True)
                )
            )
    return line if closed else [*line, pts[-1]]


def ring(x, y, radius, sides, *, turn=0.0):
    """The corners of a regular figure; `turn` in degrees, 0 puts a corner on top."""
    return [
        (
            x + radius * math.sin(math.radians(turn + 360 * i / sides)),
            y - radius * math.cos(math.radians(turn + 360 * i / sides)),
        )
        for i in range(sides)
    ]


def mix(first, second, share):
    """A colour between two, `share` of the second (0 to 1)."""
    one, two = (tuple(int(c[i : i + 2], 16) for i in (1, 3, 5)) for c in (first, second))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in zip(one, two, strict=True))


class Canvas:
    def __init__(self, ground=PAPER, *, oversize=OVERSIZE):
        self.oversize = oversize
        self.image = Image.new("RGB", (WIDTH * oversize, HEIGHT * oversize), ground)
        self.draw = ImageDraw.Draw(self.image)

    def _big(self, points):
        return [(x * self.oversize, y * self.oversize) for x, y in points]

    def _box(self, x0, y0, x1, y1):
        return [v * self.oversize for v in (x0, y0, x1, y1)]

    def shape(self, points, fill):
        self.draw.polygon(self._big(points), fill=fill)

    def veil(self, points, fill, strength, *, blur=0):
        """A shape that lets through what lies below; `strength` 0 to 1, `blur` in units."""
        radius = blur * self.oversize
        shrink = 4 if radius > 16 else 1  # what is so soft needs no sharp mask
        size = tuple(side // shrink for side in self.image.size)
        mask = Image.new("L", size, 0)
        big = [(x / shrink, y / shrink) for x, y in self._big(points)]
        ImageDraw.Draw(mask).polygon(big, fill=round(255 * strength))
        if blur:
            mask = mask.filter(ImageFilter.GaussianBlur(radius / shrink))
        mask = mask.resize(self.image.size, Image.Resampling.BILINEAR)
        self.image.paste(fill, (0, 0, *self.image.size), mask)

    def box(self, x0, y0, x1, y1, fill, *, round_by=0):
        self.draw.rounded_rectangle(self._box(x0, y0, x1, y1), round_by * self.oversize, fill=fill)

    def disc(self, x, y, radius, fill, *, flat=1.0):
        self.draw.ellipse(
            self._box(x - radius, y - radius * flat, x + radius, y + radius * flat), fill=fill
        )

    def line(self, points, fill, width):
        big = self._big(points)
        self.draw.line(big, fill=fill, width=round(width * self.oversize), joint="curve")
        for x, y in (big[0], big[-1]):
            half = width * self.oversize / 2
            self.draw.ellipse([x - half, y - half, x + half, y + half], fill=fill)

    def sky(self, top, bottom, *, until=HEIGHT):
        """A change of colour from the top edge down to `until`."""
        mask = Image.linear_gradient("L").resize(
            (WIDTH * self.oversize, round(until * self.oversize))
        )
        size = mask.size
        self.image.paste(
            Image.composite(Image.new("RGB", size, bottom), Image.new("RGB", size, top), mask)
        )

    def glow(self, x, y, radius, fill, strength=0.6):
        self.veil(ring(x, y, radius, 48), fill, strength, blur=radius / 2.2)

    def hill(self, heights, fill, *, bottom=HEIGHT):
        """Land under a soft line through heights set at equal distances from edge to edge."""
        step = WIDTH / (len(heights) - 1)
        top = curve([(i * step, y) for i, y in enumerate(heights)], closed=False)
        self.shape([*top, (WIDTH, bottom), (0, bottom)], fill)

    def fir(self, x, y, height, fill, *, tiers=4):
        width = height * 0.42
        self.box(x - height * 0.025, y - height * 0.12, x + height * 0.025, y, mix(fill, INK, 0.5))
        for tier in range(tiers):
            low = y - height * (0.08 + 0.72 * tier / tiers)
            half = width / 2 * (1 - tier / (tiers + 0.6))
            top = low - height * (0.30 + 0.06 * (tiers - tier) / tiers)
            top = max(top, y - height)
            self.shape([(x - half, low), (x, top), (x + half, low)], fill)

    def crown(self, x, y, size, fill, *, trunk=None):
        """A leafy tree that stands at (x, y)."""
        self.shape(
            [
                (x - size * 0.05, y),
                (x - size * 0.03, y - size),
                (x + size * 0.03, y - size),
                (x + size * 0.05, y),
            ],
            trunk or mix(fill, INK, 0.55),
        )
        for dx, dy, part in ((0, 1.05, 0.42), (-0.26, 0.78, 0.32), (0.27, 0.8, 0.33)):
            self.disc(x + dx * size, y - dy * size, part * size, fill)

    def mirror(self, water, *, depth, tint, strength=0.35):
        """What stands above the line `water` seen in it, `depth` units down."""
        top = round((water - depth) * self.oversize)
        line = round(water * self.oversize)
        part = self.image.crop((0, top, self.image.width, line))
        part = part.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        part = Image.blend(part, Image.new("RGB", part.size, tint), strength)
        self.image.paste(part, (0, line))

    def woven_band(self, *, thread=RED, linen=PAPER, cell=7.0):
        """The embroidered towel along the lower edge that all pictures share."""
        rows = len(BAND)
        top = HEIGHT - (rows + 4) * cell
        self.box(0, top, WIDTH, HEIGHT, linen)
        self.box(0, top + cell * 0.6, WIDTH, top + cell * 1.3, thread)
        self.box(0, HEIGHT - cell * 1.3, WIDTH, HEIGHT - cell * 0.6, thread)
        columns = len(BAND[0]) - 1
        start = (WIDTH / 2 - (columns / 2 + 0.5) * cell) % (columns * cell) - columns * cell
        for index in range(int(WIDTH / cell) + 2 * columns):
            x = start + index * cell
            for row, pattern in enumerate(BAND):
                if pattern[index % columns] == "#":
                    y = top + (row + 2) * cell
                    self.box(x, y, x + cell, y + cell, thread)

    def save(self, path):
        """Written as WebP, as good as 80 kB allow: the demo is part of the repository."""
        small = self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        for quality in range(88, 40, -4):
            small.save(path, "WEBP", quality=quality, method=6)
            if path.stat().st_size <= LIMIT:
                return
