"""Put firms in the plan: one, or a list of names that share a sector or a place."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext

from werktop.audit.refusals import Refusal, keep_typed
from werktop.market_plan import commands

from .forms import PlanForm


def page(request: Any) -> HttpResponse:
    """The form, with the sector or place that the address has, and back to the plan."""
    if request.method != "POST":
        start = {name: request.GET.get(name, "")[:80] for name in ("names", "sector", "place")}
        start["organisation"] = str(request.actor.organisation_id)
        return _shown(request, PlanForm(request.actor, initial=start))
    form = PlanForm(request.actor, request.POST)
    if form.is_valid():
        try:
            keys = commands.plan_firms(
                actor=request.actor, at=request.at, key=request.request_key, **form.asked()
            )
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            words = ngettext(
                "%(n)d bedrijf staat in het plan.", "%(n)d bedrijven staan in het plan.", len(keys)
            )
            messages.success(request, words % {"n": len(keys)})
            return redirect("market_plan:market_plan")
    return _shown(request, form)


def _shown(request: Any, form: PlanForm) -> HttpResponse:
    return render(request, "market_plan/plan_firms.html", {"form": form})
