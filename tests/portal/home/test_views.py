import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal import languages
from portal.home.models import Feature, StripPage
from portal.publishing.workflow import take, take_all
from tests import cast
from tests.reading import page_of as read
from tests.reading import structured_of


@pytest.mark.django_db
@pytest.mark.parametrize("code", languages.CODES)
def test_a_home_without_news_says_so_in_its_language(visitor, code):
    answer = visitor.get(languages.localise(code, ""))
    page = read(answer)
    assert answer.status_code == 200
    assert page.html["lang"] == languages.html_lang(code)
    assert len(page.find_all("h1")) == 1
    assert page.select_one(".notice").get_text(strip=True)


def test_home_leads_with_the_newest_and_links_the_others(visitor, make_live):
    older, newest = make_live(title="Storks return"), make_live(title="Sashes are woven")
    page = read(visitor.get("/en/"))
    assert page.select_one(".lead-story a")["href"] == newest.get_absolute_url()
    assert [a["href"] for a in page.select(".card a")] == [older.get_absolute_url()]


def test_home_in_one_language_shows_nothing_of_another(visitor, make_live):
    make_live(title="Storks return")
    assert b"Storks" not in visitor.get("/ru/").content


def cost(visitor):
    """Without what stands around every page, which the process remembers."""
    visitor.get("/en/")
    with CaptureQueriesContext(connection) as asked:
        assert visitor.get("/en/").status_code == 200
    return len(asked)


def test_home_costs_the_same_few_queries_however_much_it_shows(
    visitor,
    make_live_home,
    revise,
    stream,
    author,
    desk,
    chief,
    composer,
    approver,
    picture,
):
    """With one choice and with fifty, each with a picture."""
    made = [
        cast.an_article(author, stream, desk, title=f"Story {place}").with_parts(
            cast.shown(picture)
        )
        for place in range(60)
    ]
    stories = take_all("adopt", made, by=chief, author=author).done
    first = make_live_home(story=stories[0])
    one = cost(visitor)
    draft = revise(first, by=composer)
    for place, story in enumerate(stories[1:50], 1):
        slot = Feature if place % 2 else StripPage
        slot(edition=draft, document=story.document, position=place).save()
    cast.approve(take("submit", cast.fresh(draft), by=composer), approver)
    assert cost(visitor) == one <= 7
    assert len(read(visitor.get("/en/")).select(".strip__page")) == 24


# --- What is composed -----------------------------------------------------------------------------


def test_home_tells_its_title_and_description(visitor, make_live_home, settings):
    make_live_home(title="Belarus & its people", lead="The front page.")
    page = read(visitor.get("/en/"))
    name = settings.IDENTITY.in_language("en").name
    assert page.title.string.strip() == f"Belarus & its people – {name}"
    assert page.h1.get_text(strip=True) == "Belarus & its people"
    assert page.find("meta", attrs={"name": "description"})["content"] == "The front page."


@pytest.mark.django_db
def test_without_one_it_is_the_site_s_own_name_and_description(visitor, settings):
    page, site = read(visitor.get("/ru/")), settings.IDENTITY.in_language("ru")
    assert page.title.string.strip() == page.h1.get_text(strip=True) == site.name
    assert page.find("meta", attrs={"name": "description"})["content"] == site.description


def test_each_slot_has_its_place_and_its_heading(visitor, make_live_home, make_live):
    stories = [make_live(title=f"Story {place}") for place in range(5)]
    make_live_home(
        story=stories[0], features=[stories[1]], strip=[stories[2]], feature_places=1,
        latest_title="What is new", strip_title="About the country",
    )  # fmt: skip
    page = read(visitor.get("/en/"))
    found = {
        name: [a["href"] for a in page.select(f"{name} a[class$=link]")]
        for name in (".lead-story", ".features", ".latest", ".strip")
    }
    lead, feature, strip, *latest = (story.get_absolute_url() for story in stories)
    assert found == {
        ".lead-story": [lead],
        ".features": [feature],
        ".latest": latest[::-1],
        ".strip": [strip],
    }
    headings = [heading.get_text(strip=True) for heading in page.select("main h2")]
    assert headings == ["Story 0", "In focus", "What is new", "About the country"]


def test_what_has_nothing_to_show_leaves_no_heading(visitor, make_live_home, make_live):
    make_live_home(story=make_live(title="Only one"), latest_title="What is new")
    page = read(visitor.get("/en/"))
    assert [h.get_text(strip=True) for h in page.select("main h2")] == ["Only one"]


@pytest.mark.django_db
def test_home_says_to_machines_who_speaks_and_on_which_site(visitor):
    data = structured_of(read(visitor.get("/zh/")))
    owner, site = data["GovernmentOrganization"], data["WebSite"]
    assert owner["url"] == site["url"] == "http://testserver/zh/"
    assert site["inLanguage"] == "zh-Hans"
    assert site["publisher"] == {"@type": "GovernmentOrganization"} | {
        name: owner[name] for name in ("name", "url")
    }
    assert "potentialAction" not in site


def test_other_sites_show_home_by_its_words_and_the_lead_s_picture(
    visitor, make_live_home, make_live, picture
):
    make_live_home(story=make_live(pictures=[picture]), title="Belarus")
    meta = {
        tag["property"]: tag["content"]
        for tag in read(visitor.get("/en/")).select("meta[property]")
    }
    assert (meta["og:type"], meta["og:title"]) == ("website", "Belarus")
    assert meta["og:description"] == "All that matters."
    assert meta["og:url"] == "http://testserver/en/"
    assert meta["og:image"].startswith("http://testserver/media/")


@pytest.mark.django_db
def test_home_names_itself_in_every_language(visitor):
    page = read(visitor.get("/be/"))
    links = {a["hreflang"]: a["href"] for a in page.find_all("link", hreflang=True)}
    assert len(links.keys() - {"x-default"}) == len(languages.CODES)
    assert links["zh-Hans"] == "http://testserver/zh/"


# --- Previews -------------------------------------------------------------------------------------


def test_a_draft_is_previewed_as_the_front_page_and_nobody_else_sees_it(
    visitor, make_live_home, make_live, revise, composer
):
    old, new = make_live(title="Old lead"), make_live(title="New lead")
    draft = revise(make_live_home(story=old), by=composer, lead_story=new.document)
    seen = read(visitor.get(cast.preview_of(draft, composer)))
    assert seen.select_one(".lead-story__title").get_text(strip=True) == "New lead"
    public = read(visitor.get("/en/"))
    assert public.select_one(".lead-story__title").get_text(strip=True) == "Old lead"
    other = read(visitor.get(cast.preview_of(draft, composer).replace("/en/", "/ru/")))
    assert other.select_one(".lead-story") is None


def test_a_first_draft_is_previewed_too(visitor, make_home, make_live, composer):
    draft = make_home(story=make_live(title="The lead"), title="Not yet")
    assert read(visitor.get(cast.preview_of(draft, composer))).h1.get_text(strip=True) == "Not yet"
    assert "Not yet" not in visitor.get("/en/").content.decode()


def test_a_preview_of_a_moment_to_come_shows_what_is_public_then(
    visitor, make_home, make_scheduled, make_live, composer
):
    make_live(title="Now")
    later = make_scheduled(title="Later")
    draft = make_home(story=later)
    now = read(visitor.get(cast.preview_of(draft, composer)))
    then = read(visitor.get(cast.preview_of(draft, composer, at=later.live_from)))
    assert now.select_one(".lead-story__title").get_text(strip=True) == "Now"
    assert then.select_one(".lead-story__title").get_text(strip=True) == "Later"
