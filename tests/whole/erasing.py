"""Where a word still stands in the database, for tests of erasure."""

from __future__ import annotations

from django.db import connection


def tables_that_hold(*words: str) -> list[str]:
    """Names of tables with a row in which one of `words` stands."""
    return [
        table
        for table in connection.introspection.table_names()
        if any(_holds(table, word) for word in words)
    ]


def _holds(table: str, word: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT EXISTS (SELECT 1 FROM "{table}" AS r WHERE r::text LIKE %s)', [f"%{word}%"])
        return bool(cursor.fetchone()[0])
