"""Topics, people and regions on the editors' desk, and on the form of an article."""

from datetime import date

import pytest
from django.contrib.admin.models import LogEntry

from news.models import Article
from portal.publishing.errors import Refused
from portal.publishing.workflow import take
from portal.subjects.models import Office, Person, Region, Subject, Topic
from tests import cast
from tests.desk import opened, page, press, text, typed, url

pytestmark = pytest.mark.django_db
MODELS = {"topic": Topic, "person": Person, "region": Region}
NO_OFFICES = {"offices-TOTAL_FORMS": "0", "offices-INITIAL_FORMS": "0"}
NEW = {"slug": "minsk", "name_en": "Minsk", "name_ru": "Минск", "position": "0"} | NO_OFFICES


@pytest.fixture
def as_chief(client, chief):
    client.force_login(chief)
    return client


@pytest.fixture
def as_author(client, author):
    client.force_login(author)
    return client


def add(kind):
    return f"/admin/subjects/{kind}/add/"


def page_of_subject(subject, view="change"):
    return f"/admin/subjects/{subject.kind}/{subject.pk}/{view}/"


@pytest.mark.parametrize("kind", MODELS)
def test_chief_adds_each_kind_and_the_log_says_who_did(as_chief, chief, kind):
    assert as_chief.post(add(kind), NEW).status_code == 302
    subject = Subject.objects.get()
    assert (subject.kind, subject.names) == (kind, {"en": "Minsk", "ru": "Минск"})
    entry = LogEntry.objects.get()
    assert (entry.user, entry.object_id) == (chief, str(subject.pk))


def test_one_word_twice_in_a_kind_is_answered_by_a_sentence(as_chief, topic):
    answer = as_chief.post(add("topic"), NEW | {"slug": topic.slug})
    assert "There is one with this word. Choose another." in text(answer)
    assert as_chief.post(add("region"), NEW | {"slug": topic.slug}).status_code == 302
    assert Region.objects.get().slug == topic.slug


def test_a_person_has_offices_in_each_language_with_their_days(as_chief):
    form = page(as_chief.get(add("person")))
    names = {tag["lang"] for tag in form.select("input[name^=offices-0-name_]")}
    assert names == {"be", "ru", "en", "zh-Hans"}
    office = {
        **{"offices-TOTAL_FORMS": "2", "offices-INITIAL_FORMS": "0"},
        **{"offices-0-name_en": "Minister", "offices-0-name_ru": "Министр"},
        **{"offices-0-from_on": "2019-03-01", "offices-0-until_on": ""},
    }
    assert as_chief.post(add("person"), NEW | office).status_code == 302
    found = Office.objects.get()
    assert found.titles == {"en": "Minister", "ru": "Министр"}
    assert (found.from_on, found.until_on) == (date(2019, 3, 1), None)
    assert found.person.kind == "person"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"name_en": ""}, "Name the office in at least one language."),
        ({"from_on": ""}, "This field is required."),
        ({"until_on": "2018-12-31"}, "The last day comes before the first."),
        ({"from_on": "2019-02-31"}, "Enter a valid date."),
    ],
)
def test_an_office_that_cannot_be_gets_a_sentence(as_chief, fields, sentence):
    office = {"name_en": "Minister", "from_on": "2019-03-01", "until_on": ""} | fields
    data = {f"offices-0-{name}": value for name, value in office.items()}
    counts = {"offices-TOTAL_FORMS": "1", "offices-INITIAL_FORMS": "0"}
    answer = as_chief.post(add("person"), NEW | counts | data)
    assert sentence in text(answer)
    assert not Person.objects.exists()


def test_a_label_in_use_is_not_deleted_and_says_so(as_chief, make_article, topic, region):
    """A draft is a use as well: it would lose the topic without a word."""
    make_article(subjects=[topic])
    answer = as_chief.post(page_of_subject(topic, "delete"), {"post": "yes"}, follow=True)
    assert "is in use and cannot be deleted" in text(answer)
    assert Topic.objects.exists()
    assert as_chief.post(page_of_subject(region, "delete"), {"post": "yes"}).status_code == 302
    assert not Region.objects.exists()


def test_a_person_nobody_writes_about_goes_with_the_offices(as_chief, person):
    Office.objects.create(person_id=person.pk, titles={"en": "Minister"}, from_on="2019-01-01")
    as_chief.post(page_of_subject(person, "delete"), {"post": "yes"})
    assert not Person.objects.exists()


def test_author_has_no_labels_to_change(as_author, topic):
    for address in (add("topic"), page_of_subject(topic), "/admin/subjects/topic/"):
        assert as_author.get(address).status_code == 403


# --- On the form of an article --------------------------------------------------------------------


def test_author_ticks_what_the_text_is_about(as_author, make_article, topic, region, person):
    draft = make_article()
    form = page(as_author.get(url("change", draft)))
    legends = [" ".join(tag.get_text().split()) for tag in form.select(".subjects__legend")]
    assert legends == ["Topics", "People", "Regions"]
    data = opened(as_author, draft)
    assert "subjects" not in data
    press(as_author, draft, data | {"subjects": [topic.pk, region.pk]})
    assert set(draft.subjects.values_list("slug", flat=True)) == {"culture", "brest"}
    data = opened(as_author, draft)
    assert sorted(data["subjects"]) == sorted([str(topic.pk), str(region.pk)])
    press(as_author, draft, data | {"subjects": []})
    assert not draft.subjects.exists()


def test_ticking_a_topic_makes_its_author_an_author(client, reviewer, make_article, topic):
    """Four eyes hold for labels as well: a tick is a change of the text."""
    draft = make_article()
    client.force_login(reviewer)
    press(client, draft, opened(client, draft) | {"subjects": [topic.pk]})
    assert cast.fresh(draft).changed_by == reviewer
    assert cast.fresh(draft).version == draft.version + 1


def test_a_new_article_can_have_topics_at_once(as_author, stream, topic):
    add_page = as_author.get(url("add"))
    data = typed(add_page) | {"language": "en", "stream": stream.pk, "title": "New"}
    as_author.post(url("add"), data | {"subjects": [topic.pk], "_continue": "1"})
    assert list(Article.objects.get().subjects.all()) == [topic]


def test_a_subject_that_is_none_is_answered_by_a_sentence(as_author, make_article):
    draft = make_article()
    answer = press(as_author, draft, opened(as_author, draft) | {"subjects": ["999", "x"]})
    assert "is not" in text(answer)
    assert not draft.subjects.exists()


def test_names_are_in_the_language_of_the_desk_or_say_in_which(as_author, make_article):
    cast.a_topic("sea", ru="Море")
    box = page(as_author.get(url("change", make_article()))).select_one(".subjects__box span")
    assert (box["lang"], box.get_text()) == ("ru", "Море")


def test_a_late_save_shows_both_choices_by_name(as_author, author, make_article, topic, region):
    draft = make_article(subjects=[topic])
    data = opened(as_author, draft)
    cast.save(draft, author, lead="Meanwhile.")
    answer = press(as_author, draft, data | {"subjects": [region.pk]})
    assert answer.status_code == 409
    said = text(answer)
    assert "Brest" in said
    assert "Culture" in said


def test_the_form_costs_as_many_queries_with_hundreds_of_topics(
    as_author, make_article, topic, django_assert_max_num_queries
):
    draft = make_article(subjects=[topic])
    with django_assert_max_num_queries(60) as few:
        as_author.get(url("change", draft))
    Topic.objects.bulk_create(
        [Topic(kind="topic", slug=f"t-{i}", names={"en": f"T {i}"}) for i in range(300)]
    )
    with django_assert_max_num_queries(60) as many:
        as_author.get(url("change", draft))
    assert len(many) == len(few)


def test_reviewer_reads_what_the_text_is_about(client, reviewer, make_in_review, topic):
    review = make_in_review(subjects=[topic])
    client.force_login(reviewer)
    assert "About Culture (topic)" in text(client.get(url("change", review)))


def test_the_list_of_articles_is_filtered_by_topic(as_author, make_article, topic):
    make_article(title="About it", subjects=[topic])
    make_article(title="About nothing")
    said = text(as_author.get(url("changelist"), {"topic": topic.pk}))
    assert "About it" in said
    assert "About nothing" not in said


def test_an_approver_who_saw_other_topics_has_to_read_again(make_in_review, publisher, topic):
    review = make_in_review(subjects=[topic])
    seen = cast.fresh(review).content_hash
    review.subjects.clear()
    with pytest.raises(Refused, match="not the one that you saw"):
        take("approve", review, by=publisher, seen=seen)
