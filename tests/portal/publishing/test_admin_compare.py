"""Two editions of a document side by side, for whoever may read both."""

from datetime import timedelta

import pytest

from portal.publishing import clock
from portal.publishing.workflow import take
from tests import cast
from tests.desk import page, text, url
from tests.portal.publishing.comparing import changes, compared


@pytest.fixture
def at_desk(client, author):
    client.force_login(author)
    return client


# --- Fields --------------------------------------------------------------------------------------


def test_fields_are_compared_word_by_word_in_the_order_and_names_of_the_form(
    at_desk, make_live, revise
):
    live = make_live(dateline_town="Minsk", source_name="BelTA")
    draft = revise(
        live,
        title="The library opens by day",
        body="<h2>News</h2><p>The doors open at ten in the evening.</p>",
        dateline_on="2026-06-05",
        is_major=True,
        source_name="",
    )
    told = changes(compared(at_desk, live, draft))
    assert told == {
        "Title": "The library opens [-at night-] [+by day+]",
        "Dateline, day": "[+5 June 2026+]",
        "Text": "[+## News+] The doors open at [-nine-] [+ten+] in the evening.",
        "Source agency": "[-BelTA-]",
        "Major change": "[-no-] [+yes+]",
    }
    assert list(told) == ["Title", "Dateline, day", "Text", "Source agency", "Major change"]


def test_choices_and_foreign_keys_are_told_in_words(at_desk, make_live, revise):
    live = make_live()
    stream = cast.a_stream("interviews", en="Interviews")
    told = changes(compared(at_desk, live, revise(live, stream=stream, layout="photo")))
    assert told["Stream"] == "[-Opinions-] [+Interviews+]"
    assert told["Form"] == "[-text-] [+photo report+]"


def test_screen_readers_are_told_what_was_removed_and_added(at_desk, make_live, revise):
    live = make_live()
    answer = page(compared(at_desk, live, revise(live, lead="Readers may stay until noon.")))
    hidden = {tag.name: [h.get_text().strip() for h in tag.select(".visually-hidden")]
              for tag in answer.select("del, ins")}  # fmt: skip
    assert hidden == {
        "del": ["removed:", "end of what was removed"],
        "ins": ["added:", "end of what was added"],
    }
    assert answer.select_one(".difference")["lang"] == "en"


def test_unchanged_fields_are_folded_away(at_desk, make_live, revise):
    live = make_live(author_line="Ales")
    answer = page(compared(at_desk, live, revise(live, title="Another")))
    folded = answer.select_one("details.compared__unchanged")
    assert "Ales" in folded.get_text()
    assert not folded.has_attr("open")
    assert "Another" not in folded.get_text()


def test_change_of_markup_alone_is_told(at_desk, make_live, revise):
    table = (
        "<table><tbody><tr><{0}>a</{0}><td>b</td></tr><tr><td>c</td><td>d</td></tr></tbody></table>"
    )
    live = make_live(body=table.format("td"))
    told = changes(compared(at_desk, live, revise(live, body=table.format("th"))))
    assert "The words are the same. What differs is how they are marked up." in told["Text"]


def test_equal_editions_do_not_differ(at_desk, make_live, revise):
    live = make_live()
    answer = compared(at_desk, live, revise(live))
    assert "The two editions do not differ." in text(answer)
    assert changes(answer) == {}


# --- Which editions, and whose -------------------------------------------------------------------


def test_any_two_editions_can_be_compared(
    at_desk, author, publisher, make_adopted, replace, revise, submit
):
    (adopted,) = make_adopted(clock.now() - timedelta(days=9), title="Adopted title")
    superseded = replace(adopted, title="Superseded title")
    live = replace(superseded, title="Live title")
    discarded = take("discard", revise(live, title="Discarded title"), by=author)
    review = submit(revise(cast.fresh(live), title="Reviewed title"))
    editions = [adopted, superseded, live, discarded, review]
    for before in editions:
        for after in editions:
            told = changes(compared(at_desk, before, after)).get("Title", "")
            assert (before.title.split()[0] in told) is (before.pk != after.pk)


def test_editions_in_two_languages_can_be_compared(at_desk, author, make_live):
    live = make_live()
    russian = cast.save(
        take("translate", live, by=author, language="ru"), author, title="Библиотека"
    )
    answer = compared(at_desk, live, russian)
    assert changes(answer)["Title"] == "[-The library opens at night-] [+Библиотека+]"
    assert not page(answer).select_one(".difference").has_attr("lang")


def test_edition_of_another_document_is_not_found(at_desk, make_live):
    one, other = make_live(), make_live()
    for key in (other.pk, 10**9, "", "x", "-1", f"{one.pk} "):
        compared(at_desk, key, one, status=404)
        assert at_desk.get(url("compare", one), {"edition": key or "x"}).status_code == 404


def test_edition_that_the_person_may_not_see_is_not_found(client, stranger, make_live, revise):
    photo = cast.a_stream("photo")
    theirs = make_live(stream=photo)
    moved = revise(theirs, stream=cast.a_stream("secret"))
    client.force_login(stranger)
    assert client.get(url("change", theirs)).status_code == 200
    compared(client, moved, theirs, status=404)
    compared(client, theirs, moved, status=404)
    assert "Edition 2" not in text(client.get(url("compare", theirs)))


def test_both_editions_are_chosen_by_a_plain_form(at_desk, make_live, replace, revise):
    first = make_live()
    second = replace(first, title="Second")
    third = revise(second, title="Third")
    form = page(at_desk.get(url("compare", third))).select_one(".compare__choice")
    assert form["method"] == "get"
    options = {
        select["name"]: [
            (option["value"], option.has_attr("selected")) for option in select.select("option")
        ]
        for select in form.select("select")
    }
    assert options["with"] == [
        (str(third.pk), False),
        (str(second.pk), True),
        (str(first.pk), False),
    ]
    assert options["edition"][0] == (str(third.pk), True)
    answer = at_desk.get(form["action"], {"with": first.pk, "edition": second.pk}, follow=True)
    assert answer.redirect_chain[-1][0] == f"{url('compare', second)}?with={first.pk}"
    assert changes(answer)["Title"].endswith("[+Second+]")


def test_without_a_choice_an_edition_is_compared_with_what_it_follows(
    at_desk, make_live, replace, revise
):
    first = make_live()
    second = replace(first)
    third = revise(second)
    for edition, before in ((third, 2), (second, 1)):
        title = page(at_desk.get(url("compare", edition))).select_one("#content-main h2").get_text()
        assert f"from edition {before} (English)" in " ".join(title.split())


def test_first_edition_has_nothing_to_be_compared_with(at_desk, make_article):
    answer = at_desk.get(url("compare", make_article()))
    assert "This is the first edition in its language." in text(answer)


# --- Where it is linked --------------------------------------------------------------------------


def test_strip_links_each_other_edition_to_the_comparison(at_desk, make_live, replace, revise):
    live = make_live()
    second = replace(live)
    draft = revise(second)
    strip = page(at_desk.get(url("change", second))).select(".strip__compare")
    assert {link["href"] for link in strip} == {
        f"{url('compare', draft)}?with={second.pk}",
        f"{url('compare', second)}?with={live.pk}",
    }


def test_page_of_approval_shows_what_changed_since_the_live_text(
    client, publisher, make_live, revise, submit
):
    live = make_live()
    review = submit(revise(live, title="The library opens by day"))
    client.force_login(publisher)
    for verb in ("approve", "send_back"):
        answer = client.get(url("take", review, verb))
        assert changes(answer) == {"Title": "The library opens [-at night-] [+by day+]"}
        link = page(answer).select_one(".changes a")
        assert link["href"] == f"{url('compare', review)}?with={live.pk}"


def test_page_of_a_first_approval_has_no_changes_to_show(client, publisher, make_in_review):
    client.force_login(publisher)
    answer = client.get(url("take", make_in_review(), "approve"))
    assert answer.status_code == 200
    assert not page(answer).select(".changes")


# --- Safe ----------------------------------------------------------------------------------------

HOSTILE = '"><script>alert(1)</script><img src=//evil.example/x onerror=alert(2)>{{ 7|add:7 }}'


def test_hostile_words_are_words(at_desk, author, make_live, revise):
    fields = ("title", "lead", "author_line", "source_name", "dateline_town")
    live = make_live(
        **dict.fromkeys(fields, HOSTILE),
        body=f"<p>{HOSTILE}</p><p>&lt;script&gt;alert(3)&lt;/script&gt;</p>",
        pictures=[cast.a_picture(author, HOSTILE)],
    )
    draft = revise(live, **dict.fromkeys(fields, f"b {HOSTILE}"), body=f"<p>b {HOSTILE}</p>")
    part = draft.pictures.get()
    part.alt = part.caption = part.credit = HOSTILE
    part.save()
    answer = page(compared(at_desk, live, draft))
    assert answer.select("#content-main script, #content-main img[onerror]") == []
    assert [img for img in answer.select("img") if not img["src"].startswith("/admin/")] == []
    assert "<script>alert(1)</script>" in answer.get_text()
