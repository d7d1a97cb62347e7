"""What a guest sees of the own invitation, through the link."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible
from werktop.candidates import queries as candidates
from werktop.employers import queries as employers

from ..models import Gathering, GatheringStatus, Guest, GuestKind
from .gatherings import gathering_for


@dataclass(frozen=True)
class Invitation:
    """One guest's invitation: the gathering (with its organisation and contact), the guest's own row, the name."""

    gathering: Gathering
    guest: Guest
    first_name: str

    @property
    def is_cancelled(self) -> bool:
        """Whether the gathering does not take place."""
        return self.gathering.status == GatheringStatus.CANCELLED

    def is_over(self, at: datetime) -> bool:
        """Whether there is nothing left to answer: the gathering has ended."""
        return at >= self.gathering.ends_at or self.gathering.status == GatheringStatus.FINISHED


def invitation_for(viewer: Actor) -> Invitation:
    """The invitation that the viewer's link is about; `NotVisible` for anyone who is no guest of it."""
    if viewer.kind not in GuestKind.values or viewer.id is None or viewer.link_about_id is None:
        raise NotVisible()
    gathering = gathering_for(viewer, viewer.link_about_id)
    is_candidate = viewer.kind == GuestKind.CANDIDATE
    person = {"candidate_id" if is_candidate else "entrepreneur_id": viewer.id}
    guest = Guest.objects.filter(gathering=gathering, **person).first()
    found = (candidates.candidates_by_id if is_candidate else employers.entrepreneurs_by_id)([viewer.id])
    if guest is None or viewer.id not in found:
        raise NotVisible()
    return Invitation(gathering, guest, found[viewer.id].first_name)
