"""The site's own colours: whether they can be read, and the stylesheet made of them."""

from dataclasses import dataclass

LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3
# What the accent stands on: --paper and --linen of tokens.css; a test compares them.
PAPERS = {"light": ("#fffdf9", "#f6f1e7"), "dark": ("#121a17", "#1b2621")}
ON_DARK, ON_LIGHT = "#ffffff", "#111916"
SOFT_SHARE = {"light": 0.1, "dark": 0.2}  # of the accent in the ground of marked passages


@dataclass(frozen=True)
class Palette:
    """One scheme: `accent` is text on paper, `field` and `ground` lie under text."""

    accent: str
    field: str
    ground: str


def contrast(one: str, other: str) -> float:
    """Of two colours written "#rrggbb", by WCAG's formula: 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def text_on(colour: str) -> str:
    """White or nearly black, whichever is read better on it."""
    return max(ON_DARK, ON_LIGHT, key=lambda text: contrast(text, colour))


def stylesheet(schemes: dict[str, Palette], ornament_url: str) -> str:
    """Custom properties for tokens.css; who asks for more contrast, or for colours of
    their own, keeps the house's."""
    rules = []
    if ornament_url:
        rules.append(f':root {{ --ornament: url("{ornament_url}"); }}')
    wanted = {"light": "", "dark": " and (prefers-color-scheme: dark)"}
    for scheme, palette in schemes.items():
        lines = "".join(f" --{name}: {value};" for name, value in _tokens(scheme, palette).items())
        query = f"@media (not (prefers-contrast: more)) and (forced-colors: none){wanted[scheme]}"
        rules.append(f"{query} {{\n    :root {{{lines} }}\n  }}")
    return "@layer tokens {\n  " + "\n  ".join(rules) + "\n}\n"


def _tokens(scheme: str, palette: Palette) -> dict[str, str]:
    paper = PAPERS[scheme][0]
    stronger = "#000000" if scheme == "light" else "#ffffff"
    on_ground = text_on(palette.ground)
    return {
        "accent": palette.accent,
        "accent-strong": mixed(stronger, palette.accent, 0.3),
        "accent-soft": mixed(palette.accent, paper, SOFT_SHARE[scheme]),
        "field": palette.field,
        "on-field": text_on(palette.field),
        "ground": palette.ground,
        "on-ground": on_ground,
        "on-ground-soft": softened(on_ground, palette.ground),
    }


def softened(text: str, ground: str) -> str:
    """The text nearer to its ground, as far as it is still read easily."""
    shares = (share / 100 for share in range(75, 101, 5))
    readable = (mixed(text, ground, share) for share in shares)
    return next((one for one in readable if contrast(one, ground) >= LEAST_CONTRAST), text)


def mixed(one: str, other: str, share: float) -> str:
    """`share` of one and the rest of the other, in sRGB."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def _channels(colour: str) -> list[int]:
    return list(bytes.fromhex(colour.removeprefix("#")))


def _luminance(colour: str) -> float:
    shares = (channel / 255 for channel in _channels(colour))
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
