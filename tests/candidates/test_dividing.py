"""Who leads a team divides the candidates of a colleague over others: by numbers, and without opening a file."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.urls import reverse
from tests import making

from werktop.accounts.roles import Role
from werktop.audit.models import Entry, PersonalView
from werktop.audit.refusals import NotAllowed, NotVisible
from werktop.candidates import commands, queries
from werktop.candidates.commands.refusals import ColleagueIsElsewhere, PlaceIsNew, WhyIsMissing
from werktop.candidates.models import Candidate, Transfer
from werktop.candidates.shares import dealt

HERE = reverse("candidates:divide_caseload")


@pytest.mark.parametrize(
    ("people", "loads", "sizes"), [(7, (3, 0, 5), [2, 3, 2]), (2, (9, 1, 0), [0, 1, 1]), (0, (1,), [0])]
)
def test_everybody_gets_as_many_and_the_one_more_goes_to_who_has_fewest(people, loads, sizes):
    keys, takers = [UUID(int=n) for n in range(people)], [UUID(int=1000 + n) for n in range(len(loads))]
    shares = dealt(keys, dict(zip(takers, loads, strict=True)), "a lot")
    assert [len(shares[taker]) for taker in takers] == sizes
    assert sorted(key for each in shares.values() for key in each) == keys


def test_who_goes_to_whom_is_drawn_and_not_in_the_order_of_the_list():
    keys, loads = [UUID(int=n) for n in range(40)], {UUID(int=98): 0, UUID(int=99): 0}
    first, again, other = (dealt(keys, loads, lot) for lot in ("x", "x", "y"))
    assert first == again != other


@pytest.fixture
def karim(cast):
    return making.colleague_beside(cast.own, name="Karim")


@pytest.fixture
def lotte(cast):
    return making.colleague_beside(cast.own, name="Lotte")


@pytest.fixture
def five(cast, karim):
    return [
        making.candidate(cast.own, f"Nr{n}", assigned_to=karim, postcode="4001 AA" if n < 3 else "")
        for n in range(5)
    ]


@pytest.fixture
def lead(cast):
    return cast.own.actor(Role.TEAM_LEAD)


def held_by(account):
    return Candidate.objects.filter(assigned_to=account).count()


def test_a_caseload_is_divided_at_once_told_and_taken_back(cast, at, karim, lotte, five, lead):
    me = cast.own.account()
    asked = {"actor": lead, "at": at, "from_id": karim.pk, "why": "away", "lot": "x"}
    went = commands.divide_caseload(**asked, to_ids=[lotte.pk, me.pk])
    assert sorted(went.values()) == [2, 3] and held_by(karim) == 0
    assert Entry.objects.get(verb="candidates.divide_caseload").detail == {"count": 5, "colleagues": 2}
    assert queries.received_count(cast.own.actor()) == held_by(me)
    (batch,) = queries.batches_to_take_back(lead, at)
    assert batch.count == 5
    month = timedelta(days=30)
    assert not queries.batches_to_take_back(lead, at + month), "nor does the page offer it"
    for actor, when in (
        (cast.own.actor(), at),
        (lead, at + month),
    ):  # who got some did not do it, and too late
        with pytest.raises(NotVisible):
            commands.take_back_transfer(actor=actor, at=when, batch_id=batch.batch_id)
    assert commands.take_back_transfer(actor=lead, at=at, batch_id=batch.batch_id) == 5
    assert held_by(karim) == 5 and queries.received_count(cast.own.actor()) == 0
    assert commands.take_back_transfer(actor=lead, at=at, batch_id=batch.batch_id) == 0


def test_each_place_goes_to_who_takes_it(cast, at, karim, lotte, five, lead):
    (place, count), unknown = queries.places_of_caseload(lead, karim.pk)
    assert (count, unknown) == (3, ("", 2))
    asked = {"actor": lead, "at": at, "from_id": karim.pk, "why": "left", "lot": "x"}
    with pytest.raises(PlaceIsNew):
        commands.divide_caseload(**asked, by_place={place: lotte.pk})
    commands.divide_caseload(**asked, by_place={place: lotte.pk, "": cast.own.account().pk})
    assert (held_by(lotte), held_by(cast.own.account())) == (3, 2)


def test_only_who_leads_the_team_divides_and_only_over_who_works_with_candidates_here(
    cast, at, karim, lotte, five, lead
):
    asked = {"at": at, "from_id": karim.pk, "lot": "x"}
    for role in set(Role.values) - {Role.TEAM_LEAD}:
        with pytest.raises(NotAllowed):
            commands.divide_caseload(actor=cast.own.actor(role), why="away", to_ids=[lotte.pk], **asked)
    with pytest.raises(ColleagueIsElsewhere):
        commands.divide_caseload(actor=lead, why="away", to_ids=[cast.other.account().pk], **asked)
    with pytest.raises(ColleagueIsElsewhere):  # nobody gives to oneself
        commands.divide_caseload(actor=lead, why="away", to_ids=[karim.pk], **asked)
    with pytest.raises(WhyIsMissing):
        commands.divide_caseload(actor=lead, why="heeft griep", to_ids=[lotte.pk], **asked)
    elsewhere = cast.other.actor(Role.TEAM_LEAD)
    assert (
        commands.divide_caseload(actor=elsewhere, why="away", to_ids=[cast.other.account().pk], **asked) == {}
    ), "nobody of another house is among them"
    assert held_by(karim) == 5 and not Transfer.objects.exists()


def test_the_page_shows_numbers_and_places_and_names_no_candidate(cast, clock, log_in, karim, lotte, five):
    client = log_in(cast.own.account(Role.TEAM_LEAD))
    assert HERE in client.get("/").content.decode()
    address = f"{HERE}?van={karim.pk}"
    pages = [client.get(each).content.decode() for each in (HERE, address, f"{address}&hoe=plaats")]
    assert all("Karim" in page and "Nr1" not in page for page in pages)
    assert "5 kandidaten" in pages[0] and "plaats onbekend" in pages[1] and 'name="place-"' in pages[2]
    empty = client.post(address, {"request_key": uuid4(), "why": "away"})
    assert empty.status_code == 422 and "Vink aan wie de kandidaten krijgt." in empty.content.decode()
    typed = {"request_key": uuid4(), "why": "away", "to_ids": [str(lotte.pk)]}
    answers = [client.post(address, typed, follow=True).content.decode() for _time in range(2)]
    assert all("5 kandidaten gaan verder met Lotte" in answer for answer in answers)
    assert held_by(lotte) == 5 and not PersonalView.objects.exists()
    batch = Transfer.objects.get().batch_id
    client.post(reverse("candidates:take_back_division"), {"request_key": uuid4(), "batch": batch})
    assert held_by(karim) == 5
    got = log_in(lotte)
    assert "aan jou overgedragen" not in got.get("/").content.decode()


def test_with_whom_nobody_works_goes_to_who_is_ticked_without_asking_why(cast, clock, log_in, lotte):
    making.candidate(cast.own)
    client = log_in(cast.own.account(Role.TEAM_LEAD))
    assert 'name="why"' not in client.get(f"{HERE}?van=niemand").content.decode()
    client.post(f"{HERE}?van=niemand", {"request_key": uuid4(), "to_ids": [str(lotte.pk)]})
    assert held_by(lotte) == 1


def asked_by_place(client, karim):
    """The address, and the fields as the page has them: with a place, and of no known place."""
    address = f"{HERE}?van={karim.pk}&hoe=plaats"
    return address, re.findall(r'name="(place-[^"]*)"', client.get(address).content.decode())


def test_what_changed_since_the_page_was_drawn_moves_no_place_to_another(
    cast, clock, log_in, karim, lotte, five
):
    client, me = log_in(cast.own.account(Role.TEAM_LEAD)), cast.own.account()
    address, (tiel, unknown) = asked_by_place(client, karim)
    for n in range(2):  # most live nowhere known now, so that place stands first
        making.candidate(cast.own, f"Nr{5 + n}", assigned_to=karim, postcode="")
    typed = {"request_key": uuid4(), "why": "away", tiel: str(lotte.pk), unknown: str(me.pk)}
    answers = [client.post(address, typed, follow=True).content.decode() for _time in range(2)]
    assert all("7 kandidaten gaan verder met" in answer for answer in answers), "twice as once"
    assert set(Candidate.objects.filter(assigned_to=lotte).values_list("postcode", flat=True)) == {"4001 AA"}
    assert (held_by(lotte), held_by(me)) == (3, 4)


def test_a_place_of_which_nobody_is_left_is_said_and_nobody_goes(cast, clock, log_in, karim, lotte, five):
    client, me = log_in(cast.own.account(Role.TEAM_LEAD)), cast.own.account()
    address, (tiel, unknown) = asked_by_place(client, karim)
    typed = {"why": "away", tiel: str(lotte.pk), unknown: str(me.pk), "place-zz": str(me.pk)}
    Candidate.objects.filter(postcode="").update(assigned_to=me)
    refused = client.post(address, {"request_key": uuid4(), **typed})
    assert refused.status_code == 422 and "niemand meer van: plaats onbekend" in refused.content.decode()
    assert held_by(karim) == 3 and f'name="{unknown}"' not in refused.content.decode()
    Candidate.objects.filter(assigned_to=karim).update(assigned_to=me)
    late = client.post(address, {"request_key": uuid4(), **typed}, follow=True).content.decode()
    assert "Er was niemand meer om over te dragen" in late and not Transfer.objects.exists()
