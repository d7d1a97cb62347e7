"""A paper that is no longer valid gives no more what work asks."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.retention import BATCH
from werktop.candidates.models import Certificate


@command(about="candidates")
def lapse_certificates(*, actor: Actor, at: datetime, most: int = BATCH) -> int:
    """Note of at most `most` papers whose last day is over that they are so: nobody is found by them any more. Returns how many."""
    actor.require("forget")  # the software itself
    over = Certificate.objects.filter(valid_until__lt=timezone.localdate(at), is_lapsed=False)
    keys = list(over.order_by("valid_until", "id").values_list("pk", flat=True)[:most])
    count = Certificate.objects.filter(pk__in=keys).update(is_lapsed=True)
    tell(count=count)
    return count
