"""Who else has the e-mail address that was typed, for the forms about a candidate."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from werktop.candidates import queries
from werktop.candidates.models import Candidate

MOST = 5


def shown_sharers(request: Any, email: str, *, other_than: UUID | None = None) -> list[Candidate]:
    """At most `MOST` others of the own organisation, noted in the processing log."""
    found = list(queries.others_with_email(request.actor, email, other_than=other_than)[:MOST])
    request.shown_people.append(("candidate", [each.pk for each in found]))
    return found
