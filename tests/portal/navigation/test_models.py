"""What a menu, a banner and an alert need, told in sentences and held by the database."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from portal.navigation.models import Alert, Menu, MenuItem
from portal.publishing import clock
from portal.publishing.models import Document, Entry
from portal.publishing.workflow import take
from tests import cast
from tests.portal.navigation import making
from tests.portal.navigation.making import a_menu, below, link
from tests.portal.publishing.refusing import refusal, refused_approval

pytestmark = pytest.mark.django_db


@pytest.fixture
def why_not(chief):
    """why_not(*links) → the sentence that refuses to submit a menu of these."""

    def ask(*links, **fields):
        draft = making.begin(a_menu(chief, *links, **fields), chief)
        sentence = refusal("submit", draft, chief)
        take("discard", draft, by=chief)
        return sentence

    return ask


def test_link_to_what_is_not_public_is_refused_by_its_name(
    why_not, make_withdrawn, make_live, make_scheduled, chief
):
    gone, russian = make_withdrawn().document, make_live(language="ru").document
    for document in (gone, russian):
        sentence = why_not(link("News", room="news/"), link("The visit", document))
        assert sentence == (
            f"“The visit”: document {document.number} is not public in this language. "
            "Change or remove the link."
        )
    due = making.begin(a_menu(chief, link("Due", make_scheduled().document)), chief)
    take("submit", due, by=chief)


def test_link_to_what_has_ended_by_the_start_is_refused_at_approval(
    make_live, publisher, writer, chief
):
    target, now = make_live(), clock.now()
    take("withdraw", target, by=publisher, note="Over.", at=now + timedelta(hours=1))
    review = take("submit", making.begin(a_menu(writer, link("Now", target.document)), writer),
                  by=writer)  # fmt: skip
    said = refused_approval(review, chief, at=now + timedelta(hours=2))
    assert "not public in this language" in said
    cast.approve(review, chief, at=now + timedelta(minutes=30))


def test_menu_that_would_hold_a_menu_is_refused(why_not, make_alert):
    """What has no page of its own is no place to go."""
    alert = make_alert()
    assert "is not public in this language" in why_not(link("Alert", alert.document))


@pytest.mark.parametrize(
    ("links", "said"),
    [
        ([], "The menu is empty."),
        ([below("News", room="news/")], "has to be of the first level"),
        ([link("News", room="news/"), link("More")], "“More” leads nowhere."),
        ([link("More"), below("News")], "“News” leads nowhere."),
        ([link("Nothing", room="nothing/")], "where there is no page"),
        ([link("Day", room="news/2019/")], "where there is no page"),
        ([link("Opinions", room="news/opinions/")], "where there is no page"),
        ([link("Bank", address="http://bank.example/")], "write its address with https://"),
    ],
)
def test_menu_is_refused_with_a_sentence(links, said, why_not):
    assert said in why_not(*links)


@pytest.mark.parametrize("room", ["", "news/", "news/opinions/", "tourism/"])
def test_room_is_a_place_to_go(room, stream, chief):
    link_there = link("There", room=room) if room else link("There", room="news/")
    take("submit", making.begin(a_menu(chief, link_there), chief), by=chief)


def test_there_is_one_menu_for_each_place_and_language(chief, make_menu):
    live = make_menu(link("News", room="news/"))
    with pytest.raises(Exception, match="Revise that one"):
        making.begin(a_menu(chief, link("Other", room="news/")), chief)
    making.begin(a_menu(chief, link("Other", room="news/"), slot="foot"), chief)
    russian = making.begin(a_menu(chief, link("Другое", room="news/"), language="ru"), chief)
    assert "Revise that one" in refusal("translate", live, chief, language="ru")
    take("discard", russian, by=chief)
    take("translate", live, by=chief, language="ru")
    assert "Revise that one" in refusal("restore", cast.fresh(russian), chief)


def test_database_holds_one_menu_for_each_place_and_language(chief, make_menu, monkeypatch):
    make_menu(link("News", room="news/"))
    monkeypatch.setattr(Menu, "obstacles_to_begin", lambda self, language: iter(()))
    assert "faster" in refusal("start", a_menu(chief, link("Other", room="news/")), chief)


def test_database_holds_that_a_link_leads_to_one_place(chief):
    draft = making.begin(a_menu(chief, link("News", room="news/")), chief)
    with pytest.raises(IntegrityError), transaction.atomic():
        MenuItem.objects.filter(edition=draft).update(address="https://bank.example/")
    alert = making.begin(making.an_alert(chief, room="news/"), chief)
    document = Document.objects.first()
    with pytest.raises(IntegrityError), transaction.atomic():
        Alert.objects.filter(pk=alert.pk).update(target=document)


def test_menu_is_named_among_what_links_to_a_document(make_live, make_menu, client, chief):
    from tests.desk import text

    article = make_live()
    make_menu(link("About", article.document))
    linking = Entry.objects.live().filter(references__document=article.document)
    assert [(e.kind, e.title) for e in linking] == [("navigation.menu", "Main menu")]
    client.force_login(chief)
    page = client.get(f"/admin/news/article/{article.pk}/take/withdraw/")
    assert "Main menu" in text(page)


def test_what_has_no_page_is_in_no_list(make_menu, make_alert, make_banner, visitor):
    make_menu(link("News", room="news/"))
    make_alert("Nowhere listed", shown_in=["calendar"])
    make_banner("Nowhere listed", shown_in=["calendar"])
    assert Entry.objects.live().count() == 3
    for address in ("/en/", "/en/news/", "/en/news/feed/rss/", "/sitemap.xml",
                    "/sitemap-news.xml"):  # fmt: skip
        said = visitor.get(address).content.decode()
        assert "Nowhere listed" not in said, address
        assert "Main menu<" not in said, address
        for entry in Entry.objects.all():
            assert str(entry.number) not in said, address


def test_earlier_menu_comes_back_by_restore(make_menu, writer, chief):
    first = make_menu(link("First", room="news/"))
    making.replace_menu(first, [link("Second", room="tourism/")], writer, chief)
    again = take("restore", cast.fresh(first), by=writer)
    assert [(i.label, i.room) for i in again.items.all()] == [("First", "news/")]
