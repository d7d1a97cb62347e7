"""Why a gathering cannot be seated: the rules in conflict, as few as can be named, in words."""

from collections.abc import Callable

import numpy as np

from werktop.mechanisms.refusals import NoPlanPossible, Rule

from .layout import Layout, rows_where
from .placing import RulesInForce, is_possible, round_task

SOLVES = 400  # integer programmes spent on making a conflict smaller; each takes milliseconds


def listed(ids: list[str] | tuple[str, ...], most: int = 6) -> str:
    """The first few of a list of ids, for a sentence."""
    return ", ".join(ids[:most]) + (f" and {len(ids) - most} more" if len(ids) > most else "")


def refuse_what_cannot_be(layout: Layout) -> None:
    """Raises NoPlanPossible for conflicts that can be seen without a search."""
    for look in (
        _absent_but_fixed,
        _apart_but_together,
        _chairs,
        _entrepreneurs,
        _nowhere_to_go,
        _split_by_facts,
    ):
        rules = look(layout)
        if rules:
            raise NoPlanPossible(rules)


def is_settled(layout: Layout, r: int) -> bool:
    """Whether the entrepreneurs of a round are facts: none is left to place (a round that has begun)."""
    here = layout.entrepreneur_present[r]
    if not here.any():
        free = layout.present[r] & (layout.pinned[r] < 0)
        return bool(layout.present[r].any()) and not free.any()
    return bool((layout.entrepreneur_pinned[r][here] >= 0).all())


def wanted_entrepreneurs(layout: Layout, r: int) -> np.ndarray:
    """How many entrepreneurs each table still needs beside the fixed ones (T,)."""
    pins = layout.entrepreneur_pinned[r]
    T = layout.low.shape[1]
    at = np.bincount(pins[(pins >= 0) & layout.entrepreneur_present[r]], minlength=T)
    if is_settled(layout, r):
        return np.zeros(T, int)
    return np.maximum(0, layout.problem.entrepreneurs_per_table - at)


def _absent_but_fixed(layout: Layout) -> list[Rule]:
    problem, found = layout.problem, []
    names = [*(c.id for c in problem.candidates), *(e.id for e in problem.entrepreneurs)]
    present = np.concatenate([layout.present, layout.entrepreneur_present], axis=1)
    pins = np.concatenate([layout.pinned, layout.entrepreneur_pinned], axis=1)
    for r in range(problem.rounds):
        ids = tuple(names[i] for i in rows_where((pins[r] >= 0) & ~present[r]))
        if ids:
            text = f"Round {r + 1}: {listed(ids)} cannot be both absent and fixed at a table."
            found.append(Rule("fixed_and_absent", text, ids, r + 1))
    return found[:1]


def _apart_but_together(layout: Layout) -> list[Rule]:
    for a, b in layout.apart.tolist():
        if layout.group[a] != layout.group[b]:
            continue
        for r in range(layout.problem.rounds):
            both = layout.present[r, a] and layout.present[r, b]
            if both and (layout.pinned[r, a] < 0 or layout.pinned[r, b] < 0):
                ids = (layout.problem.candidates[a].id, layout.problem.candidates[b].id)
                set_of = tuple(
                    layout.problem.candidates[i].id for i in rows_where(layout.group == layout.group[a])
                )
                return [
                    Rule("apart", f"{ids[0]} and {ids[1]} must sit apart.", ids),
                    Rule("together", f"{listed(set_of)} must sit together.", set_of),
                ]
    return []


def _chairs(layout: Layout) -> list[Rule]:
    problem = layout.problem
    T, most = len(problem.tables), problem.max_table_size
    for r in range(problem.rounds):
        free = (layout.present[r] & (layout.pinned[r] < 0)).any()
        count = int(layout.present[r].sum())
        facts = np.bincount(layout.pinned[r][layout.pinned[r] >= 0], minlength=T)
        room = int(np.maximum(most, facts).sum())
        if free and count > room:
            more = -(-(count - room) // most)
            bigger = next(
                size for size in range(most + 1, count + 1) if np.maximum(size, facts).sum() >= count
            )
            text = (
                f"Round {r + 1}: {count} candidates for {T} tables of at most {most} ({room} chairs): "
                f"add {more} table(s), or {bigger} chairs per table."
            )
            numbers = {"present": count, "chairs": room, "more_tables": more, "chairs_per_table": bigger}
            return [Rule("too_few_chairs", text, (), r + 1, numbers)]
    return []


def _entrepreneurs(layout: Layout) -> list[Rule]:
    problem = layout.problem
    k, T = problem.entrepreneurs_per_table, len(problem.tables)
    if k == 0:
        return []
    for r in range(problem.rounds):
        if is_settled(layout, r):
            continue
        here = layout.entrepreneur_present[r]
        free = here & (layout.entrepreneur_pinned[r] < 0)
        wanted = wanted_entrepreneurs(layout, r)
        count = int(here.sum())
        if count < k * T or free.sum() < wanted.sum():
            close = max(1, T - count // k)
            open_chairs = (T - close) * problem.max_table_size
            text = (
                f"Round {r + 1}: {count} entrepreneurs for {T} tables with {k} each, {k * T} are needed: "
                f"close {close} table(s) or find {max(1, k * T - count)} more entrepreneur(s)."
            )
            numbers = {
                "present": count,
                "needed": k * T,
                "close_tables": close,
                "chairs_after_closing": open_chairs,
                "candidates_present": int(layout.present[r].sum()),
            }
            away = tuple(p.id for p, is_here in zip(problem.entrepreneurs, here, strict=True) if not is_here)
            return [Rule("too_few_entrepreneurs", text, away, r + 1, numbers)]
        owners = np.bincount(layout.own_table[free & (layout.own_table >= 0)], minlength=T)
        for t in rows_where(owners > wanted):
            of_table = free & (layout.own_table == t)
            fixed = here & (layout.entrepreneur_pinned[r] == t)
            ids = tuple(problem.entrepreneurs[e].id for e in rows_where(of_table | fixed))
            table = problem.tables[t].id
            text = (
                f"Round {r + 1}: {listed(ids)} have table {table} as their own or fixed place, "
                f"which has {k} chair(s) for entrepreneurs."
            )
            return [Rule("own_table", text, (*ids, table), r + 1, {"chairs": k})]
    return []


def _nowhere_to_go(layout: Layout) -> list[Rule]:
    problem = layout.problem
    free = (layout.present & (layout.pinned < 0)).any(axis=0)
    steps = np.array([t.step_free for t in problem.tables], bool)
    speechless = tuple(problem.candidates[i].id for i in rows_where(free & ~layout.speaks.any(axis=1)))
    if speechless:
        text = f"No table host shares a language with {listed(speechless)}."
        return [Rule("language", text, speechless)]
    needs = np.array([c.step_free for c in problem.candidates], bool).reshape(len(layout.group))
    if not steps.any() and (free & needs).any():
        ids = tuple(problem.candidates[i].id for i in rows_where(free & needs))
        return [Rule("step_free", f"No table is step-free, which {listed(ids)} need.", ids)]
    stuck = tuple(problem.candidates[i].id for i in rows_where(free & ~layout.allowed.any(axis=1)))
    if stuck:
        return [
            Rule(
                "language",
                f"{listed(stuck)} share a language only with tables that are not step-free.",
                stuck,
            ),
            Rule("step_free", f"{listed(stuck)} need a step-free table.", stuck),
        ]
    return []


def _split_by_facts(layout: Layout) -> list[Rule]:
    """Companions of whom some are fixed at different tables, with one who is still to be seated."""
    problem = layout.problem
    for r in range(problem.rounds):
        for number in np.unique(layout.group[layout.present[r] & (layout.pinned[r] < 0)]):
            members = np.flatnonzero((layout.group == number) & layout.present[r])
            pins = layout.pinned[r][members]
            if len(np.unique(pins[pins >= 0])) > 1:
                ids = tuple(problem.candidates[i].id for i in members.tolist())
                held = tuple(problem.candidates[i].id for i in members[pins >= 0].tolist())
                return [
                    Rule("together", f"{listed(ids)} must sit together.", ids),
                    Rule(
                        "fixed", f"Round {r + 1}: {listed(held)} are fixed at different tables.", held, r + 1
                    ),
                ]
    return []


def explain(layout: Layout, r: int) -> NoPlanPossible:
    """The refusal for a round that is proven impossible: a set of rules of which none can be missed.

    First whole kinds of rules are left out one by one, then single people and pairs within the kinds that
    remain; what cannot be left out without the round becoming possible is in conflict.
    """
    spent = 0

    def still_impossible(rules: RulesInForce) -> bool:
        nonlocal spent
        spent += 1
        return not is_possible(round_task(layout, r, rules))

    orders = [
        ("fixed", "even_sizes", "apart", "together", "step_free", "max_table_size", "language"),
        ("even_sizes", "language", "together", "apart", "max_table_size", "step_free", "fixed"),
        ("language", "step_free", "together", "apart", "fixed", "even_sizes", "max_table_size"),
    ]
    best: tuple[int, RulesInForce, list[str]] | None = None
    for order in orders:
        rules, kept = RulesInForce.all_of(layout), []
        for kind in order:
            fewer = rules.without(kind)
            if still_impossible(fewer):
                rules = fewer
            else:
                kept.append(kind)
        if best is None or len(kept) < best[0]:
            best = (len(kept), rules, kept)
    assert best is not None
    _, rules, kept = best
    for kind in kept:
        switches = getattr(rules, kind)
        if not isinstance(switches, bool):
            current, name = rules, kind

            def holds(on: np.ndarray, current: RulesInForce = current, name: str = name) -> bool:
                return still_impossible(current.without(name, on))

            which = _shrink(switches, holds, lambda: spent < SOLVES)
            rules = rules.without(kind, which)
    return NoPlanPossible([_named(layout, r, kind, rules) for kind in kept])


def _shrink(
    switches: np.ndarray, holds: Callable[[np.ndarray], bool], may_try: Callable[[], bool]
) -> np.ndarray:
    """Leaves out ever smaller chunks of switches as long as `holds` stays true."""
    on = list(np.flatnonzero(switches))
    chunk = max(1, len(on) // 2)
    while may_try():
        start = 0
        while start < len(on) and may_try():
            rest = on[:start] + on[start + chunk :]
            trial = np.zeros_like(switches)
            trial[rest] = True
            if holds(trial):
                on = rest
            else:
                start += chunk
        if chunk == 1:
            break
        chunk //= 2
    result = np.zeros_like(switches)
    result[on] = True
    return result


def _named(layout: Layout, r: int, kind: str, rules: RulesInForce) -> Rule:
    """One kind of rule of a conflict in words."""
    problem, where = layout.problem, f"Round {r + 1}: "
    count, T = int(layout.present[r].sum()), len(problem.tables)
    if kind == "even_sizes":
        low, high = count // T, -(-count // T)
        text = (
            f"{where}{count} candidates at {T} tables are {low} to {high} at each, even sizes are asked for."
        )
        return Rule(kind, text, (), r + 1, {"smallest": low, "largest": high})
    if kind == "max_table_size":
        text = f"{where}a table has at most {problem.max_table_size} chairs for candidates."
        return Rule(kind, text, (), r + 1, {"chairs": problem.max_table_size})
    on = rows_where(getattr(rules, kind))
    if kind in ("apart", "together"):
        pairs = [getattr(problem, kind)[i] for i in on]
        ids = tuple(dict.fromkeys(person for pair in pairs for person in pair))
        names = listed([f"{a} and {b}" for a, b in pairs])
        return Rule(kind, f"{where}{names} must sit {kind}.", ids, r + 1)
    ids = tuple(problem.candidates[i].id for i in on)
    if kind == "fixed":
        return Rule(kind, f"{where}{listed(ids)} have a fixed seat.", ids, r + 1)
    if kind == "step_free":
        places = tuple(t.id for t in problem.tables if t.step_free)
        text = f"{where}{listed(ids)} need a step-free table: {listed(places)}."
    else:
        spoken = rows_where(layout.speaks[on].any(axis=0))
        places = tuple(problem.tables[t].id for t in spoken)
        text = f"{where}{listed(ids)} share a language only with the host of {listed(places)}."
    return Rule(kind, text, ids, r + 1, {"tables": len(places)})
