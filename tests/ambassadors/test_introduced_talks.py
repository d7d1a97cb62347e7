"""An introduction leads to a talk in one step; who introduced, the candidate and the firm read of it."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of
from tests.own_pages import own_client

from werktop.ambassadors import commands
from werktop.ambassadors.commands.ending import stop_with_entrepreneur
from werktop.ambassadors.messages import thanks_words
from werktop.ambassadors.models import Introduction
from werktop.ambassadors.queries.running import running_with_entrepreneur
from werktop.ambassadors.queries.yields import yield_of
from werktop.ambassadors.refusals import DoesNotWantThat, NobodyThere, TalkIsOver, TalkIsToCome
from werktop.audit.refusals import DayOutOfReach, NotVisible
from werktop.candidates.models import Objection

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def world(cast, at):
    """Anna of Het Veer introduced a candidate to De Linde, where Piet works."""
    anna = making.entrepreneur(making.employer(cast.own, "Het Veer"), "Anna", email="anna@post.example")
    firm = making.employer(cast.own, "De Linde", address="Laan 2", place="Waalsteen", postcode="4001 AC")
    piet = making.entrepreneur(firm, "Piet", email="piet@post.example")
    fatima = making.candidate(cast.own, assigned_to=cast.own.account(), email="fatima@post.example")
    key = commands.note_introduction(
        actor=cast.own.actor(), at=at, candidate_id=fatima.pk, entrepreneur_id=anna.pk, firm_name="De Linde",
        agreed_how="talk", agreed_date=at.date(),
    )  # fmt: skip
    return Introduction.objects.get(pk=key), anna, piet, fatima


def test_one_step_plans_the_talk_all_three_read_it_and_it_counts_once_it_was_held(
    cast, at, world, log_in, clock
):
    row, anna, piet, fatima = world
    client, page = log_in(cast.own.account()), reverse("ambassadors:introduction", args=[row.pk])
    start = client.get(page).context["plan"].initial
    assert (start["talk_with_id"], start["place"]) == (str(piet.pk), "Laan 2, Waalsteen")
    client.post(page, {"request_key": uuid4(), "to": "plan", **start})
    row.refresh_from_db()
    assert (row.talk_with, row.outcome, row.talk_place) == (piet, "talk", "Laan 2, Waalsteen")
    said = text_of(client.get(page))
    assert "praat met Piet Maas van De Linde" in said and "Anna Maas stelde hen aan elkaar voor" in said
    assert "Anna Maas van Het Veer stelde u aan elkaar voor." in text_of(
        own_client(piet, at).get("/mijn/bedrijf/")
    )
    assert "Met Piet Maas van De Linde" in text_of(own_client(fatima, at).get("/mijn/"))
    firm = text_of(client.get(reverse("employers:employer", args=[piet.employer_id])))
    assert f"Anna stelt {fatima.name} voor bij De Linde" in firm
    early = client.post(page, {"request_key": uuid4(), "to": "held"})
    assert early.status_code == 409 and str(TalkIsToCome.text) in early.content.decode()
    later = row.talk_at + timedelta(hours=1)
    for _twice in range(2):
        commands.note_introduced_talk_held(actor=cast.own.actor(), at=later, introduction_id=row.pk)
    assert yield_of(anna).talks == 1
    assert "Door wie u voorstelde kwam er 1 gesprek." in thanks_words(anna, yield_of(anna))
    for held, planned in ((False, True), (False, False)):
        commands.take_back_introduced_talk(actor=cast.own.actor(), at=later, introduction_id=row.pk)
        row.refresh_from_db()
        assert (row.talk_held_at is not None, row.talk_at is not None) == (held, planned)
    assert row.outcome == "asked"


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"starts_at": making.MOMENT}, TalkIsOver),
        ({"starts_at": making.MOMENT + timedelta(days=800)}, DayOutOfReach),
        ({"talk_with_id": uuid4()}, NobodyThere),
    ],
)
def test_a_talk_is_refused_in_words(cast, at, world, facts, refusal):
    asked = {"actor": cast.own.actor(), "at": at, "starts_at": at + timedelta(days=3), **facts}
    with pytest.raises(refusal):
        commands.plan_introduced_talk(introduction_id=world[0].pk, **asked)


def test_only_who_works_with_the_candidate_plans_it_and_not_against_an_objection(cast, at, world):
    row, _anna, _piet, fatima = world
    asked = {"at": at, "introduction_id": row.pk, "starts_at": at + timedelta(days=3)}
    with pytest.raises(NotVisible):
        commands.plan_introduced_talk(actor=cast.other.actor(), **asked)
    Objection.objects.create(candidate=fatima, kind="employers", made_at=at)
    with pytest.raises(DoesNotWantThat):
        commands.plan_introduced_talk(actor=cast.own.actor(), **asked)


def test_who_takes_part_no_more_has_no_talk_to_come(cast, at, world):
    row, _anna, piet, _fatima = world
    commands.plan_introduced_talk(
        actor=cast.own.actor(),
        at=at,
        introduction_id=row.pk,
        starts_at=at + timedelta(days=3),
        talk_with_id=piet.pk,
    )
    assert "gesprek" in str(running_with_entrepreneur(cast.own.actor(), piet, at))
    stop_with_entrepreneur(cast.own.actor(), piet, at)
    row.refresh_from_db()
    assert (row.talk_at, row.outcome) == (None, "asked")
