"""Who must know beside the guests that a gathering moves or does not go on: its hosts, and the firm where it would be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from werktop.audit.actors import Actor
from werktop.employers import queries as employers
from werktop.post.in_time import leaves_too_late

from ..host_messages import hosts_who_heard
from ..messages import ASKED, not_told_yet
from ..models import Gathering, GatheringStatus, Guest
from .gatherings import can_edit


@dataclass(frozen=True)
class OthersToTell:
    """`hosts` get an e-mail; `hosts_to_call` are the same people where it begins so soon that they may read it too late.
    `firm` is the employer whose house it is, where none of its people hears as a guest, with its `people` to call; each has
    a name, a `phone` and an `email`. None and [] where nobody is to be called."""

    hosts: list[Any]
    hosts_to_call: list[Any]
    firm: Any
    people: list[Any]


def others_to_tell(
    viewer: Actor, gathering: Gathering, at: datetime, *, is_off: bool = False
) -> OthersToTell:
    """Who hears of a change, or where it `is_off` of a cancellation, at `at`, for who holds the gathering; nobody, for
    everybody else. Of one that was called off: as that was done. A constant number of queries."""
    if not can_edit(viewer, gathering):
        return OthersToTell([], [], None, [])
    hosts = hosts_who_heard(gathering)
    is_soon = at < gathering.ends_at and leaves_too_late("email", begins_at=gathering.starts_at, at=at)
    firm = gathering.host_employer
    is_done = gathering.status == GatheringStatus.CANCELLED
    if gathering.firm_news_at is None if is_done else firm_hears_as_guest(gathering, is_off=is_off):
        return OthersToTell(hosts, hosts if is_soon else [], None, [])
    people = list(employers.entrepreneurs_in_region(viewer).filter(employer_id=firm.pk))
    return OthersToTell(hosts, hosts if is_soon else [], firm, people)


def firm_hears_as_guest(gathering: Gathering, *, is_off: bool) -> bool:
    """Whether one of the host employer's people hears of a change as a guest; or where it `is_off` that it does not go on,
    which nobody hears whose invitation has not left. A constant number of queries."""
    asked = Guest.objects.filter(
        gathering=gathering, reply__in=ASKED, entrepreneur__employer=gathering.host_employer_id
    )
    return (asked.exclude(pk__in=not_told_yet(gathering)) if is_off else asked).exists()
