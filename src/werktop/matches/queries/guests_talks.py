"""The talks of one guest after a gathering, for the guest's own page."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.regions import queries as regions

from ..models import FollowUp, FollowUpStatus, NextStep
from .own_talk import CALLED_OFF, GUESTS, can_take_back, state_for
from .owners import owners_for, who_are_there
from .steps import steps_of
from .talks import Talk, talks_of


def standing_talks(gathering_id: UUID, kind: str, person_id: UUID, at: datetime) -> list[Talk]:
    """The appointments of this "candidate" or "entrepreneur" that stand, as this side may see them, first one first;
    those without a time last. The caller has checked who asks."""
    rows = FollowUp.objects.filter(
        gathering_id=gathering_id,
        status__in=(FollowUpStatus.SENT, *CALLED_OFF),
        **{f"{kind}_id": person_id},
    ).select_related("gathering")
    return talks_of([row for row in rows.order_by("starts_at", "id") if state_for(row, kind, at) == "open"])


def caller_after(talk: Talk) -> tuple[str, date | None]:
    """Who takes the next step with the candidate of a talk that was not held: a colleague of the own organisation by
    name, else that organisation; "" where no step waits. And by which day, where the candidate was told one. The caller
    has checked who asks."""
    row = talk.row
    step = NextStep.objects.filter(
        gathering_id=row.gathering_id, candidate_id=row.candidate_id, done_at=None
    ).first()
    if step is None:
        return "", None
    (found,) = steps_of([step])
    if found.owner is not None:
        return str(found.owner.name), found.call_by
    return regions.organisation_by_id(row.organisation_id).name, found.call_by


def caller_about_a_moment(talk: Talk, side: str) -> str:
    """Who calls this side ("candidate" or "entrepreneur") to find another moment: the colleague who has the candidate,
    thought of the talk or is the contact of the gathering, by name, where that one works for the organisation that calls;
    else that organisation. The caller has checked who asks."""
    organisation = talk.callers[0 if side == "candidate" else 1][0]
    others = (talk.row.made_by_id, talk.row.gathering.contact_id)
    if side == "candidate":
        owner = owners_for([talk.candidate], *others)[talk.candidate.pk]
    else:
        there = who_are_there({organisation.pk})
        owner = next((key for key in others if key and (key, organisation.pk) in there), None)
    names = accounts.accounts_by_id([owner]) if owner else {}
    return str(names[owner].name) if owner in names else str(organisation.name)


def talks_held_at(viewer: Actor, employer_id: UUID) -> int:
    """How many follow-up talks with people of this firm were held, for who is of it."""
    held = FollowUp.objects.filter(entrepreneur__employer_id=employer_id, status=FollowUpStatus.HELD)
    return held.count() if viewer.kind == "entrepreneur" else 0


def own_talks(viewer: Actor, *, at: datetime) -> list[Talk]:
    """The appointments of a candidate or entrepreneur on the own page that stand, the first one first, and those that the viewer
    called off and can still put back; those without a time last."""
    side = viewer.kind
    if side not in GUESTS:
        return []
    rows = FollowUp.objects.filter(
        **{f"{side}_id": viewer.id}, status__in=(FollowUpStatus.SENT, *CALLED_OFF)
    ).select_related("gathering")
    return talks_of(
        [
            row
            for row in rows.order_by("starts_at", "id")
            if state_for(row, side, at) == "open" or can_take_back(row, by=side, at=at)
        ]
    )
