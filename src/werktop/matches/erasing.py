"""Letting go of a name that stands in words about somebody else: in talks, next steps and messages around them.

A name is all there is to go by in somebody's own words. So only what hangs on a gathering or a partner of the person
who is erased is looked at, and nothing of a gathering in which somebody else of that name takes part.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db.models import Q

from werktop.audit.actors import SYSTEM
from werktop.audit.erasure import blot_history, blot_names, names_of
from werktop.candidates import queries as candidates
from werktop.employers import queries as employers
from werktop.gatherings.queries.gatherings import gatherings_visible_to
from werktop.post.erasing import blot_messages

from .models import FollowUp, NextStep

WORDS: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (NextStep, ("words",)),
    (FollowUp, ("words", "outcome_words")),
)


def forget_person(person: Any) -> Callable[[], None] | None:
    """The whole names of a candidate or entrepreneur become "…" in words about others, history included.

    Gives back what does it: called when the person is gone, while the person's own history is still there.
    """
    names = names_of(person)
    if not names:
        return None
    side = person._meta.model_name
    others = "entrepreneur" if side == "candidate" else "candidate"
    own = FollowUp.objects.filter(**{side: person})
    steps = NextStep.objects.filter(**{"candidate" if side == "candidate" else "introducer": person})
    gatherings = {
        *gatherings_visible_to(SYSTEM).filter(**{f"guests__{side}": person}).values_list("pk", flat=True),
        *own.values_list("gathering_id", flat=True),
        *steps.values_list("gathering_id", flat=True),
    }
    partners = set(own.values_list(f"{others}_id", flat=True))
    talks_near = Q(gathering__in=gatherings) | Q(**{f"{others}__in": partners})
    steps_near = talks_near if others == "candidate" else Q(gathering__in=gatherings)
    near = {FollowUp: talks_near, NextStep: steps_near}
    around = gatherings.union(*(_gatherings_of(model, q) for model, q in near.items()))
    carried = {key: _names_of_others(key, person) for key in around}
    reach = {}
    for name in names:
        spared = {key for key in around if name.casefold() in carried[key]}
        reach[name] = (gatherings - spared, {model: _keys(model, q, spared) for model, q in near.items()})

    def blot() -> None:
        # the longest first: "An Bos Kraai" before "An Bos"
        for name in sorted(names, key=len, reverse=True):
            kept, keys = reach[name]
            for model, fields in WORDS:
                for field in fields:
                    blot_names(model.objects.filter(pk__in=keys[model]), field, [name])
                    blot_history(model, field, keys[model], [name], person)
            blot_messages(about_ids={*kept, *keys[FollowUp], *keys[NextStep]}, name=name)

    return blot


def _gatherings_of(model: Any, near: Q) -> set[UUID]:
    history = model.pgh_event_model.objects.filter(near)
    return {
        *model.objects.filter(near).values_list("gathering_id", flat=True),
        *history.values_list("gathering_id", flat=True),
    }


def _keys(model: Any, near: Q, spared: set[UUID]) -> set[UUID]:
    """Rows that are there, and rows that went and left their history."""
    history = model.pgh_event_model.objects.filter(near)
    return {
        *model.objects.filter(near).exclude(gathering__in=spared).values_list("pk", flat=True),
        *history.exclude(gathering__in=spared).values_list("pgh_obj_id", flat=True),
    }


def _names_of_others(gathering_id: UUID, person: Any) -> set[str]:
    """The names of everybody else who has a part in this gathering, in small letters."""
    guests = gatherings_visible_to(SYSTEM).filter(pk=gathering_id)
    talks = FollowUp.objects.filter(gathering=gathering_id)
    people = {
        *guests.values_list("guests__candidate_id", flat=True),
        *talks.values_list("candidate_id", flat=True),
        *NextStep.objects.filter(gathering=gathering_id).values_list("candidate_id", flat=True),
    }
    partners = {
        *guests.values_list("guests__entrepreneur_id", flat=True),
        *talks.values_list("entrepreneur_id", flat=True),
    }
    there: list[Any] = [
        *candidates.candidates_by_id(people - {None}).values(),
        *employers.entrepreneurs_by_id(partners - {None}).values(),
    ]
    return {other.name.casefold() for other in there if other.pk != person.pk}
