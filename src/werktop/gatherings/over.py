"""When a gathering is over: the rules of the whole house, each for one gathering and, where a list asks it, as a filter.

`is_ahead`, by the hour it begins: guests have still to set out. For what makes them come, or stay at home.
`has_ended`, by the hour it ends: for what is of before and of the hours themselves, such as an invitation, an answer, what
is to be arranged. From then on it is too late for it.
`is_past`, by the day on which it ends: for lists, and for who may read along. Of today nobody knows: a gathering runs on, and
somebody still begins or closes it.
That one was called off is asked apart; `is_closed` takes it along.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import DateField, DateTimeField, F, Func, Q, Value
from django.db.models.functions import Cast
from django.db.models.lookups import LessThan

from .models import OPEN, Gathering, GatheringStatus
from .moments import day_of


def is_ahead(gathering: Gathering, at: datetime) -> bool:
    """Whether guests have still to set out: it goes on and its hour has not come, the doors open already or not."""
    return gathering.status in OPEN and gathering.starts_at > at


def main_goes_on(preparation: Gathering, at: datetime) -> bool:
    """Whether what this prepares for is still to come, though the preparation itself may be called off; False where it
    prepares for nothing."""
    return preparation.prepares_for is not None and is_ahead(preparation.prepares_for, at)


def ahead(at: datetime) -> Q:
    """Those that `is_ahead`."""
    return Q(status__in=OPEN, starts_at__gt=at)


def has_ended(gathering: Gathering, at: datetime) -> bool:
    """Whether it is too late for what belongs before it and in its hours: closed by a colleague, or its last hour is past."""
    return gathering.status == GatheringStatus.FINISHED or gathering.ends_at <= at


def ended(at: datetime) -> Q:
    """Those that `has_ended` is true of."""
    return Q(status=GatheringStatus.FINISHED) | Q(ends_at__lte=at)


def is_past(gathering: Gathering, at: datetime) -> bool:
    """Whether it has been: closed by a colleague, or the day on which it ends is past there."""
    zone = gathering.time_zone
    return gathering.status == GatheringStatus.FINISHED or day_of(gathering.ends_at, zone) < day_of(at, zone)


def past(at: datetime) -> Q:
    """Those that `is_past`."""

    def day_there(moment: Any) -> Cast:
        there = Func(F("time_zone"), moment, function="timezone", output_field=DateTimeField())
        return Cast(there, DateField())

    day_is_past = LessThan(day_there(F("ends_at")), day_there(Value(at, DateTimeField())))
    return Q(status=GatheringStatus.FINISHED) | Q(day_is_past)


def is_closed(gathering: Gathering, at: datetime) -> bool:
    """Whether it has been (`is_past`) or does not go on: who only helped reads nothing of it any more, and nothing is
    printed."""
    return gathering.status == GatheringStatus.CANCELLED or is_past(gathering, at)
