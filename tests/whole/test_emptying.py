"""What a test leaves that could not be rolled back is gone before the next one, and reference data are as they were."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import TransactionTestCase
from tests import making
from tests.emptying import NO_ROWS_OF_TESTS

from werktop.candidates.models import Candidate
from werktop.regions.models import PostcodeArea

pytestmark = pytest.mark.django_db(transaction=True)


def rows_of_each() -> dict[str, int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        counted = {}
        for (table,) in cursor.fetchall():
            cursor.execute(f"SELECT count(*) FROM {table}")
            counted[table] = cursor.fetchone()[0]
    return {table: rows for table, rows in counted.items() if rows}


def test_rows_of_a_test_go_with_their_history_and_reference_data_stay_and_are_mended():
    before, place = rows_of_each(), PostcodeArea.objects.get(pc4="4001").place
    assert set(before) == set(NO_ROWS_OF_TESTS)
    Candidate.objects.filter(pk=making.candidate(making.cast().own).pk).update(first_name="Anders")
    PostcodeArea.objects.filter(pc4="4001").update(place="Elders")
    PostcodeArea.objects.filter(pc4="4002").delete()
    assert rows_of_each()["candidates_candidateevent"] == 2
    TransactionTestCase._fixture_teardown(None)
    assert rows_of_each() == before
    assert PostcodeArea.objects.get(pc4="4001").place == place
