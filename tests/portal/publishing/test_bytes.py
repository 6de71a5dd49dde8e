"""L2 by the byte: whatever editors do, what was approved stays as it was approved."""

from collections import defaultdict
from random import Random

import pytest

from news.models import Article
from portal.publishing.models import State
from portal.subjects.models import Topic
from tests import cast
from tests.portal.publishing.test_walks import fitting_person
from tests.portal.publishing.walking import Walk

VERBS = 500
MINUTES = (0, 1, 7, 60)
AHEAD = (None, None, None, 5, 30, 90)
ANSWERS = ("republish", "unschedule", "return")
# Of an edition that has begun, what may move: when it ends, and whether it heads the list.
MAY_DIFFER = {"live_until", "is_head"}
# A start that lies ahead may be moved as well, and takes the date of publication along.
MAY_DIFFER_AHEAD = MAY_DIFFER | {"live_from", "first_published_at"}


def stored(now) -> dict:
    """By name of the edition: its row, its parts and its labels, as the database has them."""
    found = {}
    hanging = [by_edition(*table) for table in tables_beside()]
    for row in Article.objects.filter(state=State.APPROVED).values():
        has_begun = row["live_from"] <= now
        for name in MAY_DIFFER if has_begun else MAY_DIFFER_AHEAD:
            del row[name]
        beside = [rows[row["id"]] for rows in hanging]
        found[row["timeline_id"], row["number"], has_begun] = (row, beside)
    return found


def tables_beside():
    for relation in Article.part_relations():
        yield relation.related_model, "edition_id"
    for field in Article._meta.many_to_many:
        yield field.remote_field.through, f"{field.m2m_field_name()}_id"


def by_edition(model, key) -> defaultdict[int, list]:
    rows = defaultdict(list)
    for row in model.objects.order_by("pk").values():
        rows[row[key]].append(row)
    return rows


@pytest.fixture
def topics(db):
    return [Topic.objects.create(kind="topic", slug=slug) for slug in ("culture", "nature")]


@pytest.fixture
def new_whole_article(new_article, picture, topics):
    """With a part and labels, which must be as untouchable as the row itself."""

    def make(**fields):
        article = new_article(**fields)
        return article.with_parts(cast.shown(picture)).with_labels(subjects=topics)

    return make


def edit_drafts(random, author, topics) -> None:
    """What an author does between the verbs: text, parts and labels of drafts change."""
    for draft in Article.objects.whole().filter(state=State.DRAFT):
        draft.title, draft.changed_by = f"Title {random.random()}", author
        draft.save()
        part = draft.pictures.first()
        part.edition, part.caption = draft, f"Caption {random.random()}"
        part.save()
        draft.subjects.set(random.sample(topics, 1))


def test_500_random_verbs_change_nothing_of_what_is_approved_but_end_and_head(
    new_whole_article, topics, author, publisher, chief, time_machine, record_property
):
    random, walk, seen = Random(1), Walk(new_whole_article, time_machine), {}
    walk.wait(0)
    for _i in range(3):
        walk.step("start", new_whole_article(), author, None, ())
    while len(walk.taken) < VERBS:
        walk.move(random.choice(MINUTES))
        fitting = {verb: editions for verb, editions in walk.fitting().items() if editions}
        verb = random.choice(sorted(fitting.keys() - {"start"}))
        by = fitting_person(verb, author, publisher, chief)
        walk.step(verb, random.choice(fitting[verb]), by, random.choice(AHEAD), ANSWERS)
        edit_drafts(random, author, topics)
        now = stored(walk.now)
        for name in seen.keys() & now.keys():
            assert now[name] == seen[name], (name, walk.taken[-1])
        assert {name for name in seen if name[-1]} <= now.keys(), walk.taken[-1]
        seen = now
    begun = [name for name in seen if name[-1]]
    assert len(begun) > 40
    record_property("bytes", f"{len(begun)} approved editions untouched by {VERBS} verbs")
