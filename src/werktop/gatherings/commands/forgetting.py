"""What is past its term of a gathering: first what guests needed, then who was there, in the end all of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.erasure import erase, forget_history
from werktop.audit.forgetting import forget_of_guests
from werktop.audit.retention import BATCH, TERMS, erases

from ..held import without_held
from ..models import Click, Gathering, Guest, PairRule, Pin, Seat

NEEDS = (
    Q(wants_travel_paid__isnull=False) | Q(wants_childcare__isnull=False) | Q(wants_interpreter__isnull=False)
)
NEEDS |= Q(brings_somebody__isnull=False) | ~Q(arranged=[])
PRESENCE = Q(arrived_at__isnull=False) | Q(left_at__isnull=False) | Q(is_late_expected=True)


@erases("needs", "gatherings.Guest", "gatherings.PairRule")
@command(about="gatherings")
def forget_needs(*, actor: Actor, at: datetime, most: int = BATCH) -> int:
    """What guests asked for on the day, and who sits apart or together, of at most `most` gatherings that are past
    that term, history included. Returns how many gatherings; doing it again changes nothing."""
    actor.require("forget")
    keys = _gatherings("needs", at, most, guests=NEEDS, kinds=(PairRule,))
    went = Guest.objects.filter(NEEDS, gathering__in=keys).update(
        wants_travel_paid=None, wants_childcare=None, wants_interpreter=None, brings_somebody=None, arranged=[]
    )  # fmt: skip
    went += forget_of_guests("needs", keys) + _delete(PairRule, keys)
    tell(count=len(keys))
    return len(keys) if went else 0


@erases("presence", "gatherings.Guest", "gatherings.Seat", "gatherings.Pin", "gatherings.Click")
@command(about="gatherings")
def forget_presence(*, actor: Actor, at: datetime, most: int = BATCH) -> int:
    """Who was there, who sat where and who chose each other, of at most `most` gatherings that are past that term,
    history included. Returns how many gatherings; doing it again changes nothing."""
    actor.require("forget")
    keys = _gatherings("presence", at, most, guests=PRESENCE, kinds=(Pin, Click, Seat))
    went = Guest.objects.filter(PRESENCE, gathering__in=keys).update(
        arrived_at=None, left_at=None, is_late_expected=False
    )
    went += forget_of_guests("presence", keys) + Seat.objects.filter(plan__gathering__in=keys).delete()[0]
    went += _delete(Pin, keys) + _delete(Click, keys)
    tell(count=len(keys))
    return len(keys) if went else 0


@erases(
    "results",
    *("gatherings.Gathering", "gatherings.Table", "gatherings.Guest", "gatherings.Agreement"),
    *("gatherings.TalkOnQuestion", "gatherings.ForgottenClicks", "gatherings.Impression"),
)
@command(about="gatherings")
def erase_old_gatherings(*, actor: Actor, at: datetime, most: int = BATCH) -> int:
    """At most `most` gatherings that are past the term of their results, with all that hangs on them and history. One
    that holds something younger than its own term waits for that. Returns how many; again changes nothing."""
    actor.require("forget")
    old = without_held(Gathering.objects.filter(ends_at__lt=TERMS["results"].before(at)), at)
    count = 0
    for row in old.select_for_update().order_by("id")[:most]:
        if Gathering.objects.filter(pk=row.pk).exists():  # not gone with the one that it prepared for
            erase(row)
            count += 1
    tell(count=count)
    return count


def _gatherings(term: str, at: datetime, most: int, *, guests: Q, kinds: Sequence[Any]) -> list[UUID]:
    """At most `most` gatherings past `term` of which a guest, or a row of one of `kinds`, still says something, or of
    which only history does: of what was taken back."""
    before = TERMS[term].before(at)
    of_it: dict[str, Any] = {"gathering": OuterRef("pk")}
    still = Q(Exists(Guest.objects.filter(guests, **of_it)))
    for kind in kinds:
        path = "plan__gathering" if kind is Seat else "gathering"
        still |= Q(Exists(kind.objects.filter(**{path: OuterRef("pk")})))
        if hasattr(kind, "pgh_event_model"):
            still |= Q(Exists(kind.pgh_event_model.objects.filter(**of_it)))
    # the database lets history of guests go by the latest end that the gathering ever had: wait for that as well
    was_later = _history(Gathering).filter(pgh_obj_id=OuterRef("pk"), ends_at__gte=before)
    said = Q(Exists(_history(Guest).filter(guests, **of_it))) & ~Q(Exists(was_later))
    old = Gathering.objects.filter(still | said, ends_at__lt=before).order_by("id")
    return list(old.values_list("pk", flat=True)[:most])


def _history(model: Any) -> QuerySet[Any]:
    events: QuerySet[Any] = model.pgh_event_model.objects.all()
    return events


def _delete(model: Any, gathering_ids: list[UUID]) -> int:
    """Rows of these gatherings, and history of them and of rows that went before; how many of both."""
    rows = model.objects.filter(gathering__in=gathering_ids)
    known = _history(model).filter(gathering__in=gathering_ids).values_list("pgh_obj_id", flat=True)
    keys = {*rows.values_list("pk", flat=True), *known}
    count, _each = rows.delete()
    return int(count) + forget_history(model, keys)
