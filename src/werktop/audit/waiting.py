"""Commands that wait for each other where there is no row to lock."""

from __future__ import annotations

from django.db import connection


def wait_for_others(what: str) -> None:
    """Until this transaction ends, nobody else comes past this for the same `what`. Call it inside a command."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"werktop {what}"])
