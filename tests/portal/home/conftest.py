import pytest

from portal.accounts.roles import Role
from portal.publishing.workflow import take
from tests import cast


@pytest.fixture
def front_desk(db):
    """Composes the home page, and writes no news."""
    return cast.a_desk("Front page desk", sections=["home"])


@pytest.fixture
def composer(front_desk):
    return cast.a_person("composer", Role.AUTHOR, front_desk)


@pytest.fixture
def approver(front_desk):
    """Publisher of the front page desk."""
    return cast.a_person("approver", Role.PUBLISHER, front_desk)


@pytest.fixture
def make_home(composer):
    """make_home(story=None, features=(), strip=(), **fields) → a draft; stories are editions."""

    def make(story=None, features=(), strip=(), **fields):
        home = cast.a_home(
            composer,
            story=story and story.document,
            features=[each.document for each in features],
            strip=[each.document for each in strip],
            **fields,
        )
        return take("start", home, by=composer)

    return make


@pytest.fixture
def make_live_home(make_home, composer, approver):
    """make_live_home(at=None, …) → approved, live now or scheduled for `at`."""

    def make(at=None, **fields):
        draft = take("submit", make_home(**fields), by=composer)
        return cast.approve(draft, approver, at=at)

    return make
