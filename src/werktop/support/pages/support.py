"""Regelingen en hulp: what there is for employers, per situation, with what holds on a day."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from werktop.regions import queries as regions
from werktop.support.choosing import today, which
from werktop.support.shown import overview, term


def page(request: Any) -> HttpResponse:
    """For every colleague; the own organisation is chosen where the address says none."""
    asked = which(request, own=regions.organisation_by_id(request.actor.organisation_id))
    shown = facts(asked, "support:calculator", is_for_employers=False)
    if request.actor.can("manage_organisation"):
        shown["to_fill_in"] = [term(rule, asked.on) for rule in asked.rules.to_fill_in(today(request.at))]
    return render(request, "support/support.html", shown)


def facts(asked: Any, calculator: str, *, is_for_employers: bool) -> dict[str, Any]:
    """What the overview shows; `calculator` is the URL name of the page with a sum."""

    def calculator_url(name: str) -> str:
        return f"{reverse(calculator, args=[name])}?{asked.query}"

    situations = overview(
        asked.rules,
        on=asked.on,
        words=asked.words,
        practice=asked.practice,
        organisation=asked.organisation,
        calculator_url=calculator_url,
        is_for_employers=is_for_employers,
    )
    return {
        "form": asked.form,
        "on": asked.on,
        "organisation": asked.organisation,
        "situations": situations,
        "count": sum(len(each["instruments"]) for each in situations),
    }
