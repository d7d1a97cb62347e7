"""A sum, with its steps, the rule of each and the dates of that rule: an indication."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from werktop.regions import queries as regions
from werktop.support.choosing import Which, which
from werktop.support.reckoning import INSTRUMENTS, BadInput, NoRule
from werktop.support.shown import decides, practice_facts, said, sum_shown

from .sum_forms import SUM_FORMS, SumForm


def page(request: Any, calculator: str) -> HttpResponse:
    """For every colleague; it reads the address, keeps nothing and changes nothing."""
    asked = which(request, own=regions.organisation_by_id(request.actor.organisation_id))
    shown = facts(request, calculator, asked, "support:support", SUM_FORMS)
    return render(request, "support/calculator.html", shown)


def facts(
    request: Any, calculator: str, asked: Which, overview: str, sum_forms: dict[str, type[SumForm]]
) -> dict[str, Any]:
    """What the page with this sum shows; `overview` is the URL name of the page above it, `sum_forms` the sums that there are."""
    if calculator not in sum_forms:
        raise Http404
    instrument = INSTRUMENTS[calculator]
    form_class = sum_forms[calculator]
    begin = {"on": asked.on, "at": asked.organisation.slug if asked.organisation else ""}
    is_asked = "calculate" in request.GET
    typed = request.GET if is_asked else begin if form_class.IS_ANSWERED_AT_ONCE else None
    form = form_class(typed, initial=begin)
    form.begin_with(asked.rules, asked.on)
    form.fields["at"].choices = asked.form.fields["at"].choices
    found = None
    if form.is_bound and form.is_valid():
        try:
            found = sum_shown(form.work_out(asked.rules))
        except (BadInput, NoRule) as problem:
            form.add_error(form.question_of(problem.field), said(problem.said))
    return {
        "form": form,
        "name": said(instrument.name),
        "what": said(instrument.what),
        "needs": [said(each) for each in instrument.needs],
        "decides": decides(instrument, asked.organisation),
        "found": found,
        "organisation": asked.organisation,
        "practice": practice_facts(asked.practice.get(calculator)),
        "overview_url": f"{reverse(overview)}?{asked.query}",
    }
