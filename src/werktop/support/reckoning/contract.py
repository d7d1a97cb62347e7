"""The JSON of `werktop support`: what there is, a sum with its steps, and what is wrong with what was asked."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from .rules import NoRule, Rule, Rules
from .shipped import SITUATIONS, Instrument
from .steps import BadInput, Step, Sum
from .words import number, rounded

INDICATION = {
    "nl": "Dit is een indicatie. Er zijn geen rechten aan te ontlenen; wie beslist, staat bij de regeling.",
    "en": "This is an indication and gives no rights; who decides stands with the scheme.",
}


def rule_as_json(rule: Rule, language: str) -> dict[str, Any]:
    """A rule: what it says, where it stands, and from when to when it holds. `valid_until` is the first day without it."""
    return {
        "rule": rule.key,
        "words": rule.label.in_language(language),
        **_amount(rule.value, rule.unit),
        "shown": rule.amount.in_language(language),
        **_where(rule),
    }


def instrument_as_json(instrument: Instrument, rules: Rules, on: date, language: str) -> dict[str, Any]:
    """One instrument with the terms and amounts that hold on that day."""
    return {
        "key": instrument.key,
        "name": instrument.name.in_language(language),
        "situation": SITUATIONS[instrument.situation].in_language(language),
        "what": instrument.what.in_language(language),
        "needs": [each.in_language(language) for each in instrument.needs],
        "decides": instrument.who_decides.in_language(language),
        "calculator": bool(instrument.calculator),
        "terms": [rule_as_json(rule, language) for rule in rules.of(instrument.key, on)],
        "over": [rule_as_json(rule, language) for rule in rules.over(instrument.key, on)],
        **_where(instrument),
    }


def sum_as_json(found: Sum, answers: dict[str, str], language: str) -> dict[str, Any]:
    """A sum. `answers`: names of steps to the names under which their amounts stand in front: {"monthly": "monthly_cents"}."""
    front = {
        answers[step.name]: step.cents if step.cents is not None else _plain(step.value)
        for step in found.steps
        if step.name in answers
    }
    return {
        **front,
        "calculator": found.calculator,
        "on": found.on.isoformat(),
        "indication": INDICATION[language],
        "steps": [_step(step, language) for step in found.steps],
        "notes": [note.in_language(language) for note in found.notes],
    }


def problem_as_json(problem: BadInput | NoRule, language: str) -> dict[str, Any]:
    """What is wrong, and in which field."""
    said = problem.said.in_language(language)
    kind = "no_rule" if isinstance(problem, NoRule) else "malformed"
    return {
        "problem": f"{problem.field}: {said}",
        "rules": [{"rule": kind, "text": said, "ids": [], "field": problem.field}],
    }


def _step(step: Step, language: str) -> dict[str, Any]:
    return {
        "step": step.name,
        "words": step.words.in_language(language),
        **_amount(step.value, step.unit),
        "shown": step.amount.in_language(language),
        "rule": step.rule.key,
        **_where(step.rule),
    }


def _amount(value: Fraction, unit: str) -> dict[str, Any]:
    """Money in whole cents; the rest as a number, or as text where it has decimals."""
    return {"amount": rounded(value) if unit.startswith("cents") else _plain(value), "unit": unit}


def _where(found: Rule | Instrument) -> dict[str, Any]:
    return {
        "law": found.law,
        "article": found.article,
        "source": found.source,
        "valid_from": found.valid_from.isoformat(),
        "valid_until": found.valid_until.isoformat() if found.valid_until else None,
        "checked": found.checked.isoformat() if found.checked else None,
    }


def _plain(value: Fraction) -> Any:
    return int(value) if value.denominator == 1 else number(value).en
