"""All tables, without migrating: a copy of the database that test databases are made from, in another cluster."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from werktop.config.commandline import postgres
from werktop.config.commandline.places import STATE
from werktop.config.commandline.postgres_binaries import binaries

TESTS = postgres.Cluster(STATE / "test")


def fill_with_tables(cluster: postgres.Cluster) -> None:
    """The empty database of a running cluster gets all tables, their triggers and their rights."""
    dump = cluster.folder / "migrated.dump"
    template = os.environ["WERKTOP_TEST_TEMPLATE"]
    _run("pg_dump", "--format=custom", "--file", dump, TESTS.url("postgres", template), of=TESTS)
    _run("pg_restore", "--exit-on-error", "--dbname", cluster.url("postgres"), dump, of=cluster)


def _run(program: str, *words: str | Path, of: postgres.Cluster) -> None:
    version = (of.data / "PG_VERSION").read_text().strip()
    done = subprocess.run(
        [binaries(version=version) / program, "--no-comments", *words],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
