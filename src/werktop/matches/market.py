"""From wishes to proposals: the matching mechanism's problem, and what is said about each pair. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from werktop.mechanisms import matching

CANDIDATE_TALKS, ENTREPRENEUR_TALKS = 2, 3
"""How many talks at most where nobody said otherwise."""


@dataclass(frozen=True)
class Wishes:
    """Who was there and wants to talk on with whom. Keys are those of candidates and entrepreneurs.

    `chosen_by_candidate` and `chosen_by_entrepreneur` hold one tier each: all clicks of one person count alike.
    `agreed` pairs (candidate, entrepreneur) were agreed aloud; `kept` pairs have a talk already. `most` holds how
    many talks a person wants at most, where it was said. `noted_by_host` are pairs in which at least one direction
    rests on a host's tap alone; the mechanism counts them as any other. `stopped` are guests who take part no more:
    they are in none of the others.
    """

    candidates: list[UUID]
    entrepreneurs: list[UUID]
    chosen_by_candidate: dict[UUID, set[UUID]] = field(default_factory=dict)
    chosen_by_entrepreneur: dict[UUID, set[UUID]] = field(default_factory=dict)
    agreed: set[tuple[UUID, UUID]] = field(default_factory=set)
    kept: set[tuple[UUID, UUID]] = field(default_factory=set)
    most: dict[UUID, int] = field(default_factory=dict)
    noted_by_host: set[tuple[UUID, UUID]] = field(default_factory=set)
    stopped: frozenset[UUID] = frozenset()


@dataclass(frozen=True)
class Proposals:
    """Pairs to propose. `calls` are wishes of entrepreneurs that the candidate did not share (yet): we call.
    `without` are candidates for whom a person makes a next step."""

    agreed: list[tuple[UUID, UUID]]
    mutual: list[tuple[UUID, UUID]]
    calls: list[tuple[UUID, UUID]]
    without: list[UUID]
    report: dict[str, object]


def problem_of(wishes: Wishes) -> matching.Problem:
    """The matching problem: agreements and talks that stand are facts, the rest are wishes in one tier."""
    facts = sorted(wishes.agreed | wishes.kept)
    # a talk that stands is a fact, also where one of the two turns out not to have come
    candidates = {*wishes.candidates, *(c for c, _e in facts)}
    entrepreneurs = {*wishes.entrepreneurs, *(e for _c, e in facts)}
    return matching.Problem(
        candidates=[
            matching.Candidate(
                str(c),
                _capacity(wishes, c, CANDIDATE_TALKS, sum(1 for pair in facts if pair[0] == c)),
                _tier(wishes.chosen_by_candidate.get(c, set())),
            )
            for c in sorted(candidates)
        ],
        places=[
            matching.Place(
                str(e),
                _capacity(wishes, e, ENTREPRENEUR_TALKS, sum(1 for pair in facts if pair[1] == e)),
                _tier(wishes.chosen_by_entrepreneur.get(e, set())),
            )
            for e in sorted(entrepreneurs)
        ],
        agreed=[(str(c), str(e)) for c, e in facts],
    )


def proposals_from(wishes: Wishes, *, keep_going: Callable[[], bool] | None = None) -> Proposals:
    """What to propose, by the matching mechanism; wishes of one side become a call, nobody is left without a step."""
    answer = matching.solve(problem_of(wishes), keep_going=keep_going)
    pairs = {(UUID(c), UUID(e)) for c, e in answer.pairs}
    new = pairs - wishes.kept
    calls = [
        (c, e)
        for e in sorted(wishes.entrepreneurs)
        for c in sorted(wishes.chosen_by_entrepreneur.get(e, set()))
        if (c, e) not in pairs
        and e not in wishes.chosen_by_candidate.get(c, set())
        and c in set(wishes.candidates)
    ]
    # a call is not a talk yet: who only has that gets a next step too, so that somebody's name stands at it
    served = {c for c, _e in pairs}
    report = answer.report
    return Proposals(
        agreed=sorted(new & wishes.agreed),
        mutual=sorted(new - wishes.agreed),
        calls=calls,
        without=[c for c in sorted(wishes.candidates) if c not in served],
        report={
            "size": report.size,
            "largest_possible": report.largest_possible,
            "exact": report.exact,
            "blocking_pairs": report.blocking_pairs,
        }
        if report
        else {},
    )


def _capacity(wishes: Wishes, person: UUID, usual: int, facts: int) -> int:
    # an agreement made aloud stands, also above the maximum
    return max(wishes.most.get(person, usual), facts)


def _tier(keys: set[UUID]) -> tuple[tuple[str, ...], ...]:
    return (tuple(sorted(str(k) for k in keys)),) if keys else ()
