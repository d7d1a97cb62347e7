"""Who brings own candidates to a gathering that another organisation of the region holds. A collective or a school has no
candidates of its own: without this its gathering would have none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.audit.refusals import NotAllowed, NotVisible
from werktop.regions import queries as regions

from ..models import Gathering, GatheringStatus, Guest, GuestKind, Reply
from ..refusals import DayHasBegun, GuestIsInvited
from .gatherings import can_edit, gathering_for


def may_bring(viewer: Actor, gathering: Gathering) -> bool:
    """Whether the viewer may put the own organisation's candidates on the list of this gathering, and invite them: who plans
    gatherings and sees files, at another organisation of the same region. The caller got it from `gathering_for`."""
    return (
        viewer.can("plan_gatherings")
        and viewer.can("see_candidates")
        and gathering.region_id == viewer.region_id
        and gathering.organisation_id != viewer.organisation_id
    )


def can_bring(viewer: Actor, gathering: Gathering) -> bool:
    """The same, now: as long as the gathering is being prepared."""
    return gathering.status == GatheringStatus.PREPARING and may_bring(viewer, gathering)


def gathering_of_who_chooses(viewer: Actor, gathering_id: UUID, *, is_looking: bool) -> Gathering:
    """One gathering for the page where guests are chosen: its own organisation's, or one to bring candidates to; `NotVisible`
    for everyone else. To look at (`is_looking`) only while it is being prepared: a form sent later hears why not. Locks
    nothing."""
    gathering = gathering_for(viewer, gathering_id)
    may = can_bring if is_looking else may_bring
    if not (can_edit(viewer, gathering) or may(viewer, gathering)):
        raise NotVisible()
    return gathering


def gathering_to_fill(actor: Actor, gathering_id: UUID) -> Gathering:
    """The gathering, locked until the transaction ends, for who edits it or brings candidates.

    `NotVisible` outside the region, `NotAllowed` for anyone else, `DayHasBegun` for who brings candidates to a day that is
    under way. Call it inside a command.
    """
    gathering = gathering_for(actor, gathering_id)
    is_editor = can_edit(actor, gathering)
    if not is_editor and not may_bring(actor, gathering):
        raise NotAllowed()
    held = Gathering.objects.select_for_update(of=("self",)).get(pk=gathering.pk)
    if not is_editor and held.status == GatheringStatus.RUNNING:
        raise DayHasBegun()
    return held


def guest_to_remove(viewer: Actor, gathering: Gathering, guest: Guest | None) -> Guest:
    """This guest, where the viewer may take somebody off the list: who edits the gathering; who brings candidates for an
    own one who was not invited yet. `GuestIsInvited` once that one was, `NotVisible` for everybody else's guests and for
    nobody. The viewer got the gathering from `gathering_of_who_chooses` or `gathering_to_fill`."""
    if guest is None:
        raise NotVisible()
    if can_edit(viewer, gathering):
        return guest
    if guest.kind != GuestKind.CANDIDATE or guest.organisation_id != viewer.organisation_id:
        raise NotVisible()
    if guest.reply != Reply.CHOSEN:
        raise GuestIsInvited()
    return guest


def to_invite(viewer: Actor, gathering: Gathering, guests: Iterable[Guest]) -> list[Guest]:
    """Whom of these the viewer can invite: all who were chosen and not invited yet; of who brings candidates, the own
    organisation's alone; for others nobody."""
    chosen = [g for g in guests if g.reply == Reply.CHOSEN]
    if can_edit(viewer, gathering):
        return chosen
    if not can_bring(viewer, gathering):
        return []
    return [
        g for g in chosen if g.kind == GuestKind.CANDIDATE and g.organisation_id == viewer.organisation_id
    ]


def own_to_invite(viewer: Actor, gathering: Gathering) -> int:
    """How many of the own organisation's candidates wait for an invitation. One query."""
    own = Guest.objects.filter(gathering=gathering, organisation_id=viewer.organisation_id)
    return len(to_invite(viewer, gathering, own.order_by("id")))


@dataclass(frozen=True)
class Brought:
    """Candidates on the list who belong to other organisations than the one that holds the gathering: `count` together, and
    by organisation. `is_apart`: the viewer may know how many are whose."""

    count: int
    by: list[tuple[str, int]]
    is_apart: bool

    @property
    def names(self) -> list[str]:
        """The organisations."""
        return [name for name, _count in self.by]


def brought_to(viewer: Actor, gathering: Gathering, guests: Iterable[Guest]) -> Brought | None:
    """What others brought, for who holds the gathering; None for others, and where nobody did. One query at most.

    Who sees no files reads the names of the organisations and one number: whose candidate somebody is, is not theirs to know.
    """
    if not can_edit(viewer, gathering):
        return None
    counts = Counter(
        g.organisation_id
        for g in guests
        if g.kind == GuestKind.CANDIDATE and g.organisation_id != gathering.organisation_id
    )
    if not counts:
        return None
    by = [(o.name, counts[o.pk]) for o in regions.organisations_in(gathering.region_id) if o.pk in counts]
    return Brought(sum(counts.values()), by, is_apart=viewer.can("see_whole_names"))


def who_can_bring(gathering: Gathering) -> list[Any]:
    """The other organisations of the region with somebody who can bring candidates, by name. Three queries."""
    found = [
        each
        for each in regions.organisations_in(gathering.region_id)
        if each.has_files and each.pk != gathering.organisation_id
    ]
    keys = [each.pk for each in found]
    both = accounts.who_may("see_candidates", keys) & accounts.who_may("plan_gatherings", keys)
    able = {organisation_id for _account, organisation_id in both}
    return [each for each in found if each.pk in able]
