"""What a mail says: in the reader's language, whole, plain, and with nothing smuggled in."""

import pytest
from django.urls import resolve, reverse

from portal.accounts.models import User
from portal.mail.models import Message
from portal.mail.sending import as_email
from portal.mail.writing import LONGEST_SUBJECT, one_line
from portal.publishing.workflow import take, take_all
from tests import cast
from tests.portal.publishing.times import hour

pytestmark = pytest.mark.usefixtures("newsroom")


def mail_to(name):
    return Message.objects.filter(to=f"{name}@example.org").first()  # the newest


def test_submitted_text_is_named_with_a_link_to_its_page_on_the_desk(make_in_review, settings):
    settings.SITE_ADDRESS = "https://portal.example"
    review = make_in_review(title="Storks return")
    mail = mail_to("reviewer")
    assert mail.subject == "For review: Storks return"
    assert mail.body.startswith("author has submitted a text for review. Read it, then approve")
    page = reverse("admin:news_article_change", args=[review.pk])
    assert f"“Storks return”\nEnglish, edition 1.\nhttps://portal.example{page}\n" in mail.body
    assert resolve(page).view_name == "admin:news_article_change"


def test_who_is_sent_back_reads_the_remark_line_by_line(make_in_review, reviewer):
    take("send_back", make_in_review(), by=reviewer, note="Name the source.\nAnd the date.")
    assert (
        "with this remark:\n\nName the source.\nAnd the date.\n\nChange" in mail_to("author").body
    )


@pytest.mark.usefixtures("noon")
def test_approved_text_is_told_with_the_moment_in_the_site_s_zone(make_in_review, publisher):
    cast.approve(make_in_review(), publisher, at=hour(2))
    assert "It goes live on 5 June 2026, 14:00." in mail_to("author").body
    cast.approve(make_in_review(), publisher)
    assert "It is public since 5 June 2026, 12:00." in mail_to("author").body


@pytest.mark.usefixtures("noon")
@pytest.mark.parametrize(
    ("at", "sentence"),
    [
        (None, "It is public no more since 5 June 2026, 12:00."),
        (hour(3), "It stays public until 5 June 2026, 15:00."),
    ],
)
def test_withdrawn_text_is_told_with_the_reason_and_the_moment(at, sentence, make_live, publisher):
    take("withdraw", make_live(), by=publisher, note="The fair is cancelled.", at=at)
    body = mail_to("author").body
    assert "for this reason:\n\nThe fair is cancelled.\n" in body
    assert sentence in body


def test_one_step_with_many_texts_is_one_mail_for_each_person(new_article, author, reviewer):
    drafts = take_all("start", [new_article(title=f"Text {i}") for i in range(5)], by=author).done
    reviews = take_all("submit", drafts, by=author).done
    assert Message.objects.filter(person=reviewer).count() == 1
    mail = mail_to("reviewer")
    assert mail.subject == "For review: 5 texts"
    assert [f"“Text {i}”" in mail.body for i in range(5)] == [True] * 5
    take_all("send_back", reviews[:3], by=reviewer, note="Too short.")
    assert mail_to("author").subject == "Sent back: 3 texts"


def test_each_person_is_told_only_of_the_texts_that_concern_them(
    new_article, author, stranger, chief, publisher
):
    """Of two texts that a chief submits at once, each author's own is sent back to them."""
    drafts = [
        take("start", new_article(title=f"By {person}"), by=person) for person in (author, chief)
    ]
    reviews = take_all("submit", drafts, by=chief).done
    take_all("send_back", reviews, by=publisher, note="Too short.")
    assert mail_to("author").subject == "Sent back: By author"
    assert mail_to("chief").subject == "Sent back: By chief"


def test_mail_is_in_the_language_of_the_person_and_else_in_the_site_s(
    make_article, author, settings
):
    User.objects.filter(username="reviewer").update(language="ru")
    settings.LANGUAGE_CODE = "be"
    take("submit", make_article(), by=author)
    assert mail_to("reviewer").language == "ru"
    assert "Официальный сайт Республики Беларусь" in mail_to("reviewer").body
    assert mail_to("publisher").language == "be"
    assert "Афіцыйны сайт Рэспублікі Беларусь" in mail_to("publisher").body


def test_plain_text_holds_the_signs_that_the_editor_typed(make_in_review):
    make_in_review(title="Bread & <salt> “sashes”")
    mail = mail_to("reviewer")
    assert mail.subject == "For review: Bread & <salt> “sashes”"
    assert "“Bread & <salt> “sashes””" in mail.body


FORGED = [
    "Storks\nBcc: everybody@example.org",
    "Storks\r\n\r\nBcc: everybody@example.org",
    "Storks\x0bBcc: everybody@example.org",
    "Storks\u2028Bcc: everybody@example.org",
    "Storks\u202eBcc: everybody@example.org",
]


@pytest.mark.parametrize("title", FORGED)
def test_title_with_line_ends_forges_no_header_and_no_line(title, make_in_review):
    make_in_review(title=title)
    mail = mail_to("reviewer")
    assert mail.subject.replace(" ", "") == "Forreview:StorksBcc:everybody@example.org"
    assert not [line for line in mail.body.splitlines() if line.startswith("Bcc")]
    sent = as_email(mail, None)
    assert sent.recipients() == ["reviewer@example.org"]
    assert "Bcc" not in sent.message()


def test_name_with_line_ends_forges_no_line(make_article, author):
    User.objects.filter(pk=author.pk).update(first_name="Anna\nBcc: x@example.org")
    author.refresh_from_db()
    take("submit", make_article(), by=author)
    assert mail_to("reviewer").body.startswith("Anna Bcc: x@example.org has submitted")


def test_long_title_is_cut_in_the_subject_and_whole_in_the_text(make_in_review):
    title = "Storks and sashes " * 11
    make_in_review(title=title.strip())
    mail = mail_to("reviewer")
    assert len(mail.subject) == LONGEST_SUBJECT
    assert title.strip() in mail.body


def test_sign_that_nobody_sees_is_left_out():
    assert one_line(" Storks\x00\u200b \t return\n") == "Storks return"
