"""Who sat where, of those who came: the plan says where somebody was to sit, the door says who was there."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from ..models import HAS_STOPPED, Agreement, Click, Guest, GuestKind, Round, Seat, SeatPlan, TalentSeen


def seats_taken(gathering_id: UUID) -> QuerySet[Seat]:
    """The chairs on which somebody sat: of the plan in force, in rounds that have begun, of guests who were checked in
    before that round was over and had not gone home before it began."""
    return seats_taken_in([gathering_id])


def seats_taken_in(gathering_ids: Collection[UUID]) -> QuerySet[Seat]:
    """The same of several gatherings."""
    was_there = Round.objects.filter(
        Q(ended_at=None) | Q(ended_at__gte=OuterRef("guest__arrived_at")),
        gathering=OuterRef("plan__gathering"),
        number=OuterRef("round"),
        started_at__lte=Coalesce(OuterRef("guest__left_at"), F("started_at")),
    )
    return Seat.objects.filter(
        Exists(was_there),
        plan__gathering__in=gathering_ids,
        plan__state=SeatPlan.State.IN_FORCE,
        guest__arrived_at__isnull=False,
    )


def companions_of(guest: Guest) -> QuerySet[Guest]:
    """Guests of the other kind who sat at a table with this one in a round that has begun; nobody for who did not come,
    and nobody who did not come."""
    if guest.arrived_at is None:
        return Guest.objects.none()
    sat = seats_taken(guest.gathering_id)
    met: set[UUID] = set()
    for number, table in sat.filter(guest=guest).values_list("round", "table_id"):
        met |= set(sat.filter(round=number, table_id=table).values_list("guest_id", flat=True))
    # who was tapped together at a table did meet, whatever the plan says
    met |= set(Click.objects.filter(chooser=guest).values_list("chosen_id", flat=True))
    agreed = Agreement.objects.filter(Q(candidate_guest=guest) | Q(entrepreneur_guest=guest))
    for pair in agreed.values_list("candidate_guest_id", "entrepreneur_guest_id"):
        met |= set(pair)
    there = Guest.objects.filter(pk__in=met, arrived_at__isnull=False)
    return there.exclude(kind=guest.kind).order_by("id")


def met_pairs(gathering_id: UUID) -> frozenset[tuple[UUID, UUID]]:
    """Pairs (candidate, entrepreneur) of guests who came and shared a table in a round that has begun."""
    rows = seats_taken(gathering_id).values_list("round", "table_id", "guest_id", "guest__kind")
    tables: dict[tuple[int, UUID], tuple[list[UUID], list[UUID]]] = {}
    for number, table, guest, kind in rows:
        tables.setdefault((number, table), ([], []))[kind == GuestKind.ENTREPRENEUR].append(guest)
    return frozenset((c, e) for candidates, others in tables.values() for c in candidates for e in others)


def entrepreneurs_who_came(gathering_ids: Collection[UUID]) -> set[tuple[UUID, UUID]]:
    """The key of the gathering and of the entrepreneur, of those who came to these and take part still. For rooms above,
    which decide who may see it."""
    came = Guest.objects.filter(
        gathering__in=gathering_ids, kind=GuestKind.ENTREPRENEUR, arrived_at__isnull=False
    ).exclude(HAS_STOPPED)
    return set(came.values_list("gathering_id", "entrepreneur_id"))


def noted_without_check_in(gathering_id: UUID) -> set[UUID]:
    """Guests of whom a table noted something while the door did not see them: forgotten there, or a tap by mistake.
    What was noted counts once somebody says that they were there."""
    one = OuterRef("pk")
    return set(
        Guest.objects.filter(
            Exists(TalentSeen.objects.filter(guest=one))
            | Exists(Click.objects.filter(Q(chooser=one) | Q(chosen=one)))
            | Exists(Agreement.objects.filter(Q(candidate_guest=one) | Q(entrepreneur_guest=one))),
            gathering=gathering_id,
            arrived_at__isnull=True,
        ).values_list("pk", flat=True)
    )
