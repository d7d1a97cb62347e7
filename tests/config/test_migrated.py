"""Test databases are copies of a migrated one, made anew whenever a migration or a package changed."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from werktop.config.commandline import migrated


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    monkeypatch.setattr(migrated, "SOURCE", tmp_path)
    monkeypatch.setattr(migrated, "REQUIREMENTS", tmp_path)
    (tmp_path / "run.lock").write_text("django==5.2\n")
    (tmp_path / "hall" / "migrations").mkdir(parents=True)
    (tmp_path / "hall" / "migrations" / "0001_initial.py").write_text("one\n")
    return tmp_path


@pytest.mark.parametrize(
    "changed", ["run.lock", "hall/migrations/0001_initial.py", "hall/migrations/0002_more.py"]
)
def test_the_fingerprint_changes_with_what_the_tables_come_from(checkout, changed):
    before = migrated.fingerprint()
    assert migrated.fingerprint() == before
    (checkout / changed).write_text("two\n")
    assert migrated.fingerprint() != before


def test_this_run_has_all_migrations(db):
    executor = MigrationExecutor(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []


def test_a_database_of_the_migrations_that_one_replaces_goes_on(db):
    replacing = MigrationLoader(connection, ignore_no_migrations=True).replacements
    assert len(replacing) > 10
    for room, name in replacing:
        MigrationRecorder(connection).record_unapplied(room, name)
    executor = MigrationExecutor(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []
    executor.loader.check_consistent_history(connection)
