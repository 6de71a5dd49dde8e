"""The shortest night of the year: a film of sixteen seconds, and the cover taken from it.

The film is encoded anew with

    python -m news.demo.drawing.kupalle | ffmpeg -f rawvideo -pix_fmt rgb24 -s 960x540 -r 24 -i - \\
        -c:v libvpx-vp9 -crf 42 -b:v 0 -g 96 -row-mt 1 -deadline good -cpu-used 2 -an \\
        -pix_fmt yuv420p news/demo/files/kupalle.be.webm
"""

import math
import random
import sys

from PIL import Image

from news.demo.drawing.feast import bonfire, dance, darkness, fern, rise, wreaths
from portal.drawing.canvas import (
    AMBER,
    BLUE,
    FOREST,
    HEIGHT,
    INK,
    MOSS,
    NIGHT,
    PAPER,
    RED,
    SAGE,
    SNOW,
    WIDTH,
    Canvas,
    curve,
    mix,
)

SIZE, RATE, LENGTH = (960, 540), 24, 16  # pixels, frames a second, seconds
SIXTEEN_TO_NINE = (0, 50, WIDTH, HEIGHT - 50)  # the part of the sheet that the film shows
COVER = 12.4  # the second that the cover shows
WATER, SHORE = 560, 790  # where the river begins, and the near bank
# Second → colours of the sky above and at the horizon.
SKIES = (
    (0.0, "#6c86b0", "#f6b878"),
    (2.6, "#4a5c8c", "#ee8d62"),
    (4.6, "#1c2c50", "#7a4a62"),
    (7.0, "#0f1c38", "#2c3f66"),
    (13.0, "#111f3e", "#30446c"),
    (14.6, "#46608c", "#c78a86"),
    (16.0, "#86a6c6", "#f8d3a6"),
)


def sky_at(t):
    for (t0, top0, low0), (t1, top1, low1) in zip(SKIES, SKIES[1:], strict=False):
        if t <= t1:
            share = rise(t, t0, t1)
            return mix(top0, top1, share), mix(low0, low1, share)
    return SKIES[-1][1:]


def heavens(sheet, t):
    top, low = sky_at(t)
    sheet.sky(top, low, until=WATER)
    sun = 300 + 360 * rise(t, -1.0, 3.2)
    if sun < WATER + 80:
        sheet.glow(430, sun, 260, "#f9c27c", 0.7 * (1 - rise(t, 1.5, 3.4)))
        sheet.disc(430, sun, 80, mix(AMBER, RED, 0.25 * rise(t, 0, 3)))
    morning = rise(t, 14.0, 16.0)
    if morning:
        sheet.glow(1180, 600, 340, "#fbd9a0", 0.8 * morning)
        sheet.disc(1180, 640 - 110 * morning, 76, mix(AMBER, SNOW, 0.4))
    seen = rise(t, 3.6, 6.5) * (1 - rise(t, 13.2, 14.8))
    chance = random.Random(24)
    for i in range(90):
        x, y, size = chance.uniform(0, WIDTH), chance.uniform(0, 440), chance.uniform(1.4, 3.4)
        if seen > i / 90:
            sheet.disc(x, y, size * (0.8 + 0.2 * math.sin(t * 2 + i)), mix(top, SNOW, 0.85 * seen))
    if seen:
        sheet.disc(300, 190 - 40 * rise(t, 5, 13), 52, mix(top, mix(SNOW, AMBER, 0.3), seen))


def far_bank(sheet, t):
    night = darkness(t)
    land = mix(mix(MOSS, SAGE, 0.2), NIGHT, 0.75 * night)
    wood = mix(FOREST, NIGHT, 0.25 + 0.55 * night)
    sheet.hill(
        [536, 524, 530, 516, 526, 518, 530, 522, 536], mix(land, BLUE, 0.3), bottom=WATER + 4
    )
    for i in range(34):
        x = (i * 103) % (WIDTH + 60) - 30
        if i % 3:
            sheet.crown(x, 552, 54 + (i * 23) % 44, wood)
        else:
            sheet.fir(x, 554, 96 + (i * 31) % 70, mix(wood, INK, 0.2))
    sheet.hill(
        [552, 548, 552, 546, 550, 546, 552, 548, 552], mix(land, INK, 0.15), bottom=WATER + 2
    )


def river(sheet, t):
    night = darkness(t)
    sheet.mirror(WATER, depth=290, tint=mix(BLUE, NIGHT, 0.3 + 0.5 * night), strength=0.34)
    gleam = mix(sky_at(t)[1], SNOW, 0.35)
    for i in range(26):
        y = WATER + 14 + (i * 37) % 210
        x = ((i * 271) + t * (14 + i % 5 * 3)) % (WIDTH + 200) - 140
        sheet.line([(x, y), (x + 50 + (i * 31) % 80 + (y - WATER) * 0.2, y)], gleam, 2.4)
    mist = rise(t, 13.2, 15.6)
    if mist:
        for i in range(4):
            y, x = WATER + 20 + i * 50, (i * 430 + t * 26) % WIDTH
            shape = [(x - 460, y), (x - 160, y - 24), (x + 220, y - 18), (x + 500, y), (x, y + 22)]
            sheet.veil(curve(shape), SNOW, 0.42 * mist, blur=18)


def near_bank(sheet, t):
    night = darkness(t)
    grass = mix(MOSS, NIGHT, 0.62 * night)
    sheet.hill([830, 800, 806, 816, 800, 786, 780, 786, 800], grass)
    lit = rise(t, 3.2, 5.0) * (1 - 0.7 * rise(t, 13.4, 15.6))
    if lit:
        pool = [(800, 880), (1000, 810), (1190, 796), (1400, 812), (1580, 890), (1190, 930)]
        sheet.veil(curve(pool), AMBER, 0.4 * lit, blur=34)
    chance = random.Random(7)
    for _ in range(170):
        x, y = chance.uniform(0, WIDTH), chance.uniform(850, 1000)
        sway = 6 * math.sin(t * 1.3 + x / 90)
        sheet.line(
            [(x, y + 20), (x + chance.uniform(-9, 9) + sway, y - chance.uniform(14, 54))],
            mix(grass, (FOREST, SAGE)[int(x) % 2], 0.4),
            4,
        )


def frame(t, *, oversize=1):
    """The picture at second `t`."""
    sheet = Canvas(NIGHT, oversize=oversize)
    for layer in (heavens, far_bank, river, wreaths, near_bank, bonfire, dance, fern):
        layer(sheet, t)
    return sheet


def draw():
    sheet = frame(COVER, oversize=2)
    sheet.box(0, HEIGHT - 91, WIDTH, HEIGHT, PAPER)
    sheet.woven_band()
    return sheet


if __name__ == "__main__":
    for number in range(RATE * LENGTH):
        sheet = frame(number / RATE).image.crop(SIXTEEN_TO_NINE)
        sys.stdout.buffer.write(sheet.resize(SIZE, Image.Resampling.LANCZOS).tobytes())
