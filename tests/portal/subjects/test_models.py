"""Topics, people, regions and the offices that people held."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import ProtectedError
from django.utils import translation

from portal.subjects.models import Office, Person, Region, Subject, Topic
from tests import cast
from tests.reading import minsk

pytestmark = pytest.mark.django_db


def test_each_proxy_makes_and_finds_subjects_of_its_own_kind():
    made = [cast.a_topic("sea"), cast.a_person_of_note("sea"), cast.a_region("sea")]
    assert [subject.kind for subject in made] == ["topic", "person", "region"]
    for model, subject in zip((Topic, Person, Region), made, strict=True):
        assert model.objects.get().pk == subject.pk
    assert Subject.objects.count() == 3


def test_a_word_names_one_topic_and_one_region_but_never_two_topics(topic):
    with pytest.raises(ValidationError, match="There is one with this word"):
        Topic(slug=topic.slug, names={"en": "Again"}).full_clean()
    Region(slug=topic.slug, names={"en": "A region"}).full_clean()
    with pytest.raises(IntegrityError):
        cast.a_topic(topic.slug)


def test_a_name_is_in_the_language_of_the_page_or_says_in_which_it_is():
    topic = cast.a_topic(ru="Наука", en="Science")
    said = {}
    for code in ("be", "ru", "en", "zh-hans"):
        with translation.override(code):
            said[code] = (topic.name, topic.name_lang)
    # Where the language lacks a name stands the first of the site's languages that has one.
    assert said == {
        "be": ("Наука", "ru"),
        "ru": ("Наука", ""),
        "en": ("Science", ""),
        "zh-hans": ("Наука", "ru"),
    }


def test_a_subject_that_public_texts_are_about_cannot_be_deleted(topic, make_adopted):
    make_adopted(minsk(2019, 6, 5), subjects=[topic])
    with pytest.raises(ProtectedError):
        topic.delete()


def test_an_office_ends_on_no_day_before_its_first(person):
    Office.objects.create(person_id=person.pk, from_on=date(2019, 1, 1), until_on=date(2019, 1, 1))
    with pytest.raises(IntegrityError):
        Office.objects.create(
            person_id=person.pk, from_on=date(2019, 1, 2), until_on=date(2019, 1, 1)
        )
