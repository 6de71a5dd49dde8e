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
LONGEST = 80


def slug_for(title: str, language: str) -> str:
    """At most 80 characters, cut between words; "" where nothing Latin can be made of the title.

    A slug begins with a letter: an address tells it from a number by that.
    """
    slug = slugify(title.lower().translate(TABLES.get(language, {})))
    slug = slug.lstrip("0123456789-_").replace("_", "-")
    if len(slug) > LONGEST:
        slug = slug[: LONGEST + 1].rpartition("-")[0] or slug[:LONGEST]
    return slug
