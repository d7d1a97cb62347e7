"""`werktop support`: what support there is for employers, and sums with their steps, in JSON. Imports no Django."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NoReturn

from werktop.config.commandline.mechanisms import REFUSED, write_json

if TYPE_CHECKING:
    from werktop.support.reckoning import Rules, Sum

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
NUMBER = re.compile(r"-?[0-9]{1,9}([.,][0-9]{1,4})?")
BELOW_NOTHING = re.compile(r"-[0-9]+([.,][0-9]+)?")
"""What argparse takes for a value and not for an option."""
WHOLE = re.compile(r"-?[0-9]{1,12}")
EPILOG = """
Without a sum it lists what there is. Every amount is an indication, by the rules that are shipped with this version; a rule holds
from valid_from to the day before valid_until. Bad input is answered with what is wrong, in JSON, and exit code 2.
"""


def run_support(argv: list[str]) -> int:
    """Lists what there is, or works out a sum. 0: it was written; 2: something that was filled in cannot be."""
    from werktop.support import reckoning
    from werktop.support.reckoning import BadInput, NoRule, Rules

    # what cannot be read has no options: then the language is looked for among the words
    language = "en" if re.search(r"(^|\s)--language[= ]en(\s|$)", " ".join(argv)) else "nl"
    try:
        options = _parser().parse_args(argv)
        language = options.language
        on = _day(options.on) if options.on is not None else date.today()  # noqa: DTZ011
        rules = Rules(reckoning.shipped_rules())
        if options.sum is None:
            written: dict[str, Any] = {
                "on": on.isoformat(),
                "indication": reckoning.INDICATION[language],
                "support": [
                    reckoning.instrument_as_json(each, rules, on, language)
                    for each in reckoning.INSTRUMENTS.values()
                ],
            }
        else:
            work_out, answers = SUMS[options.sum]
            written = reckoning.sum_as_json(work_out(options, rules, on), answers, language)
    except (BadInput, NoRule) as problem:
        write_json(reckoning.problem_as_json(problem, language), None)
        return REFUSED
    write_json(written, None)
    return 0


class _Parser(argparse.ArgumentParser):
    """Says what is wrong as every other problem is said, and not in a usage line."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._negative_number_matcher = BELOW_NOTHING

    def error(self, message: str) -> NoReturn:
        """`message` names the option first, or the sum."""
        named = re.search(r"--([a-z][a-z-]*)", message)
        field = named[1].replace("-", "_") if named else "sum"
        raise _bad(
            field,
            f"Deze opdracht kan niet gelezen worden ({message}). Zie --help.",
            f"These arguments cannot be read ({message}). See --help.",
        )


def _parser() -> _Parser:
    common = _Parser(add_help=False)
    common.add_argument(
        "--on", metavar="DATE", default=argparse.SUPPRESS, help="the day, as 2026-07-01 (default: today)"
    )
    common.add_argument(
        "--language", choices=("nl", "en"), default=argparse.SUPPRESS, help="of the words (default: nl)"
    )
    parser = _Parser(
        prog="werktop support",
        description="What support there is for employers (regelingen en hulp), in JSON.",
        epilog=EPILOG,
        parents=[common],
    )
    parser.set_defaults(on=None, language="nl")
    sums = parser.add_subparsers(dest="sum", metavar="SUM")

    def add(name: str, words: str) -> argparse.ArgumentParser:
        return sums.add_parser(name, help=words, description=words.capitalize() + ".", parents=[common])

    subsidy = add("wage-cost-subsidy", "loonkostensubsidie a month")
    subsidy.add_argument(
        "--minimum-wage-cents",
        metavar="CENTS",
        help="minimum wage of a month full time, with holiday allowance (with --wage-value-percent: by default that of the day)",
    )
    subsidy.add_argument(
        "--wage-value-cents", metavar="CENTS", help="wage value full time, with holiday allowance"
    )
    subsidy.add_argument(
        "--wage-value-percent", metavar="PERCENT", help="the wage value as a percentage of the minimum wage"
    )
    subsidy.add_argument("--hours", metavar="HOURS", help="hours a week as agreed")
    subsidy.add_argument(
        "--flat", action="store_true", help="the fixed share of the first months, in place of a wage value"
    )
    benefit = add("wage-cost-benefit", "loonkostenvoordeel of a year")
    benefit.add_argument(
        "--kind", required=True, help="banenafspraak, arbeidsgehandicapt, herplaatsen or oudere"
    )
    benefit.add_argument("--paid-hours", metavar="HOURS", required=True, help="hours with wage in that year")
    benefit.add_argument(
        "--began", metavar="DATE", help="when the job (herplaatsen: the work afterwards) began, as 2023-05-01"
    )
    trial = add("trial-placement", "how long somebody may try the work")
    trial.add_argument("--law", help="participatiewet, ww, wia or wajong (default: the longest of them)")
    able = add("ability-to-work", "whether the conditions for wage-cost subsidy are met")
    able.add_argument("--task", action="store_true", help="can do a task in an organisation")
    able.add_argument("--skills", action="store_true", help="has basic employee skills")
    able.add_argument("--hour", action="store_true", help="can work for an hour on end")
    able.add_argument("--hours-a-day", metavar="HOURS", required=True, help="hours of work a day")
    able.add_argument("--earns-cents", metavar="CENTS", help="what the work of an hour is worth")
    return parser


def _subsidy(options: argparse.Namespace, rules: Rules, on: date) -> Sum:
    from werktop.support.reckoning import wage_cost_subsidy

    wage, value, percent = options.minimum_wage_cents, options.wage_value_cents, options.wage_value_percent
    if wage is None and percent is None:
        raise _bad(
            "minimum_wage_cents",
            "Vul het minimumloon in. Met --wage-value-percent mag het weg: dan telt dat van die dag.",
            "Fill in the minimum wage. With --wage-value-percent it may be left out: then that of the day counts.",
        )
    if options.hours is None:
        raise _bad("hours", "Vul de uren per week in: --hours.", "Fill in the hours a week: --hours.")
    return wage_cost_subsidy(
        rules,
        on=on,
        minimum_wage_cents=None if wage is None else _cents("minimum_wage_cents", wage),
        wage_value_cents=None if value is None else _cents("wage_value_cents", value),
        wage_value_percent=None if percent is None else _number("wage_value_percent", percent),
        hours=_number("hours", options.hours),
        is_flat=options.flat,
    )


def _benefit(options: argparse.Namespace, rules: Rules, on: date) -> Sum:
    from werktop.support.reckoning import wage_cost_benefit

    return wage_cost_benefit(
        rules,
        on=on,
        kind=options.kind,
        paid_hours=_number("paid_hours", options.paid_hours),
        began=None if options.began is None else _day(options.began, "began"),
    )


def _trial(options: argparse.Namespace, rules: Rules, on: date) -> Sum:
    from werktop.support.reckoning import trial_placement

    return trial_placement(rules, on=on, law=options.law)


def _able(options: argparse.Namespace, rules: Rules, on: date) -> Sum:
    from werktop.support.reckoning import ability_to_work

    earns = options.earns_cents
    return ability_to_work(
        rules,
        on=on,
        can_do_a_task=options.task,
        has_basic_skills=options.skills,
        works_an_hour_on_end=options.hour,
        hours_a_day=_number("hours_a_day", options.hours_a_day),
        earns_cents_an_hour=None if earns is None else _cents("earns_cents", earns),
    )


SUMS: dict[str, tuple[Callable[[argparse.Namespace, Rules, date], Sum], dict[str, str]]] = {
    "wage-cost-subsidy": (_subsidy, {"monthly": "monthly_cents"}),
    "wage-cost-benefit": (_benefit, {"yearly": "yearly_cents"}),
    "trial-placement": (_trial, {"together": "months"}),
    "ability-to-work": (_able, {"able": "is_able"}),
}


def _cents(field: str, text: str) -> int:
    if not WHOLE.fullmatch(text):
        raise _bad(
            field, f"'{text}' is geen bedrag in hele centen.", f"'{text}' is not an amount in whole cents."
        )
    return int(text)


def _number(field: str, text: str) -> Fraction:
    if not NUMBER.fullmatch(text):
        raise _bad(
            field,
            f"'{text}' is geen getal zoals 27 of 27,5.",
            f"'{text}' is not a number such as 27 or 27.5.",
        )
    return Fraction(text.replace(",", "."))


def _day(text: str, field: str = "on") -> date:
    try:
        if not DAY.fullmatch(text):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise _bad(
            field, f"'{text}' is geen datum zoals 2026-07-01.", f"'{text}' is not a date such as 2026-07-01."
        ) from None


def _bad(field: str, dutch: str, english: str) -> Exception:
    from werktop.support.reckoning import BadInput, Said

    return BadInput(field, Said(dutch, english))
