"""More candidates than chairs, as with speed dates at tables of 1 + 1: who waits in which round."""

from dataclasses import replace

import numpy as np

from .layout import companions
from .problem import Absence, Problem


def with_turns(problem: Problem, *, seed: int = 0) -> Problem:
    """The same problem in which those who find no chair wait by turns (as absences of one round).

    Waiting is spread so that nobody waits twice before another of those who can wait has waited once, as far
    as absences, fixed seats and companions (who wait together) allow. Nothing changes when there are chairs
    for all. Raises nothing: what stays impossible is refused by `solve`.
    """
    rng = np.random.default_rng(seed)
    rows = {c.id: i for i, c in enumerate(problem.candidates)}
    n, chairs = len(rows), len(problem.tables) * problem.max_table_size
    group = companions(n, [(rows[a], rows[b]) for a, b in problem.together])
    present = np.ones((problem.rounds, n), bool)
    for away in problem.absent:
        if away.person in rows:
            present[away.from_round - 1 : away.to_round, rows[away.person]] = False
    held = np.zeros((problem.rounds, n), bool)
    for seat in problem.fixed:
        if seat.person in rows:
            held[seat.round - 1, group == group[rows[seat.person]]] = True
    waits = np.zeros(n, int)
    added: list[Absence] = []
    for r in range(problem.rounds):
        too_many = int(present[r].sum()) - chairs
        can_wait = np.unique(group[present[r] & ~held[r]])
        order = sorted(can_wait.tolist(), key=lambda g: (waits[group == g].max(), rng.random()))
        for number in order:
            members = np.flatnonzero((group == number) & present[r])
            if too_many <= 0:
                break
            if len(members) > too_many and any(
                ((group == g) & present[r]).sum() <= too_many and waits[g] <= waits[number] for g in order
            ):
                continue
            waits[members] += 1
            present[r, members] = False
            too_many -= len(members)
            added += [Absence(problem.candidates[i].id, r + 1, r + 1) for i in members.tolist()]
    return replace(problem, absent=[*problem.absent, *added]) if added else problem
