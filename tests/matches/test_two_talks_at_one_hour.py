"""Nobody is told of two talks at one hour: not in one sending, nor one after the other, nor after two gatherings."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from threading import Barrier, BrokenBarrierError
from uuid import uuid4

import pytest
from django.db import connection
from django.db.models.query import QuerySet
from django.urls import reverse
from tests import making
from tests.matches.making_talks import appointment, click, evening, give_hours, propose, send

from werktop.audit.refusals import Refusal
from werktop.matches import commands, messages
from werktop.matches.commands.arranging import Choice
from werktop.matches.models import FollowUp, FreeBlock
from werktop.matches.refusals import HourClashes
from werktop.post.models import Message

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def told(cast, at):
    """Fatima wants to talk on with Joris (one hour) and with Ineke (the same hour, and a later one): each at another
    hour so far."""
    made = evening(cast, candidates=1, entrepreneurs=2)
    for partner, hours in zip(made.partners, (1, 2), strict=True):
        give_hours(cast, at, made, partner, hours=hours)
    for firm in made.firms:
        click(made, made.guests[0], firm)
    propose(cast, at, made)
    return made


@pytest.fixture
def joris(told):
    return FollowUp.objects.get(entrepreneur=told.partners[0])


@pytest.fixture
def ineke(told):
    return FollowUp.objects.get(entrepreneur=told.partners[1])


@pytest.fixture
def same_hour(joris, ineke):
    """The free hour of Ineke at which Fatima talks with Joris."""
    block = FreeBlock.objects.get(entrepreneur=ineke.entrepreneur_id, taken_by=None)
    assert joris.starts_at == block.starts_at != ineke.starts_at
    return block


def told_hours() -> list:
    return [row.starts_at for row in FollowUp.objects.filter(status="sent").order_by("starts_at")]


def test_two_that_go_out_together_are_not_at_one_hour(cast, at, told, joris, ineke, same_hour):
    with pytest.raises(HourClashes, match="Voor Fatima .*staat dan een voorstel klaar"):
        send(cast, at, told, choices=[Choice(ineke.pk, block_id=same_hour.pk)])
    assert told_hours() == [] and not Message.objects.exists()
    assert send(cast, at, told)["talks"] == 2


def test_nor_are_two_that_go_out_one_after_the_other(cast, at, told, joris, ineke, same_hour):
    send(cast, at, told, rows=[joris.pk])
    with pytest.raises(HourClashes, match="Fatima .*heeft dan al een ander gesprek"):
        send(cast, at, told, rows=[ineke.pk], choices=[Choice(ineke.pk, block_id=same_hour.pk)])
    assert told_hours() == [joris.starts_at]


def test_what_is_not_sent_makes_room_for_what_is_sent_with_it(cast, at, told, joris, ineke, same_hour):
    choices = [Choice(joris.pk, is_dropped=True), Choice(ineke.pk, block_id=same_hour.pk)]
    send(cast, at, told, choices=choices)
    assert told_hours() == [same_hour.starts_at]


def second_evening(cast, at, person, *, first: FollowUp):
    """This candidate was at another gathering too, with Linda, who is free at the hour of the `first` talk alone."""
    gathering = making.gathering(cast.own, starts_at=at - timedelta(days=1))
    linda = making.entrepreneur(making.employer(cast.own), "Linda")
    for each in (person, linda):
        making.guest(gathering, each, arrived_at=gathering.starts_at)
    actor = cast.own.actor()
    commands.give_free_blocks(
        actor=actor, at=at, gathering_id=gathering.pk, entrepreneur_id=linda.pk,
        blocks=[(first.starts_at, first.ends_at)],
    )  # fmt: skip
    key = commands.add_follow_up(
        actor=actor, at=at, gathering_id=gathering.pk, candidate_id=person.pk, entrepreneur_id=linda.pk
    )
    return FollowUp.objects.get(pk=key), FreeBlock.objects.get(entrepreneur=linda)


def sending(cast, at, row, **choice) -> dict:
    return {
        "actor": cast.own.actor(), "at": at, "gathering_id": row.gathering_id, "agreed_ids": [row.pk],
        "choices": [Choice(row.pk, **choice)] if choice else [], "step_ids": [],
    }  # fmt: skip


def test_nor_after_two_gatherings(cast, at):
    made = appointment(cast, at)
    first = FollowUp.objects.get()
    second, block = second_evening(cast, at, made.people[0], first=first)
    with pytest.raises(HourClashes, match="Fatima"):
        commands.send_follow_ups(**sending(cast, at, second, block_id=block.pk))
    assert told_hours() == [first.starts_at]


def test_the_page_does_not_offer_the_hour_and_keeps_what_was_chosen_where_it_is_refused(
    cast, at, log_in, told, joris, ineke, same_hour
):
    staff, url = log_in(cast.own.account()), reverse("matches:after", args=[told.gathering.pk])
    assert f'value="{same_hour.pk}"' not in staff.get(url).content.decode()
    keys = [f"talk:{row.pk}" for row in (joris, ineke)]
    typed = {
        "request_key": str(uuid4()),
        "seen": keys,
        "agree": keys,
        f"choice-talk:{ineke.pk}": same_hour.pk,
    }
    answer = staff.post(url, typed)
    assert answer.status_code == 409 and "Kies een andere tijd" in answer.content.decode()
    chosen = re.search(rf'<input[^>]*value="{same_hour.pk}"[^>]*>', answer.content.decode())
    assert chosen and "checked" in chosen[0]


def test_the_page_warns_where_the_hour_of_a_proposal_was_given_away_since(cast, at, log_in, told, joris):
    FollowUp.objects.filter(pk=joris.pk).update(status="sent", sent_at=at)
    FollowUp.objects.exclude(pk=joris.pk).update(starts_at=joris.starts_at, ends_at=joris.ends_at)
    page = log_in(cast.own.account()).get(reverse("matches:after", args=[told.gathering.pk]))
    assert "Een van beiden heeft dan al een ander gesprek" in page.content.decode()


@pytest.fixture
def both_send(cast, at, monkeypatch):
    """`both_send(asked, patience)`: two colleagues send at the same moment, after two gatherings; gives their answers."""
    begin, inside = Barrier(2), Barrier(2)
    real = messages.tell_talk

    def run(asked):
        try:
            begin.wait()
            return commands.send_follow_ups(**asked)
        except Refusal as refusal:
            return refusal
        finally:
            connection.close()

    def do(asked, *, patience):
        def slowly(**told):
            # both have looked for clashes before either is done, where nothing makes one of them wait
            with suppress(BrokenBarrierError):
                inside.wait(timeout=patience)
            return real(**told)

        monkeypatch.setattr(messages, "tell_talk", slowly)
        with ThreadPoolExecutor(2) as pool:
            return list(pool.map(run, asked))

    return do


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("does_wait", [True, False])
def test_two_colleagues_who_send_at_once_after_two_gatherings_give_one_hour_once(
    cast, at, monkeypatch, both_send, does_wait
):
    made = evening(cast, candidates=1, entrepreneurs=1)
    give_hours(cast, at, made, made.partners[0])
    key = commands.add_follow_up(
        actor=cast.own.actor(), at=at, gathering_id=made.gathering.pk, candidate_id=made.people[0].pk,
        entrepreneur_id=made.partners[0].pk,
    )  # fmt: skip
    one, block = FollowUp.objects.get(pk=key), FreeBlock.objects.get()
    hour = FollowUp(starts_at=block.starts_at, ends_at=block.ends_at)
    other, other_block = second_evening(cast, at, made.people[0], first=hour)
    if not does_wait:
        monkeypatch.setattr(QuerySet, "select_for_update", lambda self, *_asked, **_more: self.all())
    asked = [
        sending(cast, at, one, block_id=block.pk), sending(cast, at, other, block_id=other_block.pk)
    ]  # fmt: skip
    answers = both_send(asked, patience=1 if does_wait else 5)
    assert sum(isinstance(each, HourClashes) for each in answers) == (1 if does_wait else 0)
    assert len(told_hours()) == (1 if does_wait else 2)
