"""What is to be arranged for the guests who come: an interpreter, childcare, a chair more; and the journey of who was there,
until it is paid."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Q

from werktop.audit.actors import Actor
from werktop.audit.retention import TERMS
from werktop.candidates import queries as candidates
from werktop.regions import queries as regions

from ..models import Gathering, GatheringStatus, Guest, GuestKind, Reply
from ..over import ahead, ended, has_ended
from .gatherings import gatherings_visible_to
from .needs import BEFOREHAND, IN_THE_FILE, NOTE, TRAVEL, needing

SOON = timedelta(days=14)
"""From so long before the start on, an interpreter or childcare that nobody arranged stands on Today."""


@dataclass(frozen=True)
class ToArrange:
    """A gathering with how many guests wait for something that nobody ticked: before the day an interpreter or childcare,
    after it what their journey cost (`is_travel`)."""

    gathering: Gathering
    count: int
    is_travel: bool = False


def needs_at(gathering: Gathering, at: datetime) -> tuple[str, ...]:
    """Which needs are to be arranged at `at`, by their names: all of them until the gathering is over, then the journey,
    and nothing once what guests needed is past its term."""
    if gathering.status == GatheringStatus.CANCELLED or gathering.ends_at < TERMS["needs"].before(at):
        return ()
    return (TRAVEL,) if has_ended(gathering, at) else (*IN_THE_FILE, NOTE)


def whom_at(gathering: Gathering, at: datetime) -> Q:
    """For whom: who comes, and once it is over who was there."""
    return Q(reply=Reply.YES) if NOTE in needs_at(gathering, at) else Q(arrived_at__isnull=False)


def may_know_needs(viewer: Actor, gathering: Gathering, organisation_id: object) -> bool:
    """Whether the viewer may read by name what a guest of this organisation asks for: the guest's own organisation and the one
    that holds the gathering may, where they see files."""
    return viewer.can("see_whole_names") and viewer.organisation_id in (
        organisation_id,
        gathering.organisation_id,
    )


def asking_among(viewer: Actor, gathering: Gathering, guests: Iterable[Guest], at: datetime) -> list[Guest]:
    """The candidates among these who may need something (`needs_at`) that the viewer may know; who really does,
    their row tells (`GuestRow.needs`). No query."""
    needs = needs_at(gathering, at)
    return [
        g
        for g in guests
        if needs
        and g.kind == GuestKind.CANDIDATE
        and (g.reply == Reply.YES if NOTE in needs else g.arrived_at is not None or TRAVEL in g.arranged)
        and may_know_needs(viewer, gathering, g.organisation_id)
    ]


def gatherings_to_arrange(viewer: Actor, at: datetime) -> list[ToArrange]:
    """Gatherings of which the viewer is the contact: of the next two weeks with how many guests come who need an
    interpreter or childcare, and those that are over with how many were there whose journey is to be paid; as long as
    nobody ticked it. And those of another organisation, with how many own candidates (the viewer's, or nobody's)
    need what who holds the gathering does not read by name: what the own file alone says, and where that organisation has no
    files all of it. Who sees no files reads how many with the gathering, and nothing here: who cannot read whose it is cannot
    tick it. The first one first. One query."""
    if not (viewer.can("see_guest_list") and viewer.can("see_whole_names")):
        return []
    who: dict[str, Any] = {"of": "guests__", "files_of": viewer.organisation_id, "is_open": True}
    is_ours = Q(organisation_id=viewer.organisation_id)
    is_own_person = Q(guests__organisation_id=viewer.organisation_id) & candidates.mine_or_nobodys(
        viewer, "guests__candidate__"
    )

    is_untold = ~regions.with_files("organisation")

    def asking(*names: str) -> Q:
        all_of_it, unsaid = needing(*names, **who), needing(*names, **who, is_unsaid=True)
        return (is_ours & all_of_it) | (~is_ours & is_own_person & (unsaid | (is_untold & all_of_it)))

    coming = asking(*BEFOREHAND) & Q(guests__reply=Reply.YES)
    there = asking(TRAVEL) & Q(guests__arrived_at__isnull=False)
    is_for_viewer = ~is_ours | Q(contact_id=viewer.id)
    is_soon = ahead(at) & Q(starts_at__lte=at + SOON)
    is_over = ended(at) & Q(ends_at__gte=TERMS["needs"].before(at)) & ~Q(status=GatheringStatus.CANCELLED)
    found = (
        gatherings_visible_to(viewer)
        .filter(is_for_viewer, is_soon | is_over)
        .annotate(asking=Count("guests", filter=coming), travelled=Count("guests", filter=there))
        .order_by("starts_at", "id")
    )
    told = [
        ToArrange(each, each.travelled, is_travel=True)
        if has_ended(each, at)
        else ToArrange(each, each.asking)
        for each in found
    ]
    return [each for each in told if each.count]
