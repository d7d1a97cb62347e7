"""Who must know beside the guests that a gathering moves or does not go on: its hosts, and the firm where it would be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from werktop.audit.actors import Actor
from werktop.employers import queries as employers
from werktop.post.in_time import leaves_too_late

from ..host_messages import hosts_who_heard
from ..messages import ASKED
from ..models import Gathering, Guest
from .gatherings import can_edit


@dataclass(frozen=True)
class OthersToTell:
    """`hosts` get an e-mail; `hosts_to_call` are the same people where it begins so soon that they may read it too late.
    `firm` is the employer whose house it is, where none of its people hears as a guest, with its `people` to call; each has
    a name and a `phone`. None and [] where nobody is to be called."""

    hosts: list[Any]
    hosts_to_call: list[Any]
    firm: Any
    people: list[Any]


def others_to_tell(viewer: Actor, gathering: Gathering, at: datetime) -> OthersToTell:
    """Who hears of a change or a cancellation at `at`, for who holds the gathering; nobody, for everybody else. A
    constant number of queries."""
    if not can_edit(viewer, gathering):
        return OthersToTell([], [], None, [])
    hosts = hosts_who_heard(gathering)
    is_soon = at < gathering.ends_at and leaves_too_late("email", begins_at=gathering.starts_at, at=at)
    firm = gathering.host_employer
    if Guest.objects.filter(gathering=gathering, reply__in=ASKED, entrepreneur__employer=firm).exists():
        return OthersToTell(hosts, hosts if is_soon else [], None, [])
    people = employers.entrepreneurs_in_region(viewer).filter(employer_id=firm.pk, is_active=True)
    listed = list(people.exclude(phone="").order_by("first_name", "id"))
    return OthersToTell(hosts, hosts if is_soon else [], firm, listed)
