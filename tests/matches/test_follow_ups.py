"""From wishes to appointments: agreements stand, mutual wishes match, nobody leaves without a next step."""

from datetime import timedelta
from uuid import uuid4

import pytest
from tests import making
from tests.matches.making_talks import agree, click, evening

from werktop.accounts.roles import Role
from werktop.audit.actors import SYSTEM, Actor
from werktop.audit.refusals import NotAllowed, NotVisible
from werktop.matches import commands
from werktop.matches.commands.arranging import Choice
from werktop.matches.models import FollowUp, FreeBlock, NextStep
from werktop.matches.refusals import BlockIsTaken, NothingChosen, TalkIsOver
from werktop.post.models import Message

pytestmark = pytest.mark.django_db


def propose(cast, at, told):
    return commands.propose_follow_ups(actor=cast.own.actor(), at=at, gathering_id=told.gathering.pk)


def send(cast, at, told, *, actor=None, choices=(), rows=None, key=None):
    agreed = (
        rows
        if rows is not None
        else FollowUp.objects.filter(gathering=told.gathering).values_list("pk", flat=True)
    )
    steps = list(NextStep.objects.filter(gathering=told.gathering).values_list("pk", flat=True))
    return commands.send_follow_ups(
        actor=actor or cast.own.actor(), at=at, key=key, gathering_id=told.gathering.pk, agreed_ids=sorted(agreed),
        choices=list(choices), step_ids=sorted(steps),
    )  # fmt: skip


def test_mutual_wishes_and_agreements_become_proposals_and_a_one_sided_wish_of_an_employer_a_call(cast, at):
    told = evening(cast)
    click(told, told.guests[0], told.firms[0])
    agree(told, told.guests[1], told.firms[1])
    click(told, told.firms[0], told.guests[2], is_mutual=False)
    counts = propose(cast, at, told)
    assert counts == {"agreed": 1, "mutual": 1, "calls": 1, "steps": 2}
    grounds = {(f.candidate.first_name, f.entrepreneur.first_name): f.ground for f in FollowUp.objects.all()}
    assert grounds == {
        ("Fatima", "Joris"): "mutual",
        ("Yonas", "Ineke"): "agreed",
        ("Marit", "Joris"): "call",
    }
    # a call is not a talk yet: somebody's name stands at it
    steps = {step.candidate.first_name: step.words for step in NextStep.objects.all()}
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


def test_sending_tells_both_sides_once_with_a_calendar_file(cast, at):
    told, key = evening(cast, candidates=2), uuid4()
    start = at + timedelta(days=7)
    commands.give_free_blocks(
        actor=cast.own.actor(), at=at, gathering_id=told.gathering.pk, entrepreneur_id=told.partners[0].pk,
        blocks=[(start, start + timedelta(hours=1))],
    )  # fmt: skip
    click(told, told.guests[0], told.firms[0])
    propose(cast, at, told)
    assert send(cast, at, told, key=key) == {"talks": 1, "steps": 1, "dropped": 0}
    assert send(cast, at, told, key=key) == {"talks": 1, "steps": 1, "dropped": 0}
    both = Message.objects.filter(purpose="follow_up")
    assert {m.to_kind for m in both} == {"candidate", "entrepreneur"}
    assert both.count() == 2
    assert all("BEGIN:VEVENT" in m.calendar for m in both)
    step = Message.objects.get(purpose="next_step")
    assert cast.own.account().name in step.body
    assert "niemand" not in step.body.lower()


def test_without_a_block_the_message_says_who_calls(cast, at):
    told = evening(cast, candidates=1)
    click(told, told.guests[0], told.firms[0])
    propose(cast, at, told)
    send(cast, at, told)
    assert "belt u" in Message.objects.filter(purpose="follow_up").first().body


def test_a_block_that_another_talk_took_is_refused_and_nothing_is_sent(cast, at):
    told = evening(cast)
    start = at + timedelta(days=7)
    commands.give_free_blocks(
        actor=cast.own.actor(), at=at, gathering_id=told.gathering.pk, entrepreneur_id=told.partners[0].pk,
        blocks=[(start, start + timedelta(hours=1))],
    )  # fmt: skip
    click(told, told.guests[0], told.firms[0])
    click(told, told.guests[1], told.firms[0])
    propose(cast, at, told)
    without = FollowUp.objects.get(starts_at=None)
    block = FreeBlock.objects.get()
    with pytest.raises(BlockIsTaken):
        send(cast, at, told, choices=[Choice(without.pk, block.pk)])
    assert not Message.objects.exists()
    assert set(FollowUp.objects.values_list("status", flat=True)) == {"proposed"}


def test_what_a_colleague_dropped_does_not_come_back(cast, at):
    told = evening(cast, candidates=1)
    click(told, told.guests[0], told.firms[0])
    propose(cast, at, told)
    row = FollowUp.objects.get()
    send(cast, at, told, choices=[Choice(row.pk, None, is_dropped=True)])
    propose(cast, at, told)
    assert FollowUp.objects.get().status == "dropped"


def test_nothing_on_akkoord_sends_nothing_and_says_so(cast, at):
    told = evening(cast, candidates=1)
    click(told, told.guests[0], told.firms[0])
    propose(cast, at, told)
    with pytest.raises(NothingChosen):
        send(cast, at, told, rows=[])


def test_a_guest_says_that_it_does_not_suit_and_the_other_side_is_told(cast, at):
    told = evening(cast, candidates=1)
    click(told, told.guests[0], told.firms[0])
    propose(cast, at, told)
    send(cast, at, told)
    row = FollowUp.objects.get()
    holder = Actor(
        "candidate", id=told.people[0].pk, organisation_id=cast.own.organisation.pk, region_id=cast.region.pk,
        link_purpose="follow_up", link_about_id=row.pk,
    )  # fmt: skip
    for _ in range(2):
        commands.say_it_does_not_suit(actor=holder, at=at, follow_up_id=row.pk)
    row.refresh_from_db()
    assert (row.status, row.unsuitable_by) == ("unsuitable", "candidate")
    assert Message.objects.filter(purpose="follow_up_off").count() == 2
    stranger = Actor("candidate", id=uuid4(), link_purpose="follow_up", link_about_id=row.pk)
    with pytest.raises(NotVisible):
        commands.say_it_does_not_suit(actor=stranger, at=at, follow_up_id=row.pk)


def test_the_outcome_is_one_choice_and_a_sentence_and_ends_the_talk(cast, at):
    told = evening(cast, candidates=1)
    click(told, told.guests[0], told.firms[0])
    propose(cast, at, told)
    send(cast, at, told)
    row = FollowUp.objects.get()
    commands.note_outcome(
        actor=cast.own.actor(), at=at, follow_up_id=row.pk, outcome="try_out", words="Een dag meelopen."
    )
    row.refresh_from_db()
    assert (row.status, row.outcome, row.outcome_words) == ("held", "try_out", "Een dag meelopen.")
    with pytest.raises(TalkIsOver):
        commands.say_it_does_not_suit(actor=cast.own.actor(), at=at, follow_up_id=row.pk)


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


def test_an_employer_is_not_told_which_organisation_a_candidate_belongs_to(cast, at):
    told = evening(cast, candidates=1, entrepreneurs=1)
    candidate = told.people[0]
    candidate.organisation = cast.other.organisation
    candidate.save()
    click(told, told.guests[0], told.firms[0])
    propose(cast, at, told)
    FollowUp.objects.update(starts_at=at + timedelta(days=2), ends_at=at + timedelta(days=2, hours=1))
    send(cast, at, told)
    talk = FollowUp.objects.get()
    commands.say_it_does_not_suit(actor=cast.own.actor(), at=at, follow_up_id=talk.pk)
    to_employer = Message.objects.filter(to_kind="entrepreneur")
    assert {m.purpose for m in to_employer} == {"follow_up", "follow_up_off"}
    for message in to_employer:
        assert cast.other.organisation.name not in message.body + message.calendar
        assert cast.own.organisation.name in message.body
    to_candidate = Message.objects.get(to_kind="candidate", purpose="follow_up")
    assert cast.other.organisation.name in to_candidate.body
    assert cast.own.account().name not in to_candidate.body


def test_a_candidate_without_a_telephone_is_not_promised_a_call(cast, at):
    told = evening(cast, candidates=2, entrepreneurs=1)
    told.people[0].phone, told.people[1].phone = "", "+31612345678"
    for person in told.people:
        person.email = "iemand@post.example"
        person.save()
    propose(cast, at, told)
    send(cast, at, told)
    bodies = dict(Message.objects.filter(purpose="next_step").values_list("to_id", "body"))
    assert "belt" not in bodies[told.people[0].pk]
    assert "belt u deze week" in bodies[told.people[1].pk]


def test_a_text_message_about_a_talk_is_short_and_has_the_link(cast, at):
    told = evening(cast, candidates=1, entrepreneurs=1)
    told.people[0].preferred_channel, told.people[0].phone = "sms", "+31612345678"
    told.people[0].save()
    click(told, told.guests[0], told.firms[0])
    propose(cast, at, told)
    send(cast, at, told)
    sms = Message.objects.get(channel="sms")
    assert "\n" not in sms.body.strip() and "/afspraak/" in sms.body and len(sms.body) < 459


def test_a_colleague_of_another_organisation_gives_no_blocks_for_an_entrepreneur(cast, at):
    told = evening(cast, candidates=1, entrepreneurs=1)
    start = at + timedelta(days=7)
    with pytest.raises(NotVisible):
        commands.give_free_blocks(
            actor=cast.other.actor(), at=at, gathering_id=told.gathering.pk,
            entrepreneur_id=told.firms[0].entrepreneur_id, blocks=[(start, start + timedelta(hours=1))],
        )  # fmt: skip
    assert not FreeBlock.objects.exists()


def test_blocks_are_for_an_entrepreneur_who_is_a_guest(cast, at):
    told = evening(cast, candidates=1, entrepreneurs=1)
    stranger = making.entrepreneur(making.employer(cast.own, "Bakkerij Linge"), "Henk")
    start = at + timedelta(days=7)
    with pytest.raises(NotVisible):
        commands.give_free_blocks(
            actor=cast.own.actor(), at=at, gathering_id=told.gathering.pk,
            entrepreneur_id=stranger.pk, blocks=[(start, start + timedelta(hours=1))],
        )  # fmt: skip


def test_a_wish_of_one_side_is_forgotten_after_thirty_days_history_included(cast, at):
    told = evening(cast, candidates=2)
    click(told, told.guests[0], told.firms[0])
    click(told, told.firms[0], told.guests[1], is_mutual=False)
    propose(cast, at, told)
    call = FollowUp.objects.get(ground="call")
    assert commands.forget_unshared_wishes(actor=SYSTEM, at=at + timedelta(days=29)) == 0
    assert commands.forget_unshared_wishes(actor=SYSTEM, at=at + timedelta(days=31)) == 1
    assert [f.ground for f in FollowUp.objects.all()] == ["mutual"]
    assert not FollowUp.pgh_event_model.objects.filter(pgh_obj_id=call.pk).exists()
    assert commands.forget_unshared_wishes(actor=SYSTEM, at=at + timedelta(days=31)) == 0
    with pytest.raises(NotAllowed):
        commands.forget_unshared_wishes(actor=cast.own.actor(), at=at + timedelta(days=31))


def test_a_talk_that_did_not_suit_is_not_sent_again_at_its_old_time(cast, at):
    told = evening(cast, candidates=1)
    start = at + timedelta(days=7)
    commands.give_free_blocks(
        actor=cast.own.actor(), at=at, gathering_id=told.gathering.pk, entrepreneur_id=told.partners[0].pk,
        blocks=[(start, start + timedelta(hours=1))],
    )  # fmt: skip
    click(told, told.guests[0], told.firms[0])
    propose(cast, at, told)
    send(cast, at, told)
    row = FollowUp.objects.get()
    commands.say_it_does_not_suit(actor=cast.own.actor(), at=at, follow_up_id=row.pk)
    off = Message.objects.filter(purpose="follow_up_off").first()
    assert "METHOD:CANCEL" in off.calendar
    send(cast, at, told)
    row.refresh_from_db()
    assert (row.status, row.starts_at) == ("sent", None)
