"""Preview tokens: long, short-lived, revocable, bound to one edition, and stored as a digest."""

import secrets
from datetime import timedelta

import pytest

from portal.publishing.models import Preview
from tests.portal.publishing.times import NOON


@pytest.fixture
def token(make_article, author, noon):
    return Preview.issue(make_article(), author)


def test_token_opens_its_edition(token, make_article):
    other, preview = make_article(), Preview.find(token)
    assert (preview.timeline_id, preview.edition_number) != (other.timeline_id, other.number)
    assert preview.created_by.username == "author"


def test_token_holds_more_than_128_bits_and_is_not_stored(token):
    assert len(token) * 6 >= 192
    assert token not in str(Preview.objects.values())


def test_token_expires_within_the_promised_time(token, time_machine):
    lifetime = Preview.objects.get().expires_at - NOON
    assert timedelta(0) < lifetime <= timedelta(days=7)
    time_machine.move_to(NOON + lifetime - timedelta(seconds=1), tick=False)
    assert Preview.find(token)
    time_machine.move_to(NOON + lifetime, tick=False)
    assert Preview.find(token) is None


@pytest.mark.parametrize(
    "life", [timedelta(0), timedelta(seconds=-1), timedelta(days=7, seconds=1)]
)
def test_no_token_is_issued_for_longer_than_promised(life, make_article, author):
    with pytest.raises(ValueError, match="seven days at most"):
        Preview.issue(make_article(), author, life=life)


def test_people_tell_tokens_apart_by_their_last_characters(token):
    assert Preview.objects.get().tail == token[-4:]


def test_revoked_token_opens_nothing(token, noon):
    Preview.objects.update(revoked_at=noon)
    assert Preview.find(token) is None


def test_guesses_open_nothing(token):
    guesses = [secrets.token_urlsafe(24) for _i in range(300)]
    flips = [token[:i] + ("B" if token[i] == "A" else "A") + token[i + 1 :] for i in range(32)]
    cuts = [token[:-1], token + "A", token.swapcase(), "", "0" * 32]
    assert [guess for guess in guesses + flips + cuts if Preview.find(guess)] == []
