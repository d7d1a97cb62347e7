"""From wishes to proposals: the matching mechanism's problem, and what is said about each pair. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from werktop.audit.keys import lot
from werktop.mechanisms import matching

CANDIDATE_TALKS, ENTREPRENEUR_TALKS = 2, 3
"""How many talks at most where nobody said otherwise."""


@dataclass(frozen=True)
class LeftOut:
    """Of two who agreed aloud, who answered for himself since without the other, and when."""

    by_candidate_at: datetime | None
    by_entrepreneur_at: datetime | None

    @property
    def at(self) -> datetime:
        """The last of these answers."""
        return max(at for at in (self.by_candidate_at, self.by_entrepreneur_at) if at)


@dataclass(frozen=True)
class Wishes:
    """Who was there and wants to talk on with whom. Keys are those of candidates and entrepreneurs.

    `chosen_by_candidate` and `chosen_by_entrepreneur` hold one tier each: all clicks of one person count alike.
    `agreed` pairs (candidate, entrepreneur) were agreed aloud, `left_out` are those of them of which a guest's own answer
    says otherwise since; `kept` pairs have a talk already, of `ended` pairs a colleague or one of both ended it: they count as
    no wish, so that the room goes to somebody else. `most` holds how many talks a person wants at most, where it
    was said. `noted_by_host` are pairs in which at least one direction rests on a host's tap alone; the mechanism counts
    them as any other. `stopped` are guests who take part no more:
    they are in none of the others.
    """

    candidates: list[UUID]
    entrepreneurs: list[UUID]
    chosen_by_candidate: dict[UUID, set[UUID]] = field(default_factory=dict)
    chosen_by_entrepreneur: dict[UUID, set[UUID]] = field(default_factory=dict)
    agreed: set[tuple[UUID, UUID]] = field(default_factory=set)
    left_out: dict[tuple[UUID, UUID], LeftOut] = field(default_factory=dict)
    kept: set[tuple[UUID, UUID]] = field(default_factory=set)
    ended: set[tuple[UUID, UUID]] = field(default_factory=set)
    most: dict[UUID, int] = field(default_factory=dict)
    noted_by_host: set[tuple[UUID, UUID]] = field(default_factory=set)
    stopped: frozenset[UUID] = frozenset()

    @property
    def facts(self) -> set[tuple[UUID, UUID]]:
        """What was agreed aloud and of which nobody says otherwise since."""
        return self.agreed - self.left_out.keys() - self.ended


@dataclass(frozen=True)
class Proposals:
    """Pairs to propose, in the order of their lots. `calls` are wishes of entrepreneurs that the candidate did not share (yet): we
    call. So we do for what was agreed aloud where a guest answered otherwise since (`left_out`): it is no fact, and takes no
    room. `more` talks that both want there could be at most (0: proven to be the most). `without` are candidates for whom a
    person makes a next step."""

    agreed: list[tuple[UUID, UUID]]
    mutual: list[tuple[UUID, UUID]]
    calls: list[tuple[UUID, UUID]]
    left_out: list[tuple[UUID, UUID]]
    without: list[UUID]
    report: dict[str, object]
    more: int = 0


def problem_of(wishes: Wishes, lots: dict[UUID, str]) -> matching.Problem:
    """The matching problem: agreements and talks that stand are facts, the rest are wishes in one tier. People go by their
    lots."""
    facts = sorted(wishes.facts | wishes.kept)
    # a talk that stands is a fact, also where one of the two turns out not to have come
    candidates = {*wishes.candidates, *(c for c, _e in facts)}
    entrepreneurs = {*wishes.entrepreneurs, *(e for _c, e in facts)}

    def tier(pairs: set[tuple[UUID, UUID]], side: int) -> tuple[tuple[str, ...], ...]:
        keys = {pair[side] for pair in pairs - wishes.ended}
        return (tuple(sorted(lots[key] for key in keys)),) if keys else ()

    return matching.Problem(
        candidates=[
            matching.Candidate(
                lots[c],
                _capacity(wishes, c, CANDIDATE_TALKS, sum(1 for pair in facts if pair[0] == c)),
                tier({(c, e) for e in wishes.chosen_by_candidate.get(c, ())}, 1),
            )
            for c in sorted(candidates, key=lots.__getitem__)
        ],
        places=[
            matching.Place(
                lots[e],
                _capacity(wishes, e, ENTREPRENEUR_TALKS, sum(1 for pair in facts if pair[1] == e)),
                tier({(c, e) for c in wishes.chosen_by_entrepreneur.get(e, ())}, 0),
            )
            for e in sorted(entrepreneurs, key=lots.__getitem__)
        ],
        agreed=[(lots[c], lots[e]) for c, e in facts],
    )


def lots_of(wishes: Wishes, drawn_for: UUID) -> dict[UUID, str]:
    """A lot for everybody of whom the wishes speak, drawn anew for each gathering (`drawn_for`): between people who count
    alike the mechanism goes by the order of names."""
    people = {*wishes.candidates, *wishes.entrepreneurs}
    people.update(*(pair for pair in wishes.facts | wishes.kept))
    people.update(*wishes.chosen_by_candidate.values(), *wishes.chosen_by_entrepreneur.values())
    return {key: lot(drawn_for, key) for key in people}


def proposals_from(
    wishes: Wishes, *, drawn_for: UUID, keep_going: Callable[[], bool] | None = None
) -> Proposals:
    """What to propose, by the matching mechanism; wishes of one side become a call, nobody is left without a step. Where
    all else is equal a lot decides, drawn for this gathering (`lots_of`)."""
    lots = lots_of(wishes, drawn_for)
    person = {name: key for key, name in lots.items()}
    answer = matching.solve(problem_of(wishes, lots), keep_going=keep_going)
    pairs = {(person[c], person[e]) for c, e in answer.pairs}
    new = pairs - wishes.kept

    def drawn(found: set[tuple[UUID, UUID]]) -> list[tuple[UUID, UUID]]:
        return sorted(found, key=lambda pair: (lots[pair[0]], lots[pair[1]]))

    there = set(wishes.candidates)
    calls = [
        (c, e)
        for e in sorted(wishes.entrepreneurs)
        for c in sorted(wishes.chosen_by_entrepreneur.get(e, set()))
        if (c, e) not in pairs
        and (c, e) not in wishes.left_out
        and (c, e) not in wishes.ended
        and e not in wishes.chosen_by_candidate.get(c, set())
        and c in there
    ]
    # a call is not a talk yet: who only has that gets a next step too, so that somebody's name stands at it
    served = {c for c, _e in pairs}
    report = answer.report
    return Proposals(
        agreed=drawn(new & wishes.facts),
        mutual=drawn(new - wishes.facts),
        calls=calls,
        left_out=sorted(wishes.left_out.keys() - pairs - wishes.ended),
        without=[c for c in sorted(wishes.candidates) if c not in served],
        report={
            "size": report.size,
            "largest_possible": report.largest_possible,
            "exact": report.exact,
            "blocking_pairs": report.blocking_pairs,
        }
        if report
        else {},
        more=max(0, report.largest_possible - report.size) if report else 0,
    )


def _capacity(wishes: Wishes, person: UUID, usual: int, facts: int) -> int:
    # an agreement made aloud stands, also above the maximum
    return max(wishes.most.get(person, usual), facts)
