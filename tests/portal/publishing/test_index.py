"""The public index follows the editions, and can be derived from them anew."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from news.models import Article
from portal.publishing.index import rebuild
from portal.publishing.models import Entry, Reference
from portal.publishing.workflow import take
from tests.portal.publishing.times import hour


def intervals(model):
    number = "edition_number" if model is Entry else "number"
    columns = ("timeline", number, "live_from", "live_until", "first_published_at", "title")
    found = model.objects.filter(live_from__isnull=False)
    return sorted(found.values_list(*columns), key=str)


def link_to(edition):
    return f'<p><a href="document:{edition.document.number}">There</a></p>'


@pytest.fixture
def history(make_live, replace, publisher, author, clock_at):
    """Two documents, one linking to the other, with a past and a future."""
    target = make_live()
    live = make_live(title="Old", body=link_to(target))
    clock_at(1)
    scheduled = replace(live, at=hour(9), title="New")
    take("withdraw", target, by=publisher, note="Until then.", at=hour(8))
    return target, live, scheduled


def test_entry_mirrors_the_interval_of_its_edition_through_every_step(history, publisher, revise):
    target, live, scheduled = history
    assert intervals(Entry) == intervals(Article)
    take("reschedule", scheduled, by=publisher, at=hour(12))
    assert intervals(Entry) == intervals(Article)
    take("unschedule", scheduled, by=publisher)
    assert intervals(Entry) == intervals(Article)
    take("keep", target, by=publisher)
    assert intervals(Entry) == intervals(Article)
    take("withdraw", live, by=publisher, note="A mistake.")
    assert intervals(Entry) == intervals(Article)


def test_entry_keeps_the_words_of_its_own_edition(history):
    assert list(Entry.objects.live(hour(2)).order_by("pk").values_list("title", flat=True)) == [
        "The library opens at night",
        "Old",
    ]
    assert [entry.title for entry in Entry.objects.live(hour(10))] == ["New"]


# --- Derived anew --------------------------------------------------------------------------------


def test_rebuilding_what_is_in_order_touches_nothing(history):
    before = list(Entry.objects.values()), list(Reference.objects.values())
    assert list(rebuild()) == []
    assert (list(Entry.objects.values()), list(Reference.objects.values())) == before


DAMAGE = {
    "another title": lambda entry: Entry.objects.filter(pk=entry.pk).update(title="Forged"),
    "another path": lambda entry: Entry.objects.filter(pk=entry.pk).update(path="news/1/"),
    "an earlier start": lambda entry: Entry.objects.filter(pk=entry.pk).update(live_from=hour(-9)),
    "no end": lambda entry: Entry.objects.filter(pk=entry.pk).update(live_until=None),
    "another number": lambda entry: Entry.objects.filter(pk=entry.pk).update(number=1),
    "no entry": lambda entry: entry.delete(),
    "no references": lambda entry: entry.references.all().delete(),
    "one reference more": lambda entry: entry.references.create(document=entry.document),
    "an entry of nothing": lambda entry: Entry.objects.filter(pk=entry.pk).update(
        edition_number=77
    ),
}


def content():
    columns = [f.attname for f in Entry._meta.concrete_fields if not f.primary_key]
    return (
        sorted(Entry.objects.values_list(*columns), key=str),
        sorted(Reference.objects.values_list("entry__number", "entry__edition_number", "document")),
    )


@pytest.mark.parametrize("damage", DAMAGE)
def test_what_has_drifted_is_named_and_mended(history, damage):
    _target, live, _scheduled = history
    before = content()
    DAMAGE[damage](Entry.objects.get(title="Old"))
    assert content() != before
    (name, *_more) = rebuild()
    assert f"news.article {live.document.number}, en, edition" in name
    assert content() == before


def test_many_documents_are_rebuilt_in_chunks(make_live, monkeypatch):
    monkeypatch.setattr("portal.publishing.index.CHUNK", 2)
    for _i in range(5):
        make_live()
    before = content()
    Entry.objects.update(title="Forged")
    assert len(list(rebuild())) == 5
    assert content() == before


def test_check_names_what_has_drifted_writes_nothing_and_fails(history):
    Entry.objects.filter(title="Old").update(title="Forged")
    out = StringIO()
    with pytest.raises(CommandError, match="1 entries have drifted. Run manage.py") as error:
        call_command("rebuild_entries", "--check", stdout=out)
    assert error.value.returncode == 1
    assert "its entry differs from its edition" in out.getvalue()
    assert Entry.objects.filter(title="Forged").exists()


def test_command_mends_and_then_finds_nothing(history):
    Entry.objects.filter(title="Old").delete()
    for told in ("1 entries had drifted.", "All is as it should be."):
        out = StringIO()
        call_command("rebuild_entries", stdout=out)
        assert told in out.getvalue()
    call_command("rebuild_entries", "--check", stdout=StringIO())


@pytest.mark.parametrize("command", ["rebuild_entries", "verify_audit"])
def test_help_ends_with_examples(command, capsys):
    with pytest.raises(SystemExit):
        call_command(command, "--help")
    assert f"examples:\n  python manage.py {command}" in capsys.readouterr().out
