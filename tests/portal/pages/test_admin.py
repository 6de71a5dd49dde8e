"""The desk's pages for the tree: a new page finds its place, and a move asks before it moves."""

import pytest
from django.urls import reverse

from portal.accounts.roles import Role
from portal.pages.models import Page, Place
from portal.publishing.workflow import take
from tests import cast
from tests.desk import page, text, typed

pytestmark = pytest.mark.django_db
ADD = "/admin/pages/page/add/"


def url(view, *args):
    return reverse(f"admin:pages_page_{view}", args=[getattr(arg, "pk", arg) for arg in args])


def options(answer, name):
    return [option.get_text().strip() for option in page(answer).select(f"#id_{name} option")]


@pytest.fixture
def pages_author(pages_desk):
    return cast.a_person("pages-author", Role.AUTHOR, pages_desk)


def add(client, **fields):
    data = typed(client.get(ADD), "#page_form")
    return client.post(ADD, data | {"language": "en", "_continue": "1"} | fields)


def test_author_begins_a_page_below_another_with_a_word_of_its_title(
    client, pages_author, make_page
):
    about = make_page("about")
    client.force_login(pages_author)
    answer = add(client, title="Rivers and lakes", parent=str(about.place_id))
    assert answer.status_code == 302
    begun = Page.objects.get(title="Rivers and lakes")
    assert begun.place.path == "about/rivers-and-lakes"
    assert begun.place.document == begun.document
    assert client.get(url("change", begun)).status_code == 200


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"title": "About"}, "is taken by another page"),
        ({"title": "News"}, "uses “news” itself"),
        ({"title": "夜", "language": "zh-hans"}, "none can be made from the title"),
    ],
)
def test_a_place_that_cannot_be_is_told_beside_what_was_typed(
    fields, sentence, client, pages_author, make_page
):
    make_page("about")
    client.force_login(pages_author)
    answer = add(client, **fields)
    assert sentence in text(answer)
    assert fields["title"] in answer.content.decode()
    assert Place.objects.count() == 1


def test_author_is_offered_the_places_of_the_desk_alone(client, make_page):
    for path in ("about", "about/nature", "business"):
        make_page(path)
    desk = cast.a_desk("Nature", sections=["pages/about/nature"])
    client.force_login(cast.a_person("naturalist", Role.AUTHOR, desk))
    assert options(client.get(ADD), "parent") == ["–", "about/nature"]
    assert "business" not in text(client.get("/admin/pages/page/"))


def test_the_list_stands_in_the_order_of_the_tree(client, chief, make_page):
    for path, title in (("b", "B"), ("a", "A"), ("b/c", "C"), ("a/d", "D")):
        make_page(path, title=title)
    client.force_login(chief)
    listed = page(client.get("/admin/pages/page/"))
    assert [each.get_text() for each in listed.select(".tree")] == ["B", "C", "A", "D"]
    assert [each["class"][1] for each in listed.select(".tree")] == [f"tree--{n}" for n in "1212"]


def test_a_move_says_how_many_addresses_change_before_anything_does(client, chief, make_page):
    culture, history = make_page("culture"), make_page("about/history")
    make_page("about/history/event")
    client.force_login(chief)
    where = {"parent": str(culture.place_id), "word": "past", "position": "1"}
    asked = client.post(url("move", history), where)
    assert "2 addresses would change." in text(asked)
    assert "about/history/event → culture/past/event" in text(asked)
    assert cast.fresh(history).path == "about/history/"
    moved = client.post(url("move", history), typed(asked, ".step__form") | {"confirmed": "1"})
    assert moved.status_code == 302
    assert cast.fresh(history).path == "culture/past/"
    told = page(client.get(moved["Location"]))
    [button] = told.select("table form")
    client.post(button["action"])
    assert cast.fresh(history).path == "about/history/"
    assert "undone" in text(client.get(url("move", history)))


def test_a_move_that_is_refused_says_why_on_its_page(client, chief, make_page):
    history = make_page("about/history")
    make_page("about/past")
    client.force_login(chief)
    data = {"parent": str(history.place.parent_id), "word": "past", "position": "1"}
    assert "is taken by another page" in text(client.post(url("move", history), data))


def test_the_history_of_a_page_tells_of_its_move(client, chief, make_page):
    history = make_page("about/history")
    data = {"parent": str(history.place.parent_id), "word": "past", "position": "1"}
    client.force_login(chief)
    client.post(url("move", history), data | {"confirmed": "1"})
    told = text(client.get(url("history", history)))
    assert "moved in the tree, from “about/history”, to “about/past”" in told


def test_a_page_is_translated_and_compared_at_its_place(client, chief, make_page):
    about = make_page("about", parts=[cast.a_fact()])
    russian = take("translate", about, by=chief, language="ru")
    assert russian.place == about.place
    assert russian.facts.get().key == about.facts.get().key
    draft = cast.save(take("revise", about, by=chief), chief, body="<p>New words.</p>")
    client.force_login(chief)
    assert "New words" in text(client.get(url("compare", draft)))
