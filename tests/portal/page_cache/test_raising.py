"""What each step raises: everything that it changes, and little else."""

from datetime import timedelta

import pytest

from news.models import Stream
from portal.media.models import Picture
from portal.page_cache.board import board
from portal.page_cache.forgetting import FORGOTTEN, forget
from portal.page_cache.models import Coming, Raising
from portal.page_cache.slots import slot_of, slots_of
from portal.publishing import clock, scopes
from portal.publishing.workflow import take
from tests import cast
from tests.reading import minsk

pytestmark = pytest.mark.django_db
LIST, STREAM = scopes.listing("news.article", "en"), scopes.listing("news/opinions", "en")
HOUR = timedelta(hours=1)


def month(of, at, language="en"):
    return scopes.listing(of, language, clock.local_date(at).replace(day=1))


@pytest.fixture
def raised():
    """raised(act) → a function that tells of each scope whether the act raised it."""

    def by(act):
        mark = board.mark()
        act()
        return lambda *names: [not board.confirmed(mark, [slot_of(name)]) for name in names]

    return by


def own(edition):
    return scopes.document(edition.document_id)


def test_publication_raises_all_lists_that_it_enters_and_no_other(
    raised, make_in_review, publisher, topic
):
    text = make_in_review(subjects=[topic])
    has = raised(lambda: cast.approve(text, publisher))
    now = clock.now()
    entered = [own(text), LIST, STREAM, month("news.article", now), month("news/opinions", now)]
    entered += [scopes.subject(topic.pk), scopes.subject(topic.pk, "en"), scopes.INDEX]
    entered += [scopes.listing(scopes.INDEX, "en"), month(scopes.INDEX, now, "")]
    assert all(has(*entered))
    others = [scopes.listing("news.article", "ru"), scopes.listing("news/photo", "en"), scopes.SITE]
    others += [month("news.article", minsk(2019, 6, 5)), scopes.past("news.article", "en")]
    others += [scopes.subject(topic.pk, "ru"), scopes.listing("pages.page", "en")]
    assert not any(has(*others))


def test_correction_raises_its_document_and_no_list(
    raised, make_adopted, revise, submit, publisher
):
    old = make_adopted(minsk(2019, 6, 5))[0]
    review = submit(revise(old, lead="Better."))
    has = raised(lambda: cast.approve(review, publisher))
    months = [month(scopes.INDEX, minsk(2019, 6, 5), ""), month(scopes.INDEX, clock.now(), "")]
    assert all(has(own(old), scopes.numbered(old.document.number), scopes.INDEX, *months))
    assert not any(has(LIST, STREAM, month("news.article", minsk(2019, 6, 5))))


def test_article_that_goes_to_another_stream_raises_both(
    raised, make_live, revise, submit, publisher, chief
):
    video = cast.a_stream("video")
    draft = cast.save(take("revise", make_live(), by=chief), chief, stream=video)
    review = take("submit", draft, by=chief)
    has = raised(lambda: cast.approve(review, publisher))
    assert all(has(STREAM, scopes.listing("news/video", "en"), LIST))


def test_article_about_something_else_raises_both_subjects(
    raised, make_live, chief, publisher, topic, region
):
    draft = take("revise", make_live(subjects=[topic]), by=chief)
    draft.subjects.set([region])
    review = take("submit", draft, by=chief)
    has = raised(lambda: cast.approve(review, publisher))
    assert all(has(scopes.subject(topic.pk, "en"), scopes.subject(region.pk, "en")))


def test_what_appears_in_the_past_raises_the_past(raised, make_adopted):
    has = raised(lambda: make_adopted(minsk(2019, 6, 5)))
    assert all(has(scopes.past("news.article", "en"), month("news.article", minsk(2019, 6, 5))))
    assert not any(has(scopes.past("news.article", "ru"), month("news.article", clock.now())))


def test_withdrawal_raises_what_it_leaves(raised, make_live, publisher):
    text = make_live()
    has = raised(lambda: take("withdraw", text, by=publisher, note="Wrong."))
    assert all(has(own(text), LIST, STREAM, month("news.article", clock.now())))


def test_what_nobody_outside_sees_raises_nothing(make_article, author, reviewer):
    text = make_article()  # and with it the stream and the desk
    count, mark = Raising.objects.count(), board.mark()
    take("discard", make_article(), by=author)
    take("submit", text, by=author)
    take("recall", text, by=author)
    take("send_back", take("submit", text, by=author), by=reviewer, note="No.")
    assert (Raising.objects.count(), board.mark()) == (count, mark)
    assert not Coming.objects.exists()


# --- Moments ahead --------------------------------------------------------------------------------


def coming():
    """The moments ahead, each with the slots that will be raised."""
    found = {}
    for row in Coming.objects.all():
        found.setdefault(row.at, set()).add(row.slot)
    return found


def test_what_is_scheduled_is_noted_for_its_moment(make_scheduled):
    text = make_scheduled()
    assert list(coming()) == [text.live_from]
    assert coming()[text.live_from] >= set(slots_of([own(text), LIST, STREAM]))


def test_new_time_takes_the_place_of_the_old_one_and_unscheduling_leaves_none(
    make_scheduled, publisher
):
    text = make_scheduled()
    later = take("reschedule", text, by=publisher, at=text.live_from + HOUR)
    assert list(coming()) == [later.live_from]
    take("unschedule", later, by=publisher)
    assert coming() == {}


def test_planned_end_is_noted_and_one_that_is_taken_back_is_forgotten(make_live, publisher):
    text, end = make_live(), clock.now() + HOUR
    take("withdraw", text, by=publisher, note="Over by then.", at=end)
    assert list(coming()) == [end]
    take("keep", text, by=publisher)
    assert coming() == {}


def test_correction_to_come_will_raise_no_list(make_live, replace):
    due = clock.now() + HOUR
    text = replace(make_live(), at=due, lead="Better.")
    assert slot_of(own(text)) in coming()[due]
    assert not coming()[due] & set(slots_of([LIST, STREAM]))


def test_whoever_names_it_beside_their_own_changes_with_it(
    raised, make_article, make_live, make_in_review, author, publisher
):
    awaited = make_in_review()
    article = make_article(labels={"related": [awaited.document]})
    article = cast.approve(take("submit", article, by=author), publisher)
    has = raised(lambda: cast.approve(awaited, publisher))
    assert all(has(own(article)))


# --- What has no time line ------------------------------------------------------------------------


def test_label_raises_the_whole_site_and_a_picture_what_shows_it(raised, stream, picture, person):
    def rename(label):
        label.names = {"en": "Another"}
        label.save()

    for label in (stream, person, cast.an_office(person, minsk(2019, 1, 1).date(), en="Judge")):
        assert all(raised(lambda label=label: rename(label))(scopes.SITE))
    other = Picture(pk=picture.pk + 1)
    has = raised(picture.save)
    assert all(has(scopes.media(picture)))
    assert not any(has(scopes.SITE, scopes.media(other)))
    assert all(raised(Stream.objects.get().delete)(scopes.SITE))


# --- Costs and ends -------------------------------------------------------------------------------


def test_old_rows_are_forgotten_by_the_schedule(make_scheduled, time_machine):
    text = make_scheduled()
    assert Raising.objects.exists()
    time_machine.move_to(text.live_from + FORGOTTEN - HOUR)
    assert list(forget(write=True)) == []
    assert Coming.objects.exists()
    time_machine.move_to(text.live_from + FORGOTTEN + HOUR)
    assert list(forget(write=False))
    assert Coming.objects.exists()
    list(forget(write=True))
    assert not Raising.objects.exists()
    assert not Coming.objects.exists()
