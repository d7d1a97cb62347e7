"""When gatherings begin, and until when the question after them can be answered, for letters about them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from .models import Gathering
from .queries.talks import ANSWERS_TAKEN_FOR


def moments_of(gathering_ids: Collection[UUID]) -> dict[UUID, datetime]:
    """The start of each."""
    return dict(Gathering.objects.filter(pk__in=gathering_ids).values_list("pk", "starts_at"))


def answered_until(gathering_ids: Collection[UUID]) -> dict[UUID, datetime]:
    """Until when guests of each can say with whom they want to talk on."""
    ends = Gathering.objects.filter(pk__in=gathering_ids).values_list("pk", "ends_at")
    return {key: ends_at + ANSWERS_TAKEN_FOR for key, ends_at in ends}
