"""Counts of one gathering: totals only, nobody by name."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Avg, Count, Q

from ..models import Agreement, Click, Guest, GuestKind, Impression, Reply, Seat, SeatPlan, Table, TalentSeen

SMALLEST_SHOWN = 10
"""Answers to the optional question are shown from this many on (`domain.md`: small numbers are hidden)."""


@dataclass(frozen=True)
class Side:
    """One side of the hall: candidates, or entrepreneurs."""

    invited: int
    yes: int
    came: int


@dataclass(frozen=True)
class ImpressionMean:
    """The mean (1 to 5) of one side at one moment. None where fewer than `SMALLEST_SHOWN` answered, on either moment:
    a difference with one hidden half would give the other away."""

    kind: str
    before: float | None
    after: float | None


@dataclass(frozen=True)
class Figures:
    """`meetings` are different pairs of a candidate and an entrepreneur who both came and shared a table."""

    candidates: Side
    entrepreneurs: Side
    tables: int
    meetings: int
    mutual_clicks: int
    clicks: int
    talents: int
    agreements: int
    impressions: list[ImpressionMean]


def figures_of(gathering_id: UUID) -> Figures:
    """What a gathering amounted to, in a constant number of queries. The caller has checked who asks."""
    sides = {
        row["kind"]: Side(row["invited"], row["yes"], row["came"])
        for row in Guest.objects.filter(gathering_id=gathering_id)
        .order_by()
        .values("kind")
        .annotate(
            invited=Count("id", filter=~Q(reply=Reply.CHOSEN)),
            yes=Count("id", filter=Q(reply=Reply.YES)),
            came=Count("id", filter=Q(arrived_at__isnull=False)),
        )
    }
    pairs = set(Click.objects.filter(gathering_id=gathering_id).values_list("chooser_id", "chosen_id"))
    return Figures(
        candidates=sides.get(GuestKind.CANDIDATE, Side(0, 0, 0)),
        entrepreneurs=sides.get(GuestKind.ENTREPRENEUR, Side(0, 0, 0)),
        tables=Table.objects.filter(gathering_id=gathering_id, is_closed=False).count(),
        meetings=_meetings(gathering_id),
        mutual_clicks=sum(1 for one, other in pairs if (other, one) in pairs) // 2,
        clicks=len(pairs),
        talents=TalentSeen.objects.filter(gathering_id=gathering_id).count(),
        agreements=Agreement.objects.filter(gathering_id=gathering_id).count(),
        impressions=_impressions(gathering_id),
    )


def _meetings(gathering_id: UUID) -> int:
    seats = Seat.objects.filter(
        plan__gathering_id=gathering_id, plan__state=SeatPlan.State.IN_FORCE, guest__arrived_at__isnull=False
    ).values_list("round", "table_id", "guest_id", "guest__kind")
    at_table: dict[tuple[int, UUID], tuple[set[UUID], set[UUID]]] = {}
    for number, table, guest, kind in seats:
        at_table.setdefault((number, table), (set(), set()))[kind == GuestKind.ENTREPRENEUR].add(guest)
    return len({(c, e) for people, partners in at_table.values() for c in people for e in partners})


def _impressions(gathering_id: UUID) -> list[ImpressionMean]:
    rows = (
        Impression.objects.filter(gathering_id=gathering_id)
        .order_by()
        .values("kind", "moment")
        .annotate(mean=Avg("score"), count=Count("id"))
    )
    found = {(r["kind"], r["moment"]): (r["mean"], r["count"]) for r in rows}
    means = []
    for kind in GuestKind.values:
        both = [found.get((kind, moment)) for moment in Impression.Moment.values]
        is_shown = all(one is None or one[1] >= SMALLEST_SHOWN for one in both)
        before, after = (round(one[0], 1) if one and is_shown else None for one in both)
        means.append(ImpressionMean(kind, before, after))
    return means
