"""The same people and tables listed in another order are the same problem: it is solved by id, and answered as it was asked."""

from dataclasses import replace

import numpy as np

from .problem import Problem, SeatedRounds, TableSeating


def by_id(problem: Problem) -> Problem:
    """The same problem with every list in the order of its ids, so that the answer does not hang on how it was written down."""
    rows = sorted(range(len(problem.candidates)), key=lambda i: problem.candidates[i].id)
    columns = sorted(range(len(problem.entrepreneurs)), key=lambda e: problem.entrepreneurs[e].id)
    affinity = np.asarray(problem.affinity, np.int64).reshape(len(rows), len(columns))
    return replace(
        problem,
        tables=sorted(problem.tables, key=lambda table: table.id),
        candidates=[problem.candidates[i] for i in rows],
        entrepreneurs=[problem.entrepreneurs[e] for e in columns],
        affinity=affinity[rows][:, columns],
        apart=sorted({(min(pair), max(pair)) for pair in problem.apart}),
        together=sorted({(min(pair), max(pair)) for pair in problem.together}),
        fixed=sorted(problem.fixed),
        absent=sorted(problem.absent),
    )


def in_order_of(problem: Problem, rounds: SeatedRounds) -> SeatedRounds:
    """The same seats, tables and people in the order of the problem's lists."""
    tables = {table.id: place for place, table in enumerate(problem.tables)}
    ids = [*(person.id for person in problem.candidates), *(person.id for person in problem.entrepreneurs)]
    people = {person: place for place, person in enumerate(ids)}
    return tuple(
        tuple(
            TableSeating(
                at.table,
                tuple(sorted(at.candidates, key=people.__getitem__)),
                tuple(sorted(at.entrepreneurs, key=people.__getitem__)),
            )
            for at in sorted(seating, key=lambda at: tables[at.table])
        )
        for seating in rounds
    )
