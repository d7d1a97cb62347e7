"""Whether a proposal still stands: what two guests wanted when it was made, held against what they want now. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from uuid import UUID

from .market import Wishes
from .models import OPEN, FollowUp, Ground


class Lost(StrEnum):
    """On whose side a proposal fell away."""

    CANDIDATE = "candidate"
    ENTREPRENEUR = "entrepreneur"
    BOTH = "both"
    CANDIDATE_STOPPED = "candidate_stopped"
    ENTREPRENEUR_STOPPED = "entrepreneur_stopped"
    AGREEMENT = "agreement"


class Otherwise(StrEnum):
    """Who of two who agreed aloud answered for himself since, without the other."""

    CANDIDATE = "candidate"
    ENTREPRENEUR = "entrepreneur"
    BOTH = "both"


def lost_side(row: FollowUp, wishes: Wishes) -> Lost | None:
    """Why this proposal stands no more, or None where it stands.

    With who stopped nobody talks on, whoever proposed it. What was agreed aloud stands as a proposal, whoever answers what
    later (`who_answered_otherwise`); a talk that a colleague proposes rests on the colleague.
    Else both still want it, or of a call the entrepreneur does.
    """
    if row.candidate_id in wishes.stopped:
        return Lost.CANDIDATE_STOPPED
    if row.entrepreneur_id in wishes.stopped:
        return Lost.ENTREPRENEUR_STOPPED
    pair = row.candidate_id, row.entrepreneur_id
    if pair in wishes.agreed or row.ground in (Ground.BY_HAND, Ground.NETWORK):
        return None
    by_candidate, by_entrepreneur = who_wants(wishes, *pair)
    if by_entrepreneur and (by_candidate or row.ground == Ground.CALL):
        return None
    if row.ground == Ground.AGREED:
        return Lost.AGREEMENT
    if row.ground == Ground.CALL or by_candidate:
        return Lost.ENTREPRENEUR
    return Lost.CANDIDATE if by_entrepreneur else Lost.BOTH


def lost_among(rows: Iterable[FollowUp], wishes: Wishes) -> dict[UUID, Lost]:
    """Of these proposals those that stand no more, by key, each with why."""
    return {row.pk: lost for row in rows if (lost := lost_side(row, wishes)) is not None}


def who_answered_otherwise(row: FollowUp, wishes: Wishes) -> Otherwise | None:
    """Who of these two answered without the other after they agreed aloud, or None: a colleague asks first."""
    found = wishes.left_out.get((row.candidate_id, row.entrepreneur_id))
    if found is None:
        return None
    if found.by_candidate_at and found.by_entrepreneur_at:
        return Otherwise.BOTH
    return Otherwise.CANDIDATE if found.by_candidate_at else Otherwise.ENTREPRENEUR


def is_a_thought(row: FollowUp, wishes: Wishes) -> bool:
    """Whether this is not a talk yet, nor a proposal that goes out by itself: a colleague asks first."""
    return row.is_to_ask or (row.status in OPEN and who_answered_otherwise(row, wishes) is not None)


def who_wants(wishes: Wishes, candidate_id: UUID, entrepreneur_id: UUID) -> tuple[bool, bool]:
    """Whether the candidate wants to talk on with the entrepreneur, and the other way round."""
    return (
        entrepreneur_id in wishes.chosen_by_candidate.get(candidate_id, set()),
        candidate_id in wishes.chosen_by_entrepreneur.get(entrepreneur_id, set()),
    )
