"""Who may not read the guests by name tries to work out a small number from all that is shown, on every page together."""

from __future__ import annotations

import random
import re
from itertools import combinations
from math import ceil, floor
from typing import Any

import pytest
from django.urls import reverse
from scipy.optimize import linprog
from tests import making

from werktop.gatherings.queries.answers import Answers, hidden_answers
from werktop.gatherings.small_numbers import HIDDEN_BELOW
from werktop.matches.models import Outcome
from werktop.matches.queries import results

SIDES = ("candidate", "entrepreneur")
PER_TABLE = 2
"""Entrepreneurs at a table: the format says so on the page before."""

ANSWERS = ("yes", "open", "waiting", "no")
SUMS = {
    "invited": ANSWERS,
    "firms_invited": [f"firms_{key}" for key in ANSWERS],
    "held": [key for key in Outcome.values if key != Outcome.NOT_HELD],
}
PARTS = (
    ("invited", "yes", "came", "with_talk", "talked_on"), ("yes", "unconfirmed"), ("came", "steps", "steps_done"),
    ("planned", "held"), ("planned", "with_talk"), ("held", "talked_on"), ("meetings", "clicks"),
    ("firms_invited", "firms_yes", "firms"), ("firms_yes", "firms_unconfirmed"),
)  # fmt: skip
"""How the numbers hang together: what the program makes of it stands in its own words."""


def an_evening(chance: random.Random) -> tuple[dict[str, int], dict[str, Answers]]:
    """Numbers as an evening may give them: what the result counts, and what each kind of guest answered."""
    tables = chance.randint(2, 14)
    told = {}
    for side, most in zip(SIDES, (tables * 8, tables * PER_TABLE), strict=True):
        yes, no, waiting, silent = (chance.choice([0, n // 4, n]) for n in (most, most // 3, 6, most // 2))
        came = PER_TABLE * tables if side == "entrepreneur" else yes - min(yes, chance.choice([0, 3, 12]))
        told[side] = Answers(
            invited=yes + no + waiting + silent, yes=yes, open=silent, no=no, waiting=waiting,
            unconfirmed=max(0, yes - chance.choice([1, 11])), came=came,
        )  # fmt: skip
    came, firms = told["candidate"].came, told["entrepreneur"].came
    with_talk = chance.randint(0, came)
    planned = with_talk + chance.randint(0, with_talk)
    held = chance.randint(0, planned)
    kinds = [key for key in Outcome.values if key != Outcome.NOT_HELD]
    outcomes = dict.fromkeys(Outcome.values, 0)
    for _talk in range(held):
        outcomes[chance.choice(kinds[: chance.randint(1, len(kinds))])] += 1
    outcomes[Outcome.NOT_HELD] = chance.randint(0, planned - held)
    steps = chance.randint(0, came)
    counts = {
        "invited": told["candidate"].invited, "yes": told["candidate"].yes, "came": came, "firms": firms,
        "meetings": came * PER_TABLE, "planned": planned, "held": held, "with_talk": with_talk,
        "talked_on": min(held, with_talk), "clicks": 0, "steps": steps, "steps_done": chance.randint(0, steps), **outcomes,
    }  # fmt: skip
    return counts, told


class Reader:
    """Knows how the numbers hang together and what stands on the pages, and nothing else."""

    def __init__(self, counts: dict[str, int], told: dict[str, Answers]) -> None:
        self.truth: dict[str, int] = dict(counts)
        self.shown = counts.keys() - results.hidden_results(counts, told)
        for side, prefix in zip(SIDES, ("", "firms_"), strict=True):
            for key, count in vars(told[side]).items():
                name = {"firms_came": "firms"}.get(prefix + key, prefix + key)
                if key in ("chosen", "walk_ins"):  # on the guest list alone
                    continue
                # the two pages tell the same of what both tell
                is_shown = key not in hidden_answers(told[side])
                assert name not in counts or not (name in self.shown and not is_shown), name
                self.truth[name] = count
                if is_shown and key != "came":
                    self.shown = self.shown | {name}
        self.keys = sorted(self.truth)

    def parts(self) -> list[tuple[str, str]]:
        """Of two counts the one that is part of the other, so that the difference counts people too."""
        return [(u, w) for ladder in PARTS for u, w in combinations(ladder, 2) if {u, w} <= set(self.keys)]

    def row(self, **signs: float) -> list[float]:
        return [signs.get(key, 0.0) for key in self.keys]

    def range_of(self, *signs: tuple[str, float]) -> tuple[int, int]:
        """Between which whole numbers this must lie."""
        goal = self.row(**dict(signs))
        equal, to = [], []
        for total, parts in SUMS.items():
            equal.append(self.row(**{total: -1.0} | dict.fromkeys(parts, 1.0)))
            to.append(0.0)
        equal.append(self.row(meetings=-1.0, came=float(PER_TABLE)))
        to.append(0.0)
        if {"came", "meetings"} <= self.shown:
            # everybody met as many entrepreneurs as sit at a table, and the tables are counted on the page
            tables = self.truth["firms"] / PER_TABLE
            equal.append(self.row(firms=float(self.truth["came"]), meetings=-tables))
            to.append(0.0)
        below = [
            self.row(**{lower: 1.0, upper: -1.0})
            for upper, lower in self.parts()
            # who walks in came without a yes
            if not lower.endswith(("came", "firms"))
        ]
        bounds: list[Any] = [(self.truth[k],) * 2 if k in self.shown else (0, 500) for k in self.keys]
        ends = []
        for turn in (1, -1):
            found = linprog(
                [turn * g for g in goal],
                A_ub=below,
                b_ub=[0.0] * len(below),
                A_eq=equal,
                b_eq=to,
                bounds=bounds,
            )
            assert found.status == 0, found.message
            ends.append(turn * found.fun)
        return ceil(ends[0] - 1e-6), floor(ends[1] + 1e-6)

    def finds(self) -> list[str]:
        """Small numbers of people that this reader knows."""
        found = []
        for key in self.keys:
            low, high = self.range_of((key, 1.0))
            if low == high and low < HIDDEN_BELOW:
                found.append(f"{key} is {low}")
        for upper, lower in self.parts():
            low, high = self.range_of((upper, 1.0), (lower, -1.0))
            if low == high and abs(low) < HIDDEN_BELOW:
                found.append(f"{upper} without {lower} is {low}")
        return found


@pytest.mark.parametrize("seed", range(40))
def test_no_small_number_follows_from_all_that_is_shown(seed):
    counts, told = an_evening(random.Random(seed))
    reader = Reader(counts, told)
    assert not reader.finds(), (sorted(reader.shown), reader.truth)


@pytest.fixture
def evening(cast):
    """Thirty-nine candidates said yes, five no and six nothing; thirty-four came, to five tables of two entrepreneurs."""
    made = making.gathering(cast.own)
    replies = ["yes"] * 39 + ["no"] * 5 + ["invited"] * 6
    for number, reply in enumerate(replies):
        came = {"arrived_at": made.starts_at} if number < 34 else {}
        making.guest(made, making.candidate(cast.own, f"Kandidaat{number} Test"), reply, **came)
    return made


@pytest.mark.django_db
@pytest.mark.usefixtures("clock")
def test_the_page_before_and_the_list_hide_what_the_result_hides(cast, log_in, evening):
    page = reverse("gatherings:gathering", args=[evening.pk])
    lists = reverse("gatherings:gatherings")
    stranger, own = log_in(cast.other.account()), log_in(cast.own.account())
    text = stranger.get(page).content.decode()
    assert "39 kandidaten</strong>" in text and "50 die zijn uitgenodigd" in text
    assert "5 kunnen niet" not in text and "6 nog geen antwoord" not in text
    assert "11" in text and "een ander antwoord, of geen" in text
    assert "Aantallen onder de tien, en waar die uit volgen" in text and "We verwachten ongeveer" not in text
    text = own.get(page).content.decode()
    assert "5 kunnen niet" in text and "Aantallen onder de tien" not in text
    evening.guests.filter(reply="no").update(reply="yes")
    # forty-four of fifty: who did not say yes is a small group
    text = stranger.get(page).content.decode()
    assert "Kandidaten uitgenodigd: 50. Hoeveel er komen, zie je hier niet." in text
    card = text.partition('aria-labelledby="who-comes"')[2].partition('id="tables"')[0]
    assert card and "44" not in re.sub(r"<[^>]*>", " ", card), (
        "read as text: a key in an address may hold any digits"
    )
    assert "aantallen onder de tien zie je hier niet" in stranger.get(lists).content.decode()
    assert "44 kandidaten" in own.get(lists).content.decode()
