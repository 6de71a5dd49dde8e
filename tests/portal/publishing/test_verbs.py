"""The table word × verb × role × own or foreign desk or language, walked through the door."""

import pytest
from django.db import transaction

from portal.publishing.errors import Refused
from portal.publishing.models import Audit
from portal.publishing.verbs import VERBS
from portal.publishing.workflow import take, take_all
from tests.portal.publishing import verbs_table as table


def goes_through(verb, edition, by, author) -> bool:
    """Try the step and take it back."""
    with transaction.atomic():
        outcome = take_all(verb, [edition], by=by, **table.options(verb, edition, author))
        transaction.set_rollback(True)
    for refusal in outcome.refused:
        assert all(len(sentence) > 20 and sentence[-1] == "." for sentence in refusal.sentences)
    return bool(outcome.done)


@pytest.mark.parametrize("place", table.PLACES)
@pytest.mark.parametrize("word", table.WORDS)
def test_door_lets_through_what_the_table_allows_and_nothing_else(
    word, place, author, publisher, stream
):
    people, cast = table.people(place), {"author": author, "publisher": publisher, "stream": stream}
    edition, wrong = table.build(word, **cast), []
    for verb in table.VERBS:
        for role, person in people.items():
            if word == "new":  # the object itself would remember the step that was taken back
                edition = table.build(word, **cast)
            expected = table.is_allowed(verb, word, role, place)
            if goes_through(verb, edition, person, author) is not expected:
                wrong.append((verb, role, "should pass" if expected else "should be refused"))
    assert wrong == []


@pytest.mark.parametrize("word", [word for word in table.WORDS if word != "new"])
def test_refused_step_changes_no_byte_and_leaves_no_audit_row(
    word, author, publisher, stream, administrator
):
    edition = table.build(word, author=author, publisher=publisher, stream=stream)
    people = [administrator, table.people(table.FOREIGN_DESK)["publisher"], publisher]
    before, audits = table.rows(edition), Audit.objects.count()
    for person in people:
        for verb in table.VERBS:
            if person == publisher and word in table.FROM[verb]:
                continue
            options = table.options(verb, edition, author)
            assert take_all(verb, [edition], by=person, **options).refused
    assert table.rows(edition) == before
    assert Audit.objects.count() == audits


def test_refused_start_leaves_no_document_behind(new_article, stranger):
    article = new_article()
    with pytest.raises(Refused, match="Your role on this desk"):
        take("start", article, by=stranger)
    assert article.document.pk is None
    assert article.pk is None


def test_code_and_table_know_the_same_verbs():
    assert sorted(VERBS) == table.VERBS
