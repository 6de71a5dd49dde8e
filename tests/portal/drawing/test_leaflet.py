"""The demo's PDF files are what their code makes, and hold together."""

import re

import pytest

from news.demo import leaflets, stories
from portal.drawing.leaflet import WIDTH, Line, pdf
from portal.pages.demo import leaflets as page_leaflets
from portal.pages.demo import tellings

LEAFLETS = leaflets.LEAFLETS | page_leaflets.LEAFLETS


@pytest.mark.parametrize("name", LEAFLETS)
def test_the_file_is_what_the_code_makes(name):
    folder = stories.FILES if name in leaflets.LEAFLETS else tellings.FILES
    assert (folder / name).read_bytes() == pdf(LEAFLETS[name])


@pytest.mark.parametrize("name", LEAFLETS)
def test_every_object_lies_where_the_table_says(name):
    data = pdf(LEAFLETS[name])
    start = int(re.search(rb"startxref\n(\d+)\n%%EOF\n\Z", data)[1])
    places = [int(place) for place in re.findall(rb"(\d{10}) 00000 n ", data[start:])]

    assert data.startswith(b"%PDF-1.7\n")
    assert data[start:].startswith(b"xref\n")
    for number, place in enumerate(places, 1):
        assert data[place:].startswith(b"%d 0 obj\n" % number)
    length, content = re.search(rb"/Length (\d+) >>\nstream\n(.*)\nendstream", data, re.S).groups()
    assert int(length) == len(content)


@pytest.mark.parametrize("name", LEAFLETS)
def test_a_screen_reader_finds_language_title_and_headings(name):
    data = pdf(LEAFLETS[name])

    assert b"/Lang (en)" in data
    assert b"/Marked true" in data
    assert b"/Title (" + LEAFLETS[name][0].text.encode() in data
    roles = re.findall(rb"/S /(H1|H2|P) ", data)
    assert [role.decode() for role in roles] == [line.role for line in LEAFLETS[name]]
    assert roles.count(b"H1") == 1


@pytest.mark.parametrize("name", LEAFLETS)
def test_every_line_fits_the_page(name):
    for line in LEAFLETS[name]:
        assert len(line.text) * line.size * 0.52 <= WIDTH - 2 * 64


def test_brackets_in_a_text_do_not_end_it():
    assert rb"(Nesvizh \(palace\)) Tj" in pdf([Line("H1", "Nesvizh (palace)")])
