"""What docs/mechanisms says is what the program does: its examples and points; and no draft for the Register lacks a field."""

import json
import re
from pathlib import Path
from uuid import UUID

import numpy as np
import pytest

from werktop.gatherings import affinity
from werktop.gatherings.queries import fitting, fitting_entrepreneurs, scene
from werktop.gatherings.queries.talks import ANSWERS_TAKEN_FOR, MOST_TALKS
from werktop.matches.market import CANDIDATE_TALKS, ENTREPRENEUR_TALKS, Wishes, proposals_from
from werktop.mechanisms import matching, ranking, seating
from werktop.mechanisms.matching import contract as matching_contract
from werktop.mechanisms.seating import contract as seating_contract

DOCS = Path(__file__).parents[2] / "docs"
MECHANISMS = DOCS / "mechanisms"
FIELDS = (
    "Naam", "Korte omschrijving", "Organisatie", "Thema", "Status", "Begindatum", "Einddatum", "Contactgegevens",
    "Link naar publiekspagina", "Publicatiecategorie", "Link naar bronregistratie", "Doel en impact", "Afwegingen",
    "Menselijke tussenkomst", "Risicobeheer", "Wettelijke basis", "Verwijzingen wettelijke basis",
    "Link naar verwerkingsregister", "Impacttoetsen", "Toelichting op impacttoetsen", "Gegevens",
    "Verwijzingen gegevensbronnen", "Technische werking", "Leverancier", "Link naar broncode", "Taal",
    "Versie publicatiestandaard", "Bron-ID", "Zoektermen",
)  # fmt: skip
"""Of the Algorithm Register's publication standard 1.0 (MinBZK/Algoritmeregister, read 23 November 2026)."""
LONGEST = {"Naam": 100, "Korte omschrijving": 350, "Leverancier": 200, "Technische werking": 5000}
"""In characters, where it is not 2,500."""
NAMES = ("seating", "matching", "choosing", "ranking")


def page(name: str) -> str:
    """As it stands there, with its lines; `told` without."""
    return (MECHANISMS / f"{name}.md").read_text()


def told(name: str) -> str:
    return " ".join(page(name).split())


def example(name: str) -> dict:
    return json.loads((DOCS / "examples" / name).read_text())


@pytest.mark.parametrize("name", NAMES)
def test_every_mechanism_is_told_and_has_a_draft_with_every_field(name: str) -> None:
    """The page says what it promises and what it never does; the draft has the Register's fields, in one order."""
    for part in (
        "## What it promises",
        "## An example",
        "## What it never does",
        "## For who wants to check",
    ):
        assert part in page(name)
    draft = (MECHANISMS / "register" / f"{name}.md").read_text()
    fields = re.findall(r"^- \*\*([^*]+)\*\*: (.+(?:\n  .+)*)", draft, re.M)
    assert tuple(field for field, _said in fields) == FIELDS
    assert [field for field, said in fields if len(" ".join(said.split())) > LONGEST.get(field, 2500)] == []
    assert f"(register/{name}.md)" in page(name) and f"({name}.md)" in page("register/README")


def test_four_people_sit_as_the_page_says() -> None:
    """Bram and Cem at the bakery, Amina and Dina at the nursery: 1460, and proven; the affinities are those of the table."""
    problem = example("four-at-two-tables.json")
    rows = re.findall(r"^\| (Amina|Bram|Cem|Dina) \| (\d+) \| (\d+) \|", page("seating"), re.M)
    assert [[int(a), int(b)] for _name, a, b in rows] == problem["affinity"]
    plan = seating.solve(seating_contract.parse(problem), seed=0, steps=2000)
    answer = seating_contract.as_json(plan)
    assert [sorted(table["candidates"]) for table in answer["rounds"][0]] == [
        ["Bram", "Cem"],
        ["Amina", "Dina"],
    ]
    assert answer["report"]["objective"] == answer["report"]["upper_bound"] == 1460
    assert "**1460**" in told("seating")


def test_three_people_get_the_talks_that_the_page_says() -> None:
    """Amina with the nursery and Bram with the bakery; Cem without, in every stable answer."""
    found = matching.solve(matching_contract.parse(example("three-and-two.json")))
    assert set(found.pairs) == {("Amina", "nursery"), ("Bram", "bakery")}
    assert (
        found.report.exact and found.report.largest_possible == 2 and list(found.report.unserved) == ["Cem"]
    )


def test_without_an_order_of_wishes_the_lot_decides_as_the_page_says() -> None:
    """Amina always with the nursery; the bakery's talk falls to Bram at one gathering, and to Cem at another."""
    amina, bram, cem, bakery, nursery = (UUID(int=n) for n in range(5))
    wishes = Wishes(
        candidates=[amina, bram, cem],
        entrepreneurs=[bakery, nursery],
        chosen_by_candidate={amina: {bakery, nursery}, bram: {bakery}, cem: {bakery}},
        chosen_by_entrepreneur={bakery: {amina, bram, cem}, nursery: {amina}},
        most=dict.fromkeys((amina, bram, cem, bakery, nursery), 1),
    )
    found = [set(proposals_from(wishes, drawn_for=UUID(int=n)).mutual) for n in range(20)]
    assert all((amina, nursery) in pairs and len(pairs) == 2 for pairs in found)
    assert {pair[0] for pairs in found for pair in pairs} == {amina, bram, cem}


def test_the_score_of_the_example_is_thirty() -> None:
    """Packing 24 and outdoors 6; a licence that is required and not had keeps the opening out."""
    one = {"x_m": [0], "y_m": [0], "hours_min": [8], "hours_max": [24]}
    seekers = ranking.Seekers(
        **one, radius_m=[10_000], available_day=[0], abilities=[0], competencies=[[1, 2]], levels=[[3, 2]],
        affinities=[[2, 0, 0, 0, 0, 0, 0, 0]],
    )  # fmt: skip

    def ranked(required: int) -> tuple[list, list]:
        openings = ranking.Profiles(
            **one, start_day=[10], required=[required], competencies=[[1, 3]], weights=[[4, 3]],
            affinities=[[3, 0, 0, 0, 0, 0, 0, 0]],
        )  # fmt: skip
        rows, scores = ranking.Index(seekers, openings).profiles_for(k=1)
        return rows.tolist(), scores.tolist()

    assert ranked(0) == ([[0]], [[30]]) and "score is **30**" in told("ranking")
    assert ranked(1)[0] == [[-1]]


def test_the_points_of_the_lists_are_those_of_the_program() -> None:
    """The table in choosing.md, and the weights in seating.md."""
    text = page("choosing").replace("−", "-").replace(",000", "000")
    points = dict(re.findall(r"^\| ([^|]+?) \| ([^|]+?) \|$", text, re.M))
    limits = ", ".join(str(round(limit)) for limit, _ in scene.NEAR_POINTS[:-1])
    assert points[
        f"lives within {limits} or {round(scene.NEAR_POINTS[-1][0])} kilometres of the place"
    ] == "{}, {} or {}".format(*(worth for _, worth in scene.NEAR_POINTS))
    assert points["was invited in the last sixty days"] == str(scene.LATELY_POINTS)
    assert scene.LATELY.days == 60
    assert points["speaks no language of an open table"] == str(fitting.NO_TABLE)
    assert [points[what] for what in points if what.startswith("was promised")] == [str(scene.OWED_POINTS)]
    main = next(nums for what, nums in points.items() if what.startswith("belongs to the gathering"))
    assert main == f"{scene.FIRST_POINTS} ({2 * scene.FIRST_POINTS})"
    assert points["said yes to another gathering at that hour"] == str(scene.ELSEWHERE_POINTS)
    assert points["the mean of the three best [affinities](seating.md) with firms on the list"] == (
        f"0 to {affinity.MOST}"
    )
    assert fitting.BEST == 3
    firms = fitting_entrepreneurs
    for worth in (
        f"(at most {firms.SHARE_POINTS})", f"looks for ({firms.KNOWN_POINTS})", f"less {firms.TURN_POINTS} for each"
    ):  # fmt: skip
        assert worth in " ".join(text.split())
    weights = told("seating")
    assert f"({affinity.COMPETENCY.weight} each, four at most)" in weights and affinity.COMPETENCY.most == 4
    assert f"({affinity.INTEREST.weight} each, two at most)" in weights and affinity.INTEREST.most == 2
    assert f"({affinity.LANGUAGE.weight})" in weights and f"({affinity.NEARBY.weight} for each" in weights
    assert affinity.REACH_KM == (20.0, 10.0, 5.0)


def test_the_points_that_are_published_are_those_of_the_program() -> None:
    """The drafts name each point that there is, and the weights of an affinity."""
    draft = told("register/choosing")
    near_ones = [str(worth) for _limit, worth in scene.NEAR_POINTS]
    for words in (
        f"(0 tot {affinity.MOST})", f"({near_ones[0]}, {near_ones[1]} of {near_ones[2]})", f"(min {-scene.LATELY_POINTS})",
        f"(min {-fitting.NO_TABLE})", f"({scene.OWED_POINTS})", f"({scene.FIRST_POINTS} of {2 * scene.FIRST_POINTS})",
        f"(min {-scene.ELSEWHERE_POINTS})", f"(tot {fitting_entrepreneurs.SHARE_POINTS})",
        f"({fitting_entrepreneurs.KNOWN_POINTS})", f"(min {fitting_entrepreneurs.TURN_POINTS})",
    ):  # fmt: skip
        assert words in draft
    draft, whole = told("register/seating"), told("README")
    assert (
        f"talenten ({affinity.COMPETENCY.weight} elk)" in draft
        and f"interesses ({affinity.INTEREST.weight} elk)" in draft
    )
    assert (
        f"taal ({affinity.LANGUAGE.weight})" in draft
        and f"nabijheid ({affinity.NEARBY.weight} voor elk" in draft
    )
    assert f"A shared language adds {affinity.LANGUAGE.weight} of {affinity.MOST}" in whole
    assert f"adds at most {affinity.NEARBY.weight * affinity.NEARBY.most} of {affinity.MOST}" in whole


def test_the_example_of_choosing_adds_up() -> None:
    """Amina 520, Bram 640 less 300."""
    amina = int(np.sort([520, 400, 280, 80])[::-1][: fitting.BEST].mean()) + scene.near(3)
    bram = int(np.mean([720, 600, 600])) + scene.near(30)
    assert (amina, bram, bram + scene.LATELY_POINTS) == (520, 640, 340)


def test_the_numbers_of_talks_and_days_are_those_of_the_program() -> None:
    """Two talks for a candidate, three for an entrepreneur, three weeks to answer, wherever they are said."""
    assert set(MOST_TALKS.values()) == {CANDIDATE_TALKS, ENTREPRENEUR_TALKS} == {2, 3}
    assert "two talks at most and an entrepreneur three" in told("matching")
    assert f"{ANSWERS_TAKEN_FOR.days} dagen" in told("register/matching")
