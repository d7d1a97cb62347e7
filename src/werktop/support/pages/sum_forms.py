"""The questions of each sum. They are asked with GET: a sum keeps nothing, and its address can be sent on."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from werktop.support.choosing import EARLIEST, LATEST
from werktop.support.reckoning import (
    BENEFITS,
    LAWS,
    Rules,
    Sum,
    ability_to_work,
    minimum_wage_of,
    trial_placement,
    wage_cost_benefit,
    wage_cost_subsidy,
)
from werktop.support.shown import said
from werktop.ui.widgets import DayInput

MONEY = re.compile(r"(?:€ ?)?(-?)([0-9]{1,9}|[0-9]{1,3}(?:\.[0-9]{3})+)(?:[,.]([0-9]{1,2}))?")
NUMBER = re.compile(r"-?[0-9]{1,9}(?:[.,][0-9]{1,4})?")


class EurosField(forms.CharField):
    """An amount in euros as people write it ("2.523,96"); in whole cents."""

    default_error_messages: ClassVar = {
        "money": _("Vul een bedrag in euro's in, zoals 2523,96."),
        "required": _("Vul een bedrag in, zoals 2523,96."),
    }

    def __init__(self, **more: Any) -> None:
        super().__init__(max_length=20, widget=forms.TextInput({"inputmode": "decimal"}), **more)

    def clean(self, value: Any) -> Any:
        """Whole cents, or None where nothing was filled in."""
        text = super().clean(value)
        return None if text == "" else cents_of(text, self.error_messages["money"])


def cents_of(text: str, fault: Any) -> int:
    """Whole cents; raises a `ValidationError` that says `fault`."""
    found = MONEY.fullmatch(text.strip())
    if not found or not text.isascii() and "€" not in text:
        raise forms.ValidationError(fault)
    sign, euros, cents = found.groups()
    total = int(euros.replace(".", "")) * 100 + int((cents or "0").ljust(2, "0"))
    return -total if sign else total


class NumberField(forms.CharField):
    """A number with a comma or a point, exact."""

    default_error_messages: ClassVar = {
        "number": _("Vul een getal in, zoals 27 of 27,5."),
        "required": _("Vul een getal in, zoals 27 of 27,5."),
    }

    def __init__(self, **more: Any) -> None:
        super().__init__(max_length=12, widget=forms.TextInput({"inputmode": "decimal"}), **more)

    def clean(self, value: Any) -> Any:
        """A fraction, or None where nothing was filled in."""
        text = super().clean(value).strip()
        if not text:
            return None
        if not NUMBER.fullmatch(text) or not text.isascii():
            raise forms.ValidationError(self.error_messages["number"])
        return Fraction(text.replace(",", "."))


class SumForm(forms.Form):
    """What every sum asks: for which day, and at which organisation."""

    ASKED_AS: ClassVar[dict[str, str]] = {}
    IS_ANSWERED_AT_ONCE: ClassVar[bool] = False
    """Whether there is an answer before anything was filled in."""
    on = forms.DateField(
        label=_("Voor welke dag?"),
        widget=DayInput,
        error_messages={
            "required": _("Vul een dag in, zoals 1-7-2026."),
            "invalid": _("Vul een dag in, zoals 1-7-2026."),
        },
    )
    at = forms.ChoiceField(label=_("Bij welke organisatie?"), required=False)

    def clean_on(self) -> Any:
        """A day that lies within reach."""
        if not EARLIEST <= self.cleaned_data["on"] <= LATEST:
            raise forms.ValidationError(_("Kies een dag tussen 1990 en 2100."))
        return self.cleaned_data["on"]

    def question_of(self, fact: str) -> str:
        """The question that asks for this fact."""
        return self.ASKED_AS.get(fact, fact)

    def begin_with(self, rules: Rules, on: date) -> None:
        """What stands there before anything was filled in."""

    def work_out(self, rules: Rules) -> Sum:
        """The sum of what was filled in."""
        raise NotImplementedError


class SubsidyForm(SumForm):
    """Loonkostensubsidie."""

    ASKED_AS = {"minimum_wage_cents": "minimum_wage", "wage_value_cents": "wage_value"}
    minimum_wage = EurosField(label=_("Minimumloon per maand, voltijd, met vakantiebijslag"))
    wage_value_percent = NumberField(
        label=_("Loonwaarde in procenten van het minimumloon"),
        required=False,
        error_messages={"number": _("Vul een getal in, zoals 60 of 62,5.")},
    )
    wage_value = EurosField(
        label=_("Of de loonwaarde als bedrag per maand, voltijd, met vakantiebijslag"), required=False
    )
    hours = NumberField(label=_("Afgesproken uren per week"))
    is_flat = forms.BooleanField(
        label=_("De loonwaarde is nog niet gemeten (eerste maanden)"), required=False
    )
    field_order = ["wage_value_percent", "wage_value", "is_flat", "hours", "minimum_wage", "on", "at"]

    def begin_with(self, rules: Rules, on: date) -> None:
        """The minimum wage of that day stands there already, where a rule says it."""
        cents = minimum_wage_of(rules, on)
        if cents is not None:
            self.initial["minimum_wage"] = f"{cents // 100},{cents % 100:02}"

    def work_out(self, rules: Rules) -> Sum:
        """A month."""
        typed = self.cleaned_data
        return wage_cost_subsidy(
            rules,
            on=typed["on"],
            minimum_wage_cents=typed["minimum_wage"],
            wage_value_cents=typed["wage_value"],
            wage_value_percent=typed["wage_value_percent"],
            hours=typed["hours"],
            is_flat=typed["is_flat"],
        )


class BenefitForm(SumForm):
    """Loonkostenvoordeel."""

    kind = forms.ChoiceField(label=_("Welk loonkostenvoordeel?"))
    began = forms.DateField(
        label=_("Wanneer begon de werknemer?"),
        help_text=_("Nodig bij een oudere werknemer. Bij de andere soorten leest u tot wanneer het loopt."),
        required=False,
        widget=DayInput,
        error_messages={"invalid": _("Vul een dag in, zoals 1-7-2026.")},
    )
    paid_hours = NumberField(label=_("Verloonde uren in het jaar"))
    field_order = ["kind", "began", "paid_hours", "on", "at"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(name, said(words)) for name, words in BENEFITS.items()]

    def clean_began(self) -> Any:
        """A day that lies within reach, where it is known."""
        day = self.cleaned_data["began"]
        if day and not EARLIEST <= day <= LATEST:
            raise forms.ValidationError(_("Kies een dag tussen 1990 en 2100."))
        return day

    def clean(self) -> dict[str, Any]:
        """By the first day of an older employee it is told which amounts hold."""
        typed = super().clean() or {}
        if typed.get("kind") == "oudere" and not typed.get("began") and "began" not in self.errors:
            self.add_error("began", _("Vul in wanneer de werknemer begon: daarvan hangt het bedrag af."))
        return typed

    def work_out(self, rules: Rules) -> Sum:
        """A calendar year."""
        typed = self.cleaned_data
        return wage_cost_benefit(
            rules,
            on=typed["on"],
            kind=typed["kind"],
            paid_hours=typed["paid_hours"],
            began=typed["began"],
        )


class TrialForm(SumForm):
    """Proefplaatsing."""

    law = forms.ChoiceField(label=_("Onder welke wet?"), choices=list(LAWS.items()))
    field_order = ["law", "on", "at"]

    def work_out(self, rules: Rules) -> Sum:
        """How many months."""
        return trial_placement(rules, on=self.cleaned_data["on"], law=self.cleaned_data["law"])


class TrialForEmployersForm(SumForm):
    """Proefplaatsing, without asking whose benefit it is: one answer, at once."""

    IS_ANSWERED_AT_ONCE = True

    def work_out(self, rules: Rules) -> Sum:
        """How many months."""
        return trial_placement(rules, on=self.cleaned_data["on"])


class AbilityForm(SumForm):
    """The conditions of working with subsidy."""

    ASKED_AS = {"earns_cents_an_hour": "earns"}
    task = forms.BooleanField(label=_("Kan een taak uitvoeren in een organisatie"), required=False)
    skills = forms.BooleanField(label=_("Heeft basale werknemersvaardigheden"), required=False)
    hour = forms.BooleanField(label=_("Kan een uur aaneengesloten werken"), required=False)
    hours_a_day = NumberField(label=_("Uren werk per dag"))
    earns = EurosField(label=_("Wat het werk per uur oplevert"), required=False)
    field_order = ["task", "skills", "hour", "hours_a_day", "earns", "on", "at"]

    def work_out(self, rules: Rules) -> Sum:
        """Yes or no, with a line for each condition."""
        typed = self.cleaned_data
        return ability_to_work(
            rules,
            on=typed["on"],
            can_do_a_task=typed["task"],
            has_basic_skills=typed["skills"],
            works_an_hour_on_end=typed["hour"],
            hours_a_day=typed["hours_a_day"],
            earns_cents_an_hour=typed["earns"],
        )


SUM_FORMS: dict[str, type[SumForm]] = {
    "wage-cost-subsidy": SubsidyForm,
    "wage-cost-benefit": BenefitForm,
    "trial-placement": TrialForm,
    "ability-to-work": AbilityForm,
}
EMPLOYERS_FORMS: dict[str, type[SumForm]] = {
    "wage-cost-subsidy": SubsidyForm,
    "wage-cost-benefit": BenefitForm,
    "trial-placement": TrialForEmployersForm,
}
"""For who has not logged in: nothing asks after somebody's benefit, or after what somebody is able to do."""
