"""What is kept is said to the candidate as to a person, and to a colleague about that person: the same facts by one mechanism."""

from __future__ import annotations

from datetime import date

import pytest

from werktop.audit.kept import in_words
from werktop.candidates.models import (
    Candidate,
    CandidateTerm,
    DomainScore,
    InstrumentUse,
    Need,
    PlanStep,
)
from werktop.candidates.queries.saying import words_of
from werktop.candidates.queries.to_person import source_in_words, told_of_course
from werktop.catalogue.models import Term

COURSE = InstrumentUse(
    name="Taalmaatje", from_date=date(2026, 10, 1), seen_date=date(2026, 11, 9), outcome="helped",
    colleague_outcome="partly", expectation="Zelf bellen.", candidate_words="Ik bel nu.",
)  # fmt: skip


@pytest.mark.parametrize(
    ("part", "row", "to_colleague", "to_person"),
    [
        ("term", CandidateTerm(term=Term(label_nl="koken"), level=3), "kan het anderen leren", "u kunt het anderen leren"),
        ("step", PlanStep(words="x", doer="candidate", remark="J"), "zelf; opmerking: J", "dit doet u zelf; u schreef: J"),
        ("need", Need(words="x", kind="money", doer="assigned"), "vaste collega", "dit doet uw vaste collega bij ons"),
        (
            "instrument", COURSE,
            "kandidaat: het hielp, collega: het hielp een beetje, samen bekeken op 9 november 2026",
            "u zei: het hielp, onze collega zei: het hielp een beetje, wij bekeken dit samen op 9 november 2026",
        ),
        ("domain", DomainScore(domain="days", score=4), "Wat iemand overdag doet", "Wat u overdag doet"),
        ("languages", Candidate(dutch_spoken=4), "Nederlands spreken: heel goed", "Nederlands spreken: heel goed"),
    ],
)  # fmt: skip
def test_the_same_facts_are_said_about_somebody_and_to_somebody(part, row, to_colleague, to_person) -> None:
    assert to_colleague in "; ".join(words_of(part, row))
    said = "; ".join(words_of(part, row, to_person=True))
    assert to_person in said and "kandidaat" not in said and "iemand" not in said


@pytest.mark.parametrize(
    ("part", "source", "to_colleague", "to_person"),
    [
        ("term", "own_words", "zelf verteld", "u vertelde dit zelf"),
        ("term", "colleague", "gezien door een collega", "onze collega zag dit"),
        ("goal", "colleague", "gezien door een collega", "onze collega schreef dit op"),
        ("need", "together", "samen besproken", "wij bespraken dit samen"),
        ("term", "table", "aan tafel gezien", "aan tafel gezien"),
        ("words", "", "", ""),
    ],
)
def test_where_it_was_seen_or_said_is_said_to_the_reader(part, source, to_colleague, to_person) -> None:
    assert source_in_words(part, source) == to_colleague
    assert source_in_words(part, source, to_person=True) == to_person


def test_what_was_expected_and_seen_of_a_course_is_told_with_whose_words_they_are() -> None:
    assert told_of_course(COURSE) == [
        "Dit verwachtten we: Zelf bellen.",
        "Dit veranderde er voor u: Ik bel nu.",
    ]


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [("phone", "+31612345678", "06 12345678"), ("phone", "", "leeg"), ("dutch_spoken", 1, "nog niet"), ("dutch_spoken", 9, "9")],
)  # fmt: skip
@pytest.mark.parametrize("model", [Candidate, Candidate.pgh_event_model])
def test_a_number_and_a_level_are_read_the_same_on_a_row_and_in_its_history(
    model, field, value, words
) -> None:
    assert in_words(model, field, value) == words
