"""The cast, and texts in the states that tests begin with.

`make_…` fixtures are functions: `make_live(title="…", language="ru", at=…)` says only what
matters to its test.
"""

from datetime import timedelta

import pytest
from django.test.utils import setup_databases, teardown_databases

from portal import fragments
from portal.accounts.roles import Role
from portal.page_cache.remembering import forget_all
from portal.publishing import clock
from portal.publishing.models import State
from portal.publishing.workflow import take, take_all
from tests import cast

DATABASE = {"db", "transactional_db", "django_db_setup"}


def pytest_addoption(parser):
    parser.addoption(
        "--second-database",
        action="store_true",
        help="leave out what ran on a first database and cannot come out otherwise on this one",
    )


def pytest_collection_modifyitems(config, items):
    if not config.getoption("--second-database"):
        return
    kept = [item for item in items if runs_again(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = kept


def runs_again(item) -> bool:
    """Whether a test could come out otherwise on another database."""
    if item.get_closest_marker("once"):
        return False
    return bool(item.get_closest_marker("django_db") or DATABASE & set(item.fixturenames))


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_modify_db_settings, django_db_blocker):
    """The test's database. pytest-django makes none where only a fixture of a whole module asks."""
    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False)
    yield
    with django_db_blocker.unblock():
        teardown_databases(made, verbosity=0)


@pytest.fixture(autouse=True)
def _forgotten():
    """What stands around pages and pieces of them are kept: no test knows what another one did."""
    forget_all()
    fragments.forget()


@pytest.fixture
def duty_officer(db):
    """Publishes alerts, and nothing else."""
    return cast.a_person("duty-officer", Role.DUTY)


@pytest.fixture
def desk(db):
    """Writes all news in all languages."""
    return cast.a_desk()


@pytest.fixture
def other_desk(db):
    """Writes for another section of the news, so that nothing of `stream` is its own."""
    return cast.a_desk("Photo desk", sections=["news/photo"])


@pytest.fixture
def author(desk):
    return cast.a_person("author", Role.AUTHOR, desk)


@pytest.fixture
def reviewer(desk):
    return cast.a_person("reviewer", Role.REVIEWER, desk)


@pytest.fixture
def publisher(desk):
    return cast.a_person("publisher", Role.PUBLISHER, desk)


@pytest.fixture
def chief(db):
    """Works on all desks."""
    return cast.a_person("chief", Role.CHIEF)


@pytest.fixture
def administrator(db):
    """Has accounts and settings to care for, and no content."""
    return cast.a_person("administrator", Role.ADMINISTRATOR)


@pytest.fixture
def stranger(other_desk):
    """An author of another desk."""
    return cast.a_person("stranger", Role.AUTHOR, other_desk)


@pytest.fixture
def superuser(db):
    return cast.a_person("superuser", is_superuser=True)


@pytest.fixture
def stream(db):
    """Opinions: its section is "news/opinions"."""
    return cast.a_stream("opinions")


@pytest.fixture
def topic(db):
    """Culture."""
    return cast.a_topic()


@pytest.fixture
def region(db):
    """Brest."""
    return cast.a_region()


@pytest.fixture
def person(db):
    """Somebody whom texts are about: "a-minister"."""
    return cast.a_person_of_note()


@pytest.fixture
def picture(author):
    """A picture's row; it has no files (see tests/portal/media for pictures that do)."""
    return cast.a_picture(author)


@pytest.fixture
def new_article(author, desk, stream):
    """new_article(**fields) → an article not begun yet."""

    def make(**fields):
        fields = {"stream": stream, "desk": desk} | fields
        return cast.an_article(fields.pop("owner", author), **fields)

    return make


@pytest.fixture
def make_article(new_article, author):
    """make_article(by=author, pictures=(), parts=(), labels={}, **fields) → a complete draft.

    `labels` are rows for many-to-many fields, by the field's name.
    """

    def make(by=author, pictures=(), parts=(), labels=None, **fields):
        parts = [*(cast.shown(picture) for picture in pictures), *parts]
        article = new_article(**fields).with_parts(*parts).with_labels(**labels or {})
        return take("start", article, by=by)

    return make


@pytest.fixture
def make_in_review(make_article, author):
    return lambda **fields: take("submit", make_article(**fields), by=author)


@pytest.fixture
def make_live(make_in_review, publisher):
    """make_live(at=None, **fields) → an approved edition, live now or scheduled for `at`."""

    def make(at=None, **fields):
        return cast.approve(make_in_review(**fields), publisher, at=at)

    return make


@pytest.fixture
def make_scheduled(make_live):
    """make_scheduled(at=None, **fields) → one that goes live at `at`, by default in an hour."""

    def make(at=None, **fields):
        return make_live(at=at or clock.now() + timedelta(hours=1), **fields)

    return make


@pytest.fixture
def make_adopted(new_article, author, chief):
    """make_adopted(*moments, pictures=(), **fields) → one edition for each, live since then."""

    def make(*moments, pictures=(), **fields):
        parts = [[cast.shown(picture) for picture in pictures] for _moment in moments]
        articles = [new_article(live_from=moment, **fields) for moment in moments]
        articles = [a.with_parts(*own) for a, own in zip(articles, parts, strict=True)]
        return take_all("adopt", articles, by=chief, author=author).done

    return make


@pytest.fixture
def make_withdrawn(make_live, publisher):
    def make(note="It was a mistake.", **fields):
        return take("withdraw", make_live(**fields), by=publisher, note=note)

    return make


@pytest.fixture
def make_discarded(make_article, author):
    return lambda **fields: take("discard", make_article(**fields), by=author)


@pytest.fixture
def revise(author):
    """revise(edition, by=author, **changes) → the next draft, saved with the changes."""

    def begin(edition, by=author, **changes):
        verb = "restore" if edition.state == State.DISCARDED else "revise"
        draft = take(verb, edition, by=by)
        return cast.save(draft, by, **changes) if changes else draft

    return begin


@pytest.fixture
def submit(author):
    return lambda edition, by=author: take("submit", edition, by=by)


@pytest.fixture
def replace(revise, submit, publisher):
    """replace(edition, at=None, **changes) → the next edition, approved from now or `at`."""

    def go(edition, at=None, **changes):
        return cast.approve(submit(revise(edition, **changes)), publisher, at=at)

    return go


@pytest.fixture
def visitor(client):
    """A browser that nobody has logged in to."""
    return client


@pytest.fixture
def pages_desk(db):
    """Writes all pages in all languages."""
    return cast.a_desk("Pages desk", sections=["pages"])


@pytest.fixture
def make_page(author, chief, pages_desk):
    """make_page(path="about", parts=(), **fields) → a page of the present, or of `live_from`."""

    def make(path="about", parts=(), **fields):
        page = cast.a_page(author, path, pages_desk, **fields).with_parts(*parts)
        return take("adopt", page, by=chief, author=author)

    return make


@pytest.fixture
def make_page_draft(author, chief, pages_desk):
    """make_page_draft(path="about", parts=(), **fields) → a complete draft, begun by `author`."""

    def make(path="about", parts=(), **fields):
        page = cast.a_page(author, path, pages_desk, **fields).with_parts(*parts)
        return take("start", page, by=chief)

    return make


def pytest_terminal_summary(terminalreporter):
    """Prints what tests measured: `record_property("embargo sweep", "5,000 probes")`."""
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties if report.when == "call" else ():
            terminalreporter.write_line(f"{name}: {value}")
