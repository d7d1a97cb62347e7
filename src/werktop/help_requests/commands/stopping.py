"""A candidate stops: what was asked is not gone after any more, and who was asked to help reads it no more."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from werktop.audit.actors import Actor
from werktop.help_requests.models import OPEN, HelpRequest, State

from .withdrawing import withdraw_all


def stop_with_candidate(actor: Actor, candidate: Any, at: datetime) -> None:
    """Called in the command by which the candidate stops, with the candidate locked."""
    rows = HelpRequest.objects.select_for_update().filter(candidate=candidate, state__in=OPEN)
    for row in rows.order_by("id"):
        row.state, row.reason, row.closed_at = State.ENDED, _("kandidaat stopte"), at
        row.save(update_fields=["state", "reason", "closed_at"])
        withdraw_all(actor=actor, at=at, row=row)
