"""What came of a gathering: from invited to work, as counts with their definitions."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.gatherings.queries import figures, gatherings

from ..models import FollowUp, FollowUpStatus, NextStep, Outcome


@dataclass(frozen=True)
class Results:
    """Figures of the day, and of the talks after it. `outcomes` counts talks by what came of them; `with_talk` and
    `talked_on` count the candidates for whom a talk was made, and who had one."""

    day: figures.Figures
    talks_planned: int
    talks_held: int
    with_talk: int
    talked_on: int
    outcomes: dict[str, int]
    steps: int
    steps_done: int


def results_of(viewer: Actor, gathering_id: UUID) -> Results:
    """The results of a gathering for who may see it: totals only."""
    gatherings.gathering_for(viewer, gathering_id)
    viewer.require("see_results")
    talks = FollowUp.objects.filter(gathering_id=gathering_id)
    rows = list(talks.values_list("status", "outcome"))
    # one candidate may have several talks
    people = talks.order_by().values("candidate").distinct()
    steps = list(NextStep.objects.filter(gathering_id=gathering_id).values_list("done_at", flat=True))
    return Results(
        day=figures.figures_of(gathering_id),
        # once sent it counts, also where it did not suit or was called off
        talks_planned=talks.filter(sent_at__isnull=False).count(),
        talks_held=sum(1 for status, _outcome in rows if status == FollowUpStatus.HELD),
        with_talk=people.filter(sent_at__isnull=False).count(),
        talked_on=people.filter(status=FollowUpStatus.HELD).count(),
        outcomes={key: sum(1 for _status, outcome in rows if outcome == key) for key in Outcome.values},
        steps=len(steps),
        steps_done=sum(1 for done in steps if done is not None),
    )
