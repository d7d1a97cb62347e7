"""Follow-up talks and next steps of one candidate or one firm: for the screens that show them."""

from __future__ import annotations

from uuid import UUID

from werktop.audit.actors import Actor

from ..models import FollowUp, FollowUpStatus
from .steps import Step, steps_of, steps_visible_to
from .talks import Talk, follow_ups_visible_to, talks_of

NOT_TOLD = (FollowUpStatus.PROPOSED, FollowUpStatus.DROPPED)
"""Nobody was told of these: they stand on the page of the gathering alone."""


def talks_of_candidate(viewer: Actor, candidate_id: UUID) -> list[Talk]:
    """The talks of this candidate that were sent, as far as the viewer may see them."""
    return _told(viewer, candidate_id=candidate_id)


def talks_of_employer(viewer: Actor, employer_id: UUID) -> list[Talk]:
    """The talks with people of this firm that were sent, as far as the viewer may see them: those of the own
    organisation's gatherings and candidates."""
    return _told(viewer, entrepreneur__employer_id=employer_id)


def steps_of_candidate(viewer: Actor, candidate_id: UUID) -> list[Step]:
    """The next steps with this candidate, done ones too, as far as the viewer may see them."""
    return steps_of(steps_visible_to(viewer).filter(candidate_id=candidate_id).order_by("made_at", "id"))


def _told(viewer: Actor, **whose: UUID) -> list[Talk]:
    found: list[FollowUp] = list(
        follow_ups_visible_to(viewer)
        .filter(**whose)
        .exclude(status__in=NOT_TOLD)
        .select_related("gathering")
        .order_by("made_at", "id")
    )
    return talks_of(found)
