"""A long list comes in block by block, can be left and stopped, says exactly how far it is, and never doubles."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob
from tests import making

from werktop.accounts.models import Membership
from werktop.audit import likeness
from werktop.audit.actors import SYSTEM
from werktop.audit.models import Entry
from werktop.candidates.commands import erase_candidate
from werktop.candidates.jobs import compare
from werktop.candidates.models import Candidate
from werktop.employers.commands import bulk
from werktop.employers.models import Employer
from werktop.exchange import commands, jobs
from werktop.exchange.commands import taking
from werktop.exchange.models import Upload

pytestmark = pytest.mark.django_db
BLOCK, LONG = 20, 44


@pytest.fixture(autouse=True)
def _small_blocks(monkeypatch):
    monkeypatch.setattr(taking, "BLOCK", BLOCK)
    monkeypatch.setattr(commands, "BLOCK", BLOCK)


def people(count, first=0):
    lines = [f"Sam Nummer{n};sam{n}@post.example" for n in range(first, first + count)]
    return "\n".join(["Naam;E-mail", *lines]).encode()


@pytest.fixture
def client(cast, log_in, clock):
    return log_in(cast.own.account())


@pytest.fixture
def looked_at(cast, at):
    def do(content, kind="candidates"):
        return commands.preview_upload(
            actor=cast.own.actor(), at=at, organisation_id=cast.own.organisation.pk, kind=kind,
            file_name="lang.csv", content=content,
        )  # fmt: skip

    return do


@pytest.fixture
def asked(cast, at):
    """`asked(command, key)`: the colleague asks for this."""

    def do(command, upload_id, actor=None):
        return command(actor=actor or cast.own.actor(), at=at, upload_id=upload_id)

    return do


def work(at, upload_id, blocks=99, most=BLOCK):
    """What a worker does, for so many blocks; the numbers of rows that came in."""
    came = []
    asked = {"actor": SYSTEM, "at": at, "upload_id": upload_id, "most": most}
    while len(came) < blocks and (rows := commands.take_block(**asked)):
        came.append(rows)
    return came


def waiting_jobs():
    return ProcrastinateJob.objects.filter(task_name=commands.TASK, status="todo").count()


def test_a_long_list_is_left_to_a_worker_and_the_page_says_how_far_it_is(client, looked_at, at):
    upload_id = looked_at(people(LONG))
    address = reverse("exchange:upload", args=[upload_id])
    shown = client.post(address, {"request_key": str(uuid4())}, follow=True).content.decode()
    assert f"0 van {LONG} rijen overgenomen (0%)" in shown
    assert not Candidate.objects.exists()
    assert waiting_jobs() == 1
    assert work(at, upload_id, blocks=1) == [BLOCK]
    bar, asked = reverse("exchange:progress", args=[upload_id]), {"HX-Request": "true"}
    piece = client.get(bar, headers=asked)
    assert f"{BLOCK} van {LONG} rijen overgenomen (45%)" in piece.content.decode()
    assert "HX-Refresh" not in piece
    assert "<html" not in piece.content.decode()
    assert work(at, upload_id) == [BLOCK, 4]
    assert client.get(bar, headers=asked)["HX-Refresh"] == "true"
    whole = client.get(bar)
    assert (whole.status_code, whole["Location"]) == (302, address)
    shown = client.get(address).content.decode()
    assert f"Nieuwe kandidaten: {LONG}. Stonden er al: 0." in shown
    assert Candidate.objects.count() == LONG
    assert Upload.objects.get().rows == []


def test_a_short_list_comes_in_at_once(client, looked_at):
    address = reverse("exchange:upload", args=[looked_at(people(3))])
    assert (
        "Nieuwe kandidaten: 3."
        in client.post(address, {"request_key": str(uuid4())}, follow=True).content.decode()
    )
    assert not waiting_jobs()


def test_stopped_between_two_blocks_it_says_what_came_in_and_can_go_on(client, looked_at, at):
    upload_id = looked_at(people(LONG))
    address = reverse("exchange:upload", args=[upload_id])
    client.post(address, {"request_key": str(uuid4())})
    work(at, upload_id, blocks=1)
    stop = {"request_key": str(uuid4())}
    shown = client.post(reverse("exchange:stop_upload", args=[upload_id]), stop, follow=True).content.decode()
    assert f"Overgenomen: {BLOCK} van {LONG} rijen, tot en met rij {BLOCK + 1}." in shown
    assert f"Nog niet overgenomen: {LONG - BLOCK} rijen." in shown
    assert work(at, upload_id) == [], "a worker that comes too late brings nothing in"
    assert Candidate.objects.count() == BLOCK
    assert len(Upload.objects.get().rows) == LONG - BLOCK, "what came in is not kept twice"
    client.post(address, {"request_key": str(uuid4())})
    assert work(at, upload_id) == [BLOCK, 4]
    assert f"Nieuwe kandidaten: {LONG}." in client.get(address).content.decode()
    assert Candidate.objects.count() == LONG


def test_the_rest_of_a_stopped_list_is_put_away_and_the_report_says_each_row(client, looked_at, at, asked):
    refused = "\n".join(["", ";niemand@post.example"]).encode()
    upload_id = looked_at(people(LONG) + refused)
    asked(commands.start_taking, upload_id)
    work(at, upload_id, blocks=1)
    asked(commands.stop_taking, upload_id)
    page = reverse("exchange:withdraw_upload", args=[upload_id])
    shown = client.post(page, {"request_key": str(uuid4())}, follow=True).content.decode()
    assert f"Niet overgenomen: {LONG - BLOCK} rijen; die zijn weggelegd." in shown
    assert Candidate.objects.count() == BLOCK
    sheet = client.post(reverse("exchange:download_outcome", args=[upload_id]), {"request_key": str(uuid4())})
    lines = b"".join(sheet.streaming_content).decode("utf-8-sig").splitlines()
    told = dict(line.split(";")[:2] for line in lines[1 : LONG + 2])
    assert told["2"] == told[str(BLOCK + 1)] == "overgenomen, nieuw"
    assert told[str(BLOCK + 2)] == "niet overgenomen: de rest is weggelegd"
    assert told[str(LONG + 2)] == "niet overgenomen: er klopt iets niet"
    assert Entry.objects.filter(verb="exchange.note_outcome_taken").get().detail == {"count": BLOCK}
    with pytest.raises(commands.UploadIsTakenOver):
        asked(commands.start_taking, upload_id)


def test_the_same_sheet_again_doubles_nobody_and_says_who_was_there(looked_at, at, asked):
    for first, came in ((0, (30, 0)), (0, (0, 30)), (10, (10, 20))):
        upload_id = looked_at(people(30, first))
        asked(commands.start_taking, upload_id)
        work(at, upload_id)
        upload = Upload.objects.get(pk=upload_id)
        assert (upload.counts["taken"]["added"], upload.counts["taken"]["already_there"]) == came
        assert (len(upload.outcome["new"]), len(upload.outcome["there"])) == came
    assert Candidate.objects.count() == 40


def test_two_workers_at_one_list_and_a_job_that_runs_twice_double_nobody(looked_at, at, asked):
    upload_id = looked_at(people(30))
    asked(commands.start_taking, upload_id)
    assert [jobs.take_over(str(upload_id)) for _each in range(4)] == [20, 10, 0, 0]
    assert Candidate.objects.count() == 30


def test_a_list_whose_job_is_lost_is_picked_up_by_the_sweep(looked_at, at, asked, clock):
    upload_id = looked_at(people(30))
    asked(commands.start_taking, upload_id)
    ProcrastinateJob.objects.all()._raw_delete("default")
    clock.set(at + timedelta(seconds=30))
    assert jobs.sweep(0) == 0
    clock.set(at + timedelta(minutes=2))
    assert jobs.sweep(0) == 1
    assert jobs.sweep(0) == 0, "its job lies there"
    assert waiting_jobs() == 1


def test_a_colleague_who_may_not_any_more_stops_the_list(looked_at, at, asked, cast):
    upload_id = looked_at(people(30))
    asked(commands.start_taking, upload_id)
    work(at, upload_id, blocks=1)
    Membership.objects.filter(account=cast.own.account()).update(is_active=False)
    assert work(at, upload_id) == []
    assert Upload.objects.get().state == "stopped"
    assert Candidate.objects.count() == BLOCK


def test_who_is_erased_halfway_is_in_no_later_block_and_nobody_is_skipped(looked_at, at, asked, cast):
    upload_id = looked_at(people(12))
    asked(commands.start_taking, upload_id)
    work(at, upload_id, blocks=1, most=5)
    gone = Candidate.objects.get(email="sam2@post.example")
    erase_candidate(actor=cast.own.actor(), at=at, candidate_id=gone.pk, reason="asked")
    work(at, upload_id, most=5)
    assert Candidate.objects.count() == 11
    assert not Candidate.objects.filter(email="sam2@post.example").exists()


def test_a_firm_that_stands_in_two_blocks_counts_once(looked_at, at, asked):
    lines = ["Bedrijf;Contactpersoon", *(f"Bakkerij De Aar;Robin Nummer{n}" for n in range(6))]
    upload_id = looked_at("\n".join(lines).encode(), "entrepreneurs")
    asked(commands.start_taking, upload_id)
    work(at, upload_id, most=2)
    assert Upload.objects.get().counts["taken"] == {"added": 1, "already_there": 0, "people": 6}
    assert Employer.objects.get().entrepreneurs.count() == 6


def test_what_is_under_way_cannot_be_put_away_or_begun_again(looked_at, asked):
    upload_id = looked_at(people(3))
    with pytest.raises(commands.UploadIsNotBeingTaken):
        asked(commands.stop_taking, upload_id)
    asked(commands.start_taking, upload_id)
    for command in (commands.start_taking, commands.apply_upload, commands.withdraw_upload):
        with pytest.raises(commands.UploadIsBeingTaken):
            asked(command, upload_id)


def test_who_came_in_is_compared_with_who_was_there_soon_after(looked_at, at, asked, cast, clock):
    there = making.candidate(cast.own, "Sammy", last_name="Nummer3", email="sam3@post.example")
    asked(commands.apply_upload, looked_at(people(5)))
    assert (
        ProcrastinateJob.objects.filter(task_name="candidates.look_for_doubles", status="todo").count() == 1
    )
    assert compare(0) == 1
    (pair,) = likeness.open_pairs("candidate", cast.own.organisation.pk)
    assert there.pk in (pair.first_id, pair.second_id)


def firms(*names):
    lines = [f"{name};Ali Kaya;4001 AB" for name in names]
    return "\n".join(["Bedrijf;Contactpersoon;Postcode", *lines]).encode()


def test_a_firm_that_python_spells_otherwise_than_the_database_is_the_one_that_is_there(
    cast, at, looked_at, asked
):
    making.employer(cast.own, "İstanbul Bakkerij", postcode="4001 AB")
    upload_id = looked_at(firms("istanbul Bakkerij", "Goed Bedrijf"), "entrepreneurs")
    asked(commands.start_taking, upload_id)
    assert work(at, upload_id) == [2]
    assert sorted(Employer.objects.values_list("name", flat=True)) == ["Goed Bedrijf", "İstanbul Bakkerij"]


def test_a_row_that_does_not_fit_stays_out_is_told_and_keeps_nobody_else_waiting(
    cast, at, client, looked_at, asked, monkeypatch
):
    monkeypatch.setattr(
        bulk, "firms_called", lambda *_asked: {}
    )  # as where two are told apart otherwise than by the database
    making.employer(cast.own, "Bakker Twee", postcode="4001 AB")
    names = ["Bakker Een", "Bakker Twee", "Bakker Drie", "Bakker Vier", "Bakker Vijf"]
    upload_id = looked_at(firms(*names), "entrepreneurs")
    asked(commands.start_taking, upload_id)
    assert jobs.take_over(str(upload_id)) == 5
    upload = Upload.objects.get(pk=upload_id)
    assert (upload.state, upload.taken_rows, upload.outcome["new"]) == ("applied", 5, [2, 4, 5, 6])
    assert upload.counts["taken"]["added"] == 4 and Employer.objects.count() == 5
    page = client.get(reverse("exchange:upload", args=[upload_id])).content.decode()
    assert "Deze rij past niet bij wat er al staat." in page
