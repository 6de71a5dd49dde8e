"""What is noted of visitors' requests: exact beside others, bounded, and nothing personal."""

import multiprocessing

import pytest

from portal.redirects import spool
from portal.redirects.counting import summed

PROCESSES, EACH = 4, 400


def lines():
    """Read and gone, as the task does it: a line that is written later is lost."""
    found = []
    for path in spool.take():
        found += filter(None, spool.lines_of(path))
        path.unlink()
    return found


def append_many(number):
    for _i in range(EACH):
        spool.note_hit(number)


def test_many_processes_append_beside_each_other_and_beside_who_takes_it_away(spool_folder):
    context = multiprocessing.get_context("fork")
    writers = [
        context.Process(target=append_many, args=(number,)) for number in range(1, PROCESSES + 1)
    ]
    for writer in writers:
        writer.start()
    takes, found = 0, []
    while any(writer.is_alive() for writer in writers):
        found += lines()
        takes += 1
    sums = summed(found + lines())
    hits = {number: asked.hits for number, asked in sums.redirects.items()}
    assert takes > 1
    assert hits == dict.fromkeys(range(1, PROCESSES + 1), EACH)


def test_a_line_is_kept_if_the_file_is_taken_away_just_before_it_is_locked(
    spool_folder, monkeypatch
):
    lock, takers = spool.fcntl.flock, [lines]

    def take_away_first(*args):
        if takers:
            takers.pop()()
        lock(*args)

    spool.note_hit(1)
    monkeypatch.setattr(spool.fcntl, "flock", take_away_first)
    spool.note_hit(2)
    assert [line.split()[2] for line in lines()] == ["2"]


def test_a_full_spool_takes_no_more(spool_folder, monkeypatch):
    monkeypatch.setattr(spool, "MOST_BYTES", 100)
    for _i in range(50):
        spool.note_hit(7)
    assert (spool_folder / spool.NAME).stat().st_size < 100 + len("hit 123456789 7\n")
    assert 1 < len(lines()) < 50
    spool.note_hit(8)
    assert sum(line.endswith(" 8") for line in lines()) == 1


@pytest.mark.django_db
def test_a_spool_that_cannot_be_written_costs_no_visitor_an_answer(
    visitor, make_redirect, make_live, spool_folder
):
    article = make_live()
    make_redirect("/en/old/", article.document)
    spool_folder.write_text("a file where the folder should be")
    assert visitor.get("/en/old/")["Location"] == article.get_absolute_url()
    assert visitor.get("/en/nothing/").status_code == 404


def test_half_a_line_is_left_out():
    sums = summed(["hit 29000000 5", "hit 29000", "loss 29000000 /en/a", "garbage", "", "hit 1 x"])
    assert [asked.hits for asked in sums.redirects.values()] == [1]
    assert [str(old) for old in sums.losses] == ["/en/a/"]


@pytest.mark.django_db
def test_nothing_of_the_visitor_and_no_question_is_noted(visitor):
    visitor.get(
        "/en/nothing/?email=a@example.org",
        headers={"user-agent": "Secret", "referer": "https://elsewhere.example/secret"},
        REMOTE_ADDR="203.0.113.9",
    )
    [line] = lines()
    assert line.split()[0::2] == ["loss", "/en/nothing/"]
    assert line.split()[1].isdecimal()
