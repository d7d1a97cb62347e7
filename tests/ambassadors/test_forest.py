"""The picture of the network: the same for the same firms, nothing over anything else, and readable however large."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from random import Random

import pytest

from werktop.ambassadors.forest import Firm, draw, grow, shown_of
from werktop.ambassadors.forest.drawing import Picture
from werktop.ambassadors.forest.showing import WIDTH


def network(count: int, seed: int, *, share: float, is_one_hub: bool = False) -> list[Firm]:
    """Firms of which a `share` was brought in by an earlier one; with `is_one_hub` mostly by the first."""
    chance, found = Random(seed), []
    for number in range(count):
        by = None
        if number and chance.random() < share:
            by = int(number * chance.random() ** 3) if is_one_hub else chance.randrange(number)
        name = f"Bedrijf {'Rijnstroom'[: chance.randrange(10)]} {number}"
        found.append(Firm(number, name, date(2020 + number * 6 // count, 3, 1), by))
    return found


SIZES = [(253, 0.5, False), (253, 1.0, True), (5000, 0.4, False), (5000, 0.95, True), (5000, 1.0, False)]


@pytest.mark.parametrize(("count", "share", "is_one_hub"), SIZES)
def test_nothing_of_a_tree_lies_over_anything_else_or_outside_the_picture(count, share, is_one_hub):
    forest = grow(network(count, 7, share=share, is_one_hub=is_one_hub))
    names = {key: firm.name for key, firm in forest.firms.items()}
    for root in forest.trees[:30]:
        picture = draw(shown_of(forest, root), names)
        assert picture.width == WIDTH == 340, "a phone shows it whole, and one scrolls down"
        assert picture.height <= WIDTH + 30 and len(picture.dots) <= 60
        for dot in picture.dots:
            assert dot.x - dot.radius >= 0 and dot.x + dot.radius <= WIDTH
            assert dot.y - dot.radius >= 0 and dot.y + dot.radius <= picture.height
        for one, other in combinations(picture.dots, 2):
            apart = ((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5
            assert apart >= one.radius + other.radius + 3, "a finger finds one of them"
        assert _overlaps(picture) == []


def _overlaps(picture: Picture) -> list[object]:
    boxes = [(label, label.box) for label in picture.labels]
    dots = [
        (dot, (dot.x - dot.radius, dot.y - dot.radius, dot.x + dot.radius, dot.y + dot.radius))
        for dot in picture.dots
    ]
    pairs = [*combinations(boxes, 2), *((label, dot) for label in boxes for dot in dots)]
    return [
        (one, other) for (one, (a, b, c, d)), (other, (e, f, g, h)) in pairs
        if a < g and e < c and b < h and f < d
    ]  # fmt: skip


@pytest.mark.parametrize("count", [253, 2000])
def test_every_firm_stands_in_a_tree_once_and_what_is_not_drawn_is_counted(count):
    forest = grow(network(count, 3, share=0.9, is_one_hub=True))
    assert sum(forest.below[key] + 1 for key in forest.roots) == count
    for root in forest.trees:
        dots = draw(shown_of(forest, root), {}).dots
        drawn = [dot for dot in dots if dot.key is not None]
        assert len({dot.key for dot in drawn}) == len(drawn)
        assert len(drawn) + sum(dot.number for dot in dots) == forest.below[root] + 1


def test_the_order_in_which_firms_come_changes_nothing():
    firms = network(400, 5, share=0.8)
    mixed = list(firms)
    Random(1).shuffle(mixed)
    one, other = grow(firms), grow(mixed)
    assert (one.roots, one.children) == (other.roots, other.children)
    pictures = [draw(shown_of(forest, forest.trees[0]), {}) for forest in (one, other)]
    assert pictures[0] == pictures[1]


def test_a_round_is_cut_where_it_began_and_breaks_nothing():
    forest = grow(
        [
            Firm("a", "A", date(2024, 1, 1), "c"), Firm("b", "B", date(2023, 1, 1), "a"),
            Firm("c", "C", date(2025, 1, 1), "b"), Firm("d", "D", date(2025, 1, 1), "c"),
            Firm("self", "Zelf", None, "self"), Firm("e", "E", None, "left out"),
        ]
    )  # fmt: skip
    assert set(forest.cut) == {"b", "self"}
    assert forest.roots == ["b", "e", "self"] and forest.below["b"] == 3
    assert forest.path_to("d") == ["b", "c", "d"]
    assert forest.alone == ["e", "self"]


def test_who_is_not_counted_stands_there_for_those_behind_it_alone():
    forest = grow(
        [
            Firm(1, "A", is_counted=False),
            Firm(2, "B", brought_by=1, is_counted=False),
            Firm(3, "C", brought_by=2),
        ]
    )
    assert (forest.below[1], forest.below[2], forest.trees) == (1, 1, [1])


def test_a_small_tree_is_drawn_whole_with_names_and_a_large_branch_is_opened_one_at_a_time():
    small = grow([Firm(0, "Het Veer"), *(Firm(n, f"Bakkerij {n}", brought_by=0) for n in range(1, 6))])
    picture = draw(shown_of(small, 0), {key: firm.name for key, firm in small.firms.items()})
    assert len(picture.labels) == 5 and not any(dot.number for dot in picture.dots)
    large = grow(
        [
            Firm(0, "Het Veer"),
            *(Firm(n, f"Bakkerij {n}", brought_by=0 if n < 90 else 1 + n % 3) for n in range(1, 400)),
        ]
    )
    dots = draw(shown_of(large, 0), {}).dots
    assert [dot for dot in dots if dot.key is None and dot.above == 0], (
        "those who brought in nobody are one dot"
    )
    behind = next(dot.key for dot in dots if dot.key in (1, 2, 3) and dot.number)
    assert len(draw(shown_of(large, behind), {}).dots) > 1
