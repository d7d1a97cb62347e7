"""A chance without a vacancy is noted by who hears of it, found over the region, and what was done with it is kept."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of

from werktop.accounts.roles import Role
from werktop.audit.refusals import NotAllowed, NotVisible
from werktop.employers import commands, queries, spans
from werktop.employers.commands.chances import DayIsTooFar, ToWhom, WhatChanges, WhichKind
from werktop.employers.models import Chance

pytestmark = pytest.mark.django_db


@pytest.fixture
def note(cast, at):
    firm = making.employer(cast.own)

    def do(house=cast.own, **facts):
        asked = {"employer_id": firm.pk, "kind": "growth", "words": "een tweede hal"} | facts
        return Chance.objects.get(pk=commands.note_chance(actor=house.actor(), at=at, **asked))

    return do


@pytest.mark.parametrize(
    ("code", "day", "words"),
    [
        ("2027", date(2027, 1, 1), "2027"),
        ("2027-2", date(2027, 4, 1), "tweede kwartaal van 2027"),
        ("2027-m03", date(2027, 3, 1), "maart 2027"),
        ("", None, ""),
    ],
)
def test_when_is_said_as_exactly_as_it_is_known(code, day, words):
    found, span = spans.read(code)
    assert (found, spans.in_words(found, span), spans.code_of(found, span)) == (day, words, code)


def test_what_lies_outside_the_choices_can_stay_as_it_was():
    assert [code for code, _words in spans.choices(date(2026, 11, 24))][:3] == ["", "2026-4", "2027-1"]
    assert spans.choices(date(2026, 11, 24), "2025-1")[1][0] == "2025-1"
    assert spans.last_day_of(date(2027, 10, 1), "quarter") == date(2027, 12, 31)


def test_the_region_reads_a_chance_and_who_noted_it_or_answers_for_the_firm_settles_it(cast, at, note):
    mine, others = note(expected_date=date(2027, 4, 1), span="quarter"), note(cast.other, kind="moving")
    for house in (cast.own, cast.other):
        assert queries.chances_of(house.actor(), mine.employer_id) == [mine, others]
    assert queries.chances_of(cast.far.actor(), mine.employer_id) == []
    with pytest.raises(NotVisible):
        commands.settle_chance(actor=cast.other.actor(), at=at, chance_id=mine.pk, status="nothing")
    for chance, status in ((others, "passed"), (mine, "work")):
        commands.settle_chance(
            actor=cast.own.actor(), at=at, chance_id=chance.pk, status=status, outcome="aan de gemeente",
            work_profile_id=uuid4() if status == "work" else None,
        )  # fmt: skip
    mine.refresh_from_db()
    assert (mine.status, mine.closed_by, mine.work_profile_id is None) == ("work", cast.own.account(), False)
    commands.reopen_chance(actor=cast.own.actor(), at=at, chance_id=mine.pk)
    mine.refresh_from_db()
    assert (mine.status, mine.closed_at, mine.work_profile_id, mine.outcome) == ("open", None, None, "")
    assert [(each.status, each.outcome) for each in queries.earlier_of_chance(mine)] == [
        ("werkprofiel geworden", "aan de gemeente"),
        ("open", ""),
    ]


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"words": " \x00 "}, WhatChanges),
        ({"kind": "wish"}, WhichKind),
        ({"expected_date": date(2999, 1, 1)}, DayIsTooFar),
    ],
)
def test_what_is_no_chance_is_refused(note, facts, refusal):
    with pytest.raises(refusal):
        note(**facts)


def test_a_chance_is_passed_on_to_somebody(cast, at, note):
    made = note()
    with pytest.raises(ToWhom):
        commands.settle_chance(actor=cast.own.actor(), at=at, chance_id=made.pk, status="passed")
    with pytest.raises(NotAllowed):
        commands.settle_chance(
            actor=cast.own.actor(Role.COORDINATOR), at=at, chance_id=made.pk, status="nothing"
        )


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, "abc"),
        ({"kind": "moving"}, "b"),
        ({"sector": "I"}, "c"),
        ({"place": "Culemborg"}, "c"),
        ({"words": "brinnk"}, "c"),
        ({"words": "tweede hal"}, "a"),
        ({"state": "closed"}, "d"),
        ({"whose": "ours"}, "ac"),
        ({"whose": "mine"}, "ac"),
        ({"sort": "-when"}, "bac"),
        ({"sort": "firm"}, "cab"),
    ],
)
def test_the_list_is_searched_filtered_and_sorted(cast, at, note, asked, found):
    brink = making.employer(cast.own, "De Brink", sector="I", place="Culemborg", postcode="4101 AB")
    rows = {
        note(expected_date=date(2027, 1, 1), span="year").pk: "a",
        note(
            cast.other, kind="moving", words="naar Tiel", expected_date=date(2027, 4, 1), span="quarter"
        ).pk: "b",
        note(employer_id=brink.pk, kind="innovation", words="een robot").pk: "c",
    }
    closed = note(words="oud")
    commands.settle_chance(actor=cast.own.actor(), at=at, chance_id=closed.pk, status="nothing")
    rows[closed.pk] = "d"
    assert (
        "".join(
            rows[row.pk] for row in queries.found_chances(cast.own.actor(), queries.ChanceFilters(**asked))
        )
        == found
    )


def test_a_chance_is_noted_changed_settled_and_undone_on_the_screen(cast, log_in):
    firm = making.employer(cast.own)
    client = log_in(cast.own.account())
    firm_page = reverse("employers:employer", args=[firm.pk])
    note_page = reverse("employers:note_chance", args=[firm.pk])
    wrong = client.post(note_page, {"words": "een robot", "when": "2027-2", "request_key": uuid4()})
    assert b'value="een robot"' in wrong.content
    said = {"words": "een robot", "kind": "innovation", "when": "2027-2", "sureness": "likely"}
    assert client.post(note_page, said | {"request_key": uuid4()}).status_code == 302
    chance = Chance.objects.get()
    assert "tweede kwartaal van 2027, waarschijnlijk" in text_of(client.get(firm_page))
    page = reverse("employers:chance", args=[chance.pk])
    version = client.get(page).context["form"].initial["version"]
    said |= {"words": "twee robots", "version": version, "request_key": uuid4()}
    assert client.post(page, said).status_code == 302
    assert "een robot" in text_of(client.get(page))
    settle = reverse("employers:settle_chance", args=[chance.pk])
    refused = client.post(settle, {"status": "passed", "request_key": uuid4()})
    assert "Schrijf aan wie je het doorgaf." in text_of(refused)
    done = client.post(
        settle, {"status": "passed", "outcome": "aan de wethouder", "request_key": uuid4()}, follow=True
    )
    assert "Maak ongedaan" in text_of(done)
    client.post(settle, {"status": "open", "request_key": uuid4()})
    chance.refresh_from_db()
    assert (chance.words, chance.status) == ("twee robots", "open")
    lines = b"".join(
        client.post(reverse("employers:download_chances"), {"request_key": uuid4()}).streaming_content
    ).decode()
    assert "twee robots" in lines
    client.post(settle, {"status": "mistake", "request_key": uuid4()})
    assert not Chance.objects.exists()
