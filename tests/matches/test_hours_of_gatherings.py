"""Who said yes to a gathering, or waits for a chair there, is not asked for a talk at that hour."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests import making
from tests.matches.making_talks import click, evening, propose, send

from werktop.matches import commands
from werktop.matches.commands.arranging import Choice
from werktop.matches.models import FollowUp, FreeBlock
from werktop.matches.refusals import HourClashes

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
START = datetime(2026, 12, 1, 13, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
HOUR = timedelta(hours=1)


@pytest.fixture
def told(cast):
    """Fatima and Joris chose each other; he is free on three afternoons from one to two, this one first."""
    made = evening(cast, candidates=1, entrepreneurs=1)
    click(made, made.guests[0], made.firms[0])
    made.blocks = [
        FreeBlock.objects.create(
            gathering=made.gathering, entrepreneur=made.partners[0], starts_at=START + timedelta(days=day),
            ends_at=START + timedelta(days=day) + HOUR,
        )
        for day in range(3)
    ]  # fmt: skip
    return made


def comes(cast, person, *, reply="yes", starts_at=START, **fields):
    if "host_employer" not in fields:
        fields["place_name"] = "Bakkerij De Aar"
    making.guest(making.gathering(cast.own, starts_at=starts_at, **fields), person, reply=reply)


def proposed():
    return FollowUp.objects.get().starts_at


@pytest.mark.parametrize("who", ["people", "partners"])
@pytest.mark.parametrize("reply", ["yes", "waiting"])
@pytest.mark.parametrize("form", ["standard", "preparation"])
def test_the_first_hour_beside_the_gathering_is_proposed(cast, at, told, who, reply, form):
    comes(cast, getattr(told, who)[0], reply=reply, format=form)
    propose(cast, at, told)
    assert proposed() == START + timedelta(days=1)


@pytest.mark.parametrize(
    ("reply", "status"),
    [("no", "preparing"), ("invited", "preparing"), ("yes", "cancelled"), ("yes", "finished")],
)
def test_what_nobody_promised_or_is_no_more_stands_in_no_way(cast, at, told, reply, status):
    more = {"cancelled_at": at} if status == "cancelled" else {}
    comes(cast, told.people[0], reply=reply, status=status, **more)
    propose(cast, at, told)
    assert proposed() == START


@pytest.mark.parametrize(("minutes", "is_proposed"), [(60, True), (59, False)])
def test_there_is_time_to_travel_from_the_gathering(cast, at, told, minutes, is_proposed):
    comes(cast, told.people[0], starts_at=START - timedelta(hours=2, minutes=30 + minutes))
    propose(cast, at, told)
    assert (proposed() == START) == is_proposed


def test_at_the_firm_itself_no_travel_is_counted(cast, at, told):
    host = told.partners[0].employer
    comes(cast, told.people[0], starts_at=START + HOUR, host_employer=host)
    propose(cast, at, told)
    assert proposed() == START


def test_another_hour_after_a_call_off_lies_beside_the_gathering_too(cast, at, told):
    propose(cast, at, told)
    send(cast, at, told)
    comes(cast, told.people[0], starts_at=START + timedelta(days=1))
    row = FollowUp.objects.get()
    commands.say_it_does_not_suit(actor=cast.own.actor(), at=at, follow_up_id=row.pk, said_by="candidate")
    assert proposed() == START + timedelta(days=2)


def test_a_proposal_of_before_the_yes_is_warned_of_not_ticked_and_not_sent(cast, at, told, log_in):
    propose(cast, at, told)
    comes(cast, told.people[0])
    comes(cast, told.partners[0], starts_at=START + timedelta(days=1))
    page = log_in(cast.own.account()).get(reverse("matches:after", args=[told.gathering.pk]))
    (pair,) = page.context["again"]
    words = f"{told.people[0].name} komt dan naar het prettig gesprek bij Bakkerij De Aar: dinsdag 1 december, 13.00."
    assert words in pair["warning"] and not pair["is_agreed"]
    offered = {each["value"] for each in (*pair["quick"], *pair["options"])}
    assert str(told.blocks[1].pk) not in offered and str(told.blocks[2].pk) in offered
    row = FollowUp.objects.get()
    for choices in ((), [Choice(row.pk, told.blocks[1].pk)]):
        with pytest.raises(HourClashes, match="Bakkerij De Aar"):
            send(cast, at, told, choices=choices)
    send(cast, at, told, choices=[Choice(row.pk, told.blocks[2].pk)])
    assert proposed() == START + timedelta(days=2)


@pytest.mark.parametrize(
    ("reply", "words"), [("yes", "komt dan naar"), ("waiting", "staat dan op de wachtlijst voor")]
)
def test_a_moment_by_telephone_at_that_hour_is_refused_with_the_gathering_and_kept(
    cast, at, told, log_in, reply, words
):
    propose(cast, at, told)
    send(cast, at, told)
    comes(cast, told.partners[0], starts_at=START + timedelta(days=2), reply=reply)
    client, row = log_in(cast.own.account()), FollowUp.objects.get()
    form = {"day": "2026-12-03", "begins": "14:30", "length_minutes": "60", "place": "Bij de koffie"}
    address = reverse("matches:moment", args=[row.pk])
    page = client.post(address, form | {"request_key": str(uuid4())}).content.decode()
    assert f"{told.partners[0].name} {words} het prettig gesprek bij Bakkerij De Aar" in page
    assert "Bij de koffie" in page and proposed() == START
    client.post(address, form | {"begins": "15:30", "request_key": str(uuid4())})
    assert proposed() == START + timedelta(days=2, hours=2, minutes=30)


def test_the_page_asks_as_much_however_many_gatherings_there_are(cast, at, told, log_in):
    propose(cast, at, told)
    client, counts = log_in(cast.own.account()), []
    for day in range(4, 8):
        comes(cast, told.people[0], starts_at=START + timedelta(days=day))
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("matches:after", args=[told.gathering.pk]))
        counts.append(len(asked))
    assert len(set(counts)) == 1
