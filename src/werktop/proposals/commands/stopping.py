"""A candidate or an entrepreneur stops, or the candidate objects: what runs between them does not go on."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from werktop.audit.actors import Actor
from werktop.proposals.models import RUNNING, Proposal, Status


def stop_with_candidate(actor: Actor, candidate: Any, at: datetime) -> None:
    """Called in the command by which the candidate stops, or objects to employers reading of them: the
    employer reads it no more."""
    _withdraw(candidate=candidate)


def stop_with_entrepreneur(actor: Actor, entrepreneur: Any, at: datetime) -> None:
    """The same of an entrepreneur who takes part no more; colleagues propose to another person of the firm."""
    _withdraw(entrepreneur=entrepreneur)


def _withdraw(**whose: Any) -> None:
    rows = Proposal.objects.select_for_update().filter(status__in=RUNNING, **whose).order_by("id")
    for row in rows:
        row.status = Status.WITHDRAWN
        row.save(update_fields=["status"])
