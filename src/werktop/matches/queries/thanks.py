"""Which entrepreneurs who were there are still to be thanked: by a message, or by telephone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from werktop.audit.actors import Actor
from werktop.employers import queries as employers
from werktop.gatherings.queries.came import entrepreneurs_who_came
from werktop.post import queries as post

from ..messages import THANKS
from ..models import ENDED, FollowUp, ThanksCall

WEEKS = 6
"""After so many weeks a call to say thank you is asked for no more."""
HAS_OR_HEARD = ~Q(status__in=ENDED) | Q(sent_at__isnull=False)
"""A talk, or a proposal that may become one, or a talk of which the two were told before."""


@dataclass(frozen=True)
class ThanksByCall:
    """An entrepreneur whom only a call reaches, to be thanked for coming to this gathering."""

    gathering: Any
    entrepreneur: Any


def not_thanked(gathering_id: UUID, came: list[UUID]) -> list[UUID]:
    """Of these entrepreneurs (keys) those who have no talk, nor a proposal that may become one, heard of none before,
    and got no thanks. Three queries; the caller has checked who asks."""
    of_talks = FollowUp.objects.filter(gathering_id=gathering_id)
    heard = set(of_talks.filter(HAS_OR_HEARD).values_list("entrepreneur_id", flat=True))
    heard |= set(
        ThanksCall.objects.filter(gathering_id=gathering_id).values_list("entrepreneur_id", flat=True)
    )
    told = post.statuses_about(about_kind="gathering", about_id=gathering_id, purpose=THANKS)
    heard |= {key for _kind, key in told}
    return sorted(key for key in came if key not in heard)


def thanks_by_call(viewer: Actor, at: datetime, *, gathering_id: UUID | None = None) -> list[ThanksByCall]:
    """Whom to thank by telephone after gatherings of the viewer's organisation, or after one of these, the first to be
    noted first. Not who has a talk of it since or heard of one, who takes part no more, and who turned out not to have
    come: that one is not to be thanked either."""
    if not viewer.can("arrange_follow_ups"):
        return []
    rows = ThanksCall.objects.filter(
        gathering__organisation_id=viewer.organisation_id,
        called_at=None,
        made_at__gt=at - timedelta(weeks=WEEKS),
    ).select_related("gathering__host_employer")
    if gathering_id is not None:
        rows = rows.filter(gathering_id=gathering_id)
    talks = FollowUp.objects.filter(gathering=OuterRef("gathering"), entrepreneur=OuterRef("entrepreneur"))
    found = list(rows.exclude(Exists(talks.filter(HAS_OR_HEARD))).order_by("made_at", "id"))
    if not found:
        return []
    came = entrepreneurs_who_came({row.gathering_id for row in found})
    found = [row for row in found if (row.gathering_id, row.entrepreneur_id) in came]
    people = employers.entrepreneurs_by_id({row.entrepreneur_id for row in found})
    return [ThanksByCall(row.gathering, people[row.entrepreneur_id]) for row in found]
