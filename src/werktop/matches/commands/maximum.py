"""No more talks than an entrepreneur wants."""

from __future__ import annotations

from uuid import UUID

from werktop.employers import queries as employers
from werktop.gatherings.queries.talks import capacity_of, guest_of_holder

from ..queries.room import talks_per_entrepreneur
from ..refusals import EnoughTalks
from ..wishes import wishes_for


def refuse_above_maximum(gathering_id: UUID, candidate_id: UUID, entrepreneur_id: UUID) -> None:
    """`EnoughTalks` where a talk with this candidate would be one more than the entrepreneur wants after this
    gathering; `NotVisible` for who was not there. What they agreed aloud stands, also above the maximum. The caller
    holds the gathering."""
    most = capacity_of(guest_of_holder(gathering_id, "entrepreneur", entrepreneur_id))
    if talks_per_entrepreneur(gathering_id)[entrepreneur_id] < most:
        return
    if (candidate_id, entrepreneur_id) not in wishes_for(gathering_id, kept=set()).agreed:
        name = employers.entrepreneurs_by_id([entrepreneur_id])[entrepreneur_id].name
        raise EnoughTalks(name, most)
