"""Rows of a list that may be about somebody who is there: nothing is doubled unless somebody said that it is another."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.exchange.making import CANDIDATE_HEADER, workbook
from tests.gatherings.page_asking import text_of

from werktop.audit.likeness import told_apart_from
from werktop.audit.refusals import NotVisible
from werktop.candidates.models import Candidate
from werktop.employers.models import Employer, Entrepreneur
from werktop.exchange import commands, queries
from werktop.exchange.models import Upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def upload_of(cast, at):
    def do(header, rows, kind):
        full = [(*row, *[""] * (len(header) - len(row))) for row in rows]
        upload_id = commands.preview_upload(
            actor=cast.own.actor(), at=at, organisation_id=cast.own.organisation.pk, kind=kind,
            file_name="gasten.xlsx", content=workbook([header, *full]),
        )  # fmt: skip
        return Upload.objects.get(pk=upload_id)

    return do


@pytest.fixture
def people(cast):
    """Four who are there, and rows that are like them, with one who is new."""
    there = [
        making.candidate(cast.own, name, last_name="Bakker", postcode="4001 AB", phone="")
        for name in ("Aisha", "Bram", "Chen", "Daan")
    ]
    rows = [(f"{name} Bakker", "", "", "4001AB") for name in ("Aisha", "Bram", "Chen", "Daan", "Eva")]
    return there, rows


def test_the_same_stays_another_comes_in_and_what_was_not_chosen_waits(cast, at, upload_of, people):
    (aisha, bram, _chen, _daan), rows = people
    upload = upload_of(CANDIDATE_HEADER, rows, "candidates")
    asked = {"actor": cast.own.actor(), "at": at, "upload_id": upload.pk}
    assert commands.choose_of_rows(**asked, row=2, choice=str(aisha.pk)) == 3
    commands.choose_of_rows(**asked, row=3, choice="other")
    commands.choose_of_rows(**asked, row=4, choice=str(bram.pk)), "nobody whom that row is like"
    assert commands.apply_upload(**asked) == {"added": 2, "already_there": 1, "no_longer_shared": 0}
    assert sorted(Candidate.objects.filter(organisation=cast.own.organisation).values_list("first_name", flat=True)) == [
        "Aisha", "Bram", "Bram", "Chen", "Daan", "Eva",
    ]  # fmt: skip
    assert {row: what for row, what, _why in queries.outcome_of(Upload.objects.get())} == {
        2: "there", 3: "new", 4: "held", 5: "held", 6: "new",
    }  # fmt: skip
    other = Candidate.objects.exclude(pk=bram.pk).get(first_name="Bram")
    assert told_apart_from(other.pk) == {bram.pk}, "nobody asks again"
    again = upload_of(CANDIDATE_HEADER, rows, "candidates")
    assert (again.counts["already_there"], again.counts["alike"]) == (3, 2), "what was said is known again"


def test_one_tap_says_it_of_one_row_or_of_all_others_and_it_survives_the_page(
    cast, clock, log_in, upload_of, people
):
    (aisha, *_others), rows = people
    upload, client = upload_of(CANDIDATE_HEADER, rows, "candidates"), log_in(cast.own.account())
    page, choose = (reverse(f"exchange:{name}", args=[upload.pk]) for name in ("upload", "choose_rows"))

    def tap(**sent):
        client.post(choose, {"request_key": uuid4()} | sent)
        return text_of(client.get(page))

    first = client.get(page)
    assert "4 rijen lijken op wie er al staan" in text_of(first) and "Dezelfde als Aisha Bakker" in text_of(
        first
    )
    assert reverse("candidates:candidate", args=[aisha.pk]) in first.content.decode()
    assert "Neem 1 rij over" in text_of(first)
    assert "dezelfde als Aisha Bakker" in tap(row=2, choice=str(aisha.pk))
    assert "4 rijen lijken" in tap(row=2, choice="")
    tap(row=2, choice="other")
    said = tap(choice="same")
    assert "Van elke rij heb je gekozen" in said and "Gekozen: 4" in said and "Neem 2 rijen over" in said
    client.post(page, {"request_key": uuid4()})
    assert Candidate.objects.filter(organisation=cast.own.organisation).count() == 6
    late = client.post(choose, {"request_key": uuid4(), "row": 2, "choice": ""}, follow=True)
    assert "wordt al overgenomen" in text_of(late)


def test_who_comes_for_a_firm_that_is_the_same_joins_that_firm(cast, at, upload_of):
    firm = making.employer(cast.own, "Bakkerij De Aar", postcode="4004 LA")
    header = ("Bedrijf", "Contactpersoon", "E-mail", "Postcode")
    upload = upload_of(header, [("Bakkerij de Aar", "Robin Bakker", "", "4001 AB")], "entrepreneurs")
    asked = {"actor": cast.own.actor(), "at": at, "upload_id": upload.pk}
    with pytest.raises(NotVisible):
        commands.choose_of_rows(**asked | {"actor": cast.other.actor()}, row=2, choice="other")
    commands.choose_of_rows(**asked, choice="same")
    commands.apply_upload(**asked)
    assert Employer.objects.count() == 1 and Entrepreneur.objects.get().employer == firm


def test_all_the_same_leaves_out_who_may_be_two_and_the_report_says_what_was_done(
    cast, clock, log_in, upload_of, people
):
    _there, rows = people
    making.candidate(cast.own, "Bram", last_name="Bakker", postcode="4001 AB", phone="")
    upload, client = upload_of(CANDIDATE_HEADER, rows, "candidates"), log_in(cast.own.account())
    page, choose = (reverse(f"exchange:{name}", args=[upload.pk]) for name in ("upload", "choose_rows"))
    first = text_of(client.get(page))
    assert "Alle 3 dezelfde" in first and "1 rij lijkt op meer dan één" in first and "Alle 4 anderen" in first
    client.post(choose, {"request_key": uuid4(), "choice": "same"})
    said = text_of(client.get(page))
    assert "Gekozen: 3" in said and "1 rij lijkt op wie er al staat" in said and "is dezelfde" not in said
    client.post(page, {"request_key": uuid4()})
    done = text_of(client.get(page))
    assert "Van 3 rijen koos je dat het iemand is die er al staat: rij 2, 4–5." in done
    assert "Van deze rijen is niets overgenomen." in done
    sheet = client.post(reverse("exchange:download_outcome", args=[upload.pk]), {"request_key": uuid4()})
    lines = b"".join(sheet.streaming_content).decode("utf-8-sig").splitlines()
    assert lines[1].startswith("2;stond er al: van deze rij is niets overgenomen")
    assert lines[2].startswith("3;niet overgenomen: niet gekozen")
    assert lines[5].startswith("6;overgenomen, nieuw")
