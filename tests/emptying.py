"""All rows of a test that could not be rolled back go again, quickly: reference data stay, and only what has rows is emptied.

Django truncates every table after such a test, a hundred of them with their indexes, and fills nothing in again.
"""

from __future__ import annotations

import os

import psycopg
from django.db import connection, transaction
from django.test import TransactionTestCase
from psycopg.conninfo import make_conninfo

from werktop.config.commandline import postgres

KEPT = (
    *("regions_region", "regions_municipality", "regions_postcodearea"),
    *("catalogue_term", "catalogue_occupation", "catalogue_requirement", "catalogue_edition"),
    *("django_content_type", "auth_permission"),
)
"""Tables of reference data, of which the schema `kept` has a copy."""
NO_ROWS_OF_TESTS = (*KEPT, "django_migrations")
MOST_BYTES = 1 << 19
"""A table that grew past this gives its place back."""

CLUSTER = os.environ.get("DATABASE_URL", "")
"""The cluster of this run, as it was named before any test could change its environment."""


class Emptying:
    """Knows the tables of the test database, and the reference data as they were."""

    def __init__(self) -> None:
        _let_the_owner_skip_triggers()
        with connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA IF EXISTS kept CASCADE; CREATE SCHEMA kept")
            for table in KEPT:
                cursor.execute(f"CREATE TABLE kept.{table} AS TABLE {table}")
            cursor.execute("SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'")
            self.tables = sorted({row[0] for row in cursor.fetchall()}.difference(NO_ROWS_OF_TESTS))
        self.as_they_were = _states()

    def after_a_test(self) -> None:
        """Every row that is no reference data is gone, and these are as they were. Waits for who still writes."""
        locks, filled = ", ".join(self.tables), " UNION ALL ".join(map(_name_of_filled, self.tables))
        with transaction.atomic(), connection.cursor() as cursor:
            # neither triggers that write history nor the order of foreign keys: everything goes
            cursor.execute(
                f"LOCK TABLE {locks} IN ACCESS EXCLUSIVE MODE; SET LOCAL session_replication_role = replica"
            )
            cursor.execute(filled)
            grown = [(table, size) for table, size in cursor.fetchall()]
            for table, _size in grown:
                cursor.execute(f"DELETE FROM {table}")
            changed = [table for table, state in _states().items() if state != self.as_they_were[table]]
            for table in changed:
                cursor.execute(f"DELETE FROM {table}; INSERT INTO {table} SELECT * FROM kept.{table}")
            self.as_they_were = _states() if changed else self.as_they_were
        with connection.cursor() as cursor:
            for table, size in grown:
                if size > MOST_BYTES:
                    cursor.execute(f"VACUUM {table}")

    def take_over(self) -> None:
        """From now on this is how Django empties the database after a test."""
        TransactionTestCase._fixture_teardown = lambda _case: self.after_a_test()


def _name_of_filled(table: str) -> str:
    return f"SELECT '{table}', pg_relation_size('{table}') WHERE EXISTS (SELECT FROM {table})"


def _states() -> dict[str, object]:
    """What changes with any row of a table of reference data that comes, changes or goes."""
    asked = ", ".join(f"(SELECT (count(*), max(xmin::text::bigint))::text FROM {table})" for table in KEPT)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {asked}")
        return dict(zip(KEPT, cursor.fetchone(), strict=True))


def _let_the_owner_skip_triggers() -> None:
    """Only in the cluster of the tests; several of their processes may come here at once."""
    address = make_conninfo(CLUSTER, user="postgres", dbname="postgres")
    with psycopg.connect(address) as superuser:
        superuser.execute("SELECT pg_advisory_xact_lock(hashtext('tests.emptying'))")
        superuser.execute(f"GRANT SET ON PARAMETER session_replication_role TO {postgres.OWNER}")
