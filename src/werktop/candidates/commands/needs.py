"""What was needed to be able to work, and is settled, is not kept for as long as the file."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils import timezone

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.erasure import forget_history
from werktop.audit.retention import BATCH, TERMS, erases
from werktop.candidates.models import Need


@erases("settled", "candidates.Need")
@command(about="candidates")
def forget_settled(*, actor: Actor, at: datetime, most: int = BATCH) -> int:
    """Erase at most `most` needs that were settled, or taken away, longer ago than their term, history included. Returns how
    many. One that was opened again is not settled."""
    actor.require("forget")
    before = TERMS["settled"].before(at)
    settled = Need.objects.filter(done_date__lte=timezone.localdate(before)).order_by("done_date", "id")
    keys = list(settled.values_list("pk", flat=True)[:most])
    history: Any = Need.pgh_event_model  # type: ignore[attr-defined]
    taken_away = history.objects.filter(pgh_label="delete", pgh_created_at__lte=before)
    there = Need.objects.values("pk")
    # one that was put back since, and taken away anew, went the last time
    since = history.objects.filter(pgh_label="delete", pgh_created_at__gt=before).values("pgh_obj_id")
    gone = taken_away.exclude(Q(pgh_obj_id__in=there) | Q(pgh_obj_id__in=since)).order_by("pgh_obj_id")
    keys += gone.values_list("pgh_obj_id", flat=True).distinct()[: most - len(keys)]
    Need.objects.filter(pk__in=keys).delete()
    forget_history(Need, keys)
    tell(count=len(keys))
    return len(keys)
