import pytest

from portal.publishing.workflow import take
from tests.portal.publishing.times import NOON, hour


@pytest.fixture
def noon(time_machine):
    """The clock stands at noon."""
    time_machine.move_to(NOON, tick=False)
    return NOON


@pytest.fixture
def clock_at(noon, time_machine):
    """clock_at(2) → sets the clock, which stands at noon before, to two hours after that."""
    return lambda count: time_machine.move_to(hour(count), tick=False)


@pytest.fixture
def withdraw(publisher):
    def go(edition, moment=None, **options):
        return take("withdraw", edition, by=publisher, note="The fair.", at=moment, **options)

    return go


@pytest.fixture
def reschedule(publisher):
    return lambda edition, moment, **options: take(
        "reschedule", edition, by=publisher, at=moment, **options
    )


@pytest.fixture
def unschedule(publisher):
    return lambda edition: take("unschedule", edition, by=publisher)


@pytest.fixture
def keep(publisher):
    return lambda edition: take("keep", edition, by=publisher)
