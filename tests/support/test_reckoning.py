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
        # the wage value as the measurement says it, and the minimum wage by the rule of the day
        ({"value": None, "wage_value_percent": Fraction(60), "wage": None}, "126198", 126198),
        ({"value": None, "wage_value_percent": Fraction(0)}, "220846.5", 220847),
        ({"value": None, "wage_value_percent": Fraction(100)}, "0", 0),
    ],
)
def test_a_wage_cost_subsidy_is_right_to_the_cent(asked, exact, cents) -> None:
    found = subsidy(**asked)
    assert found.answer.name == "monthly" and found.answer.cents == cents
    assert abs(found.answer.value - Fraction(exact)) < Fraction(1, 1000)


@pytest.mark.parametrize(
    ("kind", "hours", "on", "began", "cents"),
    [
        ("banenafspraak", 1500, DAY, None, 151_500),
        ("banenafspraak", 2000, DAY, None, 200_000),
        # until 2026 for three years at most, from then on as long as the job lasts
        ("banenafspraak", 1000, date(2025, 12, 31), date(2023, 1, 1), 101_000),
        ("banenafspraak", 1000, date(2026, 1, 1), date(2019, 1, 1), 101_000),
        ("arbeidsgehandicapt", 1664, DAY, None, 507_520),
        ("arbeidsgehandicapt", 2000, DAY, date(2023, 7, 2), 600_000),
        ("herplaatsen", 100, DAY, None, 30_500),
        # begun before 2024: as it was, for three years at most
        ("oudere", 2000, date(2024, 12, 31), date(2023, 12, 31), 600_000),
        ("oudere", 2000, date(2025, 6, 1), date(2023, 12, 31), 600_000),
        ("oudere", 2000, date(2026, 12, 30), date(2023, 12, 31), 600_000),
        ("oudere", 1000, date(2023, 6, 1), None, 305_000),
        # begun from 2024: lower in 2025, and nothing after that
        ("oudere", 2000, date(2024, 12, 31), date(2024, 1, 1), 600_000),
        ("oudere", 2000, date(2025, 1, 1), date(2024, 1, 1), 260_000),
        ("oudere", 1000, date(2025, 12, 31), date(2025, 3, 1), 135_000),
        ("oudere", 2000, date(2025, 6, 1), None, 260_000),
    ],
)
def test_a_wage_cost_benefit_counts_hours_up_to_its_maximum(kind, hours, on, began, cents) -> None:
    found = wage_cost_benefit(RULES, on=on, kind=kind, paid_hours=Fraction(hours), began=began)
    assert found.answer.cents == cents


@pytest.mark.parametrize(
    ("kind", "on", "began", "said"),
    [
        ("oudere", date(2026, 6, 1), None, "Fill in when the employee began"),
        ("oudere", date(2026, 1, 1), date(2024, 1, 1), "ended on 31 December 2025"),
        ("oudere", date(2026, 6, 1), date(2023, 6, 1), "ended here on 31 May 2026"),
        ("banenafspraak", date(2025, 12, 31), date(2022, 12, 31), "ended here on 30 December 2025"),
        ("arbeidsgehandicapt", DAY, date(2023, 7, 1), "ended here on 30 June 2026"),
        ("herplaatsen", DAY, date(2025, 7, 1), "ended here on 30 June 2026"),
        ("herplaatsen", DAY, date(2026, 7, 2), "had not begun yet"),
        ("arbeidsgehandicapt", date(2027, 2, 28), date(2024, 2, 29), ""),
        ("arbeidsgehandicapt", date(9999, 12, 30), date(9998, 1, 1), ""),
        ("arbeidsgehandicapt", date(2027, 3, 1), date(2024, 2, 29), "ended here on 28 February 2027"),
    ],
)
def test_a_wage_cost_benefit_that_has_ended_says_when(kind, on, began, said) -> None:
    def work_out():
        return wage_cost_benefit(RULES, on=on, kind=kind, paid_hours=Fraction(100), began=began)

    if not said:
        assert work_out().answer.cents == 30_500
        return
    with pytest.raises(BadInput) as refused:
        work_out()
    assert refused.value.field == "began" and said in refused.value.said.en


@pytest.mark.parametrize(
    ("law", "months"),
    [
        ("participatiewet", [2, 4, 6]),
        ("ww", [2, 4, 6]),
        ("wia", [2, 4, 6]),
        ("wajong", [2, 4, 6]),
        (None, [2, 6]),
    ],
)
def test_how_long_somebody_may_try_the_work_is_told_by_law_or_without_asking_for_one(law, months) -> None:
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
        ({"wage_value_percent": Fraction(60)}, "wage_value_percent", "not both"),
        ({"value": None, "wage_value_percent": Fraction(101)}, "wage_value_percent", "0 to 100"),
        ({"wage": None, "on": date(2025, 6, 30)}, "on", "The next one holds from 1 July 2025"),
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
        RULES.on("lkv_oudere_hour", DAY)
    over = [rule.key for rule in RULES.over("wage-cost-benefit", DAY)]
    assert over == ["lkv_banenafspraak_years", "lkv_oudere_hour", "lkv_oudere_year"]
    assert RULES.on("minimum_wage_hour", date(2026, 11, 24)).ends_soon(date(2026, 11, 24))
    assert not RULES.on("minimum_wage_hour", DAY).ends_soon(DAY)


def test_an_amount_that_is_always_renewed_is_asked_for_sixty_days_before_it_ends() -> None:
    keys = ["minimum_wage_month", "minimum_wage_hour"]
    assert [rule.key for rule in RULES.to_fill_in(date(2026, 11, 2))] == keys
    assert RULES.to_fill_in(date(2026, 11, 1)) == RULES.to_fill_in(date(2027, 1, 1)) == []
    assert RULES.to_fill_in(date(2026, 6, 1)) == []  # the next one is known


def test_the_conditions_go_by_the_decision_of_that_time() -> None:
    laws = [RULES.on("able_hours", day).law for day in (date(2021, 6, 30), date(2021, 7, 1))]
    assert laws == [
        "Besluit loonkostensubsidie Participatiewet",
        "Besluit loonkostensubsidie Participatiewet 2021",
    ]


@pytest.mark.parametrize(
    ("day", "cents"),
    [
        (date(2024, 1, 1), 1327), (date(2024, 6, 30), 1327), (date(2024, 7, 1), 1368), (date(2025, 1, 1), 1406),
        (date(2025, 7, 1), 1440), (date(2025, 12, 31), 1440), (date(2026, 1, 1), 1471), (date(2026, 7, 1), 1499),
    ],
)  # fmt: skip
def test_the_minimum_wage_an_hour_changes_twice_a_year(day, cents) -> None:
    assert RULES.on("minimum_wage_hour", day).value == cents


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
