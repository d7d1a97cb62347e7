"""A gathering that is again when and where it was before anybody heard of a change: who did not hear is told nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from werktop.audit.versions import done_at
from werktop.post import queries as post

from ..messages import BEFOREHAND
from ..models import Gathering, Guest
from ..queries.earlier import When
from ..queries.hearing import Heard, is_to_call

_SAY_WHEN = BEFOREHAND - {"day_before"}


def nothing_new_for(
    guests: Sequence[Guest],
    gathering: Gathering,
    behind: Mapping[UUID, Heard],
    versions: Sequence[When],
) -> dict[UUID, datetime]:
    """Key of each of these guests who reckons with exactly what it is now, since the message about another moment still waits,
    to when the first of those messages was laid down. `behind` as `queries.hearing.last_heard` gives it; `versions` of
    before this change. Not of who may have heard otherwise: is called, or has a message that left after it, or failed.
    """
    now = (gathering.starts_at, gathering.place_name)
    same = [facts for _since, facts in versions if (facts["starts_at"], facts["place_name"]) == now]
    if any((facts["ends_at"], facts["address"]) != (gathering.ends_at, gathering.address) for facts in same):
        # with another end or address once, and nobody knows with which of them a guest reckons
        return {}
    known = [g for g in guests if behind.get(g.pk) == now and not is_to_call(g) and not g.called_at]
    if not known:
        return {}
    lines = post.laid_down(about_kind="gathering", about_id=gathering.pk, purposes=_SAY_WHEN)
    found = {}
    for guest in known:
        holder: Any = guest.candidate_id or guest.entrepreneur_id
        since = _waits_since(lines.get((guest.kind, holder), []))
        if since is not None:
            found[guest.pk] = since
    return found


def _waits_since(lines: Sequence[tuple[datetime, str, str]]) -> datetime | None:
    """When the first change was laid down after all that left; None unless the last of these messages is a change that
    waits."""
    if not lines or lines[-1][1:] != ("changed", post.WAITS):
        return None
    since = None
    for laid_at, purpose, status in reversed(lines):
        if status in post.WENT_OUT:
            break
        since = laid_at if purpose == "changed" else since
    return since


def as_before(guests: Sequence[Guest], since: Mapping[UUID, datetime]) -> None:
    """These guests reckon with what it is, and whether their yes is asked again is as it was before the messages that waited
    `since`. One query for all, and one to write."""
    asked: dict[UUID, Any] = {}
    history = Guest.pgh_event_model  # type: ignore[attr-defined]
    for line in history.objects.filter(pgh_obj_id__in=since).select_related("pgh_context").order_by("pgh_id"):
        at = done_at(line)
        if at is None or at < since[line.pgh_obj_id]:
            asked[line.pgh_obj_id] = line.asked_again_at
    for guest in guests:
        guest.asked_again_at = asked.get(guest.pk)
        guest.reckons_with_at, guest.reckons_with_place = None, ""
    Guest.objects.bulk_update(guests, ["asked_again_at", "reckons_with_at", "reckons_with_place"])
