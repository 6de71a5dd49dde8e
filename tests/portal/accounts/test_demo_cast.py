import stat

import pytest

from portal.accounts import demo_cast
from portal.accounts.models import User


@pytest.fixture(autouse=True)
def var(db, settings, tmp_path):
    settings.VAR_DIR = tmp_path / "var"


def gather():
    return demo_cast.gather("http://127.0.0.1:8000")


def passwords():
    return demo_cast.read_passwords(demo_cast.accounts_file())


def test_everybody_logs_in_with_the_password_in_the_file(client):
    people = gather()

    for person in people.values():
        assert client.login(username=person.username, password=passwords()[person.username])


def test_file_is_for_its_owner_alone():
    gather()

    assert stat.S_IMODE(demo_cast.accounts_file().stat().st_mode) == 0o600
    assert [path.name for path in demo_cast.accounts_file().parent.iterdir()] == [
        "demo-accounts.txt"
    ]


def test_file_opened_to_others_is_closed_again():
    gather()
    demo_cast.accounts_file().chmod(0o644)

    gather()

    assert stat.S_IMODE(demo_cast.accounts_file().stat().st_mode) == 0o600


def test_passwords_are_on_the_disk_before_any_account(monkeypatch):
    def killed(*args):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(demo_cast, "account_of", killed)
        with pytest.raises(KeyboardInterrupt):
            gather()
    written = passwords()
    assert len(written) == len(demo_cast.PEOPLE)
    assert not User.objects.exists()

    people = gather()

    assert passwords() == written
    assert people["chief"].check_password(written["demo-chief"])


def test_account_with_another_password_gets_the_one_in_the_file():
    author = gather()["author"]
    author.set_password("something else")
    author.save()

    assert gather()["author"].check_password(passwords()["demo-author"])


def test_account_that_the_file_does_not_name_gets_a_new_password_and_the_others_keep_theirs():
    gather()
    path, before = demo_cast.accounts_file(), passwords()
    lines = [line for line in path.read_text().splitlines() if "demo-chief" not in line]
    path.write_text("\n".join(lines))

    people = gather()

    after = passwords()
    assert after.pop("demo-chief") != before.pop("demo-chief")
    assert after == before
    assert people["chief"].check_password(passwords()["demo-chief"])


def test_unreadable_file_is_written_anew():
    demo_cast.accounts_file().parent.mkdir()
    demo_cast.accounts_file().write_bytes(b"\xff\x00\n\x00demo-author")

    people = gather()

    assert people["author"].check_password(passwords()["demo-author"])


def test_passwords_differ_from_each_other():
    gather()

    assert len(set(passwords().values())) == len(demo_cast.PEOPLE)
