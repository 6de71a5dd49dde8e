"""The audit chain: what it records, and that any change behind the door is named."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from portal.publishing.models import Audit, Document
from portal.publishing.workflow import take
from tests import cast
from tests.portal.publishing.times import hour


@pytest.fixture
def document(make_live, replace, publisher, clock_at):
    """A document with a long history beside another one."""
    make_live(title="Beside it")
    live = make_live()
    clock_at(1)
    replace(live)
    clock_at(2)
    take("withdraw", live, by=publisher, note="The fair is cancelled.")
    return live.document


def run(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def verdict() -> list[str]:
    """What `verify_audit` prints; [] when it ends with exit code 0."""
    out, code = StringIO(), 0
    try:
        call_command("verify_audit", stdout=out)
    except CommandError as error:
        code = error.returncode
    lines = out.getvalue().splitlines()
    assert code == (0 if lines[-1].endswith("every chain holds.") else 1)
    return lines if code else []


def test_untouched_chains_hold(document):
    assert verdict() == []


def test_history_tells_who_did_what_when_and_why(document):
    last = Audit.objects.filter(document=document).last()
    assert (last.verb, last.person_name, last.at) == ("withdraw", "publisher", hour(2))
    assert (last.language, last.edition_number) == ("en", 1)
    assert last.note == "The fair is cancelled."
    assert last.details == {"ends_at": hour(2).isoformat(), "answer": "gone"}


def test_history_outlives_the_account(document):
    names = list(Audit.objects.values_list("person_id", "person_name"))
    run(
        "UPDATE accounts_user SET username = 'left', is_active = %s WHERE username = 'author'",
        False,
    )
    assert list(Audit.objects.values_list("person_id", "person_name")) == names
    assert verdict() == []


def test_approval_carries_the_fingerprint_of_the_text(document):
    rows = Audit.objects.filter(document=document, verb__in=["submit", "approve"])
    assert all(row.content_hash.startswith("1:") for row in rows)


CHANGES = {
    "at": "2026-06-05 09:00:00.000001",
    "verb": "submitt",
    "person_id": 4_711,
    "person_name": "publishes",
    "language": "eo",
    "edition_number": 9,
    "note": "x",
    "details": '{"ends_at": "never"}',
    "content_hash": "1:0",
    "previous_hash": "0" * 64,
    "hash": "0" * 64,
    "sequence": 77,
}


def test_table_of_changes_names_every_column():
    columns = {field.column for field in Audit._meta.concrete_fields}
    assert set(CHANGES) | {"document_id"} == columns


@pytest.mark.parametrize("sequence", [1, 3, 7])
@pytest.mark.parametrize("column", CHANGES)
def test_changed_column_is_named_with_its_row(document, column, sequence):
    value = CHANGES[column]
    run(
        f"UPDATE publishing_audit SET {column} = %s WHERE document_id = %s AND sequence = %s",
        value, document.pk, sequence,
    )  # fmt: skip
    named = {"sequence": {1: 2, 3: 4, 7: 77}[sequence]}.get(column, sequence)
    (sentence,) = verdict()
    assert sentence.startswith(f"Document {document.pk}, row {named}: ")


@pytest.mark.parametrize(("forged", "named"), [(1, 2), (6, 7), (7, 7)])
def test_row_forged_together_with_its_hash_breaks_the_chain_after_it(document, forged, named):
    row = Audit.objects.get(document=document, sequence=forged)
    row.person_name = "somebody else"
    run(
        "UPDATE publishing_audit SET person_name = %s, hash = %s "
        "WHERE document_id = %s AND sequence = %s",
        row.person_name, row.fingerprint(), document.pk, forged,
    )  # fmt: skip
    (sentence,) = verdict()
    assert sentence.startswith(f"Document {document.pk}, row {named}: ")


def test_row_carried_over_to_another_document_is_missed_in_both(document):
    other = Document.objects.exclude(pk=document.pk).get()
    run(
        "UPDATE publishing_audit SET document_id = %s, sequence = 4 "
        "WHERE document_id = %s AND sequence = 7",
        other.pk, document.pk,
    )  # fmt: skip
    assert [sentence.partition(":")[0] for sentence in verdict()] == [
        f"Document {other.pk}, row 4",
        f"Document {document.pk}, row 7",
    ]


@pytest.mark.parametrize(("removed", "named"), [(1, 2), (4, 5), (7, 7)])
def test_removed_row_is_named(document, removed, named):
    run(
        "DELETE FROM publishing_audit WHERE document_id = %s AND sequence = %s",
        document.pk, removed,
    )  # fmt: skip
    (sentence,) = verdict()
    assert sentence.startswith(f"Document {document.pk}, row {named}: ")


def test_cut_tail_is_named(document):
    run("DELETE FROM publishing_audit WHERE document_id = %s AND sequence > 4", document.pk)
    assert verdict() == [
        f"Document {document.pk}, row 5: the chain ends after row 4, but the document counts 7."
    ]


def test_emptied_history_is_named(document):
    run("DELETE FROM publishing_audit WHERE document_id = %s", document.pk)
    assert verdict() == [f"Document {document.pk}, row 1: all its rows are missing."]


@pytest.mark.parametrize(("first", "second"), [(2, 3), (1, 7)])
def test_swapped_rows_are_named(document, first, second):
    for old, new in ((first, 100), (second, first), (100, second)):
        run(
            "UPDATE publishing_audit SET sequence = %s WHERE document_id = %s AND sequence = %s",
            new, document.pk, old,
        )  # fmt: skip
    (sentence,) = verdict()
    assert sentence.startswith(f"Document {document.pk}, row {first}: ")


@pytest.mark.parametrize(("column", "value"), [("audit_head", "0" * 64), ("audit_count", 8)])
def test_changed_memory_of_the_document_is_named(document, column, value):
    run(f"UPDATE publishing_document SET {column} = %s WHERE id = %s", value, document.pk)
    (sentence,) = verdict()
    assert sentence.startswith(f"Document {document.pk}, row ")


def test_one_broken_chain_hides_no_other(document):
    run("UPDATE publishing_audit SET note = 'x' WHERE sequence = 2")
    assert len(verdict()) == 2


def test_rows_are_not_written_or_deleted_by_objects(document):
    row = Audit.objects.first()
    with pytest.raises(TypeError, match="never changed"):
        row.save()
    with pytest.raises(TypeError, match="never deleted"):
        row.delete()


def test_person_is_recorded_by_full_name(make_article, desk):
    writer = cast.a_person("yk", "author", desk, first_name="Yanka", last_name="Kupala")
    make_article(by=writer)
    assert Audit.objects.get().person_name == "Yanka Kupala"
