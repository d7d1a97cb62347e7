"""The tables of a room come and go by one operation, and Django draws its models once for all of them."""

from __future__ import annotations

import pgtrigger
import pytest
from django.db import connection, models
from django.db.migrations.operations import CreateModel
from django.db.migrations.state import ProjectState

from werktop.audit.tables import Tables

key = models.BigAutoField(primary_key=True)
hall = CreateModel("Hall", [("id", key)])
chair = CreateModel(
    "Chair",
    [("id", key), ("hall", models.ForeignKey("hall.Hall", models.CASCADE))],
    {
        "indexes": [models.Index(fields=["hall"], name="chairs_of_a_hall")],
        "triggers": [
            pgtrigger.Trigger(
                name="stays", operation=pgtrigger.Delete, when=pgtrigger.After, func="RETURN NULL;"
            )
        ],
    },
)


def test_models_are_not_drawn_before_all_tables_are_known():
    state = ProjectState()
    _drawn = state.apps  # as `migrate` does before its first step
    Tables([hall, chair]).state_forwards("hall", state)
    assert "apps" not in state.__dict__
    assert state.apps.get_model("hall", "Chair")._meta.get_field("hall").related_model.__name__ == "Hall"


@pytest.mark.django_db
def test_tables_come_with_indexes_and_triggers_and_go_again():
    operation, before, after = Tables([hall, chair]), ProjectState(), ProjectState()
    operation.state_forwards("hall", after)
    with connection.schema_editor() as editor:
        operation.database_forwards("hall", editor, before, after)
    assert there() == (["hall_chair", "hall_hall"], ["chairs_of_a_hall"], 1)
    with connection.schema_editor() as editor:
        operation.database_backwards("hall", editor, after, before)
    assert there() == ([], [], 0)


def there() -> tuple[list[str], list[str], int]:
    """Tables of the hall, the index named above, and the number of triggers that pgtrigger put on them."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT coalesce(array_agg(DISTINCT relname::text ORDER BY relname::text) FILTER (WHERE relkind = 'r'), '{}'),
                coalesce(array_agg(DISTINCT relname::text) FILTER (WHERE relname = 'chairs_of_a_hall'), '{}'),
                count(DISTINCT tgname) FILTER (WHERE tgname LIKE 'pgtrigger%')::int
            FROM pg_class LEFT JOIN pg_trigger ON tgrelid = pg_class.oid
            WHERE relname LIKE 'hall\\_%' OR relname = 'chairs_of_a_hall'
            """
        )
        return cursor.fetchone()
