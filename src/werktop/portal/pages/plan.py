"""Mijn plan: where it leads and its steps; the candidate says where, ticks, remarks, and writes steps too, and what
a course did."""

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

from werktop.audit.refusals import Refusal, keep_typed, shown_again
from werktop.audit.versions import ChangedMeanwhile
from werktop.candidates import commands
from werktop.candidates import queries as candidates
from werktop.portal.own_frame import shown
from werktop.portal.words import asked_about, asked_again


class OwnWordsForm(forms.Form):
    """Own words in the plan, in the first field: a word for what somebody has, or for a benefit, is asked about once."""

    @property
    def stopped_for(self) -> str:
        """What of the words is asked about; "" for nothing."""
        return asked_about(self.data.get(next(iter(self.fields)), ""))

    def clean(self) -> None:
        """Saving the same again is the answer."""
        name = next(iter(self.fields))
        if told := asked_again(self.data.get(name, ""), self.data.get("stopped_for", "")):
            self.add_error(name, told)


class LeadsForm(OwnWordsForm):
    """Where the plan leads, in one sentence."""

    leads = forms.CharField(
        label=gettext_lazy("Waar wilt u naartoe werken?"),
        max_length=200,
        error_messages={"required": gettext_lazy("Schrijf op waar u naartoe wilt werken.")},
    )
    version = forms.CharField(required=False, widget=forms.HiddenInput)


class StepForm(OwnWordsForm):
    """One step, in own words."""

    words = forms.CharField(
        label=gettext_lazy("Wat gaat u doen?"),
        max_length=200,
        error_messages={"required": gettext_lazy("Schrijf op wat u gaat doen.")},
    )


class GoalForm(OwnWordsForm):
    """What to learn, in own words."""

    goal = forms.CharField(
        label=gettext_lazy("Wat wilt u leren?"),
        max_length=200,
        error_messages={"required": gettext_lazy("Schrijf op wat u wilt leren.")},
    )


def page(request: Any) -> HttpResponse:
    """GET shows the plan; POST writes where it leads, a step, or what to learn."""
    candidate = candidates.own_row(request.actor)
    if request.method != "POST":
        return plan_shown(request, candidate)
    asked = next(
        (each for each in (LeadsForm, GoalForm) if next(iter(each.base_fields)) in request.POST), StepForm
    )
    form = asked(request.POST)
    if form.is_valid():
        try:
            told = _keep(request, candidate, form)
        except ChangedMeanwhile as refusal:
            shown_again(request, refusal)
            return plan_shown(request, candidate, form, is_overtaken=True)
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(request, told)
            return redirect("portal:plan")
    return plan_shown(request, candidate, form)


def _keep(request: Any, candidate: Any, form: forms.Form) -> str:
    """Write what was typed; what the candidate then reads."""
    who = {"actor": request.actor, "at": request.at, "key": request.request_key, "candidate_id": candidate.pk}
    typed = form.cleaned_data
    if isinstance(form, LeadsForm):
        commands.write_own_perspective(**who, words=typed["leads"], version=typed["version"])
        return _("Bewaard. Onze collega’s die mensen aan werk helpen, zien waar u naartoe werkt.")
    if isinstance(form, GoalForm):
        commands.write_own_goal(**who, words=typed["goal"])
        return _("Bewaard. Onze collega’s die mensen aan werk helpen, zien wat u wilt leren.")
    commands.write_own_step(**who, words=typed["words"])
    return _("Bewaard. Onze collega’s die mensen aan werk helpen, zien uw stap.")


@dataclass(frozen=True)
class Typed:
    """What the candidate typed at a step, or about a course or other help, and was not saved: since something was written there
    meanwhile, or (`question`) since of these words it is asked whether they are meant. `version` is that of the form."""

    row_id: UUID
    words: str
    outcome: str = ""
    stopped_for: str = ""
    version: str = ""

    @property
    def question(self) -> str:
        """What is asked about the words; "" where they were asked about, or nothing is."""
        return asked_again(self.words, self.stopped_for)


def plan_shown(
    request: Any,
    candidate: Any,
    form: forms.Form | None = None,
    *,
    typed: Typed | None = None,
    is_overtaken: bool = False,
) -> HttpResponse:
    """The plan, with the `form` that was not saved. What was written there meanwhile (409: `is_overtaken` of where it leads,
    `typed` of a course) stands beside what was typed."""
    is_question = typed is not None and typed.question != ""
    plan = candidates.own_plan(candidate)
    leads = plan.perspective
    steps, goals = [*plan.to_do, *plan.done], candidates.own_goals(candidate)
    version = candidates.perspective_version(leads)
    if (
        isinstance(form, LeadsForm) and not is_overtaken
    ):  # a question between does not make the form read what came since
        version = form.data.get("version", "")
    alone = candidates.written_alone([*([leads] if leads else ()), *steps, *goals])
    return shown(
        request,
        "portal/plan.html",
        {
            "candidate": candidate,
            "leads_form": form
            if isinstance(form, LeadsForm)
            else LeadsForm(initial={"leads": leads.words if leads else ""}),
            "form": form if isinstance(form, StepForm) else StepForm(),
            "goal_form": form if isinstance(form, GoalForm) else GoalForm(),
            "perspective": leads,
            "is_perspective_own": leads is not None and candidates.is_by_candidate(leads),
            "is_perspective_mine": leads is not None and leads.pk in alone,
            "perspective_version": version,
            "is_overtaken": is_overtaken,
            "steps": [_shown_step(each, candidate, typed, is_mine=each.pk in alone) for each in steps],
            "needs": plan.needs,
            "goals": [{"row": each, "is_mine": each.pk in alone} for each in goals],
            "courses": [_course(each, request.at, typed) for each in candidates.own_instruments(candidate)],
            "outcomes": candidates.OUTCOMES,
        },
        status=409 if is_overtaken or (typed and not is_question) else 200,
    )


def _shown_step(step: Any, candidate: Any, typed: Typed | None, *, is_mine: bool) -> dict[str, Any]:
    """`is_to_do`: the candidate does it, and says when it is done; `is_mine`: the candidate alone wrote it."""
    mine = typed if typed is not None and typed.row_id == step.pk else None
    return {
        "row": step,
        "is_mine": is_mine,
        "is_to_do": step.doer == "candidate",
        "who": _who(step, candidate),
        "remark": mine.words if mine else step.remark,
        **_asked(mine),
    }


def _asked(typed: Typed | None) -> dict[str, str]:
    """The question about the words that were typed, and the word that is no longer asked about when they are saved again."""
    return {
        "question": typed.question if typed else "",
        "stopped_for": asked_about(typed.words) if typed else "",
    }


def _course(row: Any, at: datetime, typed: Typed | None) -> dict[str, Any]:
    mine = typed if typed is not None and typed.row_id == row.pk else None
    said = {"words": mine.words, "outcome": mine.outcome} if mine else {}
    # where somebody wrote there meanwhile, what was left as it stood when the page was opened takes what stands there now
    kept = said if mine and mine.question else candidates.outcome_touched(mine.version, said) if mine else ()
    return {
        "row": row,
        "has_begun": row.from_date <= timezone.localdate(at),
        "version": mine.version
        if mine and mine.question and mine.version
        else candidates.outcome_version(row),
        "words": said["words"] if "words" in kept else row.candidate_words,
        "outcome": said["outcome"] if "outcome" in kept else row.outcome,
        "stands": (row.get_outcome_display(), row.candidate_words) if mine and not mine.question else None,
        **_asked(mine),
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
