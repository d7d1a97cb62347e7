"""A next step is chosen and taken by the candidate's own organisation, and keeps the name of who took it."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.matches.making_talks import evening, propose, send

from werktop.accounts import queries as account_queries
from werktop.accounts.models import Account, Membership
from werktop.accounts.roles import Role
from werktop.audit.refusals import NotVisible
from werktop.employers.models import KnownFirm
from werktop.matches import commands
from werktop.matches.commands.steps import StepChoice
from werktop.matches.models import NextStep
from werktop.matches.queries.of_person import steps_of_candidate

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def told(cast, at):
    """Hans of the other organisation was at a gathering of `own`; Joris, who was there, knows a firm that fits."""
    made = evening(cast, candidates=0, entrepreneurs=1)
    made.hans = making.candidate(cast.other, "Hans", term_codes=("koken",))
    making.guest(made.gathering, made.hans, arrived_at=at)
    made.firm = making.employer(cast.own, "Kookhuis", term_codes=("koken",))
    KnownFirm.objects.create(entrepreneur=made.partners[0], firm_name="Kookhuis", employer=made.firm)
    propose(cast, at, made)
    made.step = NextStep.objects.get()
    return made


def chosen_while_sending(cast, at, told) -> None:
    commands.send_follow_ups(
        actor=cast.own.actor(), at=at, gathering_id=told.gathering.pk, agreed_ids=[], choices=[],
        step_ids=[told.step.pk], step_choices=[StepChoice(told.step.pk)],
    )  # fmt: skip


def test_who_held_the_gathering_does_not_choose_or_take_the_step_of_another_organisation(
    cast, at, log_in, told
):
    sender, key = log_in(cast.own.account()), {"request_key": str(uuid4())}
    page = reverse("matches:next_step", args=[told.step.pk])
    assert sender.post(page, key | {"idea": "talk_over"}).status_code == 404
    assert sender.post(reverse("matches:finish_step", args=[told.step.pk]), key).status_code == 404
    with pytest.raises(NotVisible):
        chosen_while_sending(cast, at, told)
    told.step.refresh_from_db()
    assert (told.step.firm, told.step.done_at, told.step.told_at) == (told.firm, None, None)
    own = log_in(cast.other.account())
    assert own.post(page, key | {"request_key": str(uuid4()), "idea": "talk_over"}).status_code == 302
    taken = own.post(reverse("matches:finish_step", args=[told.step.pk]), {"request_key": str(uuid4())})
    assert taken.status_code == 302
    assert NextStep.objects.get().done_at == at


def test_who_does_not_take_the_step_reads_what_it_is_and_not_what_to_do(cast, at, log_in, told):
    sender, own = log_in(cast.own.account()), log_in(cast.other.account())
    page, after = (
        reverse("matches:next_step", args=[told.step.pk]),
        reverse("matches:after", args=[told.gathering.pk]),
    )
    for sent in (False, True):
        if sent:
            send(cast, at, told)
        for address in (page, after):
            text = sender.get(address).content.decode()
            assert "Via het netwerk: Joris Maas kent Kookhuis." in text
            assert "Bel eerst de kandidaat" not in text and "Wat doe je?" not in text
    text = own.get(page).content.decode()
    assert "Bel eerst de kandidaat" in text and "Wat doe je?" in text


@pytest.mark.parametrize("way", ["done", "chosen"])
def test_who_takes_a_step_that_nobody_had_any_more_is_named_in_what_happened(cast, at, told, way):
    left = Account.objects.create(email="weg@post.example", name="Wies Weg", password="x")
    NextStep.objects.update(owner=left, told_at=at)
    karim = Account.objects.create(email="karim@post.example", name="Karim Bakker", password="x")
    Membership.objects.create(
        account=karim, organisation=cast.other.organisation, role=Role.RELATIONSHIP_MANAGER
    )
    actor = account_queries.actor_of(karim)
    if way == "chosen":
        commands.choose_next_step(actor=actor, at=at, next_step_id=told.step.pk)
    later = at + timedelta(days=1)
    commands.finish_next_step(actor=actor, at=later, next_step_id=told.step.pk)
    (step,) = steps_of_candidate(actor, told.hans.pk)
    assert (step.owner, step.row.done_at) == (karim, later)


def test_who_ticks_for_a_colleague_who_is_there_leaves_the_step_with_that_colleague(cast, at, told):
    owner = cast.other.account()
    NextStep.objects.update(owner=owner)
    karim = Account.objects.create(email="karim@post.example", name="Karim Bakker", password="x")
    Membership.objects.create(
        account=karim, organisation=cast.other.organisation, role=Role.RELATIONSHIP_MANAGER
    )
    commands.finish_next_step(actor=account_queries.actor_of(karim), at=at, next_step_id=told.step.pk)
    assert NextStep.objects.get().owner == owner
