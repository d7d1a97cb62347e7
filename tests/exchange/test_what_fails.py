"""What goes wrong while a list comes in: one row never keeps the others waiting, and what is not the rows stops the list."""

# ruff: noqa: F811 - fixtures of a neighbour

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import OperationalError
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob
from tests import making
from tests.exchange.test_in_blocks import asked, client, looked_at, people  # noqa: F401 - fixtures
from tests.gatherings.page_asking import text_of

from werktop.audit.actors import SYSTEM
from werktop.audit.models import Entry
from werktop.candidates import commands as candidate_commands
from werktop.candidates.models import Candidate
from werktop.exchange import commands, jobs, queries
from werktop.exchange.commands import coming_in
from werktop.exchange.models import Upload

pytestmark = pytest.mark.django_db
STUMBLE = ValueError("Sam Nummer3")


@pytest.fixture
def fails(monkeypatch):
    """`fails(command, when, with_what)`: this command of the room of candidates raises where `when(rows)` holds."""

    def do(name, when, fault=STUMBLE):
        real = getattr(candidate_commands, name)

        def broken(**given):
            if when(given["rows"]):
                raise fault
            return real(**given)

        monkeypatch.setattr(candidate_commands, name, broken)

    return do


def is_third(rows):
    return any(row.get("email") == "sam3@post.example" for row in rows)


def test_a_row_on_which_the_software_stumbles_stays_out_and_is_told(
    looked_at,
    asked,
    at,
    client,
    fails,
    caplog,
):
    fails("add_candidates", is_third)
    upload_id = looked_at(people(12))
    asked(commands.start_taking, upload_id)
    assert jobs.take_over(str(upload_id)) == 12
    upload = Upload.objects.get()
    assert (upload.state, len(upload.outcome["new"]), upload.counts["refused"]) == ("applied", 11, 1)
    assert "Deze rij past niet" in text_of(client.get(reverse("exchange:upload", args=[upload_id])))
    assert "ValueError" in caplog.text and "Nummer3" not in caplog.text, "the log names nobody"


def test_a_row_that_is_said_to_be_somebody_and_fails_keeps_nobody_waiting(
    looked_at,
    asked,
    at,
    cast,
    fails,
):
    there = [
        making.candidate(cast.own, "Sam", last_name=f"Nummer{n}", email=f"sam{n}@post.example")
        for n in (2, 3)
    ]
    fails("know_again", lambda rows: any(row["candidate_id"] == str(there[1].pk) for row in rows))
    upload_id = looked_at(people(5))
    commands.choose_of_rows(actor=cast.own.actor(), at=at, upload_id=upload_id, choice="same")
    asked(commands.start_taking, upload_id)
    assert jobs.take_over(str(upload_id)) == 5
    told = {row: what for row, what, _why in queries.outcome_of(Upload.objects.get())}
    assert told == {2: "new", 3: "new", 4: "there", 5: "refused", 6: "new"}


def test_what_is_not_the_rows_stops_the_list_and_loses_none(
    looked_at,
    asked,
    at,
    client,
    fails,
    monkeypatch,
):
    monkeypatch.setattr(coming_in, "MOST_FAULTS", 2)
    with monkeypatch.context():
        fails("add_candidates", lambda rows: True)
        upload_id = looked_at(people(12))
        with pytest.raises(commands.TooMuchFails):
            asked(commands.apply_upload, upload_id)
        asked(commands.start_taking, upload_id)
        assert jobs.take_over(str(upload_id)) == 0
    upload = Upload.objects.get()
    assert (upload.state, len(upload.rows), upload.taken_rows) == ("stopped", 12, 0)
    page = text_of(client.get(reverse("exchange:upload", args=[upload_id])))
    assert "dat ligt niet aan je lijst" in page and "Ga verder" in page
    assert not Candidate.objects.exists()


def test_a_list_that_does_not_come_further_is_stopped_after_some_tries(
    looked_at,
    asked,
    at,
    clock,
    fails,
    client,
):
    fails("add_candidates", lambda rows: True, OperationalError("no time now"))
    upload_id = looked_at(people(3))
    asked(commands.start_taking, upload_id)
    for minute in range(commands.MOST_TRIES):
        with pytest.raises(OperationalError):
            jobs.take_over(str(upload_id))
        ProcrastinateJob.objects.filter(task_name=commands.TASK)._raw_delete("default")
        clock.set(at + timedelta(minutes=2 + minute))
        assert jobs.sweep(0) == 1
    assert jobs.sweep(0) == 0
    upload = Upload.objects.get()
    assert (upload.state, len(upload.rows)) == ("stopped", 3)
    assert "dat ligt niet aan je lijst" in text_of(client.get(reverse("exchange:upload", args=[upload_id])))
    asked(commands.start_taking, upload_id)
    assert "tries" not in Upload.objects.get().counts
    assert Entry.objects.filter(verb="exchange.pick_up", actor_kind=SYSTEM.kind).count() == 6
