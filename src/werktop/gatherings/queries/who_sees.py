"""Who sees what of a gathering beyond place, time and counts (docs/decisions/0020)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible
from werktop.regions import queries as regions

from ..day_refusals import PrintsAreClosed
from ..models import Gathering, Guest, GuestKind, Host, Table
from ..over import is_closed
from .gatherings import can_edit, gathering_for
from .guest_names import GuestNames


def is_responsible(viewer: Actor, gathering: Gathering) -> bool:
    """Whether the gathering is the viewer's organisation's own."""
    return viewer.kind == "system" or viewer.organisation_id == gathering.organisation_id


def _with_part(viewer: Actor, gatherings: Collection[Gathering]) -> set[UUID]:
    """Of these gatherings the keys of those in which the viewer's organisation has a part: it is responsible, or (a public body)
    has a candidate on the guest list or a colleague as host. At most one query; none for the responsible organisation."""
    own = {each.pk for each in gatherings if is_responsible(viewer, each)}
    others = [each.pk for each in gatherings if each.pk not in own]
    if not others or not viewer.can("see_whole_names"):
        return own
    guests = Guest.objects.filter(gathering__in=others, kind=GuestKind.CANDIDATE)
    colleagues = accounts.colleagues_of(viewer).order_by().values("pk")
    hosts = Host.objects.filter(gathering__in=others, account__in=colleagues)
    brought = guests.filter(organisation_id=viewer.organisation_id).order_by().values_list("gathering_id")
    return own | {key for (key,) in brought.union(hosts.order_by().values_list("gathering_id"))}


def sees_guests(viewer: Actor, gathering: Gathering) -> bool:
    """Whether the viewer reads the guest list and the seats: the role gives it, and the organisation has a part."""
    return gathering.pk in with_guests_seen(viewer, [gathering])


def with_guests_seen(viewer: Actor, gatherings: Collection[Gathering]) -> set[UUID]:
    """Of these gatherings the keys of those whose guest list the viewer reads. At most one query."""
    return _with_part(viewer, gatherings) if viewer.can("see_guest_list") else set()


def gathering_with_guests(viewer: Actor, gathering_id: UUID) -> Gathering:
    """One gathering for the pages that name its guests; `NotVisible` for who has no part in it."""
    gathering = gathering_for(viewer, gathering_id)
    if not sees_guests(viewer, gathering):
        raise NotVisible()
    return gathering


def sees_guests_by_name(viewer: Actor, gathering: Gathering) -> bool:
    """Whether the viewer reads the guests' whole names, so that small counts tell nothing that is not known."""
    return viewer.can("see_whole_names") and sees_guests(viewer, gathering)


def reads_reasons(viewer: Actor, gathering: Gathering) -> bool:
    """Whether the viewer reads what the seats rest on (wishes, needs, languages, who sits apart): only who plans this
    gathering at a public body."""
    return can_edit(viewer, gathering) and viewer.can("see_whole_names")


def names_for(viewer: Actor, gathering: Gathering, names: GuestNames) -> GuestNames:
    """These names as far as the viewer may read them: outside the own and the responsible organisation who is not shared
    has none; who sees no files reads the names of the hall."""
    if not is_responsible(viewer, gathering):
        names = names.without_kept(viewer.organisation_id)
    return names if viewer.can("see_whole_names") else names.in_the_hall()


def may_print(viewer: Actor, gathering: Gathering) -> bool:
    """Whether the viewer prints for everyone who comes: who plans the gathering or hosts at it, of the responsible
    organisation. No query for who plans."""
    if not (viewer.can("run_day") and is_responsible(viewer, gathering)):
        return False
    is_host = Host.objects.filter(gathering=gathering, account_id=viewer.id)
    return viewer.can("plan_gatherings") or is_host.exists()


def own_sheet(viewer: Actor, gathering: Gathering) -> Table | None:
    """The table whose sheet is all that the viewer prints: that of a host from another public body. None for everyone
    else, also for who prints for everyone."""
    if not viewer.can("run_day") or is_responsible(viewer, gathering):
        return None
    host = Host.objects.filter(gathering=gathering, account_id=viewer.id).select_related("table").first()
    has_files = host is not None and regions.organisation_by_id(viewer.organisation_id).has_files
    return host.table if host and has_files else None


def gathering_to_print(viewer: Actor, gathering_id: UUID, at: datetime) -> Gathering:
    """One gathering for its prints; `NotVisible` for who has none, `PrintsAreClosed` once it is over."""
    gathering = gathering_for(viewer, gathering_id)
    if not may_print(viewer, gathering):
        raise NotVisible()
    return _open_to_print(gathering, at)


def sheets_to_print(viewer: Actor, gathering_id: UUID, at: datetime) -> tuple[Gathering, Table | None]:
    """One gathering for its table sheets, and the table whose sheet is the only one (None: all of them). Refused as
    `gathering_to_print` refuses."""
    gathering = gathering_for(viewer, gathering_id)
    table = own_sheet(viewer, gathering)
    if table is None:
        return gathering_to_print(viewer, gathering_id, at), None
    return _open_to_print(gathering, at), table


def _open_to_print(gathering: Gathering, at: datetime) -> Gathering:
    if is_closed(gathering, at):
        raise PrintsAreClosed()
    return gathering
