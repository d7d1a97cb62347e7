"""Two colleagues at one list, or with the same list: nothing doubles, and the later one is told what happened."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, BrokenBarrierError
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse
from tests import making
from tests.exchange.making import CANDIDATE_HEADER, workbook

from werktop.candidates.models import Candidate
from werktop.employers.models import Employer, Entrepreneur
from werktop.exchange import commands
from werktop.exchange.models import Upload, UploadState

GUESTS = workbook([CANDIDATE_HEADER, *[(f"Sam {n}", f"sam{n}@post.example", *[""] * 7) for n in range(30)]])
FIRMS = workbook([("Bedrijf", "Contactpersoon", "Postcode"), ("Bakkerij De Aar", "Robin Vos", "4001 AB")])


@pytest.fixture
def looked_at(cast, at):
    def do(content=GUESTS, kind="candidates"):
        return commands.preview_upload(
            actor=cast.own.actor(), at=at, organisation_id=cast.own.organisation.pk, kind=kind,
            file_name="gasten.xlsx", content=content,
        )  # fmt: skip

    return do


@pytest.fixture
def at_once(cast, at, monkeypatch):
    """`at_once((command, upload), …)`: two colleagues decide at the same moment; their answers or refusals.

    Whoever finds the list stays a moment with what was found, so that the other comes in between where nothing
    makes anybody wait.
    """
    begin, inside = Barrier(2), Barrier(2)
    real = commands.stored_rows.from_json

    def slowly(*args):
        with suppress(BrokenBarrierError):
            inside.wait(timeout=0.5)
        return real(*args)

    def run(asked):
        command, upload_id = asked
        try:
            begin.wait()
            return command(actor=cast.own.actor(), at=at, upload_id=upload_id)
        except commands.ListMovedOn as refusal:
            return type(refusal)
        finally:
            connection.close()

    def do(*asked):
        monkeypatch.setattr(commands.stored_rows, "from_json", slowly)
        with ThreadPoolExecutor(2) as pool:
            return list(pool.map(run, asked))

    return do


@pytest.mark.django_db(transaction=True)
def test_of_two_who_take_one_list_over_one_does_and_the_other_is_told(looked_at, at_once):
    upload = looked_at()
    answers = at_once((commands.apply_upload, upload), (commands.apply_upload, upload))
    assert {
        "added": 30,
        "already_there": 0,
        "no_longer_shared": 0,
    } in answers and commands.UploadIsTakenOver in answers
    assert Candidate.objects.count() == 30


@pytest.mark.django_db(transaction=True)
def test_putting_away_while_a_colleague_takes_over_is_one_of_the_two(looked_at, at_once):
    upload = looked_at()
    taken, put_away = at_once((commands.apply_upload, upload), (commands.withdraw_upload, upload))
    there = Upload.objects.get(pk=upload)
    if there.state == UploadState.APPLIED:
        assert (taken["added"], put_away) == (30, commands.UploadIsTakenOver)
        assert Candidate.objects.count() == 30 and there.report
    else:
        assert (taken, put_away) == (commands.UploadIsPutAway, None)
        assert Candidate.objects.count() == 0 and not there.rows


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("content", "kind", "model", "count"), [(GUESTS, "candidates", Candidate, 30), (FIRMS, "entrepreneurs", Entrepreneur, 1)]
)  # fmt: skip
def test_the_same_list_read_in_twice_comes_in_once(cast, looked_at, at_once, content, kind, model, count):
    making.employer(cast.own, "Bakkerij De Aar", postcode="4001 AB")  # the firm is there, its people are not
    first, second = looked_at(content, kind), looked_at(content, kind)
    answers = at_once((commands.apply_upload, first), (commands.apply_upload, second))
    assert model.objects.count() == count
    assert Employer.objects.count() == 1
    added = "people" if kind == "entrepreneurs" else "added"
    assert sorted(answer[added] for answer in answers) == [0, count]


@pytest.fixture
def two(cast, log_in, clock):
    """Two colleagues, each with the same list open, and its address."""
    first, second = (log_in(cast.own.account()) for _ in range(2))
    file = SimpleUploadedFile("gasten.xlsx", GUESTS)
    asked = {"request_key": str(uuid4()), "kind": "candidates", "file": file}
    return first, second, first.post(reverse("exchange:uploads"), asked).url


def sent(client, address):
    return client.post(address, {"request_key": str(uuid4())}, follow=True).content.decode()


@pytest.mark.django_db
def test_the_later_sees_what_the_first_took_over(two):
    first, second, address = two
    sent(first, address)
    for where in (address, f"{address}weg/"):
        shown = sent(second, where)
        assert "Deze lijst was al overgenomen. Er is niets dubbel gekomen" in shown
        assert "Nieuwe kandidaten: 30." in shown
    assert Candidate.objects.count() == 30


@pytest.mark.django_db
def test_the_later_sees_that_the_first_put_it_away(two):
    first, second, address = two
    sent(first, f"{address}weg/")
    assert "Deze lijst is intussen weggelegd. Er is niets overgenomen." in sent(second, address)
    assert "De lijst is weggelegd." in sent(second, f"{address}weg/")
    assert Candidate.objects.count() == 0
