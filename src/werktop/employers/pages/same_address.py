"""Who else has the e-mail address that was typed, for the forms about an entrepreneur."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from werktop.employers import queries
from werktop.employers.models import Entrepreneur

MOST = 5


def shown_sharers(request: Any, email: str, *, other_than: UUID | None = None) -> list[Entrepreneur]:
    """At most `MOST` others of the region, noted in the processing log; nobody once it was said and saved anyway."""
    if "save_anyway" in request.POST:
        return []
    found = list(queries.others_with_email(request.actor, email, other_than=other_than)[:MOST])
    request.shown_people.append(("entrepreneur", [each.pk for each in found]))
    return found
