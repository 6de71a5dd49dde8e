"""Checks: each guarded from the others, each with a whole sentence."""

from portal.schedule.health import Check, Level, drift, examine, trouble, well


def test_check_that_breaks_is_trouble_and_says_why():
    def broken(*, thorough):
        yield well("So far.")
        raise OSError("the disk\nis gone")

    (finding,) = examine(Check("disk", broken))
    assert finding.level == Level.TROUBLE
    assert finding.sentence == "This could not be looked at: OSError: the disk is gone"


def test_drift_is_counted_and_the_command_that_mends_it_is_named():
    asked = []

    def rebuild(*, write):
        asked.append(write)
        yield from ("one", "two")

    (finding,) = drift(rebuild, "rebuild_entries")(thorough=False)
    assert finding == trouble(
        "2 have drifted from what they derive from.", mend="python manage.py rebuild_entries"
    )
    assert asked == [False]
    (finding,) = drift(lambda write: [], "rebuild_entries")(thorough=False)
    assert finding.level == Level.WELL


def test_worst_level_is_the_exit_code():
    assert [int(level) for level in (Level.WELL, Level.WARNING, Level.TROUBLE)] == [0, 1, 2]
