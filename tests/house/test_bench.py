"""What in the benchmark judges and draws must be right before it runs for an hour."""

import json
from xml.etree import ElementTree

import pytest

from tests.bench import accounting, chart, judging, load, outage, plans, promises, report
from tests.bench.archive.loading import as_sqlite, as_text
from tests.bench.archives import about, beside
from tests.bench.crowd import percentile
from tests.bench.rounds import Cost, Subject
from tests.reading import minsk

STAT = "42 (a (b) c) S 7 42 42 0 -1 4194560 10 0 0 0 150 50 30 20 20 0 1 0 99 1000000 2500 0"


def test_cpu_and_memory_are_read_whatever_a_process_is_called():
    process = accounting.parse(STAT)
    assert (process.pid, process.parent) == (42, 7)
    assert process.own == 200 / accounting.TICKS
    assert process.reaped == 50 / accounting.TICKS
    assert process.resident == 2500 * accounting.PAGE


def test_a_tree_is_a_process_and_all_below_it():
    known = {
        pid: accounting.Process(pid, parent, 1.0, 0.0, 0)
        for pid, parent in ((1, 0), (2, 1), (3, 2), (4, 1), (5, 4))
    }
    assert {process.pid for process in accounting.trees([2, 4], known)} == {2, 3, 4, 5}
    assert accounting.trees([99], known) == []


@pytest.mark.parametrize(
    ("page", "times", "queries", "word"),
    [
        ("list", 19.9, 6, "pass"),
        ("list", 20.1, 6, "MISS"),
        ("list", 10.0, 7, "MISS"),
        ("rss", 12.0, None, "pass"),
    ],
)
def test_a_page_is_judged_by_its_cost_and_its_queries(page, times, queries, word):
    assert promises.of_page("it", page, times, queries).word == word


def test_nothing_is_said_of_a_page_that_nothing_is_promised_of():
    assert promises.of_page("it", "photo", 5.0, 4) is None


def test_growth_asks_for_the_same_queries_and_half_as_much_again_at_most():
    assert promises.of_growth("it", (10.0, 5), (15.0, 5)).is_kept
    assert not promises.of_growth("it", (10.0, 5), (15.1, 5)).is_kept
    assert not promises.of_growth("it", (10.0, 5), (10.0, 6)).is_kept


def test_the_chart_is_told_in_words_and_draws_a_bar_for_each_row():
    bars = [("portal, <home>", 12.5, True), ("Wagtail, home", 71.0, False), ("cached", 0.4, True)]
    drawn = ElementTree.fromstring(chart.drawn("What a page costs", bars))
    space = "{http://www.w3.org/2000/svg}"
    assert drawn.find(f"{space}title").text == "What a page costs"
    assert "portal, <home> 12.50" in drawn.find(f"{space}desc").text
    widths = [
        float(each.get("width"))
        for each in drawn.iter(f"{space}rect")
        if each.get("class") in {"portal", "peer"}
    ]
    assert widths[1] > widths[0] > widths[2] > 0
    assert "prefers-color-scheme: dark" in drawn.find(f"{space}style").text


def cost(name, page, ms, queries=None, *, size=0, is_cached=False, fault=""):
    pages = {page: f"/{page}/"}
    subject = Subject(name, None, pages, (), is_cached, size, "SQLite" if size else "")
    return Cost(subject, page, queries, [ms] if ms else [], [100.0], 10, fault)


@pytest.fixture
def costs():
    """The unit, an archive of two sizes as it is and cached, and a page that failed."""
    return [
        cost(judging.UNIT, "30 kB", 1.0),
        cost("small", "list", 10.0, 5, size=1_000),
        cost("large", "list", 16.0, 5, size=1_000_000),
        cost("large", "deep", 19.0, 5, size=1_000_000),
        cost("large, cached", "list", 1.2, size=1_000_000, is_cached=True),
        cost("large", "rss", 0, size=1_000_000, fault="it answered 500"),
    ]


def test_pages_are_judged_each_by_what_is_promised_of_it(costs):
    found = {finding.verdict.what: finding for finding in judging.of_pages(costs)}
    assert {what: finding.verdict.word for what, finding in found.items()} == {
        "large, rss": "MISS",
        "small, list": "pass",
        "large, list": "pass",
        "large, deep, to page 1": "pass",
        "large, cached, list": "MISS",
        "SQLite, list, 1,000 → 1,000,000": "MISS",
    }
    assert found["large, cached, list"].profile == ("page", "/list/")
    assert found["large, rss"].profile == ()


def test_lists_of_the_desk_are_held_to_their_own_figures_and_to_those_of_the_small_archive():
    def measured(ms, queries):
        each = {"person": "trainee", "address": "/admin/a/", "ms": ms, "queries": queries}
        return {
            "lists": {"a": each},
            "publish": {"ms": 40.0, "queries": 30},
            "import": {"python": 3.0, "database": 2.5, "count": 100},
        }

    small, large = measured(20.0, 9), measured(31.0, 9)
    words = [finding.verdict.word for finding in judging.of_editors("it", large)]
    assert words == ["pass", "pass", "pass", "pass", "MISS"]
    slower = judging.of_editors("it", large, pace=1.2)
    assert [finding.verdict.word for finding in slower] == ["pass"] * 5
    assert slower[0].verdict.promised == "≤ 72.0 ms"
    (grown,) = judging.growth_of_lists("SQLite", {1_000_000: ("it", large), 1_000: ("s", small)})
    assert (grown.verdict.word, grown.profile) == ("MISS", ("list", "trainee", "/admin/a/"))
    assert judging.growth_of_lists("SQLite", {1_000: ("s", small)}) == []


def test_a_run_under_load_without_answers_keeps_no_promise():
    met = {"requests": 0, "failed": 0, "p99": 0.0}
    assert not load.of_visitors("it", met).is_kept
    assert load.of_visitors("it", met | {"requests": 9, "p99": 0.9}).is_kept
    assert not load.of_visitors("it", met | {"requests": 9, "failed": 1}).is_kept
    found = {"warm": 0.1, "cold": 0.2, "answers": 0, "wrong": [], "normal after": 1, "restarted": 0}
    assert [v.word for v in outage.verdicts("it", found)] == [
        "pass",
        "pass",
        "MISS",
        "pass",
        "pass",
    ]


def test_what_was_found_is_written_whether_or_not_pages_were_measured(costs, tmp_path):
    found = [judging.failed("The peer", "it is away")]
    report.write(tmp_path, {}, [], found, {"load": {}})
    assert not (tmp_path / "bench.svg").exists()
    report.write(tmp_path, {}, costs[:-1], found, {"load": {}})
    written = json.loads((tmp_path / "bench.json").read_text())
    assert written["promises"][0]["measured"] == "failed: it is away"
    assert [row["times_the_unit"] for row in written["pages"]] == [1.0, 10.0, 16.0, 19.0, 1.2]
    assert (tmp_path / "bench.svg").exists()


def test_an_archive_goes_by_the_size_that_was_asked_for():
    assert [about(count) for count in (503, 1_001, 1_000_003)] == [503, 1_000, 1_000_000]
    assert beside("postgres://a:b@c:1/portal", "copy") == "postgres://a:b@c:1/copy"


def test_the_slowest_of_a_hundred_are_left_out_of_a_percentile():
    assert percentile([*[0.1] * 99, 9.0], 0.98) == 0.1
    assert percentile([], 0.99) == 0.0


def test_memory_that_scatters_is_flat_and_memory_that_climbs_is_not():
    still = [100.0 + place % 7 for place in range(600)]
    climbing = [100.0 + place / 20 + place % 7 for place in range(600)]
    assert load.flatness([*[20.0] * 100, *still]).is_flat
    assert not load.flatness(climbing).is_flat


def test_a_scan_is_excused_as_often_as_its_alias_stands_for_a_small_table(monkeypatch):
    sql = 'SELECT 1 FROM "big" U0 WHERE x IN (SELECT y FROM "small" U0)'
    for details, count in ((["SCAN U0"], 0), (["SCAN U0", "SCAN U0"], 1)):
        monkeypatch.setattr(plans, "explained", lambda *_, d=details: [(0, 0, 0, x) for x in d])
        assert len(list(plans.of_sqlite(sql, {"big": 5_000}))) == count


def test_values_are_written_as_the_databases_read_them():
    noon = minsk(2019, 6, 5, 12)
    assert as_text(None) == r"\N"
    assert as_text("a\tb\\\n") == r"a\tb\\\n"
    assert as_text(noon) == "2019-06-05 12:00:00+03:00"
    assert as_sqlite(noon) == "2019-06-05 09:00:00"
    assert as_sqlite({"а": 1}) == '{"а": 1}'
