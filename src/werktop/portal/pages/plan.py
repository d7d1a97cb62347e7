"""Mijn plan: where it leads and its steps; the candidate ticks, remarks, and writes steps too, and what a course did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

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


class GoalForm(forms.Form):
    """What to learn, in own words."""

    goal = forms.CharField(
        label=gettext_lazy("Wat wilt u leren?"),
        max_length=200,
        error_messages={"required": gettext_lazy("Schrijf op wat u wilt leren.")},
    )


def page(request: Any) -> HttpResponse:
    """GET shows the plan; POST writes a step, or what to learn."""
    candidate = candidates.own_row(request.actor)
    typed = request.POST if request.method == "POST" else None
    is_goal = typed is not None and "goal" in typed
    form, goal_form = StepForm(None if is_goal else typed), GoalForm(typed if is_goal else None)
    asked: forms.Form = goal_form if is_goal else form
    if typed is not None and asked.is_valid():
        who = {
            "actor": request.actor,
            "at": request.at,
            "key": request.request_key,
            "candidate_id": candidate.pk,
        }
        try:
            if is_goal:
                commands.write_own_goal(**who, words=asked.cleaned_data["goal"])
            else:
                commands.write_own_step(**who, words=asked.cleaned_data["words"])
        except Refusal as refusal:
            keep_typed(request, asked, refusal)
        else:
            messages.success(
                request,
                _("Bewaard. Onze collega’s die mensen aan werk helpen, zien wat u wilt leren.")
                if is_goal
                else _("Bewaard. Onze collega’s die mensen aan werk helpen, zien uw stap."),
            )
            return redirect("portal:plan")
    return plan_shown(request, candidate, form, goal_form)


@dataclass(frozen=True)
class Typed:
    """What the candidate typed about a course or other help, which was not saved since a colleague wrote there meanwhile."""

    row_id: UUID
    words: str
    outcome: str


def plan_shown(
    request: Any, candidate: Any, form: StepForm, goal_form: GoalForm, typed: Typed | None = None
) -> HttpResponse:
    """The plan; with `typed` (409) beside what stands there by now."""
    plan = candidates.own_plan(candidate)
    steps, goals = [*plan.to_do, *plan.done], candidates.own_goals(candidate)
    alone = candidates.written_alone([*steps, *goals])
    return shown(
        request,
        "portal/plan.html",
        {
            "candidate": candidate,
            "form": form,
            "goal_form": goal_form,
            "perspective": plan.perspective,
            "steps": [_shown_step(each, candidate, is_mine=each.pk in alone) for each in steps],
            "goals": [{"row": each, "is_mine": each.pk in alone} for each in goals],
            "courses": [_course(each, request.at, typed) for each in candidates.own_instruments(candidate)],
            "outcomes": candidates.OUTCOMES,
        },
        status=409 if typed else 200,
    )


def _shown_step(step: Any, candidate: Any, *, is_mine: bool) -> dict[str, Any]:
    """`is_to_do`: the candidate does it, and says when it is done; `is_mine`: the candidate alone wrote it."""
    return {
        "row": step,
        "is_mine": is_mine,
        "is_to_do": step.doer == "candidate",
        "who": _who(step, candidate),
    }


def _course(row: Any, at: datetime, typed: Typed | None) -> dict[str, Any]:
    mine = typed if typed is not None and typed.row_id == row.pk else None
    return {
        "row": row,
        "has_begun": row.from_date <= timezone.localdate(at),
        "version": candidates.outcome_version(row),
        "words": mine.words if mine else row.candidate_words,
        "outcome": mine.outcome if mine else row.outcome,
        "stands": (row.get_outcome_display(), row.candidate_words) if mine else None,
    }


def _who(step: Any, candidate: Any) -> str:
    """Who does it and what that person is to the candidate; a colleague by the first name."""
    if step.doer == "candidate":
        return _("Dit doet u zelf")
    if step.doer == "assigned":
        named = candidate.assigned_to
        return (
            _("Dit doet %(name)s, uw vaste collega bij ons") % {"name": named.first_name}
            if named
            else _("Dit doet uw vaste collega bij ons")
        )
    if step.doer == "colleague":
        return (
            _("Dit doet %(name)s, relatiemanager bij ons") % {"name": step.owner.first_name}
            if step.owner
            else _("Wie dit doet, spreken we opnieuw af")
        )
    if step.who:
        return _("Dit doet %(name)s, van buiten onze organisatie") % {"name": step.who}
    return _("Wie dit doet, spreken we nog af")
