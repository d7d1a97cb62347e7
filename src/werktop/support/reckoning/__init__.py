"""Rules with dates, and sums that show their steps: pure Python, whole cents, no clock. Every amount is an indication."""

from .benefits import BENEFITS, wage_cost_benefit
from .contract import INDICATION, instrument_as_json, problem_as_json, rule_as_json, sum_as_json
from .rules import NoRule, Rule, Rules
from .shipped import INSTRUMENTS, SITUATIONS, Instrument, shipped_rules
from .steps import BadInput, Step, Sum
from .sums import ability_to_work, minimum_wage_of, wage_cost_subsidy
from .trials import LAWS, trial_placement
from .words import Said

__all__ = [
    "BENEFITS",
    "INDICATION",
    "INSTRUMENTS",
    "LAWS",
    "SITUATIONS",
    "BadInput",
    "Instrument",
    "NoRule",
    "Rule",
    "Rules",
    "Said",
    "Step",
    "Sum",
    "ability_to_work",
    "instrument_as_json",
    "minimum_wage_of",
    "problem_as_json",
    "rule_as_json",
    "shipped_rules",
    "sum_as_json",
    "trial_placement",
    "wage_cost_benefit",
    "wage_cost_subsidy",
]
