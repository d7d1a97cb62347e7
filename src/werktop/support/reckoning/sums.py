"""The calculators. Each works exactly, and rounds once, at the end of a line: half a cent goes up."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from .rules import Rules
from .steps import BadInput, Step, Sum
from .words import Said, money, number

LAWS = {
    "participatiewet": "Participatiewet",
    "ww": "Werkloosheidswet (WW)",
    "wia": "Wet WIA",
    "wajong": "Wajong",
}
"""The laws under which somebody may try the work first."""
BENEFITS = {
    "banenafspraak": Said("banenafspraak", "job agreement (banenafspraak)"),
    "arbeidsgehandicapt": Said("arbeidsgehandicapte werknemer", "employee with an occupational disability"),
    "herplaatsen": Said("herplaatsen in eigen of ander werk", "re-placed in the own or other work"),
    "oudere": Said("oudere werknemer", "older employee"),
}
"""The kinds of wage-cost benefit (loonkostenvoordeel)."""
MOST_CENTS = 10_000_000
HOURS_IN_A_YEAR = 8784


def wage_cost_subsidy(
    rules: Rules,
    *,
    on: date,
    minimum_wage_cents: int,
    wage_value_cents: int | None,
    hours: Fraction,
    is_flat: bool = False,
) -> Sum:
    """Loonkostensubsidie a month (Participatiewet art. 10d lid 4 and 5).

    `minimum_wage_cents`: the minimum wage of a month full time with holiday allowance; `wage_value_cents`: what somebody's
    work is worth of that, also full time with holiday allowance; `hours` a week as agreed. `is_flat`: the first months, when
    the wage value has not been measured: a fixed share in place of the difference. Refuses `BadInput` and `NoRule`.
    """
    charges = rules.on("lks_employer_charges", on)
    full_time = rules.on("lks_full_time", on)
    top = rules.on("lks_maximum", on)
    _refuse_money("minimum_wage_cents", minimum_wage_cents, is_nought_right=False)
    _refuse_hours(hours, full_time.value)
    minimum = Fraction(minimum_wage_cents)
    share = rules.on("lks_flat" if is_flat else "lks_difference", on)
    steps = [Step("minimum_wage", MINIMUM, minimum, "cents_per_month", share)]
    if is_flat:
        part = minimum * share.value / 100
        steps.append(Step("flat", FLAT.filled(percent=share.amount), part, "cents_per_month", share))
    else:
        if wage_value_cents is None:
            raise BadInput("wage_value_cents", NO_WAGE_VALUE)
        _refuse_money("wage_value_cents", wage_value_cents)
        if wage_value_cents > minimum_wage_cents:
            raise BadInput("wage_value_cents", ABOVE.filled(minimum=money(minimum_wage_cents)))
        value = Fraction(wage_value_cents)
        highest = minimum * top.value / 100
        difference = (minimum - value) * share.value / 100
        part = min(difference, highest)
        steps += [
            Step("wage_value", WAGE_VALUE, value, "cents_per_month", share),
            Step("difference", DIFFERENCE, difference, "cents_per_month", share),
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


def wage_cost_benefit(rules: Rules, *, on: date, kind: str, paid_hours: Fraction) -> Sum:
    """Loonkostenvoordeel of one calendar year (Wet tegemoetkomingen loondomein): so much for each paid hour, up to a maximum.

    `kind`: one of `BENEFITS`; `paid_hours`: the hours with wage in that year. Refuses `BadInput` and `NoRule`."""
    if kind not in BENEFITS:
        raise BadInput("kind", UNKNOWN.filled(choices=", ".join(BENEFITS)))
    if not 0 < paid_hours <= HOURS_IN_A_YEAR:
        raise BadInput("paid_hours", YEAR_HOURS.filled(most=str(HOURS_IN_A_YEAR)))
    each = rules.on(f"lkv_{kind}_hour", on)
    top = rules.on(f"lkv_{kind}_year", on)
    together = each.value * paid_hours
    steps = [
        Step("per_hour", PER_HOUR, each.value, "cents_per_hour", each),
        Step("paid_hours", PAID.filled(hours=number(paid_hours)), together, "cents_per_year", each),
        Step("maximum", MOST_A_YEAR, top.value, "cents_per_year", top),
        Step("yearly", YEARLY, min(together, top.value), "cents_per_year", top),
    ]
    return Sum("wage-cost-benefit", on, steps, [TRANSITION] if kind == "oudere" else [])


def trial_placement(rules: Rules, *, on: date, law: str) -> Sum:
    """How long somebody may try the work (proefplaatsing), by law. Refuses `BadInput` and `NoRule`."""
    if law not in LAWS:
        raise BadInput("law", UNKNOWN.filled(choices=", ".join(LAWS)))
    first = rules.on(f"trial_{law}", on)
    longer = rules.find(f"trial_{law}_longer", on)
    steps = [Step("first", FIRST, first.value, "months", first)]
    if longer:
        steps.append(Step("longer", LONGER, longer.value, "months", longer))
    together = first.value + (longer.value if longer else 0)
    steps.append(Step("together", TOGETHER, together, "months", longer or first))
    return Sum("trial-placement", on, steps)


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
DIFFERENCE = Said("Minimumloon min loonwaarde", "Minimum wage less wage value")
MAXIMUM = Said("Hoogstens {percent} van het minimumloon", "At most {percent} of the minimum wage")
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
PER_HOUR = Said("Bedrag per verloond uur", "Amount for each paid hour")
PAID = Said("Maal {hours} verloonde uren", "Times {hours} paid hours")
MOST_A_YEAR = Said("Hoogstens per kalenderjaar", "At most in a calendar year")
YEARLY = Said("Loonkostenvoordeel over het jaar", "Wage-cost benefit over the year")
TRANSITION = Said(
    "Voor wie al voor 2024 in dienst kwam, kan overgangsrecht gelden. Vraag dat na.",
    "For who was employed before 2024 a transitional rule may hold. Ask about that.",
)
FIRST = Said("Eerste periode", "First period")
LONGER = Said("Te verlengen met", "Can be prolonged by")
TOGETHER = Said("Samen ten hoogste", "Together at most")
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
YEAR_HOURS = Said(
    "Vul de verloonde uren van een jaar in: meer dan 0, hoogstens {most}.",
    "Fill in the paid hours of a year: more than 0, {most} at most.",
)
DAY_HOURS = Said("Vul 0 tot 24 uur per dag in.", "Fill in 0 to 24 hours a day.")
UNKNOWN = Said("Kies een van: {choices}.", "Choose one of: {choices}.")
