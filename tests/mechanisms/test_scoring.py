"""The score of any plan, good or bad, counted once more by the words of the contract: sums, shares, and each broken rule."""

import itertools
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.mechanisms.problems import gathering, small_problems
from tests.mechanisms.referee import companions_of, is_away, referee

from werktop.mechanisms import seating
from werktop.mechanisms.seating import contract


@st.composite
def plans(draw):
    """A small problem with facts and an earlier plan, and people put at tables by chance; some have no chair."""
    document = draw(small_problems())
    chance = draw(st.randoms(use_true_random=False))
    tables = [t["id"] for t in document["tables"]]
    cs, es = ([x["id"] for x in document[name]] for name in ("candidates", "entrepreneurs"))
    most = chance.choice([1, 3, 1000])
    document["affinity"] = [[chance.randint(0, most) for _ in es] for _ in cs]
    document["max_table_size"] = chance.randint(1, 5)
    document["repeat_penalty"] = 50
    for one in document["entrepreneurs"]:
        one["own_table"] = chance.choice([None, None, *tables])
    fixed = {(f["round"], f["person"]) for f in document["fixed"]}
    for people in (cs, es):
        is_fixed, some = chance.choice([0, 0, 0.3, 1]), chance.choice([tables, tables[:1]])
        document["fixed"] += [
            {"round": r, "person": x, "table": chance.choice(some)}
            for r in range(1, document["rounds"] + 1)
            for x in people
            if (r, x) not in fixed and chance.random() < is_fixed
        ]
    if document.get("previous") and chance.random() < 0.5:
        document["previous"][0][0]["table"] = "closed"
    facts = {(f["round"], f["person"]): f["table"] for f in document["fixed"]}
    is_alone = chance.choice([0, 0, 0.1])
    rounds = []
    for r in range(1, document["rounds"] + 1):
        at = {
            x: facts.get((r, x)) if chance.random() < 0.8 and (r, x) in facts else chance.choice(tables)
            for x in cs + es
            if chance.random() >= is_alone and (chance.random() < 0.1 or not is_away(document, x, r))
        }
        rounds.append(
            [
                {
                    "table": t,
                    "candidates": [c for c in cs if at.get(c) == t],
                    "entrepreneurs": [e for e in es if at.get(e) == t],
                }
                for t in tables
            ]
        )
    return document, rounds


def scored(document, rounds):
    return seating.score(contract.parse(document), contract.parse_rounds(rounds))


@settings(max_examples=80, deadline=None, derandomize=True)
@given(plans())
def test_sums_are_what_the_words_of_the_contract_say(case):
    document, rounds = case
    found = scored(document, rounds)
    assert found.objective == referee(document, rounds)[0]
    candidates, guests = ([x["id"] for x in document[name]] for name in ("candidates", "entrepreneurs"))
    met = {(c, e) for r in rounds for t in r for c in t["candidates"] for e in t["entrepreneurs"]}
    assert found.meetings == len(met)
    assert found.meetings_of == {
        **{c: tuple(e for e in guests if (c, e) in met) for c in candidates},
        **{e: tuple(c for c in candidates if (c, e) in met) for e in guests},
    }
    shares = {}
    for c, likes in zip(candidates, document["affinity"], strict=True):
        here = sum(not is_away(document, c, r) for r in range(1, document["rounds"] + 1))
        best = sum(sorted(likes, reverse=True)[: here * document["entrepreneurs_per_table"]])
        had = sum(like for e, like in zip(guests, likes, strict=True) if (c, e) in met)
        shares[c] = had / best if best else 1.0
    assert found.share_of == pytest.approx(shares)
    assert found.worst_served == min([*found.share_of.values(), 1.0])
    before = {
        (r, x): t["table"]
        for r, seats in enumerate(document.get("previous") or [])
        for t in seats
        for x in t["candidates"] + t["entrepreneurs"]
    }
    now = {
        (r, x): t["table"]
        for r, s in enumerate(rounds)
        for t in s
        for x in t["candidates"] + t["entrepreneurs"]
    }
    assert found.chairs_changed == sum(key in now and now[key] != table for key, table in before.items())
    friends = {frozenset(p) for s in companions_of(document) for p in itertools.combinations(s, 2)}
    shared = Counter(
        frozenset(p) for r in rounds for t in r for p in itertools.combinations(t["candidates"], 2)
    )
    assert found.repeated_pairs == sum(count - 1 for pair, count in shared.items() if pair not in friends)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(plans())
def test_each_broken_rule_is_named_once_with_who_and_when(case):
    document, rounds = case
    found = scored(document, rounds).broken
    said = Counter((rule.text, rule.ids) for rule in found)
    expected = Counter(
        (f"Round {r}: {text}", ids)
        for r, seats in enumerate(rounds, 1)
        for text, ids in (
            *broken_by_candidates(document, r, seats),
            *broken_by_entrepreneurs(document, r, seats),
        )
    )
    assert said == expected
    assert all(rule.text.startswith(f"Round {rule.round}: ") for rule in found)


def broken_by_candidates(document, r, seats):
    """(sentence, ids) of each rule of a round that the candidates' seats break."""
    people = {c["id"]: c for c in document["candidates"]}
    tables = {t["id"]: t for t in document["tables"]}
    pins = {f["person"]: f["table"] for f in document["fixed"] if f["round"] == r}
    at = {c: t["table"] for t in seats for c in t["candidates"]}
    here = [c for c in people if not is_away(document, c, r)]
    loose = [c for c in at if c not in pins]
    for c in people:
        if c in here and c not in at:
            yield f"{c} has no chair.", (c,)
        if c not in here and c in at:
            yield f"{c} is absent but has a chair.", (c,)
        if c in here and c in pins and at.get(c) != pins[c]:
            yield f"{c} has a fixed seat at {pins[c]}.", (c, pins[c])
    for c in loose:
        if not set(people[c]["languages"]) & set(tables[at[c]]["languages"]):
            yield f"{c} shares no language with the host of {at[c]}.", (c, at[c])
        if people[c]["step_free"] and not tables[at[c]]["step_free"]:
            yield f"{c} needs a step-free table, {at[c]} is not.", (c, at[c])
    for a, b in document["apart"]:
        if a in at and at[a] == at.get(b) and (a in loose or b in loose):
            yield f"{a} and {b} must sit apart.", (a, b)
    for set_of in companions_of(document):
        group = [c for c in people if c in set_of and c in here]
        if len({at.get(c) for c in group}) > 1 and not set(group) <= set(pins):
            yield f"{', '.join(group)} must sit together.", tuple(group)
    most = document["max_table_size"]
    for t in seats:
        if len(t["candidates"]) > most and set(t["candidates"]) & set(loose):
            yield f"{t['table']} has {len(t['candidates'])} candidates, at most {most}.", (t["table"],)
    sizes = [len(t["candidates"]) for t in seats]
    if not set(pins) & set(people):  # facts may leave no even sizes
        low, high = len(here) // len(tables), -(-len(here) // len(tables))
        uneven = tuple(t["table"] for t in seats if not low <= len(t["candidates"]) <= high)
        if uneven:
            yield f"Table sizes differ by more than one: {min(sizes)} to {max(sizes)}.", uneven


def broken_by_entrepreneurs(document, r, seats):
    """The same of the entrepreneurs' seats."""
    k = document["entrepreneurs_per_table"]
    own = {e["id"]: e["own_table"] for e in document["entrepreneurs"]}
    pins = {f["person"]: f["table"] for f in document["fixed"] if f["round"] == r}
    at = {e: t["table"] for t in seats for e in t["entrepreneurs"]}
    here = [e for e in own if not is_away(document, e, r)]
    for e in own:
        if e not in here and e in at:
            yield f"{e} is absent but has a chair.", (e,)
        if e in here and e in pins and at.get(e) != pins[e]:
            yield f"{e} has a fixed seat at {pins[e]}.", (e, pins[e])
        if e in here and e not in pins and own[e] and at.get(e) != own[e] and (k or e in at):
            yield f"{e} sits at the own table {own[e]} in every round.", (e, own[e])
    present = [c["id"] for c in document["candidates"] if not is_away(document, c["id"], r)]
    facts_alone = set(here) <= set(pins) if here else present and set(present) <= set(pins)
    for t in seats if not facts_alone else ():
        count = len(t["entrepreneurs"])
        held = sum(pins.get(e) == t["table"] for e in here)
        if count not in (k, max(k, held)):
            yield f"{t['table']} has {count} entrepreneurs, {k} are asked for.", (t["table"],)


def test_a_second_chair_is_named_wherever_it_stands():
    document = gathering(4, 2, 2, 1, special=False)
    rounds = [
        [
            {"table": "T0", "candidates": ["c0", "c1"], "entrepreneurs": ["e0"]},
            {"table": "T1", "candidates": ["c2", "c3"], "entrepreneurs": ["e1"]},
        ]
        for _ in range(2)
    ]
    assert scored(document, rounds).broken == ()
    rounds[1][1]["candidates"] = ["c0", "c2", "c3"]
    rounds[1][1]["entrepreneurs"] = ["e1", "e0"]
    twice = [rule for rule in scored(document, rounds).broken if rule.kind == "seated_twice"]
    assert [(rule.text, rule.ids, rule.round) for rule in twice] == [
        ("Round 2: c0 has two chairs.", ("c0",), 2),
        ("Round 2: e0 has two chairs.", ("e0",), 2),
    ]


def test_rounds_that_are_not_there_are_empty_ones():
    document = gathering(2, 1, 2, 1, special=False)
    one = [[{"table": "T0", "candidates": ["c0", "c1"], "entrepreneurs": ["e0"]}]]
    found = scored(document, one)
    assert {(rule.kind, rule.round) for rule in found.broken} == {
        ("no_chair", 2), ("even_sizes", 2), ("entrepreneurs", 2),
    }  # fmt: skip
    (short,) = (rule for rule in found.broken if rule.kind == "entrepreneurs")
    assert short.numbers == {"present": 0, "needed": 1}
    assert found.meetings == 2
