"""`werktop serve prepare`: one at a time, in words when the database is not there."""

import psycopg
import pytest

from werktop.config import commandline
from werktop.config.commandline import postgres, serving


@pytest.fixture
def database(tmp_path, monkeypatch):
    """An empty database of our own that DATABASE_URL names; the steps that fill it are noted, not run."""
    with postgres.running(postgres.Cluster(tmp_path / "db", is_throwaway=True)) as cluster:
        monkeypatch.setenv("DATABASE_URL", cluster.url(postgres.OWNER))
        yield cluster


def test_whoever_prepares_keeps_a_second_one_waiting(database, monkeypatch):
    free = []

    def step(words, *, environment):
        with psycopg.connect(database.url(postgres.OWNER)) as other:
            asked = other.execute("select pg_try_advisory_lock(hashtext(%s))", [serving.PREPARING])
            free.append((words[-1], asked.fetchone()[0]))
        return 0

    monkeypatch.setattr(serving, "run", step)
    assert commandline.main(["serve", "prepare"]) == 0
    assert free == [("werktop.config.settings", False), ("werktop.config.commandline.founding", False)]


def test_reference_data_are_not_loaded_into_what_could_not_be_migrated(database, monkeypatch):
    steps = []
    monkeypatch.setattr(serving, "run", lambda words, *, environment: steps.append(words) or 3)
    assert commandline.main(["serve", "prepare"]) == 3
    assert len(steps) == 1


def test_a_database_that_does_not_answer_is_said_in_words(monkeypatch, capsys, tmp_path):
    monkeypatch.setenv("DATABASE_URL", f"postgresql://werktop_owner@/werktop?host={tmp_path}")
    assert commandline.main(["serve", "prepare"]) == 1
    assert "werktop serve: connection" in capsys.readouterr().err
