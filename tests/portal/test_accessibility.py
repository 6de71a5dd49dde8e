"""The accessibility statement says what the last automatic run has found."""

import json

import pytest

from portal import accessibility, languages
from tests.reading import page_of, text_of

FAULT = {
    "page": "photo",
    "language": "ru",
    "condition": "dark",
    "rule": "color-contrast",
    "help": "Elements must meet minimum color contrast ratio thresholds",
}
RUN = {"on": "2026-11-24", "tool": "axe-core 4.12.1", "tried": 260, "faults": []}


@pytest.fixture
def record(monkeypatch, tmp_path):
    """record(run) → the audit has left this."""
    monkeypatch.setattr(accessibility, "RECORD", tmp_path / "accessibility.json")
    return lambda **run: accessibility.RECORD.write_text(json.dumps(RUN | run))


@pytest.fixture
def statement(visitor, db):
    return lambda prefix="en": visitor.get(f"/{prefix}/accessibility/").content.decode()


def test_visitor_reads_each_fault_of_the_last_run(record, statement):
    record(faults=[FAULT, FAULT | {"rule": "label", "help": "Form elements must have labels"}])
    page = statement()
    assert FAULT["help"] in page
    assert "Form elements must have labels" in page
    assert "found no fault" not in page


def test_visitor_reads_when_and_how_the_site_was_last_tried(record, statement):
    record()
    page = statement()
    assert "24 November 2026" in page
    assert "axe-core 4.12.1" in page
    assert "260 pages" in page
    assert "found no fault" in page


def test_a_site_that_was_never_tried_claims_nothing(record, statement):
    page = statement()
    assert "No automatic run is on record yet." in page
    assert "found no fault" not in page


def test_visitor_learns_whom_to_write_to(visitor, db, settings):
    contact = settings.IDENTITY.in_language("en").contact
    main = page_of(visitor.get("/en/accessibility/")).main
    assert main.find("a", href=f"mailto:{contact.email}")
    assert contact.phone in text_of(main)


@pytest.mark.parametrize("prefix", [languages.prefix(code) for code in languages.CODES])
def test_the_record_in_the_project_is_one_that_the_statement_reads(statement, prefix):
    run = accessibility.last_run()
    assert run.tried > 0
    assert run.tool in statement(prefix)
