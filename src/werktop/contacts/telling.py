"""What a sentence tells of candidates, as chips that become part of their picture."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from werktop.audit.actors import Actor
from werktop.candidates import queries as candidates
from werktop.catalogue import queries as catalogue

from .queries.naming import Named
from .reading import Told

Facts = tuple[str, dict[str, Any]]


def told_chips(
    viewer: Actor,
    told: Iterable[Told],
    chips: list[Facts],
    meant: Callable[[str, str], Named | None],
    papers: dict[str, str],
) -> list[Facts]:
    """Chips of what is told, for candidates who are `meant` without a doubt; of what somebody needs only to who may read that.

    What is needed and a step have a day of their own: a reminder among `chips` that says the same is left off. `papers` gets
    the keys of requirements that a paper is, by its words.
    """
    found: list[Facts] = []
    for each in told:
        candidate = meant(each.candidate, "candidate")
        if candidate is None or (each.kind == "need" and not _may_read_needs(viewer, candidate)):
            continue
        facts: dict[str, Any] = {"candidate": candidate.value}
        if each.kind == "wish":
            facts |= {"work": each.what, "hours": each.hours}
        elif each.kind == "certificate":
            facts |= {"what": _paper(each, papers)}
        else:
            facts |= {"what": each.what, "due_date": each.date}
            facts |= {"about": each.of_kind} if each.kind == "need" else {}
            for kind, other in chips:
                if kind == "reminder" and each.what in other["what"]:
                    other["is_on"] = False
        found.append((each.kind, facts))
    return found


def _paper(told: Told, papers: dict[str, str]) -> str:
    """What the paper is called in the catalogue, where it is one of those that work asks."""
    for requirement in catalogue.requirements() if told.code else ():
        if requirement.code == told.code:
            papers[requirement.label] = str(requirement.pk)
            return str(requirement.label)
    return told.what


def _may_read_needs(viewer: Actor, candidate: Named) -> bool:
    return candidates.can_see_needs(viewer, candidates.candidate_for(viewer, candidate.key))
