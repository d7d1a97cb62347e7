"""What was promised or proposed: calls with a day on Today, talks that a colleague thought of, and nothing too early."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from tests import making
from tests.matches.making_talks import click, evening, give_hours, propose, send

from werktop.gatherings.models import Guest
from werktop.matches import commands
from werktop.matches.commands.arranging import Choice
from werktop.matches.models import FollowUp, FreeBlock
from werktop.matches.refusals import BlockIsOver, EnoughTalksForCandidate, GatheringNotBegun

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def add(cast, at, told, candidate, partner, **more):
    return commands.add_follow_up(
        actor=cast.own.actor(), at=at, gathering_id=told.gathering.pk, candidate_id=candidate.pk,
        entrepreneur_id=partner.pk, **more,
    )  # fmt: skip


@pytest.mark.parametrize("days", [1, 9])
def test_a_call_that_was_promised_stands_on_today_with_its_day_the_late_ones_first(cast, log_in, at, days):
    told = evening(cast, candidates=2, entrepreneurs=1)
    told.gathering.status = "finished"
    told.gathering.save()
    click(told, told.guests[0], told.firms[0])
    propose(cast, at - timedelta(days=days), told)
    send(cast, at - timedelta(days=days), told)
    page = log_in(cast.own.account()).get("/").content.decode()
    assert told.people[0].name in page and told.people[1].name in page
    words = (
        "Bel uiterlijk maandag 30 november." if days == 1 else "Wij beloofden uiterlijk vrijdag 20 november"
    )
    assert page.count(words) == 2


def test_what_came_of_it_is_asked_from_the_talk_on_and_not_before(cast, log_in, at):
    told = evening(cast, candidates=2, entrepreneurs=1)
    give_hours(cast, at, told, told.partners[0])
    click(told, told.guests[0], told.firms[0])
    propose(cast, at, told)
    send(cast, at, told)
    client, address = log_in(cast.own.account()), f"/gesprekken/{told.gathering.pk}/na/"
    assert "Wat kwam eruit?" not in client.get(address).content.decode()
    FollowUp.objects.update(starts_at=at - timedelta(hours=2), ends_at=at - timedelta(hours=1))
    assert "Wat kwam eruit?" in client.get(address).content.decode()


def test_a_talk_of_a_colleague_waits_for_a_tick_and_says_whose_thought_it_is(cast, log_in, at):
    told = evening(cast, candidates=1, entrepreneurs=1)
    propose(cast, at, told)
    pk = add(cast, at, told, told.people[0], told.partners[0], words="Zelfde dorp.")
    page = log_in(cast.own.account()).get(f"/gesprekken/{told.gathering.pk}/na/").content.decode()
    assert f'value="talk:{pk}" checked' not in page
    assert "Jij stelt dit voor. Zelfde dorp. Vraag eerst aan Fatima en Joris of zij dit willen." in page
    assert "Op akkoord: 1 volgende stap<" in page


def test_a_candidate_gets_no_more_talks_than_wanted(cast, at):
    told = evening(cast, candidates=1, entrepreneurs=2)
    click(told, told.guests[0], told.firms[0])
    propose(cast, at, told)
    Guest.objects.filter(pk=told.guests[0].pk).update(most_talks=1)
    with pytest.raises(EnoughTalksForCandidate, match="Fatima wil hoogstens 1 gesprek.*Niet versturen"):
        add(cast, at, told, told.people[0], told.partners[1])
    Guest.objects.filter(pk=told.guests[0].pk).update(most_talks=2)
    assert add(cast, at, told, told.people[0], told.partners[1])


def test_before_the_day_nothing_is_proposed_and_the_page_says_when(cast, log_in, at):
    made = making.gathering(cast.own, starts_at=at + timedelta(days=2))
    with pytest.raises(GatheringNotBegun):
        commands.propose_follow_ups(actor=cast.own.actor(), at=at, gathering_id=made.pk)
    client, address = log_in(cast.own.account()), f"/gesprekken/{made.pk}/na/"
    page = client.get(address).content.decode()
    assert "Deze pagina vult zich op de dag zelf" in page
    assert "Stel gesprekken voor" not in page
    answer = client.post(f"{address}voorstellen/", {"request_key": str(uuid4())})
    assert answer.status_code == 409
    assert "nog niet begonnen" in answer.content.decode()


def test_an_hour_that_is_past_is_not_sent_whether_chosen_or_left(cast, at):
    told = evening(cast, candidates=1, entrepreneurs=1)
    give_hours(cast, at, told, told.partners[0], hours=2)
    click(told, told.guests[0], told.firms[0])
    propose(cast, at, told)
    row, late = FollowUp.objects.get(), at + timedelta(days=8)
    other = FreeBlock.objects.get(taken_by=None)
    for choices in ([], [Choice(row.pk, block_id=other.pk)]):
        with pytest.raises(BlockIsOver, match="al geweest. Kies een ander tijdstip"):
            send(cast, late, told, rows=[row.pk], choices=choices)
    assert send(cast, late, told, rows=[row.pk], choices=[Choice(row.pk)])["talks"] == 1


def test_the_page_to_add_a_talk_shows_who_has_none_and_who_wants_more(cast, log_in, at):
    told = evening(cast, candidates=2, entrepreneurs=2)
    click(told, told.guests[0], told.firms[0])
    Guest.objects.filter(pk=told.firms[0].pk).update(most_talks=1)
    propose(cast, at, told)
    page = log_in(cast.own.account()).get(f"/gesprekken/{told.gathering.pk}/na/erbij/").content.decode()
    beside = page.split("<aside")[1].split("</aside>")[0]
    assert told.people[1].name in beside and told.people[0].name not in beside
    assert told.partners[1].name in beside and told.partners[0].name not in beside
