"""A newer amount of a rule, from its own first day, with where it stands."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.audit.refusals import Refusal, keep_typed
from werktop.regions import queries as regions
from werktop.support import commands
from werktop.support.choosing import EARLIEST, LATEST
from werktop.support.reckoning import INSTRUMENTS, Rules, shipped_rules
from werktop.support.shown import said
from werktop.ui.widgets import DayInput

from .sum_forms import cents_of

UNITS = {
    "percent": _("procent"),
    "months": _("maanden"),
    "years": _("jaar"),
    "hours_per_week": _("uur per week"),
    "hours_per_day": _("uur per dag"),
    "hours": _("uur"),
    "tasks": _("taken"),
    "cents_per_hour": _("euro per uur"),
    "cents_per_year": _("euro per jaar"),
    "cents_per_month": _("euro per maand"),
}
NO_DAY = {
    "required": _("Vul een dag in, zoals 1-1-2027."),
    "invalid": _("Vul een dag in, zoals 1-1-2027."),
}


class AmountForm(forms.Form):
    """Which rule, how much, from when to when, where it stands and for whom."""

    rule_key = forms.ChoiceField(
        label=_("Welke regel?"), error_messages={"required": _("Kies een regel uit de lijst.")}
    )
    value = forms.CharField(
        label=_("Nieuw bedrag of getal"),
        max_length=20,
        widget=forms.TextInput({"inputmode": "decimal"}),
        error_messages={"required": _("Vul het nieuwe bedrag of getal in.")},
    )
    valid_from = forms.DateField(label=_("Geldt vanaf"), widget=DayInput, error_messages=NO_DAY)
    last_day = forms.DateField(
        label=_("Geldt tot en met"), widget=DayInput, required=False, error_messages=NO_DAY
    )
    law = forms.CharField(
        label=_("Regeling of wet"),
        max_length=120,
        error_messages={"required": commands.SourceIsMissing.text},
    )
    article = forms.CharField(label=_("Artikel"), max_length=60, required=False)
    source = forms.CharField(
        label=_("Waar staat het?"), max_length=200, error_messages={"required": commands.SourceIsMissing.text}
    )
    reason = forms.CharField(label=_("Toelichting"), max_length=200, required=False)
    whose = forms.ChoiceField(label=_("Voor wie geldt het?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, is_public: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups: dict[str, list[tuple[str, str]]] = {}
        self.units = {}
        for rule in Rules(shipped_rules()):
            self.units[rule.key] = rule.unit
            words = f"{said(rule.label)} ({UNITS[rule.unit]})"
            options = groups.setdefault(said(INSTRUMENTS[rule.instrument].name), [])
            if (rule.key, words) not in options and rule.key not in dict(options):
                options.append((rule.key, words))
        self.fields["rule_key"].choices = [("", gettext("kies")), *groups.items()]
        region = [("region", gettext("de hele regio"))] if is_public else []
        self.fields["whose"].choices = [*region, ("organisation", gettext("alleen onze organisatie"))]
        self.fields["whose"].initial = "region" if is_public else "organisation"

    def clean_valid_from(self) -> Any:
        """A day that lies within reach, as where one asks what holds on a day."""
        return _within_reach(self.cleaned_data["valid_from"])

    def clean_last_day(self) -> Any:
        """The same, where it is known."""
        return _within_reach(self.cleaned_data["last_day"])

    def clean(self) -> dict[str, Any]:
        """The number in the unit of the rule: euros become whole cents."""
        typed = super().clean() or {}
        if "value" in typed and "rule_key" in typed:
            fault = gettext("Vul een getal in, zoals 25 of 1,35.")
            try:
                cents = cents_of(typed["value"], fault)
            except forms.ValidationError as wrong:
                self.add_error("value", wrong)
            else:
                is_money = self.units[typed["rule_key"]].startswith("cents")
                typed["number"] = Decimal(cents) if is_money else Decimal(cents) / 100
        return typed

    def facts(self) -> dict[str, Any]:
        """What was filled in, in the words of `add_amount`."""
        typed = self.cleaned_data
        last = typed["last_day"]
        return {
            "rule_key": typed["rule_key"],
            "value": typed["number"],
            "valid_from": typed["valid_from"],
            "valid_until": last + timedelta(days=1) if last else None,
            "is_regional": typed["whose"] == "region",
            **{name: typed[name] for name in ("law", "article", "source", "reason")},
        }

    def question_of(self, fact: str) -> str:
        """The question that asks for this fact."""
        return {"valid_until": "last_day"}.get(fact, fact)


def _within_reach(day: date | None) -> date | None:
    if day is not None and not EARLIEST <= day <= LATEST:
        raise forms.ValidationError(gettext("Kies een dag tussen 1990 en 2100."))
    return day


def page(request: Any) -> HttpResponse:
    """What was there before stays: on a day before its first day the older row counts."""
    is_public = regions.organisation_by_id(request.actor.organisation_id).has_files
    form = AmountForm(
        request.POST if request.method == "POST" else None,
        is_public=is_public,
        initial={"rule_key": request.GET.get("rule", "")},
    )
    if request.method == "POST" and form.is_valid():
        try:
            commands.add_amount(actor=request.actor, at=request.at, key=request.request_key, **form.facts())
        except Refusal as refusal:
            refusal.field = form.question_of(refusal.field) if refusal.field else None
            keep_typed(request, form, refusal)
        else:
            messages.success(
                request, gettext("Het nieuwe bedrag staat erbij, en telt vanaf zijn eerste dag.")
            )
            return redirect("support:amounts")
    return render(request, "support/new_amount.html", {"form": form})
