"""From both sides' wishes to follow-up talks."""

from collections.abc import Callable

import numpy as np

from werktop.mechanisms.deadline import Deadline

from .exact import Reserves, parts, solve_part
from .market import Market, open_market
from .problem import Matching, Problem, Report
from .proposals import propose
from .stability import blocking_pairs


def solve(problem: Problem, *, keep_going: Callable[[], bool] | None = None) -> Matching:
    """Agreed pairs, and a stable matching of the other mutual wishes: as large as possible, then with as few
    candidates, then places, as possible left without a talk, then with most reserves used.

    keep_going: a `Deadline` limits the search for a proof; another callable is asked between independent
    parts of the market. When it ends too early, or the market is too large for a proof, the answer is stable
    all the same, has at least two thirds of the possible pairs, and `report.exact` is False. Without ties and
    with one talk per candidate the answer is candidate-proposing deferred acceptance, so that no candidate
    gains by hiding a wish (Roth 1982); reserves then change nothing.
    """
    market = open_market(problem)
    rows = np.flatnonzero(propose(market))
    largest, exact, rule = len(rows), True, "deferred acceptance"
    if not (market.is_strict() and (market.seats <= 1).all()):
        rows, largest, exact, rule = _largest(market, rows, _reserves(problem, market), keep_going)
    pairs = list(dict.fromkeys(problem.agreed)) + [
        (problem.candidates[i].id, problem.places[e].id) for i, e in market.pairs[rows].tolist()
    ]
    talking, hosting = {c for c, _ in pairs}, {p for _, p in pairs}
    seconds = keep_going.seconds_used() if isinstance(keep_going, Deadline) else 0.0
    report = Report(
        size=len(pairs),
        blocking_pairs=len(blocking_pairs(problem, pairs)),
        largest_possible=largest + len(pairs) - len(rows),
        exact=exact,
        unserved=tuple(c.id for c in problem.candidates if c.id not in talking),
        unserved_places=tuple(p.id for p in problem.places if p.id not in hosting),
        reserves_used=reserves_used(problem, pairs),
        rule=rule,
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


def _largest(
    market: Market, start: np.ndarray, reserves: Reserves, keep_going: Callable[[], bool] | None
) -> tuple[np.ndarray, int, bool, str]:
    """(chosen rows, proven bound, whether all is proven, how) over the independent parts of the market."""
    chosen, bound, exact = [], 0, True
    for rows in sorted(parts(market), key=len):
        if isinstance(keep_going, Deadline):
            seconds_left: Callable[[], float] | None = keep_going.seconds_left
        elif keep_going is not None and not keep_going():
            seconds_left = _none_left
        else:
            seconds_left = None
        part = solve_part(market, rows, np.intersect1d(start, rows), reserves, seconds_left)
        chosen.append(part.chosen)
        bound += part.bound
        exact = exact and part.is_proven
    rows = np.sort(np.concatenate(chosen)) if chosen else start
    return rows, bound, exact, "integer programming" if exact else "kiraly"


def _none_left() -> float:
    return 0.0
