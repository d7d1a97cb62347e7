"""The calculators. Each works exactly, and rounds once, at the end of a line: half a cent goes up."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from .rules import Rules
from .steps import BadInput, Step, Sum
from .words import Said, amount_said, money, number, rounded

MOST_CENTS = 10_000_000


def wage_cost_subsidy(
    rules: Rules,
    *,
    on: date,
    hours: Fraction,
    minimum_wage_cents: int | None = None,
    wage_value_cents: int | None = None,
    wage_value_percent: Fraction | None = None,
    is_flat: bool = False,
) -> Sum:
    """Loonkostensubsidie a month (Participatiewet art. 10d lid 4 and 5).

    `minimum_wage_cents`: the minimum wage of a month full time with holiday allowance (None: by the rule of that day);
    `wage_value_cents`: what somebody's work is worth of that, also full time with holiday allowance, or `wage_value_percent`:
    the same as the measurement says it, of the minimum wage; `hours` a week as agreed. `is_flat`: the first months, when the
    wage value has not been measured: a fixed share in place of the difference. Refuses `BadInput` and `NoRule`.
    """
    charges = rules.on("lks_employer_charges", on)
    full_time = rules.on("lks_full_time", on)
    top = rules.on("lks_maximum", on)
    share = rules.on("lks_flat" if is_flat else "lks_difference", on)
    wage_rule = share
    if minimum_wage_cents is None:
        wage_rule = rules.on("minimum_wage_month", on)
        minimum_wage_cents = minimum_wage_of(rules, on) or 0
    _refuse_money("minimum_wage_cents", minimum_wage_cents, is_nought_right=False)
    _refuse_hours(hours, full_time.value)
    minimum = Fraction(minimum_wage_cents)
    steps = [Step("minimum_wage", MINIMUM, minimum, "cents_per_month", wage_rule)]
    if is_flat:
        part = minimum * share.value / 100
        steps.append(Step("flat", FLAT.filled(percent=share.amount), part, "cents_per_month", share))
    else:
        value = _wage_value(minimum_wage_cents, wage_value_cents, wage_value_percent)
        highest = minimum * top.value / 100
        difference = (minimum - value) * share.value / 100
        part = min(difference, highest)
        steps += [
            Step("wage_value", _worth(wage_value_percent), value, "cents_per_month", share),
            Step("difference", DIFFERENCE.filled(percent=share.amount), difference, "cents_per_month", share),
            Step("maximum", MAXIMUM.filled(percent=top.amount), highest, "cents_per_month", top),
            Step("counts", COUNTS, part, "cents_per_month", top),
        ]
    by_hours = part * hours / full_time.value
    extra = by_hours * charges.value / 100
    hours_said = BY_HOURS.filled(hours=number(hours), full_time=number(full_time.value))
    steps += [
        Step("hours", hours_said, by_hours, "cents_per_month", full_time),
        Step("employer_charges", CHARGES.filled(percent=charges.amount), extra, "cents_per_month", charges),
        Step("monthly", MONTHLY, by_hours + extra, "cents_per_month", charges),
    ]
    notes = []
    if is_flat:
        term = rules.on("lks_flat_months", on)
        notes.append(FLAT_TERM.filled(term=term.amount))
    return Sum("wage-cost-subsidy", on, steps, notes)


def minimum_wage_of(rules: Rules, on: date) -> int | None:
    """The minimum wage of a month full time with holiday allowance, in whole cents; None where no rule says it."""
    wage, more = rules.find("minimum_wage_month", on), rules.find("holiday_allowance", on)
    return rounded(wage.value * (100 + more.value) / 100) if wage and more else None


def ability_to_work(
    rules: Rules,
    *,
    on: date,
    can_do_a_task: bool,
    has_basic_skills: bool,
    works_an_hour_on_end: bool,
    hours_a_day: Fraction,
    earns_cents_an_hour: int | None = None,
) -> Sum:
    """Whether the four conditions for work with wage-cost subsidy are met, one line each; 1 is yes and 0 is no.

    (Besluit loonkostensubsidie Participatiewet 2021 art. 1.) Refuses `BadInput` and `NoRule`."""
    if not 0 <= hours_a_day <= 24:
        raise BadInput("hours_a_day", DAY_HOURS)
    enough, fewer = rules.on("able_hours", on), rules.on("able_fewer_hours", on)
    wage = rules.on("minimum_wage_hour", on)
    if earns_cents_an_hour is not None:
        _refuse_money("earns_cents_an_hour", earns_cents_an_hour)
    earns = Fraction(earns_cents_an_hour or 0)
    is_enough = hours_a_day >= enough.value or (hours_a_day >= fewer.value and earns >= wage.value)
    task, hour = rules.on("able_task", on), rules.on("able_hour_on_end", on)
    lines = [
        ("task", TASK, can_do_a_task, task),
        ("skills", SKILLS, has_basic_skills, task),
        ("hour", HOUR, works_an_hour_on_end, hour),
        ("hours", HOURS_A_DAY.filled(enough=number(enough.value), fewer=number(fewer.value), wage=money(int(wage.value))),
         is_enough, enough if hours_a_day >= enough.value else fewer),
    ]  # fmt: skip
    steps = [Step(name, words, Fraction(bool(met)), "yes_or_no", rule) for name, words, met, rule in lines]
    is_able = all(met for _name, _words, met, _rule in lines)
    steps.append(Step("able", ABLE, Fraction(is_able), "yes_or_no", task))
    return Sum("ability-to-work", on, steps)


def _wage_value(minimum_cents: int, cents: int | None, percent: Fraction | None) -> Fraction:
    """In cents, exact; refuses both at once, none, and what lies outside the minimum wage."""
    if cents is not None and percent is not None:
        raise BadInput("wage_value_percent", TWICE)
    if percent is not None:
        if not 0 <= percent <= 100:
            raise BadInput("wage_value_percent", PERCENT)
        return minimum_cents * percent / 100
    if cents is None:
        raise BadInput("wage_value_cents", NO_WAGE_VALUE)
    _refuse_money("wage_value_cents", cents)
    if cents > minimum_cents:
        raise BadInput("wage_value_cents", ABOVE.filled(minimum=money(minimum_cents)))
    return Fraction(cents)


def _worth(percent: Fraction | None) -> Said:
    return WAGE_VALUE if percent is None else WORTH.filled(percent=amount_said(percent, "percent"))


def _refuse_money(field: str, cents: int, *, is_nought_right: bool = True) -> None:
    if cents < 0:
        raise BadInput(field, NEGATIVE)
    if cents == 0 and not is_nought_right:
        raise BadInput(field, NOUGHT)
    if cents > MOST_CENTS:
        raise BadInput(field, TOO_MUCH.filled(most=money(MOST_CENTS)))


def _refuse_hours(hours: Fraction, full_time: Fraction) -> None:
    if hours <= 0:
        raise BadInput("hours", NO_HOURS)
    if hours > full_time:
        raise BadInput("hours", OVER.filled(full_time=number(full_time)))


MINIMUM = Said("Minimumloon met vakantiebijslag, voltijd", "Minimum wage with holiday allowance, full time")
WAGE_VALUE = Said("Loonwaarde met vakantiebijslag, voltijd", "Wage value with holiday allowance, full time")
WORTH = Said(
    "Loonwaarde: {percent} van het minimumloon, voltijd",
    "Wage value: {percent} of the minimum wage, full time",
)
DIFFERENCE = Said(
    "Minimumloon min loonwaarde; van dat verschil telt {percent}",
    "Minimum wage less wage value; of that difference {percent} counts",
)
MAXIMUM = Said(
    "De subsidie is nooit meer dan {percent} van het minimumloon",
    "The subsidy is never more than {percent} of the minimum wage",
)
COUNTS = Said("Hiervan telt het laagste", "Of these the lowest counts")
FLAT = Said(
    "Vast deel zolang de loonwaarde niet is gemeten: {percent} van het minimumloon",
    "Fixed share while the wage value is not measured: {percent} of the minimum wage",
)
FLAT_TERM = Said(
    "Zo rekent men ten hoogste {term}. Daarna telt de gemeten loonwaarde.",
    "It is worked out like this for {term} at most. After that the measured wage value counts.",
)
BY_HOURS = Said("Naar uren: {hours} van {full_time} per week", "By hours: {hours} of {full_time} a week")
CHARGES = Said("Erbij voor werkgeverslasten: {percent}", "Added for the employer's charges: {percent}")
MONTHLY = Said("Loonkostensubsidie per maand", "Wage-cost subsidy a month")
TASK = Said("Kan een taak uitvoeren in een organisatie", "Can do a task in an organisation")
SKILLS = Said("Heeft basale werknemersvaardigheden", "Has basic employee skills")
HOUR = Said("Kan een uur aaneengesloten werken", "Can work for an hour on end")
HOURS_A_DAY = Said(
    "Kan {enough} uur per dag werken, of {fewer} uur tegen ten minste {wage} per uur",
    "Can work {enough} hours a day, or {fewer} hours at {wage} an hour or more",
)
ABLE = Said("Aan alle voorwaarden voldaan", "All conditions are met")

NO_WAGE_VALUE = Said(
    "Vul de loonwaarde in, of kies het vaste deel van de eerste maanden.",
    "Fill in the wage value, or choose the fixed share of the first months.",
)
TWICE = Said(
    "Vul de loonwaarde in als bedrag of als percentage, niet allebei.",
    "Fill in the wage value as an amount or as a percentage, not both.",
)
PERCENT = Said("Vul 0 tot 100 procent in.", "Fill in 0 to 100 percent.")
ABOVE = Said(
    "De loonwaarde is hoger dan het minimumloon ({minimum}). Dan is er geen loonkostensubsidie. Kijk de bedragen na.",
    "The wage value is higher than the minimum wage ({minimum}). Then there is no wage-cost subsidy. Check the amounts.",
)
NEGATIVE = Said("Een bedrag kan niet onder nul zijn.", "An amount cannot be below nought.")
NOUGHT = Said("Vul een bedrag boven nul in.", "Fill in an amount above nought.")
TOO_MUCH = Said(
    "Dit bedrag is hoger dan {most}. Kijk de komma na.",
    "This amount is higher than {most}. Check the decimal point.",
)
NO_HOURS = Said("Vul meer dan 0 uur per week in.", "Fill in more than 0 hours a week.")
OVER = Said(
    "Meer dan {full_time} uur per week is meer dan voltijd. Vul hoogstens {full_time} in.",
    "More than {full_time} hours a week is more than full time. Fill in {full_time} at most.",
)
DAY_HOURS = Said("Vul 0 tot 24 uur per dag in.", "Fill in 0 to 24 hours a day.")
