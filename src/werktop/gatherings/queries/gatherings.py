"""Who sees which gathering. It belongs to the region; the responsible organisation edits."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db.models import QuerySet

from werktop.audit.actors import Actor
from werktop.audit.refusals import NotAllowed, NotVisible
from werktop.gatherings.models import Gathering, GatheringStatus, Host, Table

from ..refusals import DayIsUnderWay, GatheringIsCancelled, GatheringIsOver


def gatherings_visible_to(viewer: Actor) -> QuerySet[Gathering]:
    """The gatherings of the viewer's region; for who only hosts tables, those where they are a host.

    Latest first, with the host employer and the contact.
    """
    found = Gathering.objects.select_related("host_employer", "contact", "organisation").order_by(
        "-starts_at", "id"
    )
    if viewer.kind == "system":
        return found
    if not viewer.can("see_gatherings"):
        return found.none()
    found = found.filter(region_id=viewer.region_id)
    if not (viewer.can("plan_gatherings") or viewer.can("see_results")):
        found = found.filter(pk__in=Host.objects.filter(account_id=viewer.id).values("gathering_id"))
    return found


def gathering_for(viewer: Actor, gathering_id: UUID) -> Gathering:
    """One gathering; a guest sees the one that its link is about. Else `NotVisible`."""
    if viewer.kind in ("candidate", "entrepreneur"):
        if viewer.link_about_id != gathering_id:
            raise NotVisible()
        found = (
            Gathering.objects.select_related("host_employer", "contact", "organisation")
            .filter(pk=gathering_id)
            .first()
        )
    else:
        found = gatherings_visible_to(viewer).filter(pk=gathering_id).first()
    if found is None:
        raise NotVisible()
    return found


def can_edit(viewer: Actor, gathering: Gathering) -> bool:
    """Whether the viewer plans and changes this gathering: the responsible organisation does."""
    return viewer.kind == "system" or (
        viewer.can("plan_gatherings") and gathering.organisation_id == viewer.organisation_id
    )


def gathering_to_edit(actor: Actor, gathering_id: UUID) -> Gathering:
    """The gathering, locked until the transaction ends: two changes to one gathering come after each other.

    `NotVisible` outside the region, `NotAllowed` for who may see but not change it. Call it inside a command.
    """
    gathering = gathering_for(actor, gathering_id)
    if not can_edit(actor, gathering):
        raise NotAllowed()
    return Gathering.objects.select_for_update(of=("self",)).get(pk=gathering.pk)


def lock_gathering(gathering_id: UUID) -> None:
    """Hold a gathering until the transaction ends: what changes the same things about it comes after each other.

    For commands of rooms above, which have checked who asks. Rows that only point at the gathering do not wait.
    """
    lock_gatherings([gathering_id])


def lock_gatherings(gathering_ids: Collection[UUID]) -> None:
    """The same for several, in one order, so that no two wait for each other."""
    held = Gathering.objects.select_for_update(of=("self",), no_key=True)
    list(held.filter(pk__in=gathering_ids).order_by("id"))


def tables_of(gathering_id: UUID) -> QuerySet[Table]:
    """The open tables of a gathering, by number. The caller has checked who asks."""
    return Table.objects.filter(gathering_id=gathering_id, is_closed=False).order_by("number")


def gathering_of_editor(viewer: Actor, gathering_id: UUID) -> Gathering:
    """One gathering for a page that only its own organisation has; `NotVisible` for everyone else. Locks nothing."""
    gathering = gathering_for(viewer, gathering_id)
    if not can_edit(viewer, gathering):
        raise NotVisible()
    return gathering


def open_gathering(gathering: Gathering) -> Gathering:
    """The same gathering, where it can still change: `GatheringIsCancelled` and `GatheringIsOver` otherwise."""
    if gathering.status == GatheringStatus.CANCELLED:
        raise GatheringIsCancelled()
    if gathering.status == GatheringStatus.FINISHED:
        raise GatheringIsOver()
    return gathering


def gathering_to_rearrange(gathering: Gathering) -> Gathering:
    """The same gathering, where its day and place can still change and it can be called off: refuses what `open_gathering`
    does, and `DayIsUnderWay` once the doors are open."""
    if gathering.status == GatheringStatus.RUNNING:
        raise DayIsUnderWay()
    return open_gathering(gathering)
