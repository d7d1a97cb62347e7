"""Who does what was agreed: the candidate, whoever works with the candidate, a named colleague, or somebody from elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.candidates.models import Agreed, Doer
from werktop.candidates.queries.agreed import AGREED

from .refusals import ColleagueIsElsewhere, TwoDoers


def settle_doer(actor: Actor, row: Agreed, facts: Mapping[str, Any], *, had: UUID | None) -> None:
    """Of what was said in `facts`, one who does it: naming a colleague (`owner_id`) is enough, and the one who works with the
    candidate is no name, so that it goes along with the candidate. `had` is who was named before. Refuses
    `ColleagueIsElsewhere`, `TwoDoers`."""
    if facts.get("owner_id"):
        row.doer = Doer.COLLEAGUE
    elif facts.get("doer", row.doer) != Doer.COLLEAGUE:
        row.owner_id = None
    if row.owner_id and row.owner_id == row.candidate.assigned_to_id:
        row.doer, row.owner_id = Doer.ASSIGNED, None
    if row.owner_id and row.owner_id != had:
        colleagues = accounts.colleagues_of(actor, accounts.Role.RELATIONSHIP_MANAGER)
        if not colleagues.filter(pk=row.owner_id).exists():
            raise ColleagueIsElsewhere(field="owner_id")
    if row.doer and row.who:
        raise TwoDoers(field="who")


def go_along(candidate_ids: Collection[UUID], from_id: UUID | None) -> None:
    """What `from_id` would do by name for these candidates, who go to another colleague, goes with them: whoever works with them
    does it. Inside the command by which they go, with them locked."""
    if from_id is None:
        return
    for model in AGREED.values():
        rows = model._default_manager.filter(candidate_id__in=candidate_ids, owner_id=from_id, done_date=None)
        rows.update(doer=Doer.ASSIGNED, owner=None)
