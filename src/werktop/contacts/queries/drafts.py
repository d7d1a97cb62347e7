"""A sentence that waits between two pages, for who wrote it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.retention import TERMS
from werktop.contacts.models import Draft


def draft_of(viewer: Actor, draft_id: UUID, at: datetime) -> str:
    """What the viewer wrote under this key within a day; "" where there is none."""
    found = Draft.objects.filter(
        pk=draft_id,
        account_id=viewer.id,
        organisation_id=viewer.organisation_id,
        made_at__gt=TERMS["draft"].before(at),
    )
    return found.values_list("sentence", flat=True).first() or ""
