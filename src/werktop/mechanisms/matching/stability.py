"""Who would rather talk with each other than with whom they were given."""

from collections.abc import Iterable

from .problem import Candidate, Pair, Place, Problem


def blocking_pairs(problem: Problem, pairs: Iterable[Pair]) -> list[Pair]:
    """The mutual wishes left aside although both people would be strictly better off together.

    A person is better off when a talk is still free, or when one of the talks that is not agreed is with
    someone wanted strictly less (or not at all). Agreed pairs stand: nobody is freed from one. Source:
    pairwise stability under weak preferences (Manlove, Algorithmics of Matching Under Preferences, 2013).
    """
    agreed = set(problem.agreed)
    chosen = set(pairs) | agreed
    rank: dict[str, dict[str, int]] = {}
    free: dict[str, int] = {}
    people: list[Candidate | Place] = [*problem.candidates, *problem.places]
    for person in people:
        rank[person.id] = {other: tier for tier, names in enumerate(person.wants) for other in names}
        free[person.id] = person.capacity
    worst: dict[str, float] = {}
    for c, p in chosen:
        for one, other in ((c, p), (p, c)):
            free[one] -= 1
            if (c, p) not in agreed:
                worst[one] = max(worst.get(one, -1.0), rank[one].get(other, float("inf")))

    def gains(one: str, other: str) -> bool:
        return free[one] > 0 or worst.get(one, -1.0) > rank[one][other]

    return [
        (candidate.id, p)
        for candidate in problem.candidates
        for names in candidate.wants
        for p in names
        if candidate.id in rank[p]
        and (candidate.id, p) not in chosen
        and gains(candidate.id, p)
        and gains(p, candidate.id)
    ]
