"""From both sides' wishes to follow-up talks."""

from collections.abc import Callable
from operator import attrgetter

import numpy as np

from werktop.mechanisms.deadline import Deadline

from .enlarging import enlarge
from .exact import Goal, Part, Reserves, parts, solve_part
from .market import Market, open_market
from .problem import Matching, Problem, Report
from .proposals import propose
from .reduction import without_impossible
from .stability import blocking_pairs


def solve(problem: Problem, *, keep_going: Callable[[], bool] | None = None) -> Matching:
    """Agreed pairs, and a stable matching of the other mutual wishes: as large as possible, then with as few
    candidates, then places, as possible left without a talk, then with most reserves used.

    keep_going: a `Deadline` limits the search for larger matchings and for a proof; another callable is asked
    now and then. When it ends too early, or the market is too large for a proof, the answer is stable
    all the same, has at least two thirds of the possible pairs, and `report.exact` is False. Without ties and
    with one talk per candidate the answer is candidate-proposing deferred acceptance, so that no candidate
    gains by hiding a wish (Roth 1982); reserves then change nothing.
    """
    sorted_by_id = Problem(
        sorted(problem.candidates, key=attrgetter("id")),
        sorted(problem.places, key=attrgetter("id")),
        problem.agreed,
    )  # so that it does not matter in which order people are listed
    market = open_market(sorted_by_id)
    if market.is_strict() and (market.seats <= 1).all():
        rows = np.flatnonzero(propose(market))
        found = Part(rows, len(rows), True, "deferred acceptance")
    else:
        market = without_impossible(market)
        found = _largest(market, _reserves(sorted_by_id, market), keep_going)
    pairs = list(dict.fromkeys(problem.agreed)) + [
        (sorted_by_id.candidates[i].id, sorted_by_id.places[e].id)
        for i, e in market.pairs[found.chosen].tolist()
    ]
    talking, hosting = {c for c, _ in pairs}, {p for _, p in pairs}
    seconds = keep_going.seconds_used() if isinstance(keep_going, Deadline) else 0.0
    report = Report(
        size=len(pairs),
        blocking_pairs=len(blocking_pairs(problem, pairs)),
        largest_possible=found.bound + len(pairs) - len(found.chosen),
        exact=found.is_proven,
        unserved=tuple(c.id for c in problem.candidates if c.id not in talking),
        unserved_places=tuple(p.id for p in problem.places if p.id not in hosting),
        reserves_used=reserves_used(problem, pairs),
        rule=found.rule,
        seconds=round(seconds, 4),
    )
    return Matching(tuple(pairs), report)


def reserves_used(problem: Problem, pairs: list[tuple[str, str]]) -> int:
    """How many of the talks that employers keep for groups go to someone of the group."""
    groups = {c.id: c.groups for c in problem.candidates}
    guests: dict[str, list[str]] = {}
    for c, p in pairs:
        guests.setdefault(p, []).append(c)
    return sum(
        min(kept, sum(group in groups[c] for c in guests.get(place.id, ())))
        for place in problem.places
        for group, kept in place.reserve.items()
    )


def _reserves(problem: Problem, market: Market) -> Reserves:
    groups = {c.id: c.groups for c in problem.candidates}
    by_place: dict[int, list[int]] = {}
    for row, (_, e) in enumerate(market.pairs.tolist()):
        by_place.setdefault(e, []).append(row)
    left, members = [], []
    for e, place in enumerate(problem.places):
        for group, kept in sorted(place.reserve.items()):
            taken = sum(p == place.id and group in groups[c] for c, p in set(problem.agreed))
            left.append(kept - taken)
            members.append(
                [x for x in by_place.get(e, ()) if group in problem.candidates[market.pairs[x, 0]].groups]
            )
    return Reserves(left, members)


def _largest(market: Market, reserves: Reserves, keep_going: Callable[[], bool] | None) -> Part:
    """The best matching of a reduced market, found at once or put together from its independent parts."""
    every = np.arange(len(market.pairs))
    goal = Goal(market, every, reserves)
    start = np.flatnonzero(enlarge(market, propose(market), goal.most, keep_going))
    if goal.is_proven(start):
        return goal.proven(start)
    solved = []
    for rows in sorted(parts(market), key=len):
        if len(rows) == 1:  # two people with no other choice
            solved.append(Part(rows, 1, True, "maximum flow"))
            continue
        if isinstance(keep_going, Deadline):
            seconds_left: Callable[[], float] | None = keep_going.seconds_left
        elif keep_going is not None and not keep_going():
            seconds_left = _none_left
        else:
            seconds_left = None
        solved.append(solve_part(market, rows, np.intersect1d(start, rows), reserves, seconds_left))
    exact = all(part.is_proven for part in solved)
    return Part(
        np.sort(np.concatenate([part.chosen for part in solved])),
        sum(part.bound for part in solved),
        exact,
        "integer programming" if exact else "approximation",
    )


def _none_left() -> float:
    return 0.0
