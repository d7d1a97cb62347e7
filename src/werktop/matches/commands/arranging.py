"""Arranging follow-up talks: agreed, changed or dropped, and sent in one go."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.refusals import NotVisible
from werktop.gatherings.messages import take_back_question
from werktop.gatherings.queries import gatherings

from .. import messages
from ..market import Wishes
from ..models import ENDED, OPEN, FollowUp, FollowUpStatus, FreeBlock, Ground, NextStep
from ..queries import steps as next_steps
from ..queries import talks
from ..refusals import BlockIsOver, BlockIsTaken, NothingChosen, TalkIsSent
from ..standing import is_a_thought, lost_among, who_answered_otherwise
from ..wishes import ground_of, wishes_for
from .calls import call_about_appointment, call_who_hears_too_late, forget_calls, unaware_of
from .clashes import keys_of_talks, refuse_clash
from .other_partner import drop, with_another
from .steps import StepChoice, put_idea
from .thanking import thank_entrepreneurs
from .waiting import lock_hours
from .without_talk import give_steps, give_to_who_is_there, untold_steps

BY_GUESTS = (Ground.AGREED, Ground.MUTUAL, Ground.HOST)


@dataclass(frozen=True)
class Choice:
    """What a colleague chose for one proposal: another free block, or (`block_id` None) no time: somebody calls; or
    that the candidate talks with another entrepreneur, at that one's first free block; or that it is not to be sent."""

    follow_up_id: UUID
    block_id: UUID | None = None
    is_dropped: bool = False
    entrepreneur_id: UUID | None = None

    @property
    def is_change(self) -> bool:
        """Whether something else was chosen than to leave the moment open."""
        return self.is_dropped or self.block_id is not None or self.entrepreneur_id is not None


@command(about="gathering")
def send_follow_ups(
    *,
    actor: Actor,
    at: datetime,
    gathering_id: UUID,
    agreed_ids: list[UUID],
    choices: list[Choice],
    step_ids: list[UUID],
    step_choices: Sequence[StepChoice] = (),
    aware_ids: Collection[UUID] = (),
    place: str = "",
) -> dict[str, Any]:
    """Send the appointments that are on "akkoord", with what was changed; the rest stays a proposal.

    Both sides get a message with a calendar file, or without a time who will call; candidates whose next step is
    agreed get a message with the name of the colleague who calls, unless a talk goes out to them: then that step
    ends, or waits where a colleague wrote or chose it. Nobody gets two talks at one hour, of whichever gatherings, nor
    one at the hour of a gathering (`HourClashes`). Who was promised another moment for a talk that is dropped
    hears that it does not go on. An entrepreneur who came and has no talk is thanked, once. Whom no message reaches,
    or too late, is to be called. Everything or nothing; what was sent before is not sent again, and where that leaves
    nothing, or
    was to be changed, it is refused (`TalkIsSent`).

    Answers that came since the proposals were made count: what stands no more (`standing`) is not sent and stays a
    proposal, as is what was agreed aloud where a guest answered otherwise and the colleague did not know (`aware_ids`:
    of these the page said so), and whoever is left without a talk has a next step afterwards. Who stopped gets neither. Returns how
    many of each, and the keys of what was not sent ("lost").
    """
    gathering = gatherings.gathering_for(actor, gathering_id)
    actor.require("arrange_follow_ups")
    rows = _locked_talks(actor, gathering_id, agreed_ids, partners=[c.entrepreneur_id for c in choices])
    wanted = {c.follow_up_id: c for c in choices}
    open_rows = [r for r in rows if r.status in OPEN]
    # the gathering is held: no answer of a guest, nor that somebody stops, comes between this look and the sending
    wishes = wishes_for(gathering_id)
    steps = _locked_steps(actor, gathering_id, step_ids, wishes.stopped)
    if any(r not in open_rows and r.pk in wanted and wanted[r.pk].is_change for r in rows):
        raise TalkIsSent()
    if not open_rows and not steps:
        raise TalkIsSent() if rows or step_ids else NothingChosen()
    dropped = [r for r in open_rows if r.pk in wanted and wanted[r.pk].is_dropped]
    elsewhere = [r for r in open_rows if r not in dropped and _is_with_another(r, wanted)]
    as_it_is = [r for r in open_rows if r not in (*dropped, *elsewhere)]
    lost = set(lost_among(as_it_is, wishes))
    lost |= {r.pk for r in as_it_is if who_answered_otherwise(r, wishes) and r.pk not in aware_ids}
    promised = [r for r in (*dropped, *elsewhere) if r.status == FollowUpStatus.UNSUITABLE]
    # what ends makes room for what takes its place, in whichever order the two stand
    for row in (*dropped, *elsewhere):
        drop(row)
    to_send = [
        _as_chosen(actor, at, row, wanted.get(row.pk))
        for row in open_rows
        if row not in dropped and row.pk not in lost
    ]
    _look_who_said_so(wishes, to_send)
    # hours that the two were told before, and who had still to hear of that
    was = {row.pk: row.called_off_starts_at for row in to_send}
    unaware = {row.pk: unaware_of(row, at) for row in to_send}
    for row in to_send:
        if row.starts_at is not None and row.starts_at <= at:
            raise BlockIsOver(row.starts_at)
        row.status, row.sent_at, row.unsuitable_by = FollowUpStatus.SENT, at, ""
        row.called_off_at = row.called_off_starts_at = row.called_off_ends_at = None
        row.called_off_noted_by = ""
        forget_calls(row)
        if row.starts_at is None and was[row.pk] is not None:
            # who was to be called hears now that the hour it had is off
            for side in unaware[row.pk]:
                setattr(row, f"call_{side}_from_at", at)
        row.place = row.place or place
        row.save()
    # after all of them have their hour: two that go out together can clash too
    for row in to_send:
        refuse_clash(row, unheard={each.pk for each in to_send})
    new_steps = _steps_for_who_lost_a_talk(
        actor, at, gathering_id, wishes, {r.candidate_id for r in open_rows if r.pk in lost or r in dropped}
    )
    _end_steps_of(to_send)
    talking = {row.candidate_id for row in to_send}
    # one message, not two: a step that stays beside a talk waits
    steps = [
        s
        for s in _locked_steps(actor, gathering_id, step_ids, wishes.stopped)
        if s.candidate_id not in talking
    ]
    for choice in step_choices:
        for step in (s for s in steps if s.pk == choice.next_step_id):
            if step.organisation_id != actor.organisation_id:
                raise NotVisible()
            put_idea(step, choice)
    for talk in talks.talks_of(promised):
        # both were told that another moment is looked for
        who_heard = messages.tell_talk_ends(actor=actor, at=at, talk=talk, is_called=False)
        hours = [talk.row.starts_at]
        call_who_hears_too_late(talk, who_heard, from_at=at, hours=hours, unaware=unaware_of(talk.row, at))
    for talk in talks.talks_of(to_send):
        key, was_at = talk.row.pk, was[talk.row.pk]
        if was_at is not None and talk.row.starts_at is None:
            messages.tell_talk_is_off_at(actor=actor, at=at, talk=talk)
        else:
            messages.tell_talk(actor=actor, at=at, talk=talk)
        call_about_appointment(talk, from_at=at, was_at=was_at, unaware=unaware[key])
    give_to_who_is_there(actor, steps)
    for step in steps:
        step.told_at = at  # the message names the last day on which we call
    for told in next_steps.steps_of(steps):
        messages.tell_step(actor=actor, at=at, step=told)
    NextStep.objects.filter(pk__in=[s.pk for s in steps]).update(told_at=at)
    # who hears what follows is not asked after that with whom to talk on
    heard = {key for row in to_send for key in (row.candidate_id, row.entrepreneur_id)}
    heard |= {step.candidate_id for step in steps}
    take_back_question(actor=actor, at=at, gathering_ids=[gathering_id], to_ids=heard)
    counts = {"talks": len(to_send), "steps": len(steps), "dropped": len(dropped), "new_steps": new_steps}
    thanked = thank_entrepreneurs(actor=actor, at=at, gathering=gathering)
    counts |= {"thanks": thanked["thanks"], "thanks_calls": thanked["calls"]}
    tell(**counts, lost=len(lost))
    return {**counts, "lost": [row.pk for row in open_rows if row.pk in lost]}


def _steps_for_who_lost_a_talk(
    actor: Actor, at: datetime, gathering_id: UUID, wishes: Wishes, candidate_ids: set[UUID]
) -> int:
    """Who of these has no talk left that stands gets a next step; gives how many are new."""
    if not candidate_ids:
        return 0
    rows = list(FollowUp.objects.filter(gathering_id=gathering_id).exclude(status__in=ENDED))
    gone = lost_among([r for r in rows if r.status in OPEN], wishes)
    calls = {r.candidate_id for r in rows if r.ground == Ground.CALL and r.is_to_ask and r.pk not in gone}
    served = {r.candidate_id for r in rows if r.pk not in gone and not is_a_thought(r, wishes)}
    return give_steps(
        actor=actor,
        at=at,
        gathering_id=gathering_id,
        candidate_ids=sorted(candidate_ids - served - wishes.stopped),
        asked=calls,
        lost=candidate_ids,
    )


def _end_steps_of(sent: list[FollowUp]) -> None:
    """A next step that nobody heard of ends where a talk goes out; what a colleague wrote or chose stays."""
    for row in sent:
        untold_steps(row.gathering_id).filter(candidate_id=row.candidate_id).delete()


def _look_who_said_so(wishes: Wishes, rows: Sequence[FollowUp]) -> None:
    """What was a host's view when it was proposed may be the guests' own word by now, and what was agreed aloud may
    have been taken back while both still want it."""
    for row in rows:
        ground = ground_of(wishes, row.candidate_id, row.entrepreneur_id)
        if row.ground in BY_GUESTS and ground in BY_GUESTS:
            row.ground = ground


def _locked_talks(
    actor: Actor, gathering_id: UUID, asked: list[UUID], *, partners: Sequence[UUID | None]
) -> list[FollowUp]:
    """With all talks of the people in them, and of these `partners`."""
    own = talks.follow_ups_visible_to(actor).filter(gathering_id=gathering_id, pk__in=asked)
    pairs = list(own.values_list("candidate_id", "entrepreneur_id"))
    entrepreneurs = {e for _c, e in pairs} | {key for key in partners if key}
    # two colleagues who send at once wait here: the second finds what the first has sent
    lock_hours(gathering_id, talk_ids=keys_of_talks({c for c, _e in pairs}, entrepreneurs))
    rows = list(own.order_by("id"))
    if set(asked) - {r.pk for r in rows}:
        raise NotVisible()
    return rows


def _locked_steps(
    actor: Actor, gathering_id: UUID, asked: list[UUID], stopped: Collection[UUID]
) -> list[NextStep]:
    """What was told or done before, and the steps of who stopped, promise nothing any more."""
    return list(
        next_steps.steps_visible_to(actor)
        .filter(gathering_id=gathering_id, pk__in=asked, told_at=None, done_at=None)
        .exclude(candidate_id__in=stopped)
        .select_for_update(of=("self",))
        .order_by("id")
    )


def _is_with_another(row: FollowUp, wanted: dict[UUID, Choice]) -> bool:
    return row.pk in wanted and wanted[row.pk].entrepreneur_id not in (None, row.entrepreneur_id)


def _as_chosen(actor: Actor, at: datetime, row: FollowUp, choice: Choice | None) -> FollowUp:
    if choice is None:
        return row
    if choice.entrepreneur_id not in (None, row.entrepreneur_id):
        return with_another(actor, at, row, choice.entrepreneur_id)
    _move(row, choice.block_id)
    return row


def _move(row: FollowUp, block_id: UUID | None) -> None:
    """Give a talk another block, or none. The block it had is free again."""
    if block_id is None:
        FreeBlock.objects.filter(taken_by=row).update(taken_by=None)
        row.starts_at = row.ends_at = None
        return
    block = FreeBlock.objects.filter(
        pk=block_id, gathering_id=row.gathering_id, entrepreneur_id=row.entrepreneur_id
    ).first()
    if block is None or block.taken_by_id not in (None, row.pk):
        raise BlockIsTaken()
    FreeBlock.objects.filter(taken_by=row).exclude(pk=block.pk).update(taken_by=None)
    block.taken_by = row
    block.save(update_fields=["taken_by"])
    row.starts_at, row.ends_at = block.starts_at, block.ends_at
