"""A plan changed by hand: what two people changing places, or one person moving, does to it."""

from dataclasses import dataclass

from werktop.mechanisms.refusals import Rule

from .problem import Plan, Problem, Rounds, TableSeating
from .scoring import Score, score


@dataclass(frozen=True)
class Effect:
    """A plan after a change made by hand: the new plan, its score and the score before. `newly_broken` are
    the hard rules that the change breaks (a rule broken before does not count)."""

    plan: Plan
    before: Score
    after: Score

    @property
    def gain(self) -> int:
        """What the objective gains; negative when it loses."""
        return self.after.objective - self.before.objective

    @property
    def newly_broken(self) -> tuple[Rule, ...]:
        """The rules broken now that were not broken before."""
        return tuple(rule for rule in self.after.broken if rule not in self.before.broken)


def effect_of_swap(problem: Problem, plan: Plan | Rounds, *, round: int, person: str, other: str) -> Effect:
    """Two candidates, or two entrepreneurs, change places in one round (counted from 1).

    One of them may be without a chair (a resting entrepreneur). Raises ValueError when they are not of the
    same kind or the round does not exist.
    """
    _same_kind(problem, person, other)
    rounds = _rounds(plan, problem, round)
    here = {person: other, other: person}
    seating = tuple(
        TableSeating(
            at.table,
            tuple(here.get(x, x) for x in at.candidates),
            tuple(here.get(x, x) for x in at.entrepreneurs),
        )
        for at in rounds[round - 1]
    )
    return _effect(problem, rounds, round, seating)


def effect_of_move(
    problem: Problem, plan: Plan | Rounds, *, round: int, person: str, table: str | None
) -> Effect:
    """One person goes to another table in one round (counted from 1); None takes the chair away.

    Raises ValueError for an unknown person, table or round.
    """
    is_candidate = _is_candidate(problem, person)
    if table is not None and table not in {t.id for t in problem.tables}:
        raise ValueError(f"'{table}' is not a known table")
    rounds = _rounds(plan, problem, round)
    present = {at.table for at in rounds[round - 1]}
    seating = []
    for at in (
        *rounds[round - 1],
        *([TableSeating(table, (), ())] if table and table not in present else []),
    ):
        candidates = tuple(x for x in at.candidates if x != person)
        entrepreneurs = tuple(x for x in at.entrepreneurs if x != person)
        if at.table == table and is_candidate:
            candidates += (person,)
        elif at.table == table:
            entrepreneurs += (person,)
        seating.append(TableSeating(at.table, candidates, entrepreneurs))
    return _effect(problem, rounds, round, tuple(seating))


def _effect(problem: Problem, rounds: Rounds, number: int, seating: tuple[TableSeating, ...]) -> Effect:
    changed = tuple(seating if r == number - 1 else tuple(at) for r, at in enumerate(rounds))
    return Effect(Plan(changed), score(problem, rounds), score(problem, changed))


def _rounds(plan: Plan | Rounds, problem: Problem, number: int) -> Rounds:
    rounds = plan.rounds if isinstance(plan, Plan) else plan
    if not 1 <= number <= min(problem.rounds, len(rounds)):
        raise ValueError(f"round {number} is not in the plan")
    return rounds


def _is_candidate(problem: Problem, person: str) -> bool:
    if any(person == c.id for c in problem.candidates):
        return True
    if any(person == e.id for e in problem.entrepreneurs):
        return False
    raise ValueError(f"'{person}' is not a known person")


def _same_kind(problem: Problem, person: str, other: str) -> None:
    if _is_candidate(problem, person) != _is_candidate(problem, other):
        raise ValueError(f"{person} and {other} cannot change places: one is a candidate, the other is not")
