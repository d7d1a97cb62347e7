"""Counts a seating answer again from its JSON, by the words of the contract and nothing of the code."""

from collections import Counter
from itertools import combinations


def companions_of(document):
    """The sets of people who sit together (transitive)."""
    sets = [{c["id"]} for c in document["candidates"]]
    for a, b in document.get("together", []):
        joined = [s for s in sets if a in s or b in s]
        sets = [s for s in sets if s not in joined] + [set().union(*joined)]
    return sets


def is_away(document, person, r):
    return any(
        x["person"] == person and x["from_round"] <= r <= x["to_round"] for x in document.get("absent", [])
    )


def referee(document, rounds):
    """(objective, broken rules) of the `rounds` of an answer to a problem, both as plain JSON."""
    broken = []
    candidates = {c["id"]: c for c in document["candidates"]}
    guests = {e["id"]: e for e in document["entrepreneurs"]}
    tables = {t["id"]: t for t in document["tables"]}
    fixed = {(f["round"], f["person"]): f["table"] for f in document.get("fixed", [])}
    sets = companions_of(document)
    k, met, shared, seats = document["entrepreneurs_per_table"], set(), Counter(), {}
    rests = Counter()
    assert len(rounds) == document["rounds"]
    for r, seating in enumerate(rounds, 1):
        at = {}
        sizes, all_present = [], [c for c in candidates if not is_away(document, c, r)]
        if sorted(t["table"] for t in seating) != sorted(tables):
            broken.append((r, "tables"))
        loose_guests = [e for e in guests if not is_away(document, e, r) and (r, e) not in fixed]
        began = not loose_guests and any(f[0] == r for f in fixed)  # nobody left to place: a fact
        for t in seating:
            table = tables[t["table"]]
            for x in t["candidates"] + t["entrepreneurs"]:
                if x in at:
                    broken.append((r, x, "two chairs"))
                at[x] = t["table"]
                if is_away(document, x, r):
                    broken.append((r, x, "away"))
            loose = [x for x in t["candidates"] if (r, x) not in fixed]
            for x in loose:
                if not set(candidates[x]["languages"]) & set(table["languages"]):
                    broken.append((r, x, "language"))
                if candidates[x]["step_free"] and not table["step_free"]:
                    broken.append((r, x, "step_free"))
            sizes.append(len(t["candidates"]))
            if loose and len(t["candidates"]) > document["max_table_size"]:
                broken.append((r, table["id"], "max_table_size"))
            if len(t["entrepreneurs"]) != k and not began:
                broken.append((r, table["id"], "entrepreneurs", len(t["entrepreneurs"])))
            met |= {(c, e) for c in t["candidates"] for e in t["entrepreneurs"]}
            shared.update(frozenset(p) for p in combinations(sorted(t["candidates"]), 2))
        if max(sizes) - min(sizes) > 1 and not any(f[0] == r for f in fixed):
            broken.append((r, "sizes", sizes))
        for x in all_present:
            if x not in at:
                broken.append((r, x, "no chair"))
        for (q, x), table in fixed.items():
            if q == r and at.get(x) != table:
                broken.append((r, x, "fixed"))
        for e, guest in guests.items():
            away = is_away(document, e, r)
            own = guest["own_table"]
            if own and not away and k and (r, e) not in fixed and at.get(e) != own:
                broken.append((r, e, "own table"))
            rests[e] += not away and e not in at
        for a, b in document.get("apart", []):
            free = (r, a) not in fixed or (r, b) not in fixed
            if a in at and at.get(a) == at.get(b) and free:
                broken.append((r, a, b, "apart"))
        for people in sets:
            here = [x for x in people if x in all_present]
            if len({at.get(x) for x in here}) > 1 and any((r, x) not in fixed for x in here):
                broken.append((r, sorted(here), "together"))
        seats.update({(r, x): table for x, table in at.items()})
    if not document.get("absent") and not fixed:
        turns = [rests[e] for e, guest in guests.items() if guest["own_table"] is None]
        if turns and max(turns) - min(turns) > 1:
            broken.append(("rests", turns))
    friends = {frozenset(p) for s in sets for p in combinations(sorted(s), 2)}
    repeats = sum(count - 1 for pair, count in shared.items() if pair not in friends)
    changed = sum(
        (r, x) in seats and seats[r, x] != t["table"]
        for r, seating in enumerate(document.get("previous") or [], 1)
        for t in seating
        for x in t["candidates"] + t["entrepreneurs"]
    )
    row = {c: i for i, c in enumerate(candidates)}
    column = {e: j for j, e in enumerate(guests)}
    worth = sum(document["affinity"][row[c]][column[e]] for c, e in met)
    return (
        worth - document["repeat_penalty"] * repeats - document.get("change_cost", 0) * changed,
        broken,
    )
