"""Redirects and lost pages on the desk of a chief editor."""

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal.redirects.models import Batch, LostPage, Origin, Redirect
from tests.desk import page, text, typed

pytestmark = pytest.mark.django_db
ADD = "/admin/redirects/redirect/add/"
LIST = "/admin/redirects/redirect/"
LOST = "/admin/redirects/lostpage/"
FORM = "#redirect_form"


@pytest.fixture
def desk_of_chief(client, chief):
    client.force_login(chief)
    return client


@pytest.fixture
def lose(visitor, count):
    """lose("/en/x/", …) → these were asked for in vain, and are counted."""

    def go(*paths):
        for path in paths:
            visitor.get(path)
        count()

    return go


def write(client, from_text, to_text):
    return client.post(ADD, {"from_text": from_text, "to_text": to_text}, follow=True)


def test_a_redirect_is_made_by_hand_and_says_who_and_when(desk_of_chief, make_live, chief):
    article = make_live()
    done = write(desk_of_chief, "/en/Old.html", article.get_absolute_url())
    assert "was added successfully" in text(done)
    redirect = Redirect.objects.get()
    assert (redirect.batch.origin, redirect.batch.made_by) == (Origin.HAND, chief)
    listed = text(desk_of_chief.get(LIST))
    assert f"{article.document.number}: {article.title}" in listed
    assert desk_of_chief.get("/en/old/")["Location"] == article.get_absolute_url()
    assert "chief" in text(desk_of_chief.get(f"{LIST}{redirect.pk}/change/"))
    assert LogEntry.objects.get().user == chief


def test_what_is_refused_is_refused_beside_its_field(desk_of_chief, make_live):
    taken = make_live().get_absolute_url()
    for from_text, to_text, field, words in (
        (taken, "https://a.example/", "from_text", "There is a page at this address"),
        ("/en/old/", "nowhere", "to_text", "leads nowhere"),
        ("/en/old/", "/en/old/", "to_text", "round in a circle"),
    ):
        [error] = page(write(desk_of_chief, from_text, to_text)).select("ul.errorlist")
        assert (error["id"], words in error.get_text()) == (f"id_{field}_error", True)
    assert Redirect.objects.count() == Batch.objects.count() == 0


def test_one_click_undoes_and_the_row_stays(desk_of_chief, make_redirect, make_live, chief):
    redirect = make_redirect("/en/old/", make_live().document)
    opened = desk_of_chief.get(f"{LIST}{redirect.pk}/change/")
    [form] = page(opened).select("form.step__form")
    assert not form.select("[name=batch]")
    desk_of_chief.post(form["action"])
    assert desk_of_chief.get("/en/old/").status_code == 404
    redirect.refresh_from_db()
    assert (redirect.is_undone, redirect.undone_by) == (True, chief)
    assert "undone by chief" in text(desk_of_chief.get(LIST))


def test_one_click_undoes_a_whole_batch_and_no_other(desk_of_chief, make_redirect, make_live):
    document = make_live().document
    batch = Batch.objects.create(origin=Origin.MOVE, title="About")
    moved = [make_redirect(f"/*/about/{i}/", document, batch=batch) for i in range(20)]
    other = make_redirect("/en/other/", document)
    opened = desk_of_chief.get(f"{LIST}{moved[3].pk}/change/")
    assert "Undo all 20 that were made in this step" in text(opened)
    desk_of_chief.post(reverse("admin:redirects_redirect_undo", args=[moved[3].pk]), {"batch": "1"})
    assert list(Redirect.objects.standing()) == [other]
    assert LogEntry.objects.count() == 20


def test_chosen_ones_are_undone_in_the_list(desk_of_chief, make_redirect, make_live):
    document = make_live().document
    chosen, other = make_redirect("/en/a/", document), make_redirect("/en/b/", document)
    data = {"action": "undo_chosen", "_selected_action": [chosen.pk]}
    assert "1 redirect is undone" in text(desk_of_chief.post(LIST, data, follow=True))
    assert list(Redirect.objects.standing()) == [other]


@pytest.mark.parametrize("who", ["author", "publisher", "administrator"])
def test_nobody_else_makes_brings_or_undoes(client, request, who, make_redirect, make_live):
    redirect = make_redirect("/en/old/", make_live().document)
    client.force_login(request.getfixturevalue(who))
    undo = reverse("admin:redirects_redirect_undo", args=[redirect.pk])
    for address, data in (
        (ADD, {"from_text": "/en/a/", "to_text": "https://a.example/"}),
        (f"{LIST}import/", {"table": a_table("/en/a/,https://a.example/")}),
        (undo, {}),
        (LIST, {"action": "undo_chosen", "_selected_action": [redirect.pk]}),
        (LOST, {"action": "ignore", "_selected_action": [1]}),
    ):
        assert client.post(address, data).status_code == 403, address
    assert list(Redirect.objects.standing()) == [redirect]


def test_a_list_of_many_costs_no_more_than_one_of_few(desk_of_chief, make_redirect, make_live):
    costs = []
    for i in range(6):
        article = make_live(title=f"Text {i}")
        make_redirect(f"/en/old-{i}/", article.document)
        if i in (0, 5):
            with CaptureQueriesContext(connection) as asked:
                assert f"Text {i}" in text(desk_of_chief.get(LIST))
            costs.append(len(asked))
    assert costs[0] == costs[1] <= 12


def test_a_target_that_is_not_public_is_not_named(desk_of_chief, make_redirect, make_scheduled):
    make_redirect("/en/old/", make_scheduled(title="Secret words").document)
    listed = text(desk_of_chief.get(LIST))
    assert "not public now" in listed
    assert "Secret" not in listed


# --- Files ----------------------------------------------------------------------------------------


def a_table(*lines):
    content = "\n".join(["from,to", *lines]).encode("utf-8-sig")
    return SimpleUploadedFile("old.csv", content, "text/csv")


def test_a_file_is_checked_first_and_then_brought_in(desk_of_chief, make_live, chief):
    number = make_live().document.number
    lines = [f"/en/a/,{number}", "/en/b/,https://a.example/"]
    address = f"{LIST}import/"
    checked = desk_of_chief.post(address, {"table": a_table(*lines), "check": "1"})
    assert "would be made: 2" in text(checked)
    assert Redirect.objects.count() == 0
    done = desk_of_chief.post(address, {"table": a_table(*lines)}, follow=True)
    assert "2 redirects were made." in text(done)
    batch = Batch.objects.get()
    assert (batch.origin, batch.title, batch.made_by) == (Origin.FILE, "old.csv", chief)


def test_the_faults_of_a_file_are_a_table(desk_of_chief):
    table = a_table("/en/a/,https://a.example/", "/en/b/,nowhere")
    answer = desk_of_chief.post(f"{LIST}import/", {"table": table})
    [row] = page(answer).select("tbody tr")
    cells = [cell.get_text() for cell in row.select("td")]
    assert cells[:2] == ["3", "to"]
    assert Redirect.objects.count() == 0
    answer = desk_of_chief.post(f"{LIST}import/", {"table": SimpleUploadedFile("x.csv", b"\x98\0")})
    assert "no text in UTF-8 or windows-1251" in text(answer)


def test_the_list_is_saved_as_a_file(desk_of_chief, make_redirect):
    make_redirect("/en/old/", "https://a.example/")
    answer = desk_of_chief.get(f"{LIST}export/")
    assert "attachment" in answer["Content-Disposition"]
    assert b"/en/old/,https://a.example/,0," in answer.getvalue()


# --- Lost pages -----------------------------------------------------------------------------------


def addresses(answer):
    return [cell.get_text() for cell in page(answer).select("td.field-address, th.field-address")]


def test_lost_pages_are_listed_by_hits(desk_of_chief, lose):
    lose("/en/a/", "/en/b/", "/en/b/", "/wp-login.php")
    assert addresses(desk_of_chief.get(LOST)) == ["/en/b/", "/en/a/"]


def test_a_click_leads_from_a_lost_page_to_a_redirect(desk_of_chief, lose, make_live):
    article = make_live(slug="night-in-the-library")
    make_live(slug="bread-and-salt")
    lose("/en/press-center/library_night.html")
    [link] = page(desk_of_chief.get(LOST)).select(".field-remedy a")
    opened = desk_of_chief.get(link["href"])
    assert typed(opened, FORM)["from_text"] == "/en/press-center/library_night/"
    suggested = page(opened).select(f"a[href*='to={article.document.number}']")
    assert len(page(opened).select("a[href*='to=']")) == len(suggested) == 1
    filled = typed(desk_of_chief.get(ADD + suggested[0]["href"]), FORM)
    desk_of_chief.post(ADD, filled)
    answer = desk_of_chief.get("/en/press-center/library_night.html")
    assert answer["Location"] == article.get_absolute_url()
    assert LostPage.objects.count() == 0


def test_nothing_that_is_not_live_is_suggested(desk_of_chief, make_scheduled):
    make_scheduled(slug="night-in-the-library")
    assert not page(desk_of_chief.get(f"{ADD}?from=/en/night/")).select("a[href*='to=']")


def test_what_is_ignored_is_listed_no_more_until_asked_for(desk_of_chief, lose):
    lose("/en/a/", "/en/b/")
    ignored = LostPage.objects.get(path="a")
    desk_of_chief.post(LOST, {"action": "ignore", "_selected_action": [ignored.pk]})
    lose("/en/a/")
    assert addresses(desk_of_chief.get(LOST)) == ["/en/b/"]
    assert addresses(desk_of_chief.get(f"{LOST}?state=ignored")) == ["/en/a/"]
    desk_of_chief.post(
        f"{LOST}?state=ignored", {"action": "heed", "_selected_action": [ignored.pk]}
    )
    assert addresses(desk_of_chief.get(LOST)) == ["/en/a/", "/en/b/"]


@pytest.mark.parametrize("odd", ["x", "/en/%00/", "https://[::1", "/", "", "9" * 3_000])
def test_odd_addresses_are_asked_for_without_harm(desk_of_chief, odd):
    assert desk_of_chief.get(ADD, {"from": odd}).status_code == 200
    assert desk_of_chief.get(LIST, {"q": odd}).status_code == 200
