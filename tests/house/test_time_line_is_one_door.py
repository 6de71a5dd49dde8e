"""Nobody but the door moves the time line, and nobody but the clock knows what time it is.

What a reader of the code cannot see at a glance is found here by reading all of it.
"""

import ast
from pathlib import Path

import pytest

from portal import settings

ROOT = settings.BASE_DIR
ROOMS = ("portal", "news", "tourism", "calendar_app")
COLUMNS = {"state", "live_from", "live_until", "first_published_at", "is_head"}
DOOR = {
    "portal/publishing/line.py",  # lay_out()
    "portal/publishing/effects.py",  # what each verb decides
    "portal/publishing/workflow.py",
}
# The index copies the intervals that the door has laid out.
INDEX = {"portal/publishing/index.py"}
# Rows of subjects copy those of their entries by one UPDATE; excused from that and nothing else.
FOLLOWS_INDEX = {"portal/subjects/recording.py"}
# Articles that nobody has begun yet are handed to the door with the past that they shall have.
ADOPTERS = {"portal/navigation/demo", "news/demo"}
WRITES = {"update", "bulk_update", "update_or_create", "bulk_create"}
CLOCK = "portal/publishing/clock.py"
TELLING_TIME = {
    "timezone.now", "datetime.now", "datetime.utcnow", "datetime.today", "date.today",
    "timezone.localdate", "Now",
}  # fmt: skip


def sources() -> dict[str, ast.Module]:
    paths = [path for room in ROOMS for path in Path(ROOT, room).rglob("*.py")]
    kept = [path for path in paths if "migrations" not in path.parts]
    return {str(path.relative_to(ROOT)): ast.parse(path.read_text()) for path in kept}


SOURCES = sources()


def found(tree, question) -> list[str]:
    return [f"line {node.lineno}" for node in ast.walk(tree) if question(node)]


def assigns_a_column(node) -> bool:
    """edition.state = …, edition.live_until += …, setattr(edition, "state", …)"""
    targets = getattr(node, "targets", [getattr(node, "target", None)])
    if isinstance(node, ast.Call) and dotted(node.func) == "setattr":
        return getattr(node.args[1], "value", None) in COLUMNS
    if not isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign):
        return False
    flat = [leaf for target in targets for leaf in ast.walk(target)]
    return any(isinstance(leaf, ast.Attribute) and leaf.attr in COLUMNS for leaf in flat)


def writes_a_column(node) -> bool:
    """queryset.update(state=…), bulk_update(rows, ["live_until"]), create(live_from=…)"""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    if node.func.attr not in WRITES:
        return False
    named = {keyword.arg for keyword in node.keywords}
    said = {leaf.value for leaf in ast.walk(node) if isinstance(leaf, ast.Constant)}
    by_name = {leaf.id for leaf in ast.walk(node) if isinstance(leaf, ast.Name)}
    return bool(named & COLUMNS or said & COLUMNS or by_name & {"INTERVAL", "DERIVED", "CARD"})


def tells_the_time(node) -> bool:
    return isinstance(node, ast.Attribute | ast.Name) and any(
        dotted(node) == name or dotted(node).endswith(f".{name}") for name in TELLING_TIME
    )


def dotted(node) -> str:
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}".lstrip(".")
    return getattr(node, "id", "")


def is_adopter(path) -> bool:
    return any(path.startswith(room) for room in ADOPTERS)


@pytest.mark.parametrize("path", sorted(SOURCES))
def test_only_the_door_moves_the_time_line(path):
    if path in DOOR | INDEX or is_adopter(path):
        return
    assert found(SOURCES[path], assigns_a_column) == []
    writes = found(SOURCES[path], writes_a_column)
    assert len(writes) == 1 if path in FOLLOWS_INDEX else writes == []


@pytest.mark.parametrize("path", sorted(SOURCES))
def test_only_the_clock_knows_what_time_it_is(path):
    if path != CLOCK:
        assert found(SOURCES[path], tells_the_time) == []


def test_the_time_line_itself_is_not_excused_from_being_found():
    """The guard sees what it is there to see."""
    assert found(SOURCES["portal/publishing/line.py"], assigns_a_column)
    assert found(SOURCES["portal/publishing/line.py"], writes_a_column)
    assert found(SOURCES["portal/publishing/index.py"], writes_a_column)
    assert found(SOURCES[CLOCK], tells_the_time)


@pytest.mark.parametrize(
    "line",
    [
        "edition.state = 'approved'",
        "a.live_until, b = None, 1",
        "edition.live_from += tick",
        "setattr(edition, 'is_head', True)",
    ],
)
def test_assignment_in_any_spelling_is_found(line):
    assert found(ast.parse(line), assigns_a_column)


@pytest.mark.parametrize(
    "line",
    [
        "Article.objects.filter(pk=1).update(state='draft')",
        "Article.objects.bulk_update(rows, ['live_until'])",
        "Article.objects.update(**{'is_head': False})",
        "rows.bulk_update(rows, DERIVED)",
    ],
)
def test_write_in_any_spelling_is_found(line):
    assert found(ast.parse(line), writes_a_column)
