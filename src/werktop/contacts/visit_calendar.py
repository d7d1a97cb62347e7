"""A visit in one's own calendar."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from werktop.post import calendar


def calendar_of(visit: Any) -> str:
    """The calendar file of a visit as it stands: firm, whom one sees there, what for. In the language that is active."""
    whom = visit.entrepreneur.name if visit.entrepreneur else ""
    return calendar.event(
        uid=f"{visit.pk}@werktop",
        sequence=calendar.sequence_of(made_at=visit.changed_at, first_at=visit.made_at),
        made_at=visit.changed_at,
        title=_("Bezoek aan %(firm)s") % {"firm": visit.employer.name},
        starts_at=visit.starts_at,
        ends_at=visit.starts_at + timedelta(minutes=visit.minutes),
        time_zone=timezone.get_current_timezone_name(),
        place=", ".join(filter(None, (visit.employer.address, visit.employer.place))),
        description="\n".join(filter(None, (whom, visit.purpose))),
        organiser_name=visit.organisation.name,
        organiser_email=visit.organisation.email,
        is_cancelled=visit.cancelled_at is not None,
    )
