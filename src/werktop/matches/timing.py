"""When talks can be proposed: from the day itself on. Pure."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from .refusals import GatheringIsOff, GatheringNotBegun


class Moment(StrEnum):
    """Where a gathering stands for who arranges the talks after it."""

    OFF = "off"
    TO_COME = "to_come"
    RUNNING = "running"
    OVER = "over"


def moment_of_day(gathering: Any, at: datetime) -> Moment:
    """Where a gathering stands at this moment: by what was said on the day, and where nobody began it by its hours."""
    if gathering.status == "cancelled":
        return Moment.OFF
    if gathering.status == "finished":
        return Moment.OVER
    if gathering.status == "running":
        return Moment.RUNNING
    if at < gathering.starts_at:
        return Moment.TO_COME
    return Moment.RUNNING if at < gathering.ends_at else Moment.OVER


def refuse_before_the_day(gathering: Any, at: datetime) -> None:
    """`GatheringNotBegun` or `GatheringIsOff` where there is nothing to propose yet, or ever."""
    moment = moment_of_day(gathering, at)
    if moment == Moment.TO_COME:
        raise GatheringNotBegun()
    if moment == Moment.OFF:
        raise GatheringIsOff()
