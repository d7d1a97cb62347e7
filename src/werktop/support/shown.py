"""What the pages of this room show, for colleagues and for employers without a login: put together once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from werktop.catalogue.folding import folded

from .queries import DAYS
from .reckoning import (
    INSTRUMENTS,
    SITUATIONS,
    Instrument,
    NoRule,
    Rule,
    Rules,
    Said,
    Sum,
    trial_placement,
)
from .reckoning.rules import SHIPPED

CalculatorUrl = Callable[[str], str]


def said(words: Said) -> str:
    """In the language of the screen."""
    return words.in_language(get_language())


def overview(
    rules: Rules,
    *,
    on: date,
    words: str,
    practice: dict[str, dict[str, Any]],
    organisation: Any,
    calculator_url: CalculatorUrl,
    is_for_employers: bool,
) -> list[dict[str, Any]]:
    """Per situation the instruments that help there, with what holds on that day; `words` narrows. `is_for_employers`: without
    what is for colleagues, and without asking whose benefit it is."""
    sought = folded(words).split()
    shown = []
    for situation, name in SITUATIONS.items():
        rows = [
            _instrument(each, rules, on, practice.get(each.key), organisation, calculator_url)
            | (_for_employers(each, rules, on) if is_for_employers else {})
            for each in INSTRUMENTS.values()
            if each.situation == situation
            and (each.is_for_employers or not is_for_employers)
            and _is_found(each, rules, sought)
        ]
        if rows:
            shown.append({"id": situation.replace("_", "-"), "name": said(name), "instruments": rows})
    return shown


def _is_found(instrument: Instrument, rules: Rules, sought: list[str]) -> bool:
    labels = [rule.label for rule in rules if rule.instrument == instrument.key]
    texts = [instrument.name, instrument.what, SITUATIONS[instrument.situation], *labels]
    whole = folded(" ".join([instrument.key, instrument.law, *(f"{each.nl} {each.en}" for each in texts)]))
    return all(word in whole for word in sought)


def _instrument(
    each: Instrument,
    rules: Rules,
    on: date,
    practice: dict[str, Any] | None,
    organisation: Any,
    calculator_url: CalculatorUrl,
) -> dict[str, Any]:
    told = [*rules.of(each.key, on), *rules.over(each.key, on), *rules.coming(each.key, on)]
    checked = [each.checked, *(rule.checked for rule in rules.of(each.key, on) if rule.whose == SHIPPED)]
    return {
        "key": each.key,
        "name": said(each.name),
        "what": said(each.what),
        "decides": decides(each, organisation),
        "sources": list(dict.fromkeys([each.source, *(rule.source for rule in told)])),
        "since": date_format(each.valid_from),
        "is_not_yet": on < each.valid_from,
        "is_over": each.is_over(on),
        "until": date_format(each.valid_until - timedelta(days=1)) if each.valid_until else "",
        "needs": [said(need) for need in each.needs],
        "stands_in": each.stands_in,
        "checked": date_format(min(day for day in checked if day)) if all(checked) else "",
        "in_short": [],
        "terms": [term(rule, on) for rule in rules.of(each.key, on)],
        "over": [term(rule, on) for rule in rules.over(each.key, on)],
        "coming": [term(rule, on) for rule in rules.coming(each.key, on)],
        "practice": practice_facts(practice),
        "differs": bool(practice and practice["differs"]),
        "reason": practice["reason"] if practice and practice["differs"] else "",
        "calculator_url": calculator_url(each.calculator) if each.calculator else "",
    }


def _for_employers(each: Instrument, rules: Rules, on: date) -> dict[str, Any]:
    """Where the terms go by somebody's benefit, one answer for all; the terms themselves stand with the sources."""
    if each.key != "trial-placement":
        return {}
    try:
        found = trial_placement(rules, on=on)
    except NoRule:
        return {}
    return {"in_short": [{"label": said(found.answer.words), "amount": said(found.answer.amount)}]}


def decides(each: Instrument, organisation: Any) -> str:
    """Who decides about it: the municipality by name, where one was chosen."""
    if organisation is not None and organisation.kind == "municipality":
        if each.decides == "organisation":
            return organisation.name
        if each.decides == "organisation_or_uwv":
            told = _("%(organisation)s of UWV; dat hangt ervan af wie met de werknemer werkt")
            return told % {"organisation": organisation.name}
        if each.decides == "organisation_or_uwv_split":
            told = _("%(organisation)s voor wie zij helpt, UWV voor de anderen")
            return told % {"organisation": organisation.name}
        if each.decides == "organisation_advised":
            return _("%(organisation)s; UWV kan adviseren") % {"organisation": organisation.name}
    return said(each.who_decides)


def term(rule: Rule, on: date) -> dict[str, Any]:
    """A rule as the pages tell it, seen from that day."""
    return {
        "key": rule.key,
        "label": said(rule.label),
        "amount": said(rule.amount),
        "stands_in": rule.stands_in,
        "source": rule.source,
        "since": date_format(rule.valid_from),
        "until": date_format(rule.last_day) if rule.last_day else "",
        "ends_soon": rule.ends_soon(on),
        "whose": rule.whose,
        "reason": rule.reason,
    }


def sum_shown(found: Sum) -> dict[str, Any]:
    """A sum with its steps, as the page tells it."""
    return {
        "words": said(found.answer.words),
        "amount": said(found.answer.amount),
        "on": date_format(found.on),
        "steps": [
            {"words": said(step.words), "amount": said(step.amount), "rule": term(step.rule, found.on)}
            for step in found.steps
        ],
        "rules": [term(rule, found.on) for rule in dict.fromkeys(step.rule for step in found.steps)],
        "notes": [said(note) for note in found.notes],
    }


def practice_facts(row: Any) -> list[tuple[str, str]]:
    """(question, answer) of what stands in a practice, or in its facts; what is empty is left out."""
    if row is None:
        return []
    facts = row if isinstance(row, dict) else {name: getattr(row, name) for name in PRACTICE}
    answers = facts | {name: _within(facts[name]) for name in DAYS}
    return [(str(words), str(answers[name])) for name, words in PRACTICE.items() if answers[name]]


def _within(days: int | None) -> str:
    return (
        "" if days is None else ngettext("binnen %(n)d werkdag", "binnen %(n)d werkdagen", days) % {"n": days}
    )


PRACTICE = {
    "who_to_ask": gettext_lazy("Bij wie"),
    "answer_days": gettext_lazy("Antwoord van ons"),
    "decision_days": gettext_lazy("Besluit"),
    "form": gettext_lazy("Formulier"),
    "own_rule": gettext_lazy("Eigen maximum of aanvulling"),
    "contact": gettext_lazy("Contact"),
}
