"""Who stopped before the talks were proposed is in none of them: no proposal, no step, no message."""

from __future__ import annotations

import pytest
from tests.matches.making_talks import agree, appointment, click, evening, give_hours, propose, send

from werktop.audit.erasure import ErasureReason
from werktop.candidates import commands as candidates
from werktop.candidates.models import Candidate
from werktop.employers import commands as employers
from werktop.employers.models import Entrepreneur
from werktop.gatherings.commands.talk_on import ask_talk_on
from werktop.gatherings.models import Click, Gathering
from werktop.gatherings.queries.asked import asked_of
from werktop.gatherings.queries.talk_totals import talk_totals
from werktop.matches import commands
from werktop.matches.models import FollowUp, FreeBlock, NextStep, StepReason
from werktop.matches.queries.people import guests_to_choose
from werktop.matches.refusals import HasStopped, TalkIsSent
from werktop.post.models import Message

pytestmark = pytest.mark.django_db
SIDES = ["candidate", "entrepreneur"]


@pytest.fixture
def told(cast, at):
    """Fatima and Joris both want to talk on, and he has an hour; nothing is proposed yet."""
    made = evening(cast, candidates=1, entrepreneurs=1)
    give_hours(cast, at, made, made.partners[0])
    click(made, made.guests[0], made.firms[0])
    return made


def stop(cast, at, told, side: str):
    """One of the two stops; gives who."""
    if side == "candidate":
        candidates.note_left(actor=cast.own.actor(), at=at, candidate_id=told.people[0].pk)
        return told.people[0]
    employers.change_entrepreneur(
        actor=cast.own.actor(), at=at, entrepreneur_id=told.partners[0].pk, is_active=False
    )
    return told.partners[0]


def open_steps(person):
    return NextStep.objects.filter(candidate=person, done_at=None)


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("is_agreed", [False, True])
def test_nobody_is_proposed_who_stopped_and_nobody_who_stopped_is_written_to(
    told, cast, at, side, is_agreed, clock
):
    if is_agreed:
        agree(told, told.guests[0], told.firms[0])
    gone = stop(cast, at, told, side)
    Message.objects.all().delete()
    propose(cast, at, told)
    assert not FollowUp.objects.exists()
    if side == "entrepreneur":
        send(cast, at, told)
        assert open_steps(told.people[0]).get().told_at == at
    assert not Message.objects.filter(to_id=gone.pk).exists()


def test_a_candidate_who_stopped_gets_no_step(told, cast, at):
    gone = stop(cast, at, told, "candidate")
    assert propose(cast, at, told)["steps"] == 0
    assert not open_steps(gone).exists()


def test_a_candidate_who_is_back_counts_again(told, cast, at):
    gone = stop(cast, at, told, "candidate")
    candidates.note_returned(actor=cast.own.actor(), at=at, candidate_id=gone.pk)
    assert propose(cast, at, told)["mutual"] == 1


@pytest.mark.parametrize("side", SIDES)
def test_a_proposal_with_who_stopped_is_not_sent(told, cast, at, side):
    """It was on an open page, or a colleague proposed it: the sending looks once more."""
    propose(cast, at, told)
    FollowUp.objects.update(ground="by_hand")
    if side == "candidate":
        Candidate.objects.update(left_at=at)
    else:
        Entrepreneur.objects.update(is_active=False)
    counts = send(cast, at, told)
    assert (counts["talks"], len(counts["lost"]), FollowUp.objects.get().status) == (0, 1, "proposed")
    assert not Message.objects.filter(purpose="follow_up").exists()
    assert open_steps(told.people[0]).exists() == (side == "entrepreneur")


def test_a_step_on_an_open_page_is_not_told_to_who_stopped(told, cast, at):
    told.gathering.refresh_from_db()
    FollowUp.objects.all().delete()
    step = NextStep.objects.create(
        gathering=told.gathering, region=told.gathering.region, organisation=told.gathering.organisation,
        candidate=told.people[0], made_at=at,
    )  # fmt: skip
    stop(cast, at, told, "candidate")
    Message.objects.all().delete()
    with pytest.raises(TalkIsSent):
        send(cast, at, told, rows=[])
    step.refresh_from_db()
    assert step.told_at is None and not Message.objects.exists()


def test_a_promise_to_call_that_still_waits_stays_here(told, cast, at):
    FreeBlock.objects.all().delete()
    Click.objects.all().delete()
    propose(cast, at, told)
    send(cast, at, told)
    assert Message.objects.get(purpose="next_step").status == "waiting"
    stop(cast, at, told, "candidate")
    assert Message.objects.get(purpose="next_step").status == "withdrawn"


@pytest.mark.parametrize("side", SIDES)
def test_a_colleague_proposes_nobody_who_stopped(told, cast, at, side):
    gone = stop(cast, at, told, side)
    with pytest.raises(HasStopped, match=gone.first_name):
        commands.add_follow_up(
            actor=cast.own.actor(), at=at, gathering_id=told.gathering.pk, candidate_id=told.people[0].pk,
            entrepreneur_id=told.partners[0].pk,
        )  # fmt: skip
    choices = guests_to_choose(told.gathering.pk)
    assert gone not in (*choices.candidates, *choices.entrepreneurs)


@pytest.mark.parametrize("side", SIDES)
def test_who_stopped_is_not_asked_with_whom_to_talk_on(told, cast, at, side):
    Gathering.objects.update(status="finished")
    gone = stop(cast, at, told, side)
    told.gathering.refresh_from_db()
    assert asked_of(cast.own.actor(), told.gathering, at).waiting == 1
    assert ask_talk_on(actor=cast.own.actor(), at=at, gathering_id=told.gathering.pk)["asked"] == 1
    assert not Message.objects.filter(to_id=gone.pk, purpose="talk_on").exists()


def test_what_was_chosen_is_counted_all_the_same(told, cast, at):
    stop(cast, at, told, "candidate")
    assert talk_totals(told.gathering.pk).mutual == 1


@pytest.mark.parametrize("is_erased", [False, True])
def test_the_candidate_of_a_proposal_with_an_entrepreneur_who_goes_gets_a_step(told, cast, at, is_erased):
    propose(cast, at, told)
    if is_erased:
        employers.erase_entrepreneur(
            actor=cast.own.actor(), at=at, entrepreneur_id=told.partners[0].pk, reason=ErasureReason.ASKED
        )
    else:
        stop(cast, at, told, "entrepreneur")
        assert FollowUp.objects.get().status == "dropped"
    step = open_steps(told.people[0]).get()
    # nobody heard of the proposal, so nothing is said of it
    assert (step.reason, step.told_at) == (StepReason.TALK_OVER, None)


def test_a_candidate_with_another_talk_gets_no_step_for_a_proposal_that_goes(cast, at):
    made = evening(cast, candidates=1, entrepreneurs=2)
    for firm in made.firms:
        click(made, made.guests[0], firm)
    propose(cast, at, made)
    stop(cast, at, made, "entrepreneur")
    assert not NextStep.objects.exists()


def test_a_call_that_only_who_stopped_asked_for_is_about_nothing_now(cast, at):
    made = evening(cast, candidates=1, entrepreneurs=1)
    click(made, made.firms[0], made.guests[0], is_mutual=False)
    propose(cast, at, made)
    assert NextStep.objects.get().reason == StepReason.ASKED
    stop(cast, at, made, "entrepreneur")
    assert NextStep.objects.get().reason == StepReason.TALK_OVER


def test_who_stops_both_times_leaves_no_step(cast, at):
    """The candidate stopped, then the entrepreneur of the same evening: no step for who is not there."""
    made = appointment(cast, at)
    stop(cast, at, made, "candidate")
    stop(cast, at, made, "entrepreneur")
    assert not open_steps(made.people[0]).exists()
