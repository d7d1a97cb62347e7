"""Which round of the day it is, and how long it still takes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from werktop.gatherings.models import Gathering, GatheringStatus, Round


def rounds_of(gathering: Gathering) -> list[Round]:
    """The rounds that have begun, in order."""
    return list(Round.objects.filter(gathering=gathering).order_by("number"))


def round_now(gathering: Gathering) -> Round | None:
    """The round that is going on, if any."""
    return Round.objects.filter(gathering=gathering, ended_at=None).order_by("-number").first()


def last_round(gathering: Gathering) -> int:
    """The number of the last round that has begun; 0 before the first."""
    newest = Round.objects.filter(gathering=gathering).order_by("-number").first()
    return newest.number if newest else 0


@dataclass(frozen=True)
class ClockFace:
    """What the hall's clock shows. `ends_at` only while a round runs."""

    number: int
    rounds: int
    ends_at: datetime | None
    is_running: bool
    is_over: bool

    @property
    def next_round(self) -> int:
        """The number of the round that can begin now, or 0 after the last."""
        return self.number + 1 if self.number < self.rounds else 0

    @property
    def seated_round(self) -> int:
        """The round whose seats people look for: the running one, else the next (after the last: that one)."""
        return self.number if self.is_running else min(self.number + 1, self.rounds)

    def seconds_left(self, at: datetime) -> int:
        """Whole seconds to the end, never below zero."""
        return max(0, int((self.ends_at - at).total_seconds())) if self.ends_at else 0


def clock_face(gathering: Gathering) -> ClockFace:
    """The round of this moment, or the last one."""
    newest = Round.objects.filter(gathering=gathering).order_by("-number").first()
    is_running = newest is not None and newest.ended_at is None
    ends_at = (
        newest.started_at + timedelta(minutes=gathering.round_minutes) if newest and is_running else None
    )
    is_over = gathering.status == GatheringStatus.FINISHED
    return ClockFace(newest.number if newest else 0, gathering.rounds, ends_at, is_running, is_over)
