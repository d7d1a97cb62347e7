"""What of a region's talks and next steps is due for one colleague: for Today, with the people in them read once."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from werktop.audit.actors import Actor

from .calls import TalkCall, own_calls_among, rows_to_call
from .owners import who_are_there
from .read_once import people_of
from .steps import Step, open_rows_of, steps_of
from .talks import Talk, rows_without_outcome, talks_of, unsuitable_rows


@dataclass(frozen=True)
class Due:
    """`unsuitable`: look for another moment. `without_outcome`: note what came of it, or call about a moment. `calls`:
    who hears by no message. `steps`: open next steps. Each oldest first."""

    unsuitable: list[Talk] = field(default_factory=list)
    without_outcome: list[Talk] = field(default_factory=list)
    calls: list[TalkCall] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)


def due_for(viewer: Actor, at: datetime) -> Due:
    """All of it, in at most eleven queries; nothing for who arranges no talks."""
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
    return Due(
        unsuitable=[talks[row.pk] for row in unsuitable],
        without_outcome=[talks[row.pk] for row in silent],
        calls=own_calls_among(viewer, [talks[row.pk] for row in to_call], at),
        steps=steps_of(steps, people, there),
    )
