"""From wishes to proposals: agreements stand, mutual wishes match, nobody leaves without a next step."""

from datetime import timedelta

import pytest
from tests.matches.making_talks import agree, click, evening, propose, send

from werktop.accounts.roles import Role
from werktop.audit.actors import SYSTEM
from werktop.audit.refusals import NotAllowed, NotVisible
from werktop.matches import commands
from werktop.matches.commands.arranging import Choice
from werktop.matches.models import FollowUp, FreeBlock, NextStep
from werktop.matches.queries.steps import steps_of

pytestmark = pytest.mark.django_db


def test_mutual_wishes_and_agreements_become_proposals_and_a_one_sided_wish_of_an_employer_a_call(cast, at):
    told = evening(cast)
    click(told, told.guests[0], told.firms[0])
    agree(told, told.guests[1], told.firms[1])
    click(told, told.firms[0], told.guests[2], is_mutual=False)
    counts = propose(cast, at, told)
    assert counts == {"agreed": 1, "mutual": 1, "calls": 1, "steps": 2, "more": 0}
    grounds = {(f.candidate.first_name, f.entrepreneur.first_name): f.ground for f in FollowUp.objects.all()}
    assert grounds == {
        ("Fatima", "Joris"): "mutual",
        ("Yonas", "Ineke"): "agreed",
        ("Marit", "Joris"): "call",
    }
    # a call is not a talk yet: somebody's name stands at it
    steps = {step.candidate.first_name: step.words for step in steps_of(NextStep.objects.order_by("id"))}
    assert set(steps) == {"Marit", "Rik"}
    assert "Joris" not in steps["Marit"]
    assert "praat graag verder" in steps["Marit"]


def test_a_wish_of_a_candidate_alone_is_no_proposal_but_a_next_step(cast, at):
    told = evening(cast, candidates=1, entrepreneurs=1)
    click(told, told.guests[0], told.firms[0], is_mutual=False)
    propose(cast, at, told)
    assert not FollowUp.objects.exists()
    assert NextStep.objects.get().owner == cast.own.account()


def test_proposing_again_keeps_what_was_sent_and_doubles_nothing(cast, at):
    told = evening(cast)
    click(told, told.guests[0], told.firms[0])
    propose(cast, at, told)
    send(cast, at, told)
    click(told, told.guests[1], told.firms[0])
    propose(cast, at, told)
    propose(cast, at, told)
    assert sorted(FollowUp.objects.values_list("status", flat=True)) == ["proposed", "sent"]


def test_the_first_free_block_is_proposed_and_nobody_is_in_two_places_at_once(cast, at):
    told = evening(cast)
    start = at + timedelta(days=7)
    for partner in told.partners:
        commands.give_free_blocks(
            actor=cast.own.actor(), at=at, gathering_id=told.gathering.pk, entrepreneur_id=partner.pk,
            blocks=[(start, start + timedelta(hours=1)), (start + timedelta(hours=2), start + timedelta(hours=3))],
        )  # fmt: skip
    click(told, told.guests[0], told.firms[0])
    click(told, told.guests[0], told.firms[1])
    propose(cast, at, told)
    times = sorted(FollowUp.objects.values_list("starts_at", flat=True))
    assert times == [start, start + timedelta(hours=2)]
    assert FreeBlock.objects.filter(taken_by__isnull=False).count() == 2


def test_what_a_colleague_dropped_does_not_come_back(cast, at):
    told = evening(cast, candidates=1)
    click(told, told.guests[0], told.firms[0])
    propose(cast, at, told)
    row = FollowUp.objects.get()
    send(cast, at, told, choices=[Choice(row.pk, None, is_dropped=True)])
    propose(cast, at, told)
    assert FollowUp.objects.get().status == "dropped"


def test_another_organisation_neither_proposes_nor_sends(cast, at):
    told = evening(cast, candidates=1)
    click(told, told.guests[0], told.firms[0])
    with pytest.raises(NotAllowed):
        commands.propose_follow_ups(actor=cast.other.actor(), at=at, gathering_id=told.gathering.pk)
    with pytest.raises(NotAllowed):
        commands.propose_follow_ups(
            actor=cast.own.actor(Role.COORDINATOR), at=at, gathering_id=told.gathering.pk
        )
    propose(cast, at, told)
    with pytest.raises(NotVisible):
        send(cast, at, told, actor=cast.other.actor())


def test_a_wish_of_one_side_is_forgotten_after_thirty_days_history_included(cast, at):
    told = evening(cast, candidates=2)
    click(told, told.guests[0], told.firms[0])
    click(told, told.firms[0], told.guests[1], is_mutual=False)
    propose(cast, at, told)
    call = FollowUp.objects.get(ground="call")
    assert commands.forget_unshared_wishes(actor=SYSTEM, at=at + timedelta(days=29)) == 0
    assert NextStep.objects.get().reason == "asked"
    # the proposal to call, and what the step says; the candidate keeps the step
    assert commands.forget_unshared_wishes(actor=SYSTEM, at=at + timedelta(days=31)) == 2
    assert NextStep.objects.get().reason == "talk_over"
    assert [f.ground for f in FollowUp.objects.all()] == ["mutual"]
    assert not FollowUp.pgh_event_model.objects.filter(pgh_obj_id=call.pk).exists()
    assert commands.forget_unshared_wishes(actor=SYSTEM, at=at + timedelta(days=31)) == 0
    with pytest.raises(NotAllowed):
        commands.forget_unshared_wishes(actor=cast.own.actor(), at=at + timedelta(days=31))
