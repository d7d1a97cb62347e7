"""How long somebody may try the work first (proefplaatsing)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from .rules import Rule, Rules
from .steps import UNKNOWN, BadInput, Step, Sum
from .words import Said

LAWS = {
    "participatiewet": "Participatiewet",
    "ww": "Werkloosheidswet (WW)",
    "wia": "Wet WIA",
    "wajong": "Wajong",
}
"""The laws under which somebody may try the work first."""


def trial_placement(rules: Rules, *, on: date, law: str | None = None) -> Sum:
    """How long, by law: usually, how much longer with leave, and the ceiling. Without a law the longest of each, for who should
    not ask which one it is: an employer does not learn of a benefit. Refuses `BadInput` and `NoRule`."""
    if law is None:
        terms = [_terms(rules, each, on) for each in LAWS]
        usual = max((term[0] for term in terms), key=lambda rule: rule.value)
        together, most = max(((term[2], term[3]) for term in terms), key=lambda pair: pair[0])
        steps = [
            Step("first", USUALLY, usual.value, "months", usual),
            Step("together", TOGETHER.filled(usual=usual.amount), together, "months", most),
        ]
        return Sum("trial-placement", on, steps, [NOBODY_IS_ASKED])
    if law not in LAWS:
        raise BadInput("law", UNKNOWN.filled(choices=", ".join(LAWS)))
    usual, longer, together, most = _terms(rules, law, on)
    who = MUNICIPALITY if law == "participatiewet" else UWV
    steps = [
        Step("first", USUALLY, usual.value, "months", usual),
        Step("longer", LONGER.filled(who=who), longer, "months", most),
        Step("together", TOGETHER.filled(usual=usual.amount), together, "months", most),
    ]
    return Sum("trial-placement", on, steps, [CEILING])


def _terms(rules: Rules, law: str, on: date) -> tuple[Rule, Fraction, Fraction, Rule]:
    """What is usual, how much longer, the ceiling, and the rule that sets the ceiling."""
    usual = rules.on(f"trial_{law}", on)
    if rules.history(f"trial_{law}_most"):
        most = rules.on(f"trial_{law}_most", on)
        return usual, max(most.value - usual.value, Fraction(0)), most.value, most
    longer = rules.on(f"trial_{law}_longer", on)
    return usual, longer.value, usual.value + longer.value, longer


MUNICIPALITY = Said("de gemeente", "the municipality")
UWV = Said("UWV", "UWV")
USUALLY = Said("Meestal", "Usually")
LONGER = Said(
    "Langer alleen als {who} dat vooraf goedvindt: hoogstens nog",
    "Longer only if {who} agrees beforehand: at most another",
)
TOGETHER = Said(
    "Meestal {usual}, alles samen nooit meer dan", "Usually {usual}, all together never more than"
)
CEILING = Said(
    "Die laatste termijn is een grens, geen eerste periode: de meeste proefplaatsingen duren korter.",
    "The last term is a ceiling, not a first period: most trial placements are shorter.",
)
NOBODY_IS_ASKED = Said(
    "Uw contactpersoon zoekt uit wat hier geldt. U hoeft niemand te vragen naar een uitkering of gezondheid.",
    "Your contact finds out what holds here. You need not ask anybody about a benefit or health.",
)
