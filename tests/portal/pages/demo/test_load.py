"""The demo's pages as they stand in the database once `load_demo` has run."""

import pytest
from django.core.management import CommandError
from django.db import transaction

from portal.accounts.models import User
from portal.pages.demo import load
from portal.pages.demo.tellings import tellings
from portal.pages.models import Page, PageFact, Place
from portal.pages.tree import plant
from portal.publishing import clock
from portal.publishing.auditing import broken_links
from portal.publishing.models import Authorship, Document, Entry
from portal.publishing.rights import can
from tests.demo import demo_rows
from tests.reading import Reader, page_of, text_of

TOLD = tellings()


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker, tmp_path_factory):
    with django_db_blocker.unblock(), demo_rows(tmp_path_factory.mktemp("var")):
        yield


@pytest.fixture
def demo(loaded, db):
    pass


@pytest.fixture
def people(demo):
    parts = ("author", "reviewer", "publisher", "chief")
    return {part: User.objects.get(username=f"demo-{part}") for part in parts}


def live_pages():
    return list(Page.objects.live().select_related("place", "document"))


def page_at(path, language):
    return Page.objects.get(place__path=path, language=language)


def test_every_text_is_public_at_its_place(demo):
    public = {(page.place.path, page.language) for page in live_pages()}

    assert public == {(t.path, text.language) for t in TOLD for text in t.texts}
    assert len({path for path, _language in public}) >= 15


def test_siblings_stand_in_the_order_that_was_told(demo):
    for parent in {telling.parent for telling in TOLD}:
        siblings = [telling for telling in TOLD if telling.parent == parent]
        above = Place.objects.filter(path=parent).first()
        below = Place.objects.filter(parent=above, document__isnull=False).order_by("position")
        told = [t.word for t in sorted(siblings, key=lambda telling: telling.position)]
        assert [place.word for place in below] == told


def test_links_resolve_to_what_is_public_in_the_same_language(demo):
    public = set(Entry.objects.live().values_list("language", "document__number"))
    links = [
        (page.language, number) for page in live_pages() for number in page.referenced_numbers()
    ]

    assert len(links) > 40
    assert set(links) <= public
    assert not Page.objects.filter(body__regex='href="(page|news):').exists()


def test_every_fact_has_a_date_a_source_and_its_address(demo):
    facts = list(PageFact.objects.all())

    assert len(facts) > 40
    for fact in facts:
        assert fact.label, fact
        assert fact.value, fact
        assert fact.as_of <= clock.today(), fact
        assert fact.source_name, fact
        assert fact.source_url.startswith("https://"), fact


def test_a_page_carries_the_date_of_its_telling(demo):
    days = {telling.path: telling.at.date() for telling in TOLD}

    for page in live_pages():
        assert clock.local_date(page.live_from) == days[page.place.path]


def test_adopter_and_author_are_two_people_and_the_audit_holds_together(people):
    pages = Document.objects.filter(origin__startswith="demo:pages/")
    authors = Authorship.objects.filter(timeline__document__in=pages)

    assert set(authors.values_list("person", flat=True)) == {people["author"].pk}
    assert set(pages.values_list("owner", flat=True)) == {people["author"].pk}
    assert list(broken_links()) == []


def test_the_desk_of_pages_writes_and_approves_them(people):
    page = page_at("about/geography", "en")

    assert can(people["author"], "submit", page)
    assert not can(people["author"], "approve", page)
    assert can(people["reviewer"], "send_back", page)
    assert can(people["publisher"], "approve", page)


def test_visitor_reads_a_page_part_by_part(demo, visitor):
    answer = visitor.get("/en/about/geography/")
    page = page_of(answer)

    assert answer.status_code == 200
    assert text_of(page.find("h1")) == "Geography and climate"
    assert page.find("figure").find("img")["alt"].startswith("Drawing: a calm lake")
    assert text_of(page.find("caption")) == "Great rivers and the seas that they flow to"
    words = text_of(page.find("main"))
    for told in ("about 40 %", "1 January 2023", "Ministry of Forestry"):
        assert told in words
    assert visitor.get("/zh/about/geography/").status_code == 200


def test_visitor_takes_a_file_along(demo, visitor):
    page = page_of(visitor.get("/en/about/"))
    [link] = [a for a in page.find_all("a") if a["href"].endswith(".pdf")]

    assert "one page to print" in text_of(link)
    answer = Reader().get(link["href"])
    assert answer.status_code == 200
    assert answer.body.startswith(b"%PDF-")


def test_loading_again_changes_no_row(demo, people):
    def rows():
        models = (Page, PageFact, Place, Document, Entry, Page.pictures.rel.related_model)
        return [list(model.objects.order_by("pk").values_list()) for model in models]

    before, written = rows(), []
    load.load(people, written.append)

    assert written == [f"Pages: 0 loaded, {len(TOLD)} were there already."]
    assert rows() == before


def test_what_stands_in_the_way_is_told(demo, people):
    telling = next(telling for telling in TOLD if telling.path == "about/cuisine/draniki")
    study = load.open_study(people, [telling])

    with pytest.raises(CommandError, match="“about/cuisine/draniki” is taken by another page"):
        load.tell(telling, TOLD, study)


def test_a_page_is_made_below_its_parent_wherever_that_stands_now(demo, people):
    telling = next(telling for telling in TOLD if telling.path == "about/cuisine/draniki")
    with transaction.atomic():
        parent = Place.objects.get(path="about/cuisine")
        other = plant(Place.objects.get(path="travel"), "table")
        other.document, parent.document = parent.document, None
        parent.save()
        other.save()
        place = load.place_for(telling, TOLD)
        assert place.path == "travel/table/draniki"
        transaction.set_rollback(True)
