"""Menus, banners and alerts at the desk: plain forms, no script needed."""

import pytest

from portal.navigation.models import Alert, Menu
from tests import cast
from tests.desk import page, text, typed, url
from tests.portal.navigation import making
from tests.portal.navigation.making import link

pytestmark = pytest.mark.django_db
ROWS = "items"


@pytest.fixture
def at_desk(client, chief):
    client.force_login(chief)
    return client


def row(index, label, level=1, position=0, **target):
    fields = {"label": label, "level": level, "position": position, **target}
    return {f"{ROWS}-{index}-{name}": value for name, value in fields.items()}


def add(client, *rows, slot="main", language="en"):
    address = "/admin/navigation/menu/add/"
    data = typed(client.get(address), "#menu_form") | {"language": language, "slot": slot}
    for each in rows:
        data |= each
    return client.post(address, data | {"_continue": "1"}, follow=True)


def test_menu_is_written_in_one_form_and_its_links_named_as_people_name_them(at_desk, make_live):
    article = make_live()
    add(
        at_desk,
        row(0, "About", target=f"http://testserver{article.get_absolute_url()}"),
        row(1, "News", 2, room="/en/news/"),
        row(2, "Bank", address="https://bank.example/"),
    )
    menu = Menu.objects.get()
    assert menu.title == "Main menu"
    assert [(i.label, i.level, i.target, i.room, i.address) for i in menu.items.all()] == [
        ("About", 1, article.document, "", ""),
        ("News", 2, None, "news/", ""),
        ("Bank", 1, None, "", "https://bank.example/"),
    ]
    form = page(at_desk.get(url("change", menu)))
    assert form.select_one("[name=items-0-target]")["value"] == str(article.document.number)
    assert not form.select("select[name=slot], select[name=language]")


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ({"room": "nothing/"}, "is no list or front page of this site"),
        ({"room": "https://bank.example/"}, "is no list or front page of this site"),
        ({"target": "999999"}, "No document has the number 999999"),
        ({"address": "http://bank.example/"}, "https:// at its beginning"),
        ({"address": "javascript:alert(1)"}, "Enter a valid URL"),
        ({"room": "news/", "address": "https://bank.example/"}, "A link leads to one place"),
    ],
)
def test_what_a_link_cannot_lead_to_gets_a_sentence(target, said, at_desk):
    assert said in text(add(at_desk, row(0, "There", **target)))
    assert not Menu.objects.exists()


def test_second_menu_for_a_place_is_refused_on_the_form_with_all_that_was_typed(at_desk, make_menu):
    make_menu(link("News", room="news/"))
    answer = add(at_desk, row(0, "Typed by hand", room="tourism/"))
    assert "Revise that one" in text(answer)
    assert page(answer).select_one("[name=items-0-label]")["value"] == "Typed by hand"


def test_save_that_came_too_late_is_shown_with_the_document_of_each_link(at_desk, chief, make_live):
    first, second = make_live(title="One").document, make_live(title="Two").document
    draft = making.begin(making.a_menu(chief, link("There", first)), chief)
    data = typed(at_desk.get(url("change", draft)), "#menu_form")
    cast.save(draft, chief)
    data |= {"items-0-target": str(second.number), "_save": "1"}
    answer = at_desk.post(url("change", draft), data)
    assert answer.status_code == 409
    assert str(first) in text(answer)
    assert str(second) in text(answer)


def test_duty_officer_writes_and_publishes_an_alert_and_sees_nothing_else(client, duty_officer):
    client.force_login(duty_officer)
    address = "/admin/navigation/alert/add/"
    data = typed(client.get(address), "#alert_form") | {"language": "en", "level": "danger"}
    data |= {"title": "Flood", "lead": "Leave the valley.", "shown_in": ["home", "tourism"]}
    client.post(address, data | {"_take": "urgent"})
    [alert] = Alert.objects.all()
    assert (alert.level, alert.shown_in) == ("danger", ["home", "tourism"])
    step = typed(client.get(url("take", alert, "urgent")), "form[method=post]:not(#logout-form)")
    client.post(url("take", alert, "urgent"), step | {"note": "Nobody else is awake."})
    assert "Leave the valley." in text(client.get("/en/tourism/"))
    assert "Leave the valley." not in text(client.get("/en/news/"))
    desk = page(client.get("/admin/"))
    models = {each["class"][0] for each in desk.select("#content-main tr[class^=model-]")}
    assert models == {"model-alert"}
