"""The talk that an introduction leads to: planned with who introduced, the candidate and the firm known; held, or off."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from werktop.ambassadors.models import Introduction, Outcome
from werktop.ambassadors.refusals import DoesNotWantThat, NobodyThere, TalkIsOver, TalkIsToCome
from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.refusals import refuse_far_day
from werktop.candidates import queries as candidates
from werktop.employers import queries as employers

from .coaching import introduction_to_edit
from .whose import said


@command(about="introduction")
def plan_introduced_talk(
    *,
    actor: Actor,
    at: datetime,
    introduction_id: UUID,
    starts_at: datetime,
    place: str = "",
    talk_with_id: UUID | None = None,
) -> None:
    """The candidate talks with this person of the firm (where it is one of the region's), at this hour: told to both by who plans
    it. Another hour takes the place of the first. Refuses `DoesNotWantThat`, `TalkIsOver`, `DayOutOfReach`, `NobodyThere`."""
    row = introduction_to_edit(actor, introduction_id)
    if row.candidate_id in candidates.not_to_be_proposed([row.candidate_id]):
        raise DoesNotWantThat()
    if starts_at <= at:
        raise TalkIsOver(field="day")
    refuse_far_day(timezone.localdate(starts_at), timezone.localdate(at), "day")
    row.talk_with = _of_the_firm(actor, row, talk_with_id)
    row.talk_at, row.talk_place, row.talk_held_at = starts_at, said(place, 160), None
    row.outcome, row.heard_at = Outcome.TALK, at
    row.save()


@command(about="introduction")
def note_introduced_talk_held(*, actor: Actor, at: datetime, introduction_id: UUID) -> None:
    """The two spoke with each other. Saying it again changes nothing; `TalkIsToCome` before its hour, or where none is planned."""
    row = introduction_to_edit(actor, introduction_id)
    if row.talk_at is None or row.talk_at > at:
        raise TalkIsToCome()
    if row.talk_held_at is None:
        row.talk_held_at = at
        row.save(update_fields=["talk_held_at"])


@command(about="introduction")
def take_back_introduced_talk(*, actor: Actor, at: datetime, introduction_id: UUID) -> None:
    """A talk that was noted as held was not; one that is planned goes off. What was there stays in the history."""
    row = introduction_to_edit(actor, introduction_id)
    if row.talk_held_at is not None:
        row.talk_held_at = None
    elif row.talk_at is not None:
        clear_talk(row)
    row.save()


def clear_talk(row: Introduction) -> None:
    """No talk is planned any more; it was asked."""
    row.talk_with, row.talk_at, row.talk_place = None, None, ""
    if row.outcome == Outcome.TALK:
        row.outcome = Outcome.ASKED


def _of_the_firm(actor: Actor, row: Introduction, key: UUID | None) -> Any:
    if key is None:
        return None
    if row.employer_id is None:
        raise NobodyThere(field="talk_with_id")
    employers.hold_entrepreneurs([key])
    person = employers.entrepreneurs_in_region(actor).filter(pk=key, employer_id=row.employer_id).first()
    if person is None:
        raise NobodyThere(field="talk_with_id")
    return person
