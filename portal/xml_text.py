"""Texts for XML."""

import re

# What no XML can hold, escaped or not (XML 1.0, 2.2).
UNSPEAKABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def speakable(text) -> str:
    """With a space for each: Word's soft break (\x0b) is one, and stands between words."""
    return UNSPEAKABLE.sub(" ", str(text))
