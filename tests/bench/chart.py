"""A chart of bars as SVG: no library, its own colours in light and dark, told to screen readers."""

from collections.abc import Sequence
from html import escape
from math import log10

WIDTH, LABEL, BAR, GAP, TOP = 860, 250, 18, 8, 64
STYLE = """
  .paper { fill: #ffffff } text { fill: #1b1f24; font: 13px system-ui, sans-serif }
  .title { font-size: 17px; font-weight: 600 } .small { font-size: 12px }
  .portal { fill: #0b6e4f } .peer { fill: #8a5a00 } .line { stroke: #6b7280 }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #14181d } text { fill: #e8eaed }
    .portal { fill: #4fc3a1 } .peer { fill: #e0a84a } .line { stroke: #9aa3ae }
  }
"""


def drawn(title: str, bars: Sequence[tuple[str, float, bool]]) -> str:
    """`bars` are (label, times the bare Django view, whether it is the portal's). The scale is
    logarithmic, from a tenth up, with a line at the bare view's own cost.
    """
    height = TOP + len(bars) * (BAR + GAP) + 20
    least, most = -1.0, max([1.0, *(log10(max(value, 0.1)) for _l, value, _o in bars)])

    def place(value: float) -> float:
        share = (log10(max(value, 0.1)) - least) / (most - least)
        return LABEL + share * (WIDTH - LABEL - 90)

    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        'aria-labelledby="title desc">',
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="desc">{escape(described(bars))}</desc>',
        f"<style>{STYLE}</style>",
        f'<rect class="paper" width="{WIDTH}" height="{height}"/>',
        f'<text class="title" x="16" y="28">{escape(title)}</text>',
        f'<text class="small" x="16" y="48">Server CPU of a request; 1 is {UNIT}. '
        "Logarithmic; shorter is better.</text>",
    ]
    for number, (label, value, is_portal) in enumerate(bars):
        y = TOP + number * (BAR + GAP)
        length, kind = place(value) - LABEL, "portal" if is_portal else "peer"
        lines += [
            f'<text x="{LABEL - 8}" y="{y + 14}" text-anchor="end">{escape(label)}</text>',
            f'<rect class="{kind}" x="{LABEL}" y="{y}" width="{max(length, 1):.1f}" '
            f'height="{BAR}"/>',
            f'<text x="{LABEL + max(length, 1) + 6:.1f}" y="{y + 14}">×{value:.2f}</text>',
        ]
    one = place(1.0)
    lines.append(
        f'<line class="line" stroke-dasharray="4 3" x1="{one:.1f}" x2="{one:.1f}" '
        f'y1="{TOP - 6}" y2="{height - 14}"/>'
    )
    return "\n".join([*lines, "</svg>", ""])


UNIT = "a bare Django view"


def described(bars: Sequence[tuple[str, float, bool]]) -> str:
    """The whole chart in words, for whoever does not see it."""
    told = "; ".join(f"{label} {value:.2f}" for label, value, _own in bars)
    return f"Server CPU of one request, as a multiple of {UNIT}: {told}."
