"""One guest of a gathering, and who may answer for whom."""

from __future__ import annotations

from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.refusals import NotAllowed, NotVisible

from ..models import Gathering, Guest, GuestKind
from ..refusals import OnlyOwnPeople
from .gatherings import can_edit
from .guests import SAID_YES


def guest_of(viewer: Actor, gathering: Gathering, guest_id: UUID) -> Guest:
    """One guest of this gathering; `NotVisible` otherwise."""
    found = Guest.objects.filter(gathering=gathering, pk=guest_id).first()
    if found is None:
        raise NotVisible()
    return found


def check_may_answer(viewer: Actor, gathering: Gathering, guest: Guest) -> None:
    """Pass silently where the viewer may answer for this guest.

    A guest by the own link; a colleague for the own organisation's candidates, and, where the gathering is theirs,
    for entrepreneurs and for candidates whose yes is known. `NotVisible`, `NotAllowed` or `OnlyOwnPeople` otherwise.
    """
    if viewer.kind == "system":
        return
    if viewer.kind in GuestKind.values:
        is_holder = viewer.kind == guest.kind and viewer.id in (guest.candidate_id, guest.entrepreneur_id)
        if not is_holder or viewer.link_purpose != "invitation":
            raise NotVisible()
        return
    if not viewer.can("plan_gatherings"):
        raise NotAllowed()
    if guest.kind == GuestKind.CANDIDATE and guest.organisation_id == viewer.organisation_id:
        return
    if not can_edit(viewer, gathering):
        raise NotAllowed()
    if guest.kind == GuestKind.CANDIDATE and guest.reply not in SAID_YES:
        raise OnlyOwnPeople()


def guest_of_holder(gathering: Gathering, holder_kind: str, holder_id: UUID) -> Guest:
    """The guest that a candidate or an entrepreneur is at this gathering; `NotVisible` otherwise."""
    found = (
        Guest.objects.filter(
            gathering=gathering, kind=holder_kind, **{f"{holder_kind}_id": holder_id}
        ).first()
        if holder_kind in GuestKind.values
        else None
    )
    if found is None:
        raise NotVisible()
    return found
