"""What Today says of absence: for whom one stands in, who stands in for oneself, and what was done meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from werktop.accounts.standing_in import absences_just_over, stood_in_for_by


@dataclass(frozen=True)
class Standing:
    """`for_whom`: colleagues to stand in for now, each with the last day; `mine`: who stands in for the viewer now, or did so
    lately; `is_back`: the viewer is here again."""

    for_whom: list[tuple[Any, date]] = field(default_factory=list)
    mine: list[tuple[Any, date]] = field(default_factory=list)
    is_back: bool = False


def standing_of(request: Any) -> Standing:
    """Two queries; nothing while somebody does a colleague's work, which the frame says."""
    actor, at = request.actor, request.at
    if not actor.can("edit_candidates") or actor.acts_for:
        return Standing()
    mine = absences_just_over(actor, at)
    return Standing(
        for_whom=[(row.absent, _last_day(row)) for row in stood_in_for_by(actor, at)],
        mine=[(row.stand_in, _last_day(row)) for row in mine],
        is_back=bool(mine) and all(row.ends_at <= at for row in mine),
    )


def _last_day(row: Any) -> date:
    return timezone.localdate(row.ends_at - timedelta(seconds=1))
