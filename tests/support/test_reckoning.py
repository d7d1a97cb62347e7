"""The sums to the cent, by rules that each say where they stand and from when to when they hold."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest

from werktop.support.reckoning import (
    INSTRUMENTS,
    BadInput,
    NoRule,
    Rule,
    Rules,
    ability_to_work,
    shipped_rules,
    trial_placement,
    wage_cost_benefit,
    wage_cost_subsidy,
)
from werktop.support.reckoning.words import amount_said, rounded

RULES = Rules(shipped_rules())
DAY = date(2026, 7, 1)
WAGE, VALUE = 252_396, 151_438


def subsidy(hours="36", on=DAY, wage=WAGE, value=VALUE, rules=RULES, **more):
    return wage_cost_subsidy(
        rules, on=on, minimum_wage_cents=wage, wage_value_cents=value, hours=Fraction(hours), **more
    )


@pytest.mark.parametrize(
    ("asked", "exact", "cents"),
    [
        # the public vectors of 1 July 2026: whole cents, half a cent up
        ({"hours": "36"}, "126197.5", 126198),
        ({"hours": "32"}, "112175.5555", 112176),
        ({"hours": "27"}, "94648.125", 94648),
        ({"hours": "27.5"}, "96400.8680", 96401),
        ({"on": date(2021, 12, 31)}, "124683.13", 124683),  # 23.5% until 2022
        ({"on": date(2022, 1, 1)}, "126197.5", 126198),
        ({"on": date(2017, 12, 31)}, "124178.34", 124178),  # 23% until 2018
        ({"value": 0}, "220846.5", 220847),  # at most 70%: 176677.2
        ({"value": WAGE}, "0", 0),
        ({"value": None, "is_flat": True}, "157747.5", 157748),  # half the minimum wage
        ({"value": None, "is_flat": True, "hours": "18"}, "78873.75", 78874),
        ({"wage": 100, "value": 99, "hours": "14.4"}, "0.5", 1),
    ],
)
def test_a_wage_cost_subsidy_is_right_to_the_cent(asked, exact, cents) -> None:
    found = subsidy(**asked)
    assert found.answer.name == "monthly" and found.answer.cents == cents
    assert abs(found.answer.value - Fraction(exact)) < Fraction(1, 1000)


@pytest.mark.parametrize(
    ("kind", "hours", "on", "cents"),
    [
        ("banenafspraak", 1500, DAY, 151_500),
        ("banenafspraak", 2000, DAY, 200_000),
        ("arbeidsgehandicapt", 1664, DAY, 507_520),
        ("arbeidsgehandicapt", 2000, DAY, 600_000),
        ("herplaatsen", 100, DAY, 30_500),
        ("oudere", 2000, date(2024, 12, 31), 600_000),
        ("oudere", 2000, date(2025, 1, 1), 260_000),
        ("oudere", 1000, date(2025, 12, 31), 135_000),
    ],
)
def test_a_wage_cost_benefit_counts_hours_up_to_its_maximum(kind, hours, on, cents) -> None:
    assert wage_cost_benefit(RULES, on=on, kind=kind, paid_hours=Fraction(hours)).answer.cents == cents


@pytest.mark.parametrize(
    ("law", "months"),
    [("participatiewet", [2, 4, 6]), ("ww", [6, 6]), ("wia", [6, 6]), ("wajong", [6, 6])],
)
def test_how_long_somebody_may_try_the_work_is_told_by_law(law, months) -> None:
    assert [step.value for step in trial_placement(RULES, on=DAY, law=law).steps] == months


@pytest.mark.parametrize(
    ("hours", "earns", "others", "is_able"),
    [
        ("4", None, True, True),
        ("3.5", None, True, False),
        ("2", 1499, True, True),
        ("2", 1498, True, False),
        ("1.5", 5000, True, False),
        ("8", None, False, False),
    ],
)
def test_the_conditions_of_working_with_subsidy(hours, earns, others, is_able) -> None:
    found = ability_to_work(
        RULES, on=DAY, can_do_a_task=True, has_basic_skills=others, works_an_hour_on_end=True,
        hours_a_day=Fraction(hours), earns_cents_an_hour=earns,
    )  # fmt: skip
    assert found.answer.value == is_able


@pytest.mark.parametrize(
    ("asked", "field", "said"),
    [
        ({"wage": -1}, "minimum_wage_cents", "below nought"),
        ({"wage": 0}, "minimum_wage_cents", "above nought"),
        ({"value": -1}, "wage_value_cents", "below nought"),
        ({"value": WAGE + 1}, "wage_value_cents", "higher than the minimum wage (€2,523.96)"),
        ({"value": None}, "wage_value_cents", "Fill in the wage value"),
        ({"hours": "0"}, "hours", "more than 0"),
        ({"hours": "36.5"}, "hours", "more than full time"),
        ({"wage": 10**9}, "minimum_wage_cents", "decimal point"),
        ({"on": date(2014, 12, 31)}, "on", "The next one holds from 1 January 2015"),
        ({"on": date(2016, 1, 1), "is_flat": True}, "on", "The next one holds from 1 February 2017"),
    ],
)
def test_bad_input_says_what_is_wrong(asked, field, said) -> None:
    with pytest.raises((BadInput, NoRule)) as refused:
        subsidy(**asked)
    assert refused.value.field == field and said in refused.value.said.en and refused.value.said.nl


def test_a_rule_that_is_over_says_until_when_it_held() -> None:
    with pytest.raises(NoRule, match="until and including 31 December 2025"):
        wage_cost_benefit(RULES, on=DAY, kind="oudere", paid_hours=Fraction(1))
    assert [rule.key for rule in RULES.over("wage-cost-benefit", DAY)] == [
        "lkv_oudere_hour",
        "lkv_oudere_year",
    ]
    assert RULES.on("minimum_wage_hour", date(2026, 11, 24)).ends_soon(date(2026, 11, 24))
    assert not RULES.on("minimum_wage_hour", DAY).ends_soon(DAY)


@pytest.mark.parametrize("key", RULES.keys)
def test_a_rule_has_a_source_and_its_rows_do_not_overlap(key) -> None:
    rows = RULES.history(key)
    for row in rows:
        assert row.law and row.article and row.source and row.label.nl and row.label.en
        assert row.instrument in INSTRUMENTS and row.value > 0 and row.amount.nl
        assert not row.unit.startswith("cents") or row.value.denominator == 1
        assert row.valid_until is None or row.valid_from < row.valid_until
    assert all(
        one.valid_until is not None and one.valid_until <= next_.valid_from for one, next_ in pairwise(rows)
    )


def test_every_step_says_by_which_rule_it_is_so() -> None:
    found = [
        *subsidy().steps,
        *subsidy(value=None, is_flat=True).steps,
        *trial_placement(RULES, on=DAY, law="participatiewet").steps,
    ]
    assert all(step.rule.holds_on(DAY) and step.words.nl and step.words.en for step in found)


def test_an_added_row_counts_from_its_own_day_and_the_nearest_wins() -> None:
    def row(whose: str, percent: int, begins: date, ends: date | None = None) -> Rule:
        known = RULES.on("lks_employer_charges", DAY)
        facts = known.__dict__ | {
            "value": Fraction(percent),
            "valid_from": begins,
            "valid_until": ends,
            "whose": whose,
        }
        return Rule(**facts)

    soon = date(2027, 1, 1)
    rules = Rules(
        [*shipped_rules(), row("organisation", 27, soon, date(2027, 7, 1)), row("region", 26, soon)]
    )
    days = [soon - timedelta(days=1), soon, date(2027, 7, 1)]
    assert [rules.on("lks_employer_charges", day).value for day in days] == [25, 27, 26]
    assert subsidy(on=soon, rules=rules).answer.cents == rounded(Fraction(100_958 * 127, 100))


@pytest.mark.parametrize(
    ("value", "unit", "dutch", "english"),
    [
        (Fraction("23.5"), "percent", "23,5%", "23.5%"),
        (Fraction("123456.5"), "cents_per_year", "€ 1.234,57 per jaar", "€1,234.57 per year"),
        (Fraction(1), "months", "1 maand", "1 month"),
        (Fraction(2), "months", "2 maanden", "2 months"),
        (Fraction("27.5"), "hours_per_week", "27,5 uur per week", "27.5 hours per week"),
        (Fraction(100), "percent", "100%", "100%"),
    ],
)
def test_amounts_read_as_people_write_them(value, unit, dutch, english) -> None:
    shown = amount_said(value, unit)
    assert (shown.nl, shown.en) == (dutch, english)


def test_no_float_stands_in_the_sums() -> None:
    folder = Path(__file__).parents[2] / "src/werktop/support/reckoning"
    assert not [file.name for file in folder.glob("*.py") if "float(" in file.read_text()]
