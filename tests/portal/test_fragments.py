import pytest
from django.template import engines
from django.urls import set_script_prefix
from django.utils import translation

from portal import fragments
from portal.fragments import fragment
from portal.publishing.plain import Plain
from portal.publishing.world import World, entered

PIECE = """{% load worlds i18n %}{% translate "News" %} {% url "home" %} {{ title }} {{ said }}\
{% pictures_are_on as on %}{{ on }} {{ request }}"""


@pytest.fixture
def drawings(monkeypatch):
    """The values that the piece was really drawn with, in order."""
    found = []
    template = engines["django"].from_string(PIECE)
    draw = template.template.render

    def noted(context):
        found.append(context.flatten())
        return draw(context)

    monkeypatch.setattr(template.template, "render", noted)
    monkeypatch.setattr(fragments, "get_template", lambda name: template)
    with translation.override("en"):
        yield found


@pytest.fixture
def prefix():
    yield set_script_prefix
    set_script_prefix("/")


def test_a_piece_is_drawn_once_for_equal_values(drawings):
    pieces = {fragment("piece", title=" ".join(["A", "title"])) for _time in range(3)}
    assert pieces == {"News /en/ A title True "}
    assert len(drawings) == 1


def test_other_values_make_another_piece(drawings):
    assert "One" in fragment("piece", title="One")
    assert "Two" in fragment("piece", title="Two")
    assert fragment("piece", said="One") != fragment("piece", title="One")


def test_a_piece_knows_nothing_but_its_values(drawings):
    fragment("piece", title="One")
    assert drawings == [{"True": True, "False": False, "None": None, "title": "One"}]


def test_each_language_has_a_piece_of_its_own(drawings):
    own = fragment("piece", title="One")
    with translation.override("ru"):
        other = fragment("piece", title="One")
    assert own.startswith("News /en/")
    assert other.startswith("Новости /ru/")


def test_a_piece_of_a_world_leads_into_that_world(drawings, prefix):
    fragment("piece", title="One")
    prefix("/at/2026-06-05T11:00/")
    assert "/at/2026-06-05T11:00/en/" in fragment("piece", title="One")


def test_where_pictures_are_off_pieces_are_drawn_without(drawings):
    assert "True" in fragment("piece", title="One")
    with entered(World("plain", plain=Plain())):
        assert "False" in fragment("piece", title="One")


def test_what_a_piece_says_is_escaped_and_the_piece_itself_is_not(drawings):
    piece = fragment("piece", title="<b>")
    assert "&lt;b&gt;" in piece
    assert piece.__html__() == piece


def test_no_more_pieces_are_kept_than_there_is_room_for(drawings):
    for number in range(fragments.MOST + 10):
        fragment("piece", title=str(number))
    assert fragments._drawn.cache_info().currsize == fragments.MOST
    fragment("piece", title="0")
    assert len(drawings) == fragments.MOST + 11
