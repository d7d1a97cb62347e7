"""Who may change what was written down: the role that serves adds lines to trail, log and history, and no more.

Rights are set after every migration, by the role that owns the tables, so that a new history table has them too.
What has to go in the end goes through functions of the database: see `erasure` and `forgetting`.
"""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import connections

ONLY_ADDED_TO = ("audit_entry", "audit_personalview")
RECEIPTS = "audit_receipt"
CONTEXT = "pghistory_context"
"""Which command a line of history belongs to. Filled in within its own transaction (a policy of the table)."""
WAYS_OUT = (
    "audit_forget_history(text, uuid[]), audit_blot_history(text, text, uuid[], text[], text, uuid), "
    "audit_forget_lines(text, timestamptz, int), audit_forget_of_guests(text, uuid[]), "
    "audit_forget_wishes(timestamptz), audit_forget_since_merge(text, uuid[], text, uuid)"
)

_FOR_WHO_HOLDS = """
DO $$
DECLARE granted record;
BEGIN
    FOR granted IN
        SELECT DISTINCT g.table_name, g.grantee
        FROM information_schema.role_table_grants g
        JOIN pg_tables t ON t.schemaname = g.table_schema AND t.tablename = g.table_name
        WHERE g.table_schema = current_schema() AND g.table_name = ANY (string_to_array(%s, ' '))
            AND g.privilege_type = ANY (string_to_array(%s, ' '))
            AND g.grantee NOT IN (t.tableowner, 'PUBLIC')
    LOOP
        EXECUTE format(%s, granted.table_name, granted.grantee);
    END LOOP;
END $$
"""


def history_tables() -> list[str]:
    """The tables in which triggers keep the history of others."""
    models = (getattr(model, "pgh_event_model", None) for model in apps.get_models())
    return sorted({model._meta.db_table for model in models if model is not None})


def keep_what_was_written(*, using: str = "default", **_signal: Any) -> None:
    """Take from every role but the owner the right to change or delete lines of trail, log and history.

    A receipt's outcome is still filled in, and old receipts still go; the context of a line is filled in as its
    command goes on. Who adds to the trail may use the ways out. Repeating it changes nothing.
    """
    from psycopg import sql

    lines = " ".join((*ONLY_ADDED_TO, *history_tables()))
    steps = (
        (lines, "UPDATE DELETE", "REVOKE UPDATE, DELETE ON %I FROM %I"),
        (RECEIPTS, "UPDATE", "REVOKE UPDATE ON %1$I FROM %2$I; GRANT UPDATE (outcome) ON %1$I TO %2$I"),
        (
            CONTEXT,
            "UPDATE DELETE",
            "REVOKE UPDATE, DELETE ON %1$I FROM %2$I; GRANT UPDATE (metadata, updated_at) ON %1$I TO %2$I",
        ),
        (ONLY_ADDED_TO[0], "INSERT", f"GRANT EXECUTE ON FUNCTION {WAYS_OUT} TO %2$I"),
    )
    with connections[using].cursor() as cursor:
        for tables, rights, words in steps:
            # a DO block takes no parameters
            block = sql.SQL(_FOR_WHO_HOLDS.replace("%s", "{}")).format(
                *map(sql.Literal, (tables, rights, words))
            )
            cursor.execute(block.as_string(cursor.connection))
