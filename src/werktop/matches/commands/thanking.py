"""Who was there for others and has no talk of it hears that it was worth coming: once, and with nothing promised."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from werktop.audit.actors import Actor
from werktop.employers import queries as employers
from werktop.post import queries as post

from .. import messages
from ..models import ENDED, FollowUp
from ..timing import Moment, moment_of_day
from ..wishes import present_entrepreneurs


def thank_entrepreneurs(*, actor: Actor, at: datetime, gathering: Any) -> int:
    """A short thank-you to each entrepreneur who came and has no talk, nor a proposal that may become one; returns to how
    many a message goes.

    Nobody gets a second one, nor who heard of a talk before. While the gathering runs nobody is thanked yet. The caller
    holds the gathering, so that two colleagues do not thank twice.
    """
    if moment_of_day(gathering, at) != Moment.OVER:
        return 0
    came = present_entrepreneurs(gathering.pk)
    of_talks = FollowUp.objects.filter(gathering_id=gathering.pk)
    heard = set(
        of_talks.filter(~Q(status__in=ENDED) | Q(sent_at__isnull=False)).values_list(
            "entrepreneur_id", flat=True
        )
    )
    heard |= {
        key
        for _kind, key in post.statuses_about(
            about_kind="gathering", about_id=gathering.pk, purpose=messages.THANKS
        )
    }
    people: dict[UUID, Any] = employers.entrepreneurs_by_id([key for key in came if key not in heard])
    return sum(
        messages.tell_thanks(actor=actor, at=at, gathering=gathering, entrepreneur=people[key])
        for key in sorted(people)
    )
