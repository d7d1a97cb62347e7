"""The ends and edges of the ranking: no points, one row, the end of a reach, the largest score, a row put in place of another."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pytest
from tests.mechanisms.ranked import fits, market, score
from tests.mechanisms.test_ranking import assert_exact, one, with_row

from werktop.mechanisms import ranking
from werktop.mechanisms.ranking import ground, index, search
from werktop.mechanisms.ranking.sides import side_of_seekers
from werktop.mechanisms.refusals import MalformedProblem

ONLY = {
    "distance": ranking.Relaxed(hours=True, day=True, abilities=(1 << 64) - 1),
    "hours": ranking.Relaxed(distance=True, day=True, abilities=(1 << 64) - 1),
    "day": ranking.Relaxed(distance=True, hours=True, abilities=(1 << 64) - 1),
    "abilities": ranking.Relaxed(distance=True, hours=True, day=True),
}
"""Everything relaxed but this."""


def plain(kind, n, **columns):
    """A table of rows about which there is nothing to say but what is given."""
    made = {each.name: np.zeros(n, np.int16) for each in fields(kind)}
    for name in ("competencies", "levels", "weights"):
        if name in made:
            made[name] = np.zeros((n, 1), np.int16)
    made |= {"abilities": np.zeros(n, np.uint64)} if kind is ranking.Seekers else {}
    return kind(**made | {"affinities": np.zeros((n, 8), np.int16)} | columns)


def test_who_fits_and_has_nothing_in_common_is_found_with_no_points_the_lowest_rows_first():
    tables = [replace(t, affinities=np.zeros_like(t.affinities)) for t in market(21, 60, 60, top=0)]
    found = ranking.Index(*tables)
    assert_exact(found, *tables, 3)
    found.replace_seeker(4, one(tables[0], 4))
    found.replace_profile(0, one(tables[1], 0))
    assert_exact(found, *tables, 3)


@pytest.mark.parametrize("reach", [0, 1, 7, 5_000, 1_000_000, 5_000_000])
def test_the_end_of_a_reach_is_within_it_from_every_side_and_a_step_beyond_is_not(reach):
    """The one place lies at the southern end of the land, and at the northern end of a strip of it."""
    for y, rest in ((0, [0]), (5_999, [0, 5_999])):
        steps = np.array([(0, 1), (0, -1), (1, 0), (-1, 0), (0.6, 0.8), (-0.6, -0.8), (0.8, -0.6)]) * reach
        steps = steps[(steps == np.floor(steps)).all(axis=1)]
        beyond = np.repeat([reach, max(reach - 1, 0)], len(steps))
        s = plain(
            ranking.Seekers, 2 * len(steps), x_m=np.tile(steps[:, 0], 2), y_m=np.tile(steps[:, 1] + y, 2),
            radius_m=beyond,
        )  # fmt: skip
        p = plain(ranking.Profiles, len(rest), x_m=np.zeros(len(rest)), y_m=np.array(rest))
        found = ranking.Index(s, p)
        assert_exact(found, s, p, 4)
        rows, _ = found.profiles_for(k=4)
        assert all(len(rest) - 1 in row for row in rows[: len(steps)].tolist())
        for i in range(len(s)):
            assert [found.reason(i, j).fits for j in range(len(p))] == [
                fits(s, i, p, j) for j in range(len(p))
            ]


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(("seekers", "profiles"), [(1, 1), (1, 5), (5, 1)])
def test_one_row_is_a_table_too(seed, seekers, profiles):
    tables = market(seed, seekers, profiles, land=3_000)
    assert_exact(
        ranking.Index(*tables), *tables, 2, ranking.Relaxed(hours=True, day=True, abilities=(1 << 64) - 1)
    )


def test_a_competency_that_nobody_on_the_other_side_has_gives_no_points():
    """Seekers know twelve kinds, profiles ask for the first of them only, in several blocks of rows."""
    s, p = market(22, 200, 400, land=1_500)
    few = replace(
        p, competencies=np.tile(np.int16([0, 1, 2, 3]), (400, 1)), weights=p.weights * np.int16([1, 0, 1, 0])
    )
    found = ranking.Index(s, few)
    assert found._profiles.ground.starts.shape[1] == 3
    for i in range(0, 200, 9):
        pairs = [(-score(s, i, few, j), j) for j in range(400) if fits(s, i, few, j)]
        rows, _ = found.profiles_for([i], k=8)
        assert rows[0].tolist() == ([j for _, j in sorted(pairs)] + [-1] * 8)[:8]


def test_a_competency_named_again_without_a_level_still_counts():
    s = plain(ranking.Seekers, 2, competencies=np.int16([[3, 3], [3, 3]]), levels=np.int16([[2, 0], [0, 5]]))
    p = plain(
        ranking.Profiles, 2, competencies=np.int16([[3, 3], [3, 3]]), weights=np.int16([[7, 0], [0, 1]])
    )
    found = ranking.Index(s, p)
    assert_exact(found, s, p, 2)
    found.replace_seeker(1, one(s, 1))
    found.replace_profile(1, one(p, 1))
    assert_exact(found, s, p, 2)
    assert [found.reason(i, j).competencies for i in (0, 1) for j in (0, 1)] == [
        ((3, level, weight, 2 * level * weight),) for level in (2, 5) for weight in (7, 1)
    ]


def test_the_last_row_of_many_is_looked_at_too():
    s, _ = market(23, 30, 1)
    kinds, levels = s.competencies.copy(), s.levels.copy()
    kinds[29], levels[29] = [4, 5, 6, 7, 8, 4], 1
    with pytest.raises(MalformedProblem, match=r"competencies\[29\].*twice"):
        replace(s, competencies=kinds, levels=levels)


def test_every_term_of_a_score_is_told_and_each_filter_that_fails_by_itself():
    s, p = market(24, 30, 30)
    found = ranking.Index(s, p)
    for i in range(30):
        levels = dict(zip(s.competencies[i].tolist(), s.levels[i].tolist(), strict=True))
        for j in range(30):
            reason = found.reason(i, j)
            assert reason.failed == tuple(name for name, only in ONLY.items() if not fits(s, i, p, j, only))
            weights = dict(zip(p.competencies[j].tolist(), p.weights[j].tolist(), strict=True))
            both = [
                (c, levels[c], weights[c], 2 * levels[c] * weights[c])
                for c in sorted(levels.keys() & weights.keys())
                if levels[c] and weights[c]
            ]
            assert reason.competencies == tuple(sorted(both, key=lambda term: -term[3]))
            assert reason.affinities == tuple((s.affinities[i] * p.affinities[j]).tolist())


def test_the_largest_score_that_a_number_holds_is_given_and_one_more_is_refused():
    """Two times 32,767 times 32,767 leaves room for 131,069 points: four times 32,767 and one."""
    most = np.int16([[32_767]])
    likes, liked = np.int16([[4, 1, 0, 0, 0, 0, 0, 0]]), np.int16([[32_767, 1, *[32_767] * 6]])
    s = plain(ranking.Seekers, 1, levels=most, affinities=likes)
    p = plain(ranking.Profiles, 1, weights=most, affinities=liked)
    for found in (ranking.Index(s, p).profiles_for(k=1), ranking.Index(s, p).seekers_for(k=1)):
        assert [x.tolist() for x in found] == [[[0]], [[2**31 - 1]]]
    with pytest.raises(MalformedProblem, match="levels"):
        ranking.Index(replace(s, affinities=likes + np.int16([0, 1, 0, 0, 0, 0, 0, 0])), p)


def test_a_row_that_makes_scores_larger_is_ranked_exactly():
    s, p = market(25, 12, 12)
    found = ranking.Index(s, p)
    large = replace(s, levels=s.levels * np.int16(4_000))
    for i in range(12):
        found.replace_seeker(i, one(large, i))
    assert_exact(found, large, p, 5)


def test_a_row_that_is_refused_for_its_scores_leaves_everything_as_it_was():
    s, p = market(25, 12, 12)
    heavy = replace(p, weights=p.weights * np.int16(4_000))
    found = ranking.Index(s, heavy)
    for _ in range(2):
        with pytest.raises(MalformedProblem, match="levels"):
            found.replace_seeker(2, replace(one(s, 2), levels=np.full((1, 6), 32_767)))
        found.replace_seeker(3, one(s, 3))
    assert_exact(found, s, heavy, 5)


def test_a_row_may_have_as_many_competencies_as_there_are_places_and_no_more():
    s, p = market(26, 8, 8)
    found = ranking.Index(s, p)
    wide = replace(
        one(s, 3), competencies=np.int16([[*range(9)]]), levels=np.int16([[1, 0, 2, 0, 1, 1, 0, 3, 1]])
    )
    found.replace_seeker(3, wide)
    same = np.int16([0, 2, 4, 5, 7, 8]), np.int16([1, 2, 1, 1, 3, 1])
    kinds, levels = s.competencies.copy(), s.levels.copy()
    kinds[3], levels[3] = same
    assert_exact(found, replace(s, competencies=kinds, levels=levels), p, 4)
    with pytest.raises(MalformedProblem, match="competencies: must be one row of at most 6"):
        found.replace_seeker(3, replace(wide, levels=np.int16([[1, 1, 2, 0, 1, 1, 0, 3, 1]])))
    with pytest.raises(MalformedProblem, match="row: must be from 0 to 7"):
        found.replace_profile(8, one(p, 0))


def test_changed_rows_come_by_relaxed_rules_too_and_a_row_may_change_twice():
    s, p = market(27, 20, 20)
    other_s, other_p = market(28, 20, 20)
    found = ranking.Index(s, p)
    first = int(found._seekers.ground.row[0]), int(found._profiles.ground.row[0])
    for i, j in ((0, 0), first, (19, 19), (0, 0), (5, 5), (5, 5)):
        found.replace_seeker(i, one(s, i))
        found.replace_profile(j, one(p, j))
        found.replace_seeker(i, one(other_s, i))
        found.replace_profile(j, one(other_p, j))
        s, p = with_row(s, i, other_s), with_row(p, j, other_p)
    for relaxed in (*ONLY.values(), ranking.Relaxed(distance=True), ranking.Relaxed()):
        assert_exact(found, s, p, 6, relaxed)


def test_changed_rows_are_looked_through_one_by_one_until_there_are_too_many(monkeypatch):
    monkeypatch.setattr(index, "MOST_CHANGED", 3)
    s, p = market(29, 20, 20)
    found, waiting = ranking.Index(s, p), []
    for i in range(7):
        found.replace_seeker(i, one(s, i))
        waiting.append(len(found._seekers.changed))
    assert waiting == [1, 2, 3, 0, 1, 2, 3]


def test_twenty_are_given_where_nobody_says_how_many():
    found = ranking.Index(*market(30, 30, 30))
    assert found.profiles_for()[0].shape == found.seekers_for()[1].shape == (30, 20)


def test_what_is_refused_says_what_was_wrong():
    s, p = market(31, 4, 4)
    found = ranking.Index(s, p)
    for k, rows, words in ((0, [0], "k: must be 1 or more"), (1, [4], "rows: names a row that is not there")):
        with pytest.raises(MalformedProblem, match=words):
            found.seekers_for(rows, k)
    for column, words in (
        ({"abilities": s.abilities[:, None]}, "abilities: must have one dimension"),
        ({"levels": s.levels[:, 0]}, "levels: must have two dimensions"),
        ({"x_m": np.array(list("abcd"))}, "x_m: must hold numbers"),
    ):
        with pytest.raises(MalformedProblem, match=words):
            replace(s, **column)


def test_threads_are_made_only_where_two_are_asked_for_and_there_is_work_for_two(monkeypatch):
    made = []

    class Pool(index.ThreadPoolExecutor):
        def __init__(self, threads):
            made.append(threads)
            super().__init__(threads)

    monkeypatch.setattr(index, "ThreadPoolExecutor", Pool)
    monkeypatch.setattr(index, "BATCH", 10)
    found = ranking.Index(*market(32, 20, 20))
    for threads, rows in ((1, 20), (2, 10), (2, 20), (3, 20)):
        found.profiles_for(range(rows), threads=threads)
    assert made == [2, 3]


@pytest.mark.parametrize(
    ("rows", "starts", "size"),
    [
        (300, 60, 64),
        (300, 59, 128),
        (300, 36, 128),
        (300, 35, 256),
        (300, 0, 512),
        (128, 0, 128),
        (129, 0, 256),
    ],
)
def test_a_block_is_doubled_until_the_table_of_starts_fits(monkeypatch, rows, starts, size):
    monkeypatch.setattr(ground, "STARTS", starts)
    side = side_of_seekers(market(33, rows, 1)[0])
    assert ground.lay_out(side).block_size == size


@pytest.mark.parametrize("block", [search.LANES, 2 * search.LANES])
def test_a_block_larger_than_a_piece_of_work_is_one_piece(monkeypatch, block):
    monkeypatch.setattr(ground, "BLOCK", block)
    s, p = market(34, 20, 3 * search.LANES, land=1_500)
    rows, _ = ranking.Index(s, p).profiles_for(k=12)
    monkeypatch.undo()
    expected, _ = ranking.Index(s, p).profiles_for(k=12)
    assert np.array_equal(rows, expected)


def test_the_highest_competency_counts_where_all_have_it_only_just():
    s = plain(
        ranking.Seekers, 3, competencies=np.int16([[2, 9]] * 3), levels=np.int16([[3, 1], [0, 1], [3, 0]])
    )
    p = plain(
        ranking.Profiles, 3, competencies=np.int16([[2, 9]] * 3), weights=np.int16([[3, 1], [0, 1], [3, 0]])
    )
    assert_exact(ranking.Index(s, p), s, p, 3)
    assert ground.lay_out(side_of_seekers(s)).starts.shape[1] == 10
