import pytest

from portal.accounts.roles import Role
from tests import cast
from tests.portal.navigation import making


@pytest.fixture
def writer(db):
    """Writes menus and banners: a member of a desk that has them to care for."""
    return cast.a_person("writer", Role.AUTHOR, cast.a_desk("Site", ["navigation"]))


@pytest.fixture
def second_officer(db):
    return cast.a_person("second-officer", Role.DUTY)


@pytest.fixture
def make_menu(writer, chief):
    """make_menu(*links, at=None, slot=…, language=…) → a menu that is approved."""

    def make(*links, at=None, **fields):
        return making.publish(making.a_menu(writer, *links, **fields), writer, chief, at)

    return make


@pytest.fixture
def make_alert(duty_officer, second_officer):
    def make(title="Ice on the roads", at=None, **fields):
        alert = making.an_alert(duty_officer, title, **fields)
        return making.publish(alert, duty_officer, second_officer, at)

    return make


@pytest.fixture
def make_banner(writer, chief):
    def make(title="The year of the book", at=None, **fields):
        return making.publish(making.a_banner(writer, title, **fields), writer, chief, at)

    return make
