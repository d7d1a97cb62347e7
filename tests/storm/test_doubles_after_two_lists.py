"""Two lists come in at once: the comparison that follows sees the rows of both, whoever was first."""

from __future__ import annotations

import pytest
from django.db import connection, transaction
from tests import making

from werktop.audit import likeness
from werktop.audit.actors import SYSTEM
from werktop.audit.after_this import run_after_this
from werktop.candidates import commands
from werktop.candidates.commands import merging
from werktop.exchange import commands as exchange

pytestmark = pytest.mark.django_db(transaction=True)
TASK = "candidates.look_for_doubles"


@pytest.fixture(autouse=True)
def _own_queue(transactional_db):
    yield
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE")


def ask() -> None:
    with transaction.atomic():
        run_after_this(TASK, queue="candidates")


def taken_by_a_worker() -> int:
    """How many jobs a worker that looks now begins with."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(id) FROM procrastinate_fetch_job_v2(ARRAY['candidates']::varchar[], NULL)"
        )
        return cursor.fetchone()[0]


def end_all() -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'succeeded' WHERE status = 'doing'")


def take_over(cast, at, line: bytes) -> None:
    house = cast.own.organisation.pk
    upload_id = exchange.preview_upload(
        actor=cast.own.actor(), at=at, organisation_id=house, kind="candidates", file_name="lijst.csv",
        content=b"Naam;Telefoon;Postcode\n" + line,
    )  # fmt: skip
    exchange.apply_upload(actor=cast.own.actor(), at=at, upload_id=upload_id)


def test_a_comparison_does_not_begin_before_the_later_list_can_be_seen(cast, at, beside):
    take_over(cast, at, b"Sanne Haddouchi;06 10003774;4041 XB\n")
    with transaction.atomic():
        take_over(cast, at, b"Roos de Lange;06 10003775;4041 XB\n")
        beside(taken_by_a_worker)
        assert beside.end() == [0]
    assert taken_by_a_worker() == 1, "one for both"


def test_who_asks_while_one_runs_gets_one_more_run_after_it():
    ask()
    assert taken_by_a_worker() == 1
    ask()
    ask()
    assert taken_by_a_worker() == 0, "the first runs still"
    end_all()
    assert (taken_by_a_worker(), taken_by_a_worker()) == (1, 0)


def test_a_comparison_that_began_earlier_and_ends_later_takes_nothing_away(cast, at, beside, monkeypatch):
    first = making.candidate(cast.own, "Sanne", last_name="Haddouchi", phone="+31610003774")
    house, real = cast.own.organisation.pk, merging.pairs_in

    def compare():
        return commands.look_for_doubles(actor=SYSTEM, at=at, organisation_id=house)

    def slowly(organisation_id):
        found = real(organisation_id)
        monkeypatch.setattr(merging, "pairs_in", real)
        # a row comes in, and the comparison that follows it is quicker
        beside(lambda: making.candidate(cast.own, "Sannx", last_name="Haddouchi", phone="+31610003774").pk)
        beside(compare)
        return found

    monkeypatch.setattr(merging, "pairs_in", slowly)
    compare()
    second, count = beside.end()
    (pair,) = likeness.open_pairs("candidate", house)
    assert {pair.first_id, pair.second_id} == {first.pk, second}
    assert count == 1
