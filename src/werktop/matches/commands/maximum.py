"""No more talks than somebody wants, and none with who stopped."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from werktop.candidates import queries as candidates
from werktop.employers import queries as employers
from werktop.gatherings.queries.talks import capacity_of, guest_of_holder

from ..market import Wishes
from ..queries.room import talks_per_guest
from ..refusals import EnoughTalks, EnoughTalksForCandidate, HasStopped
from ..wishes import wishes_for


def refuse_above_maximum(
    gathering_id: UUID, candidate_id: UUID, entrepreneur_id: UUID, *, is_more_for_candidate: bool
) -> None:
    """`EnoughTalks` where a talk of these two would be one more than the entrepreneur wants after this gathering;
    `EnoughTalksForCandidate` the same for the candidate, where `is_more_for_candidate` (it takes no other's place);
    `NotVisible` for who was not there, `HasStopped` for who takes part no more. What they agreed aloud stands, also
    above the maximum. The caller holds the gathering."""
    wishes = wishes_for(gathering_id)
    _refuse_who_stopped(wishes, candidate_id, entrepreneur_id)
    if (candidate_id, entrepreneur_id) in wishes.facts:
        return
    counts = talks_per_guest(gathering_id, wishes)
    most = capacity_of(guest_of_holder(gathering_id, "entrepreneur", entrepreneur_id))
    if counts[entrepreneur_id] >= most:
        raise EnoughTalks(employers.entrepreneurs_by_id([entrepreneur_id])[entrepreneur_id].name, most)
    most = capacity_of(guest_of_holder(gathering_id, "candidate", candidate_id))
    if is_more_for_candidate and counts[candidate_id] >= most:
        raise EnoughTalksForCandidate(
            candidates.candidates_by_id([candidate_id])[candidate_id].first_name, most
        )


def _refuse_who_stopped(wishes: Wishes, candidate_id: UUID, entrepreneur_id: UUID) -> None:
    people: dict[UUID, Any] = {}
    if candidate_id in wishes.stopped:
        people |= candidates.candidates_by_id([candidate_id])
    if entrepreneur_id in wishes.stopped:
        people |= employers.entrepreneurs_by_id([entrepreneur_id])
    for person in people.values():
        raise HasStopped(person.first_name)
