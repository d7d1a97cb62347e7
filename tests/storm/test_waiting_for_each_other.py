"""What is noted at a table while a colleague ends the day or plans anew, and what a guest answers while one calls it off: the
two come after each other."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from tests import making
from tests.gatherings.day_making import running_day
from tests.gatherings.test_table import note

from werktop.audit.actors import SYSTEM, Actor
from werktop.candidates.models import CandidateTerm
from werktop.catalogue.commands import load_catalogue
from werktop.catalogue.queries import ids_by_code
from werktop.gatherings.commands import cancelling
from werktop.gatherings.commands.day import finish_day
from werktop.gatherings.commands.late_guests import seat_late_guest
from werktop.gatherings.commands.seat_plans import lay_down
from werktop.gatherings.commands.talks import answer_impression
from werktop.gatherings.models import Gathering, Impression, Seat
from werktop.gatherings.queries.seating import hall

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def day(cast, at):
    load_catalogue(actor=SYSTEM, at=at)
    return running_day(cast.own, at=at)


def talent(day):
    term = ids_by_code()["bouwen"]
    return {"what": "talent", "candidate": day.guests["Fatima"].pk, "other": term, "is_on": True}


def test_a_talent_noted_while_the_day_ends_reaches_the_picture(day, cast, at, beside):
    with transaction.atomic():
        finish_day(actor=cast.own.actor(), at=at, gathering_id=day.gathering.pk)
        beside(lambda: note(day, at, talent(day)))
    assert beside.end() == [1]
    candidate_id = day.guests["Fatima"].candidate_id
    assert CandidateTerm.objects.filter(candidate_id=candidate_id, source="table").exists()


def test_a_late_guests_chair_is_not_lost_on_who_plans_anew(day, cast, at, beside):
    late = making.guest(day.gathering, making.candidate(cast.own, "Noor"), arrived_at=at)
    with transaction.atomic():
        found = hall(Gathering.objects.select_for_update().get(pk=day.gathering.pk))
        beside(
            lambda: seat_late_guest(
                actor=cast.own.actor(), at=at + timedelta(minutes=5), guest_id=late.pk, table_number=2
            )
        )
        lay_down(found, found.seats, actor=cast.own.actor(), at=at, report={}, follows_id=None)
    assert beside.end() == [None]
    assert Seat.objects.filter(plan__state="in_force", guest=late).exists()


def test_the_question_beforehand_is_answered_while_a_colleague_calls_it_off(cast, at, beside, monkeypatch):
    gathering = making.gathering(cast.own, tables=1, is_impression_asked=True)
    guest = making.guest(gathering, making.candidate(cast.own), channel="email")
    fatima = Actor(
        "candidate", id=guest.candidate_id, organisation_id=guest.organisation_id, region_id=guest.region_id,
        link_purpose="invitation", link_about_id=gathering.pk,
    )  # fmt: skip
    holder = {"gathering_id": gathering.pk, "holder_kind": "candidate", "holder_id": guest.candidate_id}
    withdraw = cancelling.messages.withdraw_what_waits

    def slowly(**asked):
        beside(lambda: answer_impression(actor=fatima, at=at, **holder, moment="before", score=3))
        return withdraw(**asked)

    monkeypatch.setattr(cancelling.messages, "withdraw_what_waits", slowly)
    cancelling.cancel_gathering(actor=cast.own.actor(), at=at, gathering_id=gathering.pk)
    assert beside.end() == [None]
    gathering.refresh_from_db()
    assert (gathering.status, Impression.objects.count()) == ("cancelled", 1)
