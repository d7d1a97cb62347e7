"""All tables, without migrating: a copy of the database that test databases are made from, in another cluster."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import psycopg
from psycopg.conninfo import make_conninfo

from werktop.config.commandline import postgres
from werktop.config.commandline.postgres_binaries import binaries


def fill_with_tables(cluster: postgres.Cluster) -> None:
    """The empty database of a running cluster gets all tables, their triggers and their rights."""
    dump = cluster.folder / "migrated.dump"
    # of this run's own cluster: another run in this checkout may have the usual one
    template = make_conninfo(
        os.environ["DATABASE_URL"], user="postgres", dbname=os.environ["WERKTOP_TEST_TEMPLATE"]
    )
    _run("pg_dump", "--format=custom", "--file", dump, database=template)
    _run("pg_restore", "--exit-on-error", dump, database=cluster.url("postgres"))


def _run(program: str, *words: str | Path, database: str) -> None:
    with psycopg.connect(database) as connection:
        version = str(connection.info.server_version // 10_000)
    done = subprocess.run(
        [binaries(version=version) / program, "--no-comments", "--dbname", database, *words],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
