"""Whose candidates are whose: a colleague leaves or changes work, and another goes on with the people."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.candidates.along import take_along
from werktop.candidates.models import Candidate

from .refusals import ColleagueIsElsewhere
from .taken_over import note_taken_over


@command(about="candidates")
def hand_over_candidates(
    *,
    actor: Actor,
    at: datetime,
    from_id: UUID | None,
    to_id: UUID,
    candidate_ids: Collection[UUID] | None = None,
) -> list[UUID]:
    """These candidates of the own organisation (None: all who are listed) go from one colleague (None: from nobody) to a
    relationship manager of it, and what runs with them goes along. Who is not with `from_id` any more, since somebody was
    quicker, stays where they are. It is no contact: terms run on.
    Returns the keys of who went over. Refuses `ColleagueIsElsewhere`."""
    actor.require("edit_candidates")
    if not accounts.colleagues_of(actor, accounts.Role.RELATIONSHIP_MANAGER).filter(pk=to_id).exists():
        raise ColleagueIsElsewhere(field="to_id")
    return _give(actor, at, candidate_ids, from_id, to_id)


@command(about="candidates")
def take_back_hand_over(
    *,
    actor: Actor,
    at: datetime,
    candidate_ids: Collection[UUID],
    from_id: UUID,
    to_id: UUID | None,
) -> list[UUID]:
    """What `hand_over_candidates` did was a mistake: who is still with `from_id` goes back to `to_id`, also where that
    colleague has left, or to nobody, with what went along. Returns the keys of who went back. `NotVisible` for who never
    worked here."""
    actor.require("edit_candidates")
    if to_id is not None:
        accounts.colleague_for(actor, to_id)
    return _give(actor, at, candidate_ids, from_id, to_id, is_back=True)


def _give(
    actor: Actor,
    at: datetime,
    candidate_ids: Collection[UUID] | None,
    from_id: UUID | None,
    to_id: UUID | None,
    *,
    is_back: bool = False,
) -> list[UUID]:
    rows = Candidate.objects.filter(organisation_id=actor.organisation_id, assigned_to_id=from_id)
    rows = rows.filter(left_at=None) if candidate_ids is None else rows.filter(pk__in=candidate_ids)
    held = list(rows.select_for_update(of=("self",)).select_related("assigned_to").order_by("id"))
    keys = [row.pk for row in held]
    note_taken_over(actor, at, held)
    Candidate.objects.filter(pk__in=keys).update(assigned_to_id=to_id)
    take_along(keys, from_id, to_id, is_back=is_back)
    tell(count=len(keys))
    return keys
