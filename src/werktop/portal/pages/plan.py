"""Mijn plan: where it leads and its steps; the candidate ticks, remarks, and writes steps too, and what a course did."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.audit.refusals import Refusal, keep_typed
from werktop.candidates import commands
from werktop.candidates import queries as candidates
from werktop.portal.own_frame import shown


class StepForm(forms.Form):
    """One step, in own words."""

    words = forms.CharField(
        label=gettext_lazy("Wat gaat u doen?"),
        max_length=200,
        error_messages={"required": gettext_lazy("Schrijf op wat u gaat doen.")},
    )


def page(request: Any) -> HttpResponse:
    """GET shows the plan; POST writes a step."""
    candidate = candidates.own_row(request.actor)
    form = StepForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            commands.write_own_step(
                actor=request.actor,
                at=request.at,
                key=request.request_key,
                candidate_id=candidate.pk,
                words=form.cleaned_data["words"],
            )
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(request, _("Bewaard. Onze collega’s die mensen aan werk helpen, zien uw stap."))
            return redirect("portal:plan")
    plan = candidates.own_plan(candidate)
    steps = [
        {"row": each, "is_mine": candidates.is_own_words(each), "who": _who(each, candidate)}
        for each in (*plan.to_do, *plan.done)
    ]
    return shown(
        request,
        "portal/plan.html",
        {
            "candidate": candidate,
            "form": form,
            "perspective": plan.perspective,
            "steps": steps,
            "courses": [
                {"row": each, "has_begun": each.from_date <= timezone.localdate(request.at)}
                for each in candidates.own_instruments(candidate)
            ],
            "outcomes": candidates.OUTCOMES,
        },
    )


def _who(step: Any, candidate: Any) -> str:
    """Who does it, as one says it to the candidate; a colleague by the first name."""
    if step.doer == "candidate":
        return _("u zelf")
    if step.doer == "assigned":
        return str(candidate.assigned_to.first_name if candidate.assigned_to else _("uw vaste collega"))
    return str(step.owner.first_name if step.owner else step.who)
