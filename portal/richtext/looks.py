"""What pasted text says by its looks alone: what is hidden goes, a heading becomes one, and small
raised or lowered figures become characters of their own ("m²", "H₂O").
"""

import re

from portal.richtext.parsing import HEADINGS, Element

# Word's comments are remarks of colleagues; "hide" is its hidden text.
_HIDDEN = re.compile(r"(?<![\w-])display\s*:\s*none|mso-hide\s*:\s*all|mso-element\s*:\s*comment")
_SHIFTED = re.compile(r"(?<![\w-])vertical-align\s*:\s*(super|sub)\b")
_SMALL = {
    "sup": str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ"),
    "sub": str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎"),
}


def seen(nodes, small=None) -> list:
    """The nodes as their reader sees them; `small` is "sup" or "sub" inside such."""
    found = []
    for node in nodes:
        if isinstance(node, str):
            found.append(node.translate(_SMALL[small]) if small else node)
        elif "Apple-converted-space" in _classes(node):
            found.append(" ")  # what Safari makes of one
        elif not _is_hidden(node):
            tag = _heading(node) or node.tag
            found.append(Element(tag, node.attributes, seen(node.children, _small(node) or small)))
    return found


def _is_hidden(node) -> bool:
    if node.tag == "del":  # a change that was tracked; without a time it is struck-out text
        return "datetime" in node.attributes
    if node.tag == "tr":  # Word's and Excel's last row, for the widths of columns
        return node.attributes.get("height") == "0" or bool(_HIDDEN.search(node.style))
    return "msocomanchor" in _classes(node) or bool(_HIDDEN.search(node.style))


def _heading(node) -> str:
    """Word has a style for titles, Word Online roles instead of tags."""
    if node.tag == "p" and "MsoTitle" in _classes(node):
        return "h1"
    if node.attributes.get("role", "").lower() == "heading":
        tag = f"h{node.attributes.get('aria-level', '2').strip()}"
        return tag if tag in HEADINGS else "h2"
    return ""


def _small(node) -> str:
    """Only where each letter has such a character: "4th" stays."""
    small = node.tag if node.tag in _SMALL else ""
    if not small and (found := _SHIFTED.search(node.style)):
        small = {"super": "sup", "sub": "sub"}[found[1]]
    if small and all(ord(letter) in _SMALL[small] for letter in _text(node).strip()):
        return small
    return ""


def _text(node) -> str:
    return "".join(each if isinstance(each, str) else _text(each) for each in node.children)


def _classes(node) -> list[str]:
    return node.attributes.get("class", "").split()
