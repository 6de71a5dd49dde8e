"""Words for addresses, made from titles in any of the site's languages."""

from django.utils.text import slugify

# Instruction of 2007 on rendering Belarusian names, and common Russian practice, without marks.
CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "io", "ж": "zh",
    "з": "z", "и": "i", "і": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f", "х": "kh", "ц": "ts",
    "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "iu", "я": "ia",
    "’": "", "'": "",
}  # fmt: skip
BELARUSIAN = CYRILLIC | {"г": "h"}
TABLES = {
    "be": str.maketrans(BELARUSIAN),
    "ru": str.maketrans(CYRILLIC),
}
# A few Latin letters of such a title ("WTO") would name it badly.
WITHOUT = {"zh-hans", "zh-hant", "ja", "ko"}
LONGEST = 80


def slug_for(title: str, language: str, typed: str = "") -> str:
    """What an editor typed, else made of the title; "" where nothing Latin can be made of it.

    Either way of the shape that addresses have: at most 80 characters, cut between words,
    beginning with a letter, for an address tells it from a number by that.
    """
    made = "" if language in WITHOUT else title.lower().translate(TABLES.get(language, {}))
    return shaped(typed) or shaped(made)


def shaped(words: str) -> str:
    slug = slugify(words).replace("_", "-").lstrip("0123456789-")
    if len(slug) > LONGEST:
        slug = slug[: LONGEST + 1].rpartition("-")[0] or slug[:LONGEST]
    return slug
