"""A follow-up talk in the calendar of each side."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from django.utils.translation import gettext as _

from werktop.post import calendar

from .queries.talks import Talk


def calendar_of(
    talk: Talk,
    hour: tuple[datetime | None, datetime | None],
    organisation: Any,
    at: datetime,
    time_zone: str,
    *,
    is_cancelled: bool,
) -> str:
    """The calendar file of a talk at this hour, as it is known at `at`, from the organisation that writes to this side:
    it takes the place of every earlier one. "" without an hour. In the language that is active."""
    row, (starts_at, ends_at) = talk.row, hour
    if starts_at is None or ends_at is None:
        return ""
    return calendar.event(
        uid=f"{row.pk}@werktop",
        sequence=calendar.sequence_of(made_at=at, first_at=row.made_at),
        made_at=at,
        title=_("Gesprek"),
        starts_at=starts_at,
        ends_at=ends_at,
        time_zone=time_zone,
        place=talk.place,
        description=_("Neem contact op met %(name)s als het niet uitkomt.") % {"name": organisation.name},
        organiser_name=organisation.name,
        organiser_email=organisation.email,
        is_cancelled=is_cancelled,
    )


def file_of(
    talk: Talk, organisation: Any, at: datetime, gathering: Any, *, is_cancelled: bool
) -> Callable[[], str]:
    """Makes the calendar file of this talk, once the language of who reads it is active."""
    hours = (talk.row.starts_at, talk.row.ends_at)
    return partial(calendar_of, talk, hours, organisation, at, gathering.time_zone, is_cancelled=is_cancelled)
