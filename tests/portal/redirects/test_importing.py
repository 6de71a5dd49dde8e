"""Files of redirects: checked whole, made whole or not at all; what is exported comes back."""

import json
import time
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from portal.redirects.files import MOST_BYTES, Unreadable, lines_of, wishes_in
from portal.redirects.importing import read_and_make
from portal.redirects.making import undo
from portal.redirects.models import Batch, Origin, Redirect

pytestmark = pytest.mark.django_db
ELSEWHERE = "https://a.example/"


@pytest.fixture
def table(tmp_path):
    """table(*lines, encoding="utf-8") → the path of a CSV file."""

    def write(*lines, encoding="utf-8", header="from,to"):
        path = tmp_path / "old.csv"
        path.write_bytes("\r\n".join([header, *lines, ""]).encode(encoding))
        return str(path)

    return write


@pytest.fixture
def bring(chief):
    """bring(path, …) → (what it said, what it complained of)."""

    def go(path, *options):
        out, err = StringIO(), StringIO()
        try:
            call_command(
                "import_redirects", path, "--by=chief", *options, "-v2", stdout=out, stderr=err
            )
        except CommandError as error:
            err.write(f"{error}\n")
        return out.getvalue(), err.getvalue()

    return go


def standing():
    return {str(each.old) for each in Redirect.objects.standing()}


def test_real_old_addresses_come_in_and_answer(visitor, bring, table, make_live):
    cases = json.loads(Path(__file__).with_name("old_addresses.json").read_text())
    article = make_live()
    lines = [f"{address},{article.document.number}" for address in cases]
    said, faults = bring(table(*lines), "--host=www.old.example", "--host=old.example")
    assert faults == ""
    assert f"made: {len(cases)}" in said
    for address in cases:
        path = address.removeprefix("https://www.old.example").removeprefix("http://old.example")
        answer = visitor.get(path)
        assert (answer.status_code, answer["Location"]) == (301, article.get_absolute_url()), path


def test_with_one_fault_nothing_is_made_and_each_names_line_and_column(bring, table):
    path = table(
        f"/en/a/,{ELSEWHERE}", "/en/b/,nowhere", "", f"b,{ELSEWHERE}", f'"/en/c/",{ELSEWHERE},x'
    )
    _said, faults = bring(path)
    assert f"{path}, line 3, to: “nowhere” leads nowhere." in faults
    assert f"{path}, line 5, from: “b” is no address of this site." in faults
    assert f"{path}, line 6, –: The line has more cells" in faults
    assert "3 faults" in faults
    assert (standing(), Batch.objects.count()) == (set(), 0)


def test_a_dry_run_says_what_would_be_and_makes_nothing(bring, table):
    said, faults = bring(table(f"/en/a/,{ELSEWHERE}"), "--dry-run")
    assert "would be made: 1" in said
    assert (faults, standing()) == ("", set())


def test_a_second_run_changes_nothing(bring, table, chief):
    path = table(f"/en/a/,{ELSEWHERE}")
    bring(path)
    said, _faults = bring(path)
    assert "made: 0; standing already: 1" in said
    batch = Batch.objects.get()
    assert (batch.origin, batch.title, batch.made_by) == (Origin.FILE, "old.csv", chief)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1251"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_files_as_spreadsheets_save_them_are_read(bring, table, encoding, delimiter):
    line = delimiter.join(["/ru/старое/", ELSEWHERE])
    path = table(line, encoding=encoding, header=delimiter.join(["From", "To"]))
    said, faults = bring(path)
    assert faults == ""
    assert encoding.removesuffix("-sig") in said
    assert standing() == {"/ru/старое/"}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "The first line must name"),
        (b"from,from,to\n", "The first line must name"),
        (b"\x98\xff\x00", "no text in UTF-8"),
        (b"from,to\n\x00,\x00", "no text in UTF-8"),
        (b'from,to\n"/en/a/,b\n', "Line 2 cannot be read as CSV"),
        (b"from,to\n" + b"a" * 200_000, "cannot be read as CSV"),
        (b"x" * (MOST_BYTES + 1), "larger than 10 MB"),
        (b"from,to\n" + b"/,/\n" * 100_001, "more than 100000 lines"),
    ],
)
def test_what_is_no_table_is_refused_with_a_sentence(content, words):
    with pytest.raises(Unreadable, match=words):
        wishes_in(content)


def test_ten_thousand_lines_take_seconds(bring, table, make_live, record_property):
    number = make_live().document.number
    path = table(*(f"/en/press-center/news/x_i_{i:010}.html,{number}" for i in range(10_000)))
    began = time.process_time()
    said, faults = bring(path)
    seconds = time.process_time() - began
    record_property("import of 10,000 redirects", f"{seconds:.1f} s of CPU")
    assert (faults, "made: 10000" in said) == ("", True)
    assert seconds < 20


def test_what_was_exported_can_be_imported_and_exports_the_same(
    make_live, make_redirect, bring, tmp_path, chief
):
    document = make_live().document
    make_redirect("/en/old/", document)
    make_redirect("/by/old", document, to_language="ru")
    make_redirect("/*/list/", "/en/news/")
    make_redirect("/en/out/", "https://a.example/?a=1,2")
    undone = make_redirect("/en/undone/", document)
    undo([undone], by=chief)

    def pairs():
        path = tmp_path / "out.csv"
        call_command("export_redirects", "--all", "--output", str(path))
        wishes, faults, _encoding = wishes_in(path.read_bytes())
        assert faults == []
        return str(path), [(wish.from_text, wish.to_text) for wish in wishes]

    path, exported = pairs()
    assert len(exported) == 4
    Redirect.objects.all().delete()
    assert bring(path)[1] == ""
    assert pairs()[1] == exported


def test_no_cell_is_a_formula(make_redirect, chief):
    chief.first_name = "=1+1"
    chief.save()
    batch = Batch.objects.create(origin=Origin.HAND, made_by=chief)
    make_redirect("/en/old/", ELSEWHERE, batch=batch)
    text = "".join(lines_of(Redirect.objects.with_people()))
    assert text.startswith("\ufefffrom,to,")
    assert ",'=1+1," in text


def test_an_import_that_is_killed_leaves_nothing(chief, monkeypatch):
    def die(*args, **kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr("portal.redirects.models.Redirect.objects.bulk_create", die)
    with pytest.raises(KeyboardInterrupt):
        read_and_make(f"from,to\n/en/a/,{ELSEWHERE}".encode(), "old.csv", chief)
    assert Batch.objects.count() == 0


def test_the_answer_for_machines_is_one_line(bring, table):
    said, _faults = bring(table(f"/en/a/,{ELSEWHERE}", "/en/b/,nowhere"), "--json")
    answer = json.loads(said)
    assert (answer["made"], [fault["line"] for fault in answer["faults"]]) == (0, [3])


def test_a_person_or_a_file_that_is_not_there_is_named(bring, tmp_path):
    assert "cannot be read" in bring(str(tmp_path / "none.csv"))[1]
    with pytest.raises(CommandError, match="no account “nobody”"):
        call_command("import_redirects", "x.csv", "--by=nobody")
