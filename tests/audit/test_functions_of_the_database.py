"""The functions of the database that let history go: each is written in one migration, over what an older one left."""

from __future__ import annotations

import importlib
import re
from collections import Counter
from pathlib import Path

import pytest
from django.db import connection

from werktop.audit import migrations
from werktop.audit.rights import WAYS_OUT

HERE = Path(migrations.__path__[0])


def test_each_function_is_written_once():
    texts = [each.read_text() for each in sorted(HERE.glob("0*.py"))]
    written = Counter(
        name for text in texts for name in re.findall(r"CREATE (?:OR REPLACE )?FUNCTION (\w+)", text)
    )
    assert {name for name, times in written.items() if times > 1} == set()
    assert set(re.findall(r"(\w+)\(", WAYS_OUT)) <= set(written)


def signatures(cursor, name: str) -> list[tuple[str, str]]:
    cursor.execute(
        "SELECT pg_get_function_identity_arguments(oid), prosrc FROM pg_proc WHERE proname = %s", [name]
    )
    return cursor.fetchall()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "older", "migration", "said"),
    [
        (
            "audit_forget_of_guests",
            "CREATE OR REPLACE FUNCTION audit_forget_of_guests(term text, gatherings uuid[]) RETURNS bigint"
            " LANGUAGE sql AS 'SELECT 0::bigint'",
            "0010_what_a_guest_said_is_forgotten",
            "arranged <>",
        ),
        (
            "audit_blot_history",
            "DROP POLICY context_of_this_transaction_is_filled_in ON pghistory_context;"
            "DROP POLICY context_is_added ON pghistory_context; DROP POLICY context_is_read ON pghistory_context;"
            "DROP FUNCTION audit_blot_history(text, text, uuid[], text[], text, uuid);"
            "DROP FUNCTION audit_blotted(text, text[]);"
            "CREATE FUNCTION audit_blot_history(history text, field text, name text) RETURNS bigint"
            " LANGUAGE sql AS 'SELECT 0::bigint'",
            "0004_a_name_goes_with_its_person",
            "audit_blotted",
        ),
    ],
)
def test_a_database_with_an_older_one_gets_the_one_of_today(name, older, migration, said):
    written = importlib.import_module(f"werktop.audit.migrations.{migration}")
    with connection.cursor() as cursor:
        now = signatures(cursor, name)
        cursor.execute(older)
        assert signatures(cursor, name) != now
        cursor.execute(written.FORWARDS)
        assert signatures(cursor, name) == now and len(now) == 1 and said in now[0][1]
