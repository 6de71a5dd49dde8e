"""Pictures, files and labels of two editions side by side."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.models import ArticleFile, ArticlePicture
from portal.media.models import File
from portal.publishing.admin.compare import longest_rise
from portal.subjects.models import Subject, SubjectKind
from tests import cast
from tests.desk import page
from tests.portal.publishing.comparing import add_picture, changes, compared, parts_of


@pytest.fixture
def at_desk(client, author):
    client.force_login(author)
    return client


def test_pictures_are_added_removed_changed_and_moved(
    at_desk, author, publisher, make_live, revise, submit
):
    pictures = [cast.a_picture(author, f"{n}.jpg") for n in range(5)]
    live = make_live()
    draft = revise(live)
    parts = [add_picture(draft, p, alt=f"Alt {n}", position=n) for n, p in enumerate(pictures[:4])]
    one = cast.approve(submit(draft), publisher)
    two = revise(one)
    own = {part.key: part for part in ArticlePicture.objects.filter(edition=two)}
    by_alt = [own[part.key] for part in parts]
    by_alt[0].delete()
    for part, changed in (
        (by_alt[1], {"position": 9}),
        (by_alt[2], {"alt": "Alt two", "crop": "0-10-50-60"}),
    ):
        part.refresh_from_db()
        for name, value in changed.items():
            setattr(part, name, value)
        part.save()
    add_picture(two, pictures[4], alt="Brand new", position=10)
    told = parts_of(compared(at_desk, one, two))
    assert [heading for heading, _text in told] == [
        "1. Alt 0 – removed",
        "1. Alt two – changed",
        "3. Alt 1 – moved from place 2 to place 3",
        "4. Brand new – added",
    ]
    assert "[-Alt 0-]" in told[0][1]
    assert "Alt [-2-] [+two+]" in told[1][1]
    assert (
        "[+50 % of the width and 60 % of the height, from 0 % (left) and 10 % (top)+]" in told[1][1]
    )
    assert "[+Brand new+]" in told[3][1]


def test_pictures_are_shown_through_the_editors_address(at_desk, author, make_live, revise):
    live = make_live(pictures=[cast.a_picture(author, "old.jpg")])
    draft = revise(live)
    part = draft.pictures.get()
    part.picture = new = cast.a_picture(author, "new.jpg")
    part.save()
    things = page(compared(at_desk, live, draft)).select(".difference__thing")
    assert [thing.dt.get_text() for thing in things] == ["before", "after"]
    sources = [thing.img["src"] for thing in things]
    assert sources[1] == f"/admin/media/picture/file/{new.token}/320.jpg"
    assert "Focal point 50 % from the left, 50 % from the top." in things[1].get_text(" ")


def test_files_are_compared_too(at_desk, author, make_live, revise):
    live = make_live()
    draft = revise(live)
    file = File.objects.create(
        token="f" * 32, sha256="0" * 64, original_name="plan.pdf", created_by=author,
        kind="pdf", size=2048, language="ru",
    )  # fmt: skip
    ArticleFile(edition=cast.fresh(draft), file=file, title="The plan").save()
    ((heading, told),) = parts_of(compared(at_desk, live, draft))
    assert heading == "1. The plan – added"
    assert "plan.pdf, PDF, 2.0 KB, Russian" in told.replace("\xa0", " ")


def test_labels_are_compared_by_name(at_desk, make_live, revise):
    names = ("Sport", "Culture", "Science")
    sport, culture, science = (
        Subject.objects.create(kind=SubjectKind.TOPIC, slug=n.lower(), names={"en": n})
        for n in names
    )
    live = make_live()
    live.subjects.set([sport, culture])
    draft = revise(live)
    draft.subjects.set([culture, science])
    told = changes(compared(at_desk, live, draft))
    assert told["Topics, people, regions"] == "Culture [+Science+] [-Sport-]"


def test_related_documents_are_called_by_their_public_title(
    at_desk, make_live, make_scheduled, revise
):
    public, secret = make_live(title="Known to all"), make_scheduled(title="Not yet known")
    live = make_live()
    draft = revise(live)
    draft.related.set([public.document, secret.document])
    told = changes(compared(at_desk, live, draft))["Related"]
    assert "[+Known to all+]" in told
    assert "Not yet known" not in told


def test_number_of_queries_does_not_grow_with_the_parts(at_desk, author, make_live, revise):
    live = make_live(pictures=[cast.a_picture(author)])
    draft = revise(live)

    def cost():
        with CaptureQueriesContext(connection) as asked:
            compared(at_desk, live, draft)
        return len(asked)

    few = cost()
    for _count in range(12):
        add_picture(draft, cast.a_picture(author))
        draft.subjects.add(
            Subject.objects.create(
                kind=SubjectKind.TOPIC, slug=f"t{_count}", names={"en": f"T{_count}"}
            )
        )
    assert cost() == few
    assert few <= 14


@pytest.mark.parametrize(
    ("numbers", "rise"),
    [([], set()), ([1, 2, 3], {1, 2, 3}), ([3, 1, 2], {1, 2}), ([2, 5, 3, 4, 1], {2, 3, 4})],
)
def test_what_stands_in_rising_order_has_not_moved(numbers, rise):
    assert longest_rise(numbers) == rise
