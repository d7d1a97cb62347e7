"""Invitations that are still open, or were accepted, of one candidate or entrepreneur."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from werktop.audit.actors import Actor
from werktop.audit.running import Running

from ..models import Gathering, GatheringStatus, Guest, Reply
from ..over import ended


def invitations_that_run(viewer: Actor, person: Any, at: datetime) -> list[Running]:
    """To gatherings that are not over: where, when and the answer so far. Who may see the person may see these."""
    guests = (
        Guest.objects.filter(**{person._meta.model_name: person})
        .filter(gathering__in=Gathering.objects.exclude(ended(at)))
        .exclude(gathering__status=GatheringStatus.CANCELLED)
        .exclude(reply=Reply.NO)
        .select_related("gathering__host_employer")
        .order_by("gathering__starts_at", "id")
    )
    return [
        Running(
            _("Het prettige gesprek bij %(firm)s, %(when)s (%(reply)s)")
            % {
                "firm": guest.gathering.host_employer.name,
                "when": date_format(
                    timezone.localtime(guest.gathering.starts_at, ZoneInfo(guest.gathering.time_zone)),
                    "DATETIME_FORMAT",
                ),
                "reply": Reply(guest.reply).label,
            }
        )
        for guest in guests
    ]
