"""What a plan is worth and which hard rules it breaks: counted anew, apart from the search."""

from dataclasses import dataclass

import numpy as np

from werktop.mechanisms.refusals import Rule

from .layout import Layout, lay_out, rows_where
from .problem import Plan, Problem, Rounds


@dataclass(frozen=True)
class Score:
    """`broken` lists every hard rule that the plan breaks. `meetings_of` maps every candidate to the
    entrepreneurs met and every entrepreneur to the candidates met, in order of their lists; `share_of` maps
    every candidate to the part (0..1) reached of what that candidate could have had at best."""

    objective: int
    meetings: int
    repeated_pairs: int
    chairs_changed: int
    worst_served: float
    broken: tuple[Rule, ...]
    meetings_of: dict[str, tuple[str, ...]]
    share_of: dict[str, float]


def score(problem: Problem, plan: Plan | Rounds) -> Score:
    """Scores a plan (or its rounds); tables that are not mentioned count as empty. Ids must be known."""
    rounds = plan.rounds if isinstance(plan, Plan) else plan
    layout = lay_out(problem)
    R, T, n, m = layout.shape
    meet, pairs = np.zeros((n, m), int), np.zeros((n, n), int)
    candidates = {p.id: i for i, p in enumerate(problem.candidates)}
    guests = {p.id: e for e, p in enumerate(problem.entrepreneurs)}
    seats = np.full((R, n + m), -1, int)
    tables = {t.id: row for row, t in enumerate(problem.tables)}
    broken: list[Rule] = []
    for r in range(R):
        for at in rounds[r] if r < len(rounds) else ():
            people = [candidates[x] for x in at.candidates]
            company = [guests[x] for x in at.entrepreneurs]
            chairs = (*people, *(n + e for e in company))
            for x, name in zip(chairs, (*at.candidates, *at.entrepreneurs), strict=True):
                if seats[r, x] >= 0:
                    broken.append(
                        Rule("seated_twice", f"Round {r + 1}: {name} has two chairs.", (name,), r + 1)
                    )
                seats[r, x] = tables[at.table]
            meet[np.ix_(people, company)] += 1
            pairs[np.ix_(people, people)] += 1
        broken += broken_rules(layout, r, seats[r, :n], seats[r, n:])
    pairs[layout.group[:, None] == layout.group[None, :]] = 0
    repeats = int(np.maximum(pairs - 1, 0).sum()) // 2
    before = layout.previous_seat
    changed = int(((before != -1) & (seats >= 0) & (before != seats)).sum())
    had = (layout.affinity * (meet > 0)).sum(axis=1)
    share = shares(layout, had)
    objective = int(had.sum()) - problem.repeat_penalty * repeats - problem.change_cost * changed
    return Score(
        objective=objective,
        meetings=int((meet > 0).sum()),
        repeated_pairs=repeats,
        chairs_changed=changed,
        worst_served=float(share.min(initial=1.0)),
        broken=tuple(broken),
        meetings_of={
            **{
                p.id: tuple(problem.entrepreneurs[e].id for e in rows_where(meet[i]))
                for i, p in enumerate(problem.candidates)
            },
            **{
                p.id: tuple(problem.candidates[i].id for i in rows_where(meet[:, e]))
                for e, p in enumerate(problem.entrepreneurs)
            },
        },
        share_of={p.id: float(share[i]) for i, p in enumerate(problem.candidates)},
    )


def best_possible(layout: Layout) -> np.ndarray:
    """What each candidate could have had at best (n,): the dearest entrepreneurs of as many as can be met."""
    R, T, n, m = layout.shape
    count = np.minimum(layout.present.sum(axis=0) * layout.problem.entrepreneurs_per_table, m)
    sums = np.concatenate(
        [np.zeros((n, 1), int), np.cumsum(-np.sort(-layout.affinity, axis=1), axis=1)], axis=1
    )
    return sums[np.arange(n), count]


def shares(layout: Layout, had: np.ndarray) -> np.ndarray:
    """Each candidate's part of the best possible (n,); 1.0 for who could have nothing."""
    best = best_possible(layout)
    return np.where(best > 0, had / np.maximum(best, 1), 1.0)


def broken_rules(layout: Layout, r: int, seat: np.ndarray, guest_seat: np.ndarray) -> list[Rule]:
    """The hard rules that one round's seats (n,) and (m,), table rows or -1, break."""
    problem, found = layout.problem, []
    n, T = layout.allowed.shape
    candidate = [p.id for p in problem.candidates]
    guest = [p.id for p in problem.entrepreneurs]
    table = [t.id for t in problem.tables]
    where, present, pin = f"Round {r + 1}: ", layout.present[r], layout.pinned[r]

    def add(kind: str, text: str, *ids: str, **numbers: int) -> None:
        found.append(Rule(kind, where + text, ids, r + 1, numbers))

    free = (seat >= 0) & (pin < 0)
    for i in rows_where(present & (seat < 0)):
        add("no_chair", f"{candidate[i]} has no chair.", candidate[i])
    for i in rows_where(~present & (seat >= 0)):
        add("absent", f"{candidate[i]} is absent but has a chair.", candidate[i])
    for i in rows_where((pin >= 0) & present & (seat != pin)):
        add("fixed", f"{candidate[i]} has a fixed seat at {table[pin[i]]}.", candidate[i], table[pin[i]])
    for i in rows_where(free):
        t = seat[i]
        if not layout.speaks[i, t]:
            add(
                "language",
                f"{candidate[i]} shares no language with the host of {table[t]}.",
                candidate[i],
                table[t],
            )
        if problem.candidates[i].step_free and not problem.tables[t].step_free:
            add(
                "step_free",
                f"{candidate[i]} needs a step-free table, {table[t]} is not.",
                candidate[i],
                table[t],
            )
    for a, b in layout.apart.tolist():
        if seat[a] >= 0 and seat[a] == seat[b] and (free[a] or free[b]):
            add("apart", f"{candidate[a]} and {candidate[b]} must sit apart.", candidate[a], candidate[b])
    numbers, counts = np.unique(layout.group[present], return_counts=True)
    for number in numbers[counts > 1]:
        people = np.flatnonzero((layout.group == number) & present)
        if len(np.unique(seat[people])) > 1 and (pin[people] < 0).any():
            names = [candidate[i] for i in people]
            add("together", f"{', '.join(names)} must sit together.", *names)

    sizes = np.bincount(seat[seat >= 0], minlength=T)
    facts = np.bincount(seat[(seat >= 0) & (pin >= 0)], minlength=T)
    for t in rows_where((sizes > problem.max_table_size) & (sizes > facts)):
        add(
            "max_table_size",
            f"{table[t]} has {sizes[t]} candidates, at most {problem.max_table_size}.",
            table[t],
        )
    uneven = np.flatnonzero((sizes < layout.low[r]) | (sizes > layout.high[r]))
    if len(uneven) and not (pin >= 0).any():  # facts may leave no even sizes
        names = [table[t] for t in uneven]
        add("even_sizes", f"Table sizes differ by more than one: {sizes.min()} to {sizes.max()}.", *names)
    found += _broken_by_entrepreneurs(layout, r, guest_seat, guest, table, where)
    return found


def _broken_by_entrepreneurs(
    layout: Layout, r: int, seat: np.ndarray, guest: list[str], table: list[str], where: str
) -> list[Rule]:
    from .conflicts import is_settled

    found: list[Rule] = []
    k, pin, here = (
        layout.problem.entrepreneurs_per_table,
        layout.entrepreneur_pinned[r],
        layout.entrepreneur_present[r],
    )
    for e in rows_where(~here & (seat >= 0)):
        found.append(Rule("absent", f"{where}{guest[e]} is absent but has a chair.", (guest[e],), r + 1))
    for e in rows_where(here & (pin >= 0) & (seat != pin)):
        text = f"{where}{guest[e]} has a fixed seat at {table[pin[e]]}."
        found.append(Rule("fixed", text, (guest[e], table[pin[e]]), r + 1))
    own = layout.own_table
    for e in rows_where(here & (pin < 0) & (own >= 0) & (seat != own)):
        if k == 0 and seat[e] < 0:
            continue
        text = f"{where}{guest[e]} sits at the own table {table[own[e]]} in every round."
        found.append(Rule("own_table", text, (guest[e], table[own[e]]), r + 1))
    if not is_settled(layout, r):
        counts = np.bincount(seat[seat >= 0], minlength=len(table))
        facts = np.bincount(pin[(pin >= 0) & here], minlength=len(table))
        for t in rows_where((counts != k) & (counts != np.maximum(facts, k))):
            text = f"{where}{table[t]} has {counts[t]} entrepreneurs, {k} are asked for."
            found.append(
                Rule("entrepreneurs", text, (table[t],), r + 1, {"present": int(counts[t]), "needed": k})
            )
    return found
