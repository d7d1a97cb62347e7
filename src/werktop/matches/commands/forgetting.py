"""What is past its term: wishes of one side, free blocks, and in the end talks and next steps; history included."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Greatest

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.erasure import erase, forget_history
from werktop.audit.forgetting import forget_wishes_in_history
from werktop.audit.retention import BATCH, TERMS, erases

from ..models import FollowUp, FollowUpStatus, FreeBlock, Ground, NextStep, StepReason, ThanksCall


@erases("one_sided", "matches.FollowUp", "matches.NextStep")
@command(about="follow_ups")
def forget_unshared_wishes(*, actor: Actor, at: datetime, most: int = BATCH) -> int:
    """Delete at most `most` proposals to call that were never sent and are past the term of wishes of one side
    (`domain.md`, law and decency). As many next steps that say that an employer wished it become steps to talk over:
    the candidate keeps the step. History forgets it too, also of proposals that went before. Returns how many
    proposals and steps; doing it again changes nothing."""
    actor.require("forget")
    before = TERMS["one_sided"].before(at)
    old = FollowUp.objects.filter(
        ground=Ground.CALL,
        status__in=(FollowUpStatus.PROPOSED, FollowUpStatus.DROPPED),
        made_at__lt=before,
    )
    count = _erase(old, most)
    steps = NextStep.objects.filter(reason=StepReason.ASKED, made_at__lt=before).order_by("id")
    held = steps.select_for_update(of=("self",)).values_list("pk", flat=True)[:most]
    count += NextStep.objects.filter(pk__in=list(held)).update(reason=StepReason.TALK_OVER)
    history = FollowUp.pgh_event_model  # type: ignore[attr-defined]
    gone = history.objects.filter(ground=Ground.CALL, made_at__lt=before).exclude(
        Exists(FollowUp.objects.filter(pk=OuterRef("pgh_obj_id")))
    )
    forget_history(FollowUp, set(gone.values_list("pgh_obj_id", flat=True)))
    forget_wishes_in_history(before)
    tell(count=count)
    return count


@erases("needs", "matches.FreeBlock")
@command(about="follow_ups")
def forget_free_blocks(*, actor: Actor, at: datetime, most: int = BATCH) -> int:
    """Delete at most `most` free blocks of gatherings that are past that term; how many. Taken or not: the talk has
    its own moment."""
    actor.require("forget")
    return _erase(FreeBlock.objects.filter(gathering__ends_at__lt=TERMS["needs"].before(at)), most)


@erases("needs", "matches.ThanksCall")
@command(about="follow_ups")
def forget_thanks_calls(*, actor: Actor, at: datetime, most: int = BATCH) -> int:
    """Delete at most `most` notes of whom to thank by telephone, of gatherings that are past that term; how many."""
    actor.require("forget")
    return _erase(ThanksCall.objects.filter(gathering__ends_at__lt=TERMS["needs"].before(at)), most)


@erases("talk", "matches.FollowUp", "matches.NextStep")
@command(about="follow_ups")
def erase_old_talks(*, actor: Actor, at: datetime, most: int = BATCH) -> int:
    """Delete at most `most` talks and as many next steps of which the last that happened is past their term; how
    many. Doing it again changes nothing."""
    actor.require("forget")
    before = TERMS["talk"].before(at)
    return sum(_erase(rows.filter(last_at__lt=before), most) for rows in _with_last())


def gatherings_of_young_talks(at: datetime) -> QuerySet[Any]:
    """The keys of gatherings with a talk or a step that is within its term."""
    talks, steps = (rows.filter(last_at__gte=TERMS["talk"].before(at)) for rows in _with_last())
    found: QuerySet[Any] = talks.values("gathering_id").union(steps.values("gathering_id"))
    return found


def _with_last() -> tuple[QuerySet[Any], QuerySet[Any]]:
    """Talks, and steps, with the last that happened. Of an open talk the hour may be still to come; Greatest passes
    over what is empty."""
    return (
        FollowUp.objects.annotate(last_at=Greatest("made_at", "ends_at", "outcome_at")),
        NextStep.objects.annotate(last_at=Greatest("made_at", "told_at", "done_at")),
    )


def _erase(old: Any, most: int) -> int:
    rows = list(old.select_for_update(of=("self",)).order_by("id")[:most])
    for row in rows:
        erase(row)
    tell(count=len(rows))
    return len(rows)
