"""What of a region's talks and next steps is due for one colleague: for Today, with the people in them read once."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from werktop.audit.actors import Actor

from ..models import FollowUp
from .calls import TalkCall, own_calls_among, rows_to_call
from .owners import who_are_there
from .read_once import people_of
from .steps import Step, open_rows_of, steps_of
from .talks import Talk, rows_without_outcome, talks_of, unsuitable_rows
from .unheard import who_never_heard


@dataclass(frozen=True)
class Due:
    """`unsuitable`: look for another moment. `unheard`: its hour has come and these never heard of it. `without_outcome`:
    any other: note what came of it, or call about a moment. `calls`: who hears by no message. `steps`: open next steps.
    Each oldest first."""

    unsuitable: list[Talk] = field(default_factory=list)
    unheard: list[tuple[Talk, list[Any]]] = field(default_factory=list)
    without_outcome: list[Talk] = field(default_factory=list)
    calls: list[TalkCall] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)


def due_for(viewer: Actor, at: datetime) -> Due:
    """All of it, in at most twelve queries; nothing for who arranges no talks."""
    if not viewer.can("arrange_follow_ups"):
        return Due()
    there = who_are_there([viewer.organisation_id])
    unsuitable, silent = unsuitable_rows(viewer, at), rows_without_outcome(viewer, at)
    to_call, steps = rows_to_call(viewer, at), open_rows_of(viewer, at, there)
    rows = {row.pk: row for row in (*unsuitable, *silent, *to_call)}
    people = people_of(
        [each.candidate_id for each in rows.values()] + [each.candidate_id for each in steps],
        [each.entrepreneur_id for each in rows.values()]
        + [each.introducer_id for each in steps if each.introducer_id],
    )
    talks = {talk.row.pk: talk for talk in talks_of(list(rows.values()), people)}
    unheard = who_never_heard([talks[row.pk] for row in silent], at)
    return Due(
        unsuitable=[talks[row.pk] for row in unsuitable],
        unheard=[(talks[row.pk], unheard[row.pk]) for row in silent if row.pk in unheard],
        without_outcome=[
            talks[row.pk] for row in silent if row.pk not in unheard and not _is_going_on(row, at)
        ],
        calls=own_calls_among(viewer, [talks[row.pk] for row in to_call], at),
        steps=steps_of(steps, people, there),
    )


def _is_going_on(row: FollowUp, at: datetime) -> bool:
    return row.ends_at is not None and row.ends_at >= at
