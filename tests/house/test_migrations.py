"""Migrations: none is pending, and each has a name that a person gave it."""

import re

import pytest
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader

ROOMS = ("portal.", "news.", "tourism.", "calendar_app.")
GIVEN_BY_DJANGO = re.compile(r"\d{4}_(initial|auto_\d+.*|squashed_.*|(add|alter|remove|delete)_.*)")


@pytest.mark.django_db
def test_no_model_waits_for_a_migration(capsys):
    try:
        call_command("makemigrations", check_changes=True, dry_run=True, interactive=False)
    except SystemExit:
        pytest.fail(f"Run manage.py makemigrations and name it:\n{capsys.readouterr().out}")


def test_migrations_are_named_by_hand():
    migrations = MigrationLoader(None).disk_migrations
    ours = [name for (_, name), found in migrations.items() if found.__module__.startswith(ROOMS)]
    assert ours
    assert [name for name in ours if GIVEN_BY_DJANGO.fullmatch(name)] == []
