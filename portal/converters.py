"""What the parts of an address look like; a part that does not is a 404, never an error.

A date that these let through and that does not exist (2019-02-30) is refused by the view.
"""

from django.urls import register_converter

LONGEST_WORD = 45  # of a page, so that a section ("pages/" and four words) fits into its column


class Digits:
    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return f"{int(value):0{self.width}d}"


class Year(Digits):
    regex = "[0-9]{4}"
    width = 4


class TwoDigits(Digits):
    regex = "[0-9]{2}"
    width = 2


class Number(Digits):
    """A document's public number: six digits or more, so never a year."""

    regex = "[0-9]{6,12}"
    width = 6


class Ordinal:
    """A place in a row, counted from 1 and written in one way."""

    regex = "[1-9][0-9]{0,2}"

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return str(value)


class Word:
    """A slug that starts with a letter, so it is never taken for a year or a number.

    Not named "slug": Django's own converter has that name and forbids to take it over.
    """

    regex = "[a-z][a-z0-9-]*"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return str(value)


class SubjectKind(Word):
    """What stands before the word of a subject: see portal.subjects.models."""

    regex = "topic|person|region"


class Words(Word):
    """The way to a page: up to four words, each below the one before."""

    word = f"[a-z][a-z0-9-]{{0,{LONGEST_WORD - 1}}}"
    regex = f"{word}(?:/{word}){{0,3}}"


register_converter(Year, "year")
register_converter(TwoDigits, "month")
register_converter(TwoDigits, "day")
register_converter(Number, "number")
register_converter(Ordinal, "ordinal")
register_converter(Word, "word")
register_converter(Words, "words")
register_converter(SubjectKind, "subject")
