"""What a sentence tells of candidates, as chips that become part of their picture."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from werktop.audit.actors import Actor
from werktop.candidates import queries as candidates
from werktop.catalogue import queries as catalogue

from .queries.naming import Named
from .reading import Told

DISCUSSED = candidates.NEED_SOURCES[-1][0]
Facts = tuple[str, dict[str, Any]]
Place = tuple[str, str, str]
"""Of what is told: its kind, the candidate, and what it says where there may be several."""


def told_chips(
    viewer: Actor,
    told: Iterable[tuple[Told, Named]],
    chips: list[Facts],
    papers: dict[str, str],
    beside: dict[Place, str],
) -> list[Facts]:
    """Chips of what is told of candidates; of what somebody needs only to who may read that.

    What stands in the picture already is in `beside`, in words, and its chip is not ticked beforehand; nor is a wish that would
    replace one. `papers` gets the keys of requirements that a paper is, by its words. A query for the people, whom the viewer may
    see, and one for each kind, however many are told of.
    """
    found: list[Facts] = []
    said = list(told)
    people = candidates.candidates_by_id({named.key for _each, named in said})
    pictures = {
        kind: candidates.open_rows(people, kind) for kind in sorted({each.kind for each, _named in said})
    }
    for each, named in said:
        candidate = people.get(named.key)
        if candidate is None or (each.kind == "need" and not candidates.can_see_needs(viewer, candidate)):
            continue
        facts: dict[str, Any] = {"candidate": named.value}
        if each.kind == "wish":
            facts |= {"work": each.what, "hours": each.hours}
        elif each.kind == "adjustment":
            facts |= {"way": each.what}
        elif each.kind == "certificate":
            facts |= {"what": _paper(each, papers)}
        else:
            facts |= {"what": each.what, "due_date": each.date}
            facts |= {"about": each.of_kind, "source": _known_by(named, chips)} if each.kind == "need" else {}
        there = _there(pictures[each.kind].get(candidate.pk, []), each.kind, facts, papers)
        if there is not None:
            words = ", ".join(filter(None, candidates.words_of(each.kind, there)))
            beside[each.kind, named.value, facts.get("what", "")] = words
        if there is not None and not (each.kind == "wish" and _only_adds(there, facts)):
            facts["is_on"] = False
        elif each.kind in ("need", "step") and candidates.does_work_with(viewer, candidate):
            _instead_of_reminders(each.kind, facts, chips)
        found.append((each.kind, facts))
    return found


def _known_by(named: Named, chips: list[Facts]) -> str:
    """How it is known what somebody needs: discussed with who was spoken to, and else asked for, as the form does."""
    spoken = (facts["people"] for kind, facts in chips if kind == "contact" and facts.get("reached") != "no")
    return DISCUSSED if any(named.value in people for people in spoken) else ""


def _there(rows: list[Any], kind: str, facts: dict[str, Any], papers: dict[str, str]) -> Any:
    """Of these rows the one that says the same, or of what is there once the row that is there; None where it is new."""
    what = _folded(facts.get("what", ""))
    for row in rows:
        if kind == "wish":
            is_same = True
        elif kind == "certificate":
            is_same = str(row.requirement_id or "") == papers.get(facts["what"]) or _folded(row.name) == what
        elif kind == "need":
            is_same = row.kind == facts["about"]
        elif kind == "adjustment":
            is_same = row.way == facts["way"]
        else:
            is_same = _folded(row.words) == what
        if is_same:
            return row
    return None


def _folded(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip(".")


def _only_adds(wish: Any, facts: dict[str, Any]) -> bool:
    """Whether a wish stays as it was and gets more: the kind of work, or hours, of which it said nothing."""
    has_hours = wish.hours_min or wish.hours_max
    return not (facts["work"] and wish.work) and not (facts["hours"] and has_hours)


def _instead_of_reminders(kind: str, facts: dict[str, Any], chips: list[Facts]) -> None:
    """A reminder that says the same is left off where this comes back on its day. What is needed takes over the day of the
    writer's own; a step of the candidate has only a day that was said."""
    for other_kind, other in chips:
        if other_kind != "reminder" or facts["what"] not in other["what"] or other["owner"]:
            continue
        if kind == "need" and facts["due_date"] is None:
            facts["due_date"] = other["due_date"]
        if facts["due_date"] == other["due_date"]:
            other["is_on"] = False


def _paper(told: Told, papers: dict[str, str]) -> str:
    """What the paper is called in the catalogue, where it is one of those that work asks."""
    for requirement in catalogue.requirements() if told.code else ():
        if requirement.code == told.code:
            papers[requirement.label] = str(requirement.pk)
            return str(requirement.label)
    return told.what
