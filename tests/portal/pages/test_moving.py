"""Moving in the tree: addresses change at once, the old ones lead on, and one step undoes it."""

import pytest

from portal.accounts.roles import Role
from portal.pages.models import Moving, Page, Place
from portal.pages.moving import Target, move, undo
from portal.publishing.auditing import broken_links
from portal.publishing.errors import Refused
from portal.publishing.index import rebuild
from portal.publishing.models import Audit, Entry
from portal.publishing.workflow import take
from portal.redirects.models import Redirect
from tests import cast

pytestmark = pytest.mark.django_db

TWENTY = [f"about/history/event-{chr(97 + n)}" for n in range(20)]


def place(path):
    return Place.objects.get(path=path)


def to(parent, word, position=1):
    return Target(parent and place(parent), word, position)


def standing():
    return sorted(Redirect.objects.standing().values_list("path", flat=True))


@pytest.fixture
def family(make_page):
    """A page with twenty children, two roots, and a draft below that nobody has approved."""
    pages = {path: make_page(path) for path in ("about", "culture", "about/history", *TWENTY)}
    return pages


def test_page_with_twenty_children_moves_and_each_old_address_leads_on_by_one_redirect(
    family, chief, visitor
):
    moving = move(place("about/history"), to("culture", "past"), by=chief)
    assert moving.addresses == 21
    for old in ("about/history", *TWENTY):
        answer = visitor.get(f"/en/{old}/")
        assert answer.status_code == 301
        new = old.replace("about/history", "culture/past")
        assert answer["Location"] == f"/en/{new}/"
        assert visitor.get(answer["Location"]).status_code == 200
    assert standing() == sorted(["about/history", *TWENTY])


def test_page_with_twenty_children_moved_and_undone_leaves_exactly_one_redirect_each(
    family, chief, visitor
):
    moving = move(place("about/history"), to("culture", "past"), by=chief)
    undo(moving, by=chief)
    used = [old.replace("about/history", "culture/past") for old in ("about/history", *TWENTY)]
    assert standing() == sorted(used)
    for path in used:
        answer = visitor.get(f"/en/{path}/")
        assert answer["Location"] == f"/en/{path.replace('culture/past', 'about/history')}/"
    for path in ("about/history", *TWENTY):
        assert visitor.get(f"/en/{path}/").status_code == 200


def test_an_old_address_is_one_redirect_away_after_many_moves(family, chief, visitor):
    history = place("about/history")
    for target in (to("culture", "past"), to("about", "then"), to(None, "chronicle")):
        move(history, target, by=chief)
    for old in ("about/history", "culture/past", "about/then"):
        answer = visitor.get(f"/en/{old}/event-a/")
        assert answer["Location"] == "/en/chronicle/event-a/"
        assert visitor.get(answer["Location"]).status_code == 200


def test_the_index_is_as_if_written_anew_after_a_move_and_its_undoing(
    family, make_page_draft, make_page, chief
):
    make_page_draft("about/history/plans")
    take("withdraw", family[TWENTY[0]], by=chief, note="Old.")
    make_page("about/history", language="ru", document=family["about/history"].document)
    moving = move(place("about/history"), to("culture", "past"), by=chief)
    assert list(rebuild(write=False)) == []
    moved = Entry.objects.filter(path__startswith="culture/past/")
    assert moved.count() == 22
    assert {entry.section for entry in moved} == {
        f"pages/{entry.path.rstrip('/')}" for entry in moved
    }
    undo(moving, by=chief)
    assert list(rebuild(write=False)) == []


def test_nobody_is_led_to_a_page_that_was_never_public(make_page, make_page_draft, chief, visitor):
    make_page("about")
    make_page_draft("about/plans")
    move(place("about/plans"), to(None, "plans"), by=chief)
    assert standing() == []
    assert visitor.get("/en/about/plans/").status_code == 404


def test_a_move_is_told_in_the_history_of_each_page_and_the_chain_holds(family, chief):
    move(place("about/history"), to("culture", "past"), by=chief)
    rows = Audit.objects.filter(verb="move")
    assert rows.count() == 21
    row = rows.get(document=family[TWENTY[3]].document)
    assert row.person_name == str(chief)
    assert row.details == {"from_path": TWENTY[3], "to_path": "culture/past/event-d"}
    assert list(broken_links()) == []


def test_what_was_approved_is_not_touched_by_a_move(family, chief):
    before = {page.pk: cast.fresh(page).content_hash for page in family.values()}
    move(place("about/history"), to("culture", "past"), by=chief)
    assert {pk: Page.objects.whole().get(pk=pk).content_hash for pk in before} == before


def test_siblings_make_room_and_no_address_changes(make_page, chief):
    for path in ("about", "about/a", "about/b", "about/c", "about/d"):
        make_page(path)
    below = Place.objects.filter(parent__path="about")
    assert move(place("about/a"), to("about", "a", 3), by=chief).addresses == 0
    assert [each.word for each in below.all()] == ["b", "c", "a", "d"]
    move(place("about/d"), to("about", "d", 1), by=chief)
    assert [each.word for each in below.all()] == ["d", "b", "c", "a"]
    assert [each.position for each in below.all()] == [1, 2, 3, 4]
    assert standing() == []


def test_undo_puts_it_back_among_its_siblings(make_page, chief):
    for path in ("about", "about/a", "about/b", "about/c"):
        make_page(path)
    undo(move(place("about/b"), to(None, "b"), by=chief), by=chief)
    assert [each.word for each in Place.objects.filter(parent__path="about")] == ["a", "b", "c"]


# --- Refused, with a sentence ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "target", "sentence"),
    [
        ("about", ("about/history", "about"), "cannot stand below itself"),
        ("about", ("about", "about"), "cannot stand below itself"),
        ("about/history", (None, "culture"), "is taken by another page"),
        ("about/history", (None, "news"), "uses “news” itself"),
        ("about/history", ("culture/a/b", "history"), "4 levels"),
        ("about/history", ("culture", "Not Latin"), "small Latin letter"),
    ],
)
def test_a_move_that_cannot_be_is_refused_with_a_sentence(path, target, sentence, make_page, chief):
    for each in ("about", "about/history", "about/history/rivers", "culture/a/b", "culture/a/b/c"):
        make_page(each)
    before = list(Place.objects.values_list("path", flat=True))
    with pytest.raises(Refused, match=sentence):
        move(place(path), to(*target), by=chief)
    assert list(Place.objects.values_list("path", flat=True)) == before
    assert not Moving.objects.exists()


def test_publisher_moves_within_the_branches_of_the_desk_and_nowhere_else(make_page):
    for path in ("about", "about/history", "culture", "business"):
        make_page(path)
    desk = cast.a_desk("Two branches", sections=["pages/about", "pages/culture"])
    publisher = cast.a_person("a-publisher", Role.PUBLISHER, desk)
    reviewer = cast.a_person("a-reviewer", Role.REVIEWER, desk)
    for who, target in ((publisher, to("business", "history")), (reviewer, to("culture", "h"))):
        with pytest.raises(Refused, match="right to publish"):
            move(place("about/history"), target, by=who)
    move(place("about/history"), to("culture", "history"), by=publisher)


def test_a_desk_of_one_language_does_not_move_a_page_of_two(make_page):
    english = make_page("about/history")
    desk = cast.a_desk("English", sections=["pages"], languages=["en"])
    publisher = cast.a_person("a-publisher", Role.PUBLISHER, desk)
    move(place("about/history"), to("about", "past"), by=publisher)
    make_page("about/past", language="ru", document=english.document)
    with pytest.raises(Refused, match="in all its languages"):
        move(place("about/past"), to("about", "history"), by=publisher)


def test_a_move_is_undone_once_and_only_while_nothing_moved_it_further(family, chief):
    first = move(place("about/history"), to("culture", "past"), by=chief)
    second = move(place("culture/past"), to(None, "past"), by=chief)
    with pytest.raises(Refused, match="moved again since"):
        undo(first, by=chief)
    undo(second, by=chief)
    undo(first, by=chief)
    with pytest.raises(Refused, match="undone already"):
        undo(first, by=chief)
    assert place("about/history").document == family["about/history"].document


def test_undo_is_refused_where_the_old_word_was_taken_meanwhile(family, make_page, chief):
    moving = move(place("about/history"), to("culture", "past"), by=chief)
    make_page("about/history", title="Another")
    with pytest.raises(Refused, match="is taken by another page"):
        undo(moving, by=chief)


def test_a_new_page_at_an_old_address_is_read_there(family, make_page, chief, visitor):
    move(place("about/history"), to("culture", "past"), by=chief)
    make_page("about/history", title="Another history")
    answer = visitor.get("/en/about/history/")
    assert "Another history" in answer.content.decode()
    assert visitor.get(f"/en/{TWENTY[0]}/").status_code == 301
