"""What came of a gathering: from invited to work, as counts with their definitions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from django.db.models import Q

from werktop.audit.actors import Actor
from werktop.gatherings.queries import figures, gatherings
from werktop.gatherings.queries.answers import Answers, answers_of, hidden_answers
from werktop.gatherings.queries.who_sees import sees_guests_by_name
from werktop.gatherings.small_numbers import hidden_in

from ..models import FollowUp, FollowUpStatus, NextStep, Outcome


@dataclass(frozen=True)
class Results:
    """Figures of the day, and of the talks after it. `outcomes` counts talks by what came of them; `with_talk` and
    `talked_on` count the candidates for whom a talk was made, and who had one. `counts` are all counts of people, pairs
    and talks by code; `hidden` are the codes that this viewer does not read, since a small group would be known."""

    day: figures.Figures
    talks_planned: int
    talks_held: int
    with_talk: int
    talked_on: int
    outcomes: dict[str, int]
    steps: int
    steps_done: int
    has_names: bool
    hidden: frozenset[str] = frozenset()

    @property
    def counts(self) -> dict[str, int]:
        """Everything that is counted, save the tables, by the code that the page knows it by."""
        return {
            "invited": self.day.candidates.invited,
            "yes": self.day.candidates.yes,
            "came": self.day.candidates.came,
            "firms": self.day.entrepreneurs.came,
            "meetings": self.day.meetings,
            "clicks": self.day.talks.mutual,
            "seen": self.day.talks.seen_by_host,
            "agreements": self.day.talks.agreements,
            "talents": self.day.talks.talents,
            "planned": self.talks_planned,
            "held": self.talks_held,
            "with_talk": self.with_talk,
            "talked_on": self.talked_on,
            "steps": self.steps,
            "steps_done": self.steps_done,
            **self.outcomes,
        }


LADDERS = (
    ("invited", "yes", "came", "with_talk", "talked_on"),
    ("came", "steps", "steps_done"),
    ("meetings", "clicks"),
    ("planned", "held"),
    # who has more than one talk
    ("planned", "with_talk"),
    ("held", "talked_on"),
)
"""Counts of which each is part of the one before it."""
PRODUCTS = {"meetings": ("came", "firms")}
"""At each table sit as many entrepreneurs: who knows the one and how many met knows the other."""
SUMS = {"held": tuple(key for key in Outcome.values if key != Outcome.NOT_HELD)}


def results_of(viewer: Actor, gathering_id: UUID) -> Results:
    """The results of a gathering for who may see it: totals only, small ones hidden from who may not read the guests by
    name."""
    gathering = gatherings.gathering_for(viewer, gathering_id)
    viewer.require("see_results")
    talks = FollowUp.objects.filter(gathering_id=gathering_id)
    rows = list(talks.values_list("status", "outcome"))
    # one candidate may have several talks
    people = talks.order_by().values("candidate").distinct()
    # what nobody accepted yet is a proposal, as with talks
    told_or_done = Q(told_at__isnull=False) | Q(done_at__isnull=False)
    steps = list(
        NextStep.objects.filter(told_or_done, gathering_id=gathering_id).values_list("done_at", flat=True)
    )
    found = Results(
        day=figures.figures_of(gathering_id),
        # once sent it counts, also where it did not suit or was called off
        talks_planned=talks.filter(sent_at__isnull=False).count(),
        talks_held=sum(1 for status, _outcome in rows if status == FollowUpStatus.HELD),
        with_talk=people.filter(sent_at__isnull=False).count(),
        talked_on=people.filter(status=FollowUpStatus.HELD).count(),
        outcomes={key: sum(1 for _status, outcome in rows if outcome == key) for key in Outcome.values},
        steps=len(steps),
        steps_done=sum(1 for done in steps if done is not None),
        has_names=sees_guests_by_name(viewer, gathering),
    )
    if found.has_names:
        return found
    return replace(found, hidden=hidden_results(found.counts, answers_of(gathering)))


def hidden_results(counts: Mapping[str, int], told: Mapping[str, Answers]) -> frozenset[str]:
    """Which of these counts are hidden from who may not read the guests by name: what the page before the gathering leaves
    out of what was `told` (by kind of guest) too, and what would follow from any of it."""
    firms = {"firms"} if "came" in hidden_answers(told["entrepreneur"]) else set()
    away = hidden_answers(told["candidate"]) | firms
    return frozenset(hidden_in(counts, ladders=LADDERS, sums=SUMS, products=PRODUCTS, away=away))
