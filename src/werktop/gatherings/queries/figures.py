"""Counts of one gathering: totals only, nobody by name."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q

from werktop.gatherings.models import WALKED_IN, Guest, GuestKind, Reply, Table
from werktop.gatherings.queries.came import met_pairs, seats_taken
from werktop.gatherings.queries.talk_totals import (
    ImpressionTotal,
    TalkTotals,
    impression_totals,
    talk_totals,
)


@dataclass(frozen=True)
class Side:
    """One side of the hall: candidates, or entrepreneurs. Who walked in counts in `came` alone."""

    invited: int
    yes: int
    came: int


@dataclass(frozen=True)
class Figures:
    """`tables` at which somebody sat, also those that closed later. `meetings` are different pairs of a candidate and
    an entrepreneur who both came and shared a table."""

    candidates: Side
    entrepreneurs: Side
    tables: int
    meetings: int
    talks: TalkTotals
    impressions: list[ImpressionTotal]


def figures_of(gathering_id: UUID) -> Figures:
    """What a gathering amounted to, in a constant number of queries. The caller has checked who asks."""
    sides = {
        row["kind"]: Side(row["invited"], row["yes"], row["came"])
        for row in Guest.objects.filter(gathering_id=gathering_id)
        .order_by()
        .values("kind")
        .annotate(
            invited=Count("id", filter=~Q(reply=Reply.CHOSEN) & ~WALKED_IN),
            yes=Count("id", filter=Q(reply=Reply.YES) & ~WALKED_IN),
            came=Count("id", filter=Q(arrived_at__isnull=False)),
        )
    }
    return Figures(
        candidates=sides.get(GuestKind.CANDIDATE, Side(0, 0, 0)),
        entrepreneurs=sides.get(GuestKind.ENTREPRENEUR, Side(0, 0, 0)),
        tables=_tables(gathering_id),
        meetings=len(met_pairs(gathering_id)),
        talks=talk_totals(gathering_id),
        impressions=impression_totals(gathering_id),
    )


def _tables(gathering_id: UUID) -> int:
    """Tables at which somebody sat, whether they closed later or not; before anybody did, the open ones."""
    sat = seats_taken(gathering_id).values("table_id").distinct().count()
    return sat or Table.objects.filter(gathering_id=gathering_id, is_closed=False).count()
