"""Django's own ways round the door, each of them closed."""

import pytest
from django.urls import NoReverseMatch, reverse

from news.models import Article, ArticlePicture
from portal.publishing.models import Document
from tests import cast
from tests.desk import opened, page, press, typed, url
from tests.portal.publishing.verbs_table import rows

FORGED = {
    "state": "approved",
    "live_from": "2019-06-05 12:00",
    "live_from_0": "2019-06-05",
    "live_from_1": "12:00",
    "live_until": "",
    "first_published_at": "2019-06-05 12:00",
    "is_head": "",
    "number": "7",
    "document": "1",
    "timeline": "1",
    "language": "ru",
    "based_on": "3",
    "changed_by": "1",
    "changed_at": "2019-06-05 12:00",
    "folded_title": "forged",
}


@pytest.fixture
def as_chief(client, chief):
    client.force_login(chief)
    return client


@pytest.fixture
def as_superuser(client, superuser):
    client.force_login(superuser)
    return client


def workflow(edition):
    names = [n for n in edition.WORKFLOW if n not in {"version", "changed_at", "changed_by"}]
    return {name: getattr(cast.fresh(edition), name) for name in names}


def test_forged_workflow_fields_are_not_read_from_a_form(as_chief, make_article, make_live):
    make_live(title="Another")
    draft = make_article()
    before = workflow(draft)
    assert (
        press(as_chief, draft, opened(as_chief, draft) | FORGED | {"lead": "x"}).status_code == 302
    )
    assert workflow(draft) == before
    assert cast.fresh(draft).changed_by.username == "chief"


def test_forged_workflow_fields_of_a_new_article_are_not_read(as_chief, stream, desk):
    data = typed(as_chief.get(url("add"))) | FORGED | {"stream": stream.pk, "language": "en"}
    as_chief.post(url("add"), data | {"_save": "1"})
    article = Article.objects.get()
    assert (article.state, article.number, article.language) == ("draft", 1, "en")
    assert article.document.owner.username == "chief"


@pytest.mark.parametrize("word", ["in_review", "live", "scheduled", "withdrawn", "discarded"])
def test_forged_post_to_what_is_no_draft_changes_no_byte(word, as_superuser, request, picture):
    make = request.getfixturevalue(f"make_{word}")
    edition = make(pictures=[picture])
    part = edition.pictures.get()
    before = rows(edition)
    forged = FORGED | {
        "version": edition.version,
        "title": "Forged",
        "stream": edition.stream_id,
        "pictures-TOTAL_FORMS": "2",
        "pictures-INITIAL_FORMS": "1",
        "pictures-0-id": part.pk,
        "pictures-0-edition": edition.pk,
        "pictures-0-alt": "Forged",
        "pictures-0-picture": picture.pk,
        "pictures-0-DELETE": "on",
        "pictures-1-picture": picture.pk,
        "pictures-1-alt": "Forged",
        "_save": "1",
        "_take": "approve",
    }
    as_superuser.post(url("change", edition), forged)
    assert rows(edition) == before
    assert list(ArticlePicture.objects.values_list("alt", flat=True)) == ["The reading room"]


def test_part_of_another_edition_cannot_be_reached_through_ones_own(
    as_chief, make_article, make_live, picture
):
    foreign = make_live(pictures=[picture]).pictures.get()
    draft = make_article(pictures=[picture])
    for forged in ({"pictures-0-id": foreign.pk}, {"pictures-0-edition": foreign.edition_id}):
        data = opened(as_chief, draft) | {"pictures-0-alt": "Forged"} | forged
        press(as_chief, draft, data)
        press(as_chief, draft, data | {"version": "99"})
    foreign.refresh_from_db()
    assert foreign.alt == "The reading room"
    assert draft.pictures.get().alt == "The reading room"


def test_nothing_is_deleted(as_superuser, make_article, make_live):
    for edition in (make_article(), make_live()):
        address = url("delete", edition)
        assert as_superuser.get(address).status_code == 403
        assert as_superuser.post(address, {"post": "yes"}).status_code == 403
    assert Article.objects.count() == 2


def test_list_cannot_be_edited_in_place(as_superuser, make_article):
    draft = make_article()
    forged = {
        "form-TOTAL_FORMS": "1",
        "form-INITIAL_FORMS": "1",
        "form-0-id": draft.pk,
        "form-0-title": "Forged",
        "form-0-state": "approved",
        "_save": "1",
    }
    as_superuser.post(url("changelist"), forged)
    assert (cast.fresh(draft).title, cast.fresh(draft).state) == (draft.title, "draft")


def test_live_text_is_not_saved_as_new(as_superuser, make_live):
    live = make_live()
    data = {"_saveasnew": "1", "title": "Copy", "stream": live.stream_id, "language": "en"}
    assert as_superuser.post(url("change", live), data).status_code == 403
    assert Document.objects.count() == 1


@pytest.mark.parametrize("parameters", [{"_popup": "1"}, {"_to_field": "title"}])
def test_popups_are_closed(parameters, as_superuser, make_article):
    draft = make_article()
    for address in (url("changelist"), url("add"), url("change", draft)):
        assert as_superuser.get(address, parameters).status_code == 403
    data = opened(as_superuser, draft) | {"title": "Forged"} | parameters
    assert press(as_superuser, draft, data).status_code == 403
    assert cast.fresh(draft).title == draft.title


def test_autocomplete_is_not_there(as_superuser, make_article):
    make_article(title="Secret")
    answer = as_superuser.get(
        "/admin/autocomplete/",
        {"app_label": "news", "model_name": "articlepicture", "field_name": "edition", "term": "S"},
    )
    assert answer.status_code == 404


def test_view_on_site_is_not_there(as_superuser, make_article):
    with pytest.raises(NoReverseMatch):
        reverse("admin:view_on_site", args=[1, 1])
    assert as_superuser.get(f"/admin/r/1/{make_article().pk}/").status_code == 404


def test_form_links_to_no_address_of_the_draft(as_superuser, make_article):
    form = page(as_superuser.get(url("change", make_article())))
    assert [link for link in form.select("a") if "/news/000000/" in link["href"]] == []


def test_stranger_is_not_told_whether_a_draft_exists(client, stranger, make_article):
    client.force_login(stranger)
    pk = make_article().pk
    for view in ("change", "history", "delete"):
        there = client.get(reverse(f"admin:news_article_{view}", args=[pk]))
        nowhere = client.get(reverse(f"admin:news_article_{view}", args=[pk + 1]))
        assert there.status_code == nowhere.status_code in {403, 404}
        assert there.content == nowhere.content


def test_visitor_is_sent_to_log_in(visitor, make_article):
    draft = make_article()
    for address in (url("change", draft), url("take", draft, "submit"), url("preview", draft)):
        answer = visitor.post(address)
        assert answer.status_code == 302
        assert answer.url.startswith("/admin/login/")
    assert cast.fresh(draft).state == "draft"


def test_rights_are_asked_of_memberships_and_not_of_is_staff(client, db):
    client.force_login(cast.a_person("left all desks"))
    assert client.get("/admin/").status_code == 302
    assert client.get(url("changelist")).status_code == 302
