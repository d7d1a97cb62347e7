"""What is past its term of a gathering: first what guests needed, then who was there, in the end all of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.erasure import erase, forget_history
from werktop.audit.forgetting import forget_of_guests
from werktop.audit.retention import BATCH, TERMS, erases

from ..models import Click, Gathering, Guest, PairRule, Pin, Seat

NEEDS = Q(wants_travel_paid=True) | Q(wants_childcare=True) | Q(wants_interpreter=True)
PRESENCE = Q(arrived_at__isnull=False) | Q(left_at__isnull=False) | Q(is_late_expected=True)


@erases("needs", "gatherings.Guest", "gatherings.PairRule")
@command(about="gatherings")
def forget_needs(*, actor: Actor, at: datetime, most: int = BATCH) -> int:
    """What guests asked for on the day, and who sits apart or together, of at most `most` gatherings that are past
    that term, history included. Returns how many gatherings; doing it again changes nothing."""
    actor.require("forget")
    keys = _gatherings("needs", at, most, Guest.objects.filter(NEEDS), PairRule.objects.all())
    Guest.objects.filter(NEEDS, gathering__in=keys).update(
        wants_travel_paid=False, wants_childcare=False, wants_interpreter=False
    )
    forget_of_guests("needs", keys)
    _delete(PairRule.objects.filter(gathering__in=keys))
    tell(count=len(keys))
    return len(keys)


@erases("presence", "gatherings.Guest", "gatherings.Seat", "gatherings.Pin", "gatherings.Click")
@command(about="gatherings")
def forget_presence(*, actor: Actor, at: datetime, most: int = BATCH) -> int:
    """Who was there, who sat where and who chose each other, of at most `most` gatherings that are past that term,
    history included. Returns how many gatherings; doing it again changes nothing."""
    actor.require("forget")
    keys = _gatherings(
        "presence",
        at,
        most,
        Guest.objects.filter(PRESENCE),
        Pin.objects.all(),
        Click.objects.all(),
        Seat.objects.all(),
    )
    Guest.objects.filter(PRESENCE, gathering__in=keys).update(
        arrived_at=None, left_at=None, is_late_expected=False
    )
    forget_of_guests("presence", keys)
    Seat.objects.filter(plan__gathering__in=keys).delete()
    _delete(Pin.objects.filter(gathering__in=keys))
    _delete(Click.objects.filter(gathering__in=keys))
    tell(count=len(keys))
    return len(keys)


@erases(
    "results",
    *("gatherings.Gathering", "gatherings.Table", "gatherings.Guest", "gatherings.Agreement"),
    *("gatherings.TalkOnQuestion", "gatherings.ForgottenClicks", "gatherings.Impression"),
)
@command(about="gatherings")
def erase_old_gatherings(*, actor: Actor, at: datetime, most: int = BATCH) -> int:
    """At most `most` gatherings that are past the term of their results, with all that hangs on them and history.
    Returns how many; doing it again changes nothing."""
    actor.require("forget")
    old = Gathering.objects.filter(ends_at__lt=TERMS["results"].before(at))
    count = 0
    for row in old.select_for_update().order_by("id")[:most]:
        if Gathering.objects.filter(pk=row.pk).exists():  # not gone with the one that it prepared for
            erase(row)
            count += 1
    tell(count=count)
    return count


def _gatherings(term: str, at: datetime, most: int, *holding: Any) -> list[UUID]:
    """At most `most` gatherings past `term` about which one of `holding` still has rows."""
    still = Q()
    for rows in holding:
        path = "plan__gathering" if rows.model is Seat else "gathering"
        still |= Q(Exists(rows.filter(**{path: OuterRef("pk")})))
    old = Gathering.objects.filter(still, ends_at__lt=TERMS[term].before(at)).order_by("id")
    return list(old.values_list("pk", flat=True)[:most])


def _delete(rows: Any) -> None:
    keys: Iterable[UUID] = list(rows.values_list("pk", flat=True))
    rows.delete()
    forget_history(rows.model, keys)
