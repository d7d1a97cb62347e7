"""People and firms in a form: as choices with a value, and as keys again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.keys import key_in
from werktop.candidates import queries as candidates
from werktop.catalogue.folding import folded
from werktop.contacts.queries.naming import Named
from werktop.contacts.queries.visits import own_visits
from werktop.employers import queries as employers

Choices = list[tuple[str, str]]
KINDS = {"candidate": "candidate_ids", "entrepreneur": "entrepreneur_ids", "employer": "employer_id"}
MOST_PROPOSED = 8


def value_of(kind: str, key: UUID) -> str:
    """How a person or firm is written in a form."""
    return f"{kind}:{key}"


def keys_in(values: Iterable[str]) -> dict[str, Any]:
    """The arguments of a command: `candidate_ids`, `entrepreneur_ids` and `employer_id`. What cannot be read is left out;
    of several firms the last counts."""
    found: dict[str, Any] = {"candidate_ids": [], "entrepreneur_ids": [], "employer_id": None}
    for value in values:
        kind, _colon, key = value.partition(":")
        if (read := key_in(key)) is None:
            continue
        if kind == "employer":
            found["employer_id"] = read
        elif kind in KINDS:
            found[KINDS[kind]].append(read)
    return found


def choices_for(viewer: Actor, values: Iterable[str]) -> Choices:
    """Those of these people and firms whom the viewer may see, with words that tell two of one name apart."""
    keys = keys_in(values)
    own = candidates.candidates_visible_to(viewer, with_left=True).filter(pk__in=keys["candidate_ids"])
    partners = [
        person
        for person in employers.entrepreneurs_by_id(keys["entrepreneur_ids"]).values()
        if person.employer.region_id == viewer.region_id
    ]
    firms = employers.employers_in_region(viewer).filter(pk=keys["employer_id"])
    return [
        *((value_of("candidate", row.pk), candidate_words(row)) for row in own),
        *((value_of("entrepreneur", row.pk), entrepreneur_words(row)) for row in partners),
        *((value_of("employer", row.pk), employer_words(row)) for row in firms),
    ]


def around_firm(viewer: Actor, employer_id: UUID | None) -> Choices:
    """The people of a firm who take part."""
    if employer_id is None:
        return []
    people = employers.entrepreneurs_in_region(viewer).filter(employer_id=employer_id)
    return [(value_of("entrepreneur", row.pk), entrepreneur_words(row)) for row in people]


def named(viewer: Actor, words: str) -> Choices:
    """A few people and firms whose names are like these words, the most alike first: only those of that very name where there
    are such, else only those who bear all of these words, else who is nearly called so."""
    people = candidates.found_candidates(viewer, candidates.Filters(words=words))[:MOST_PROPOSED]
    firms = employers.found_employers(viewer, employers.Filters(words=words))[:MOST_PROPOSED]
    proposed = [(value_of("candidate", row.pk), candidate_words(row), row.name) for row in people]
    for firm in firms:
        proposed.append((value_of("employer", firm.pk), employer_words(firm), firm.name))
        proposed += [
            (value_of("entrepreneur", row.pk), f"{row.name}, {firm.name}", row.name)
            for row in firm.entrepreneurs.all()
            if row.is_active
        ]
    typed = folded(words)
    exact = [each for each in proposed if folded(each[2]) == typed]
    bearing = [
        each for each in proposed if set(typed.split()) <= set(folded(each[1]).replace(",", " ").split())
    ]
    return [(value, shown) for value, shown, _name in (exact or bearing or proposed)[: 2 * MOST_PROPOSED]]


def candidate_words(row: Any) -> str:
    """A candidate by name and postcode: two may bear one name."""
    return ", ".join(filter(None, (row.name, row.postcode)))


def entrepreneur_words(row: Any) -> str:
    """Somebody of a firm, with the firm."""
    return f"{row.name}, {row.employer.name}"


def employer_words(row: Any) -> str:
    """A firm with its place."""
    return ", ".join(filter(None, (row.name, row.place)))


def named_of(viewer: Actor, value: str) -> Named | None:
    """The candidate or firm whose page a note was written on, as its form says, or the firm of a planned visit; None where the
    viewer sees none such."""
    if (visit := visit_of(viewer, value)) is not None:
        value = value_of("employer", visit.employer_id)
    keys = keys_in([value])
    for row in candidates.candidates_visible_to(viewer, with_left=True).filter(pk__in=keys["candidate_ids"]):
        return Named("candidate", row.pk, row.name, candidate_words(row))
    for firm in employers.employers_in_region(viewer).filter(pk=keys["employer_id"]):
        return Named("employer", firm.pk, firm.name, employer_words(firm))
    return None


def visit_of(viewer: Actor, value: str) -> Any:
    """The planned visit of the own organisation that a note was written on; None for another page."""
    kind, _colon, key = value.partition(":")
    read = key_in(key) if kind == "visit" else None
    return own_visits(viewer).filter(pk=read).first() if read else None
