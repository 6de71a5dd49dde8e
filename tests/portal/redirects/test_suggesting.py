"""Where a lost address may have meant to lead."""

from datetime import timedelta

from portal.publishing import clock
from portal.redirects import suggesting
from portal.redirects.suggesting import suggestions
from portal.redirects.written import old_named


def test_only_the_newest_of_a_language_are_looked_through(make_adopted, monkeypatch):
    older, newer = (clock.now() - timedelta(days=days) for days in (2, 1))
    [library] = make_adopted(older, title="A night in the library")
    make_adopted(newer, title="A day in the museum")
    lost = old_named("/en/press-center/library-night.html")
    assert [entry.number for entry in suggestions(lost)] == [library.document.number]
    monkeypatch.setattr(suggesting, "MOST_LOOKED_THROUGH", 1)
    assert suggestions(lost) == []
