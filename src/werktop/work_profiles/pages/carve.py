"""Simple tasks out of a function: which, what it frees, and the new work that they make."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.audit.keys import key_in
from werktop.audit.refusals import Refusal, keep_typed
from werktop.work_profiles import carving, commands, proposing
from werktop.work_profiles.choices import Level
from werktop.work_profiles.models import EmployerFunction, FunctionTask
from werktop.work_profiles.queries import functions
from werktop.work_profiles.spans import hours_in_words

from .proposal_form import ProposalForm

WHY = {
    "frees": gettext_lazy("eenvoudig werk van iemand met een vak: dat geeft ruimte"),
    "simple": gettext_lazy("eenvoudig werk"),
    "small": gettext_lazy("klein, en met wat uitleg te leren"),
}
WARNS = {
    "few": gettext_lazy("Het is minder dan acht uur per week. Is er bij een ander in het bedrijf nog eenvoudig werk?"),
    "many": gettext_lazy("Het is meer dan een volle werkweek: misschien zijn het twee functies."),
    "skilled": gettext_lazy("Er zit een taak bij die een vak vraagt. Kan die bij de vakman blijven?"),
}  # fmt: skip
OWN_FACTS = ("forms", "hours_min", "hours_max")
"""What carving itself says of the work."""


def page(request: Any, employer_function_id: UUID) -> HttpResponse:
    """What is ticked stands in the address, so that it can be worked out again and again before anything is kept."""
    is_sent = request.method == "POST"
    look = functions.function_to_change if is_sent else functions.function_for
    function = look(request.actor, employer_function_id)
    may_change = functions.may_change(request.actor, function)
    tasks = functions.tasks_of(function)
    chosen = chosen_in(request, tasks)
    picked = [task for task in tasks if task.pk in chosen]
    form = None
    if picked and may_change:
        proposal = proposing.from_tasks(request.actor, picked, function.name)
        form = ProposalForm(proposal, request.POST if request.method == "POST" else None)
        for name in OWN_FACTS:
            del form.fields[name]
    if request.method == "POST" and form is None:
        messages.error(request, _("Kies minstens één taak."))
    if (
        request.method == "POST"
        and form is not None
        and form.is_valid()
        and (made := _keep(request, form, function, chosen))
    ):
        return redirect("work_profiles:profile", made)
    return render(
        request,
        "work_profiles/carve.html",
        {
            "function": function,
            "employer": function.employer,
            "may_change": may_change,
            "form": form,
            "chosen": [str(key) for key in chosen],
            **in_words(tasks, chosen),
        },
    )


def summary(request: Any, employer_function_id: UUID) -> HttpResponse:
    """The same to print and give to the employer; with nothing chosen, of what was carved out already."""
    function = functions.function_for(request.actor, employer_function_id)
    tasks = functions.tasks_of(function)
    carved = {task.pk for task in tasks if task.profile_id}
    chosen = chosen_in(request, tasks) if request.GET.get("taak") or not carved else carved
    if chosen == carved:
        for task in tasks:
            task.profile_id = None  # reckoned as if they were still there
    return render(
        request,
        "work_profiles/function_summary.html",
        {
            "function": function,
            "employer": function.employer,
            "is_carved": chosen == carved,
            **in_words(tasks, chosen),
        },
    )


def take_back(request: Any, work_profile_id: UUID) -> HttpResponse:
    """Carved out by mistake."""
    asked = {
        "actor": request.actor,
        "at": request.at,
        "key": request.request_key,
        "work_profile_id": work_profile_id,
    }
    profile = functions.work_with_tasks(request.actor, work_profile_id)
    stays = commands.take_carving_back(**asked)
    if stays:
        messages.success(
            request,
            _("De taken zijn weer van de functie. Het werkprofiel is intussen gewijzigd en blijft staan."),
        )
        return redirect("work_profiles:profile", work_profile_id)
    messages.success(request, _("De taken zijn weer van de functie."))
    return redirect("work_profiles:carve", profile)


def chosen_in(request: Any, tasks: list[FunctionTask]) -> set[UUID]:
    """The tasks that the address or the form names, else those that are proposed; never one that was carved out before."""
    free = {task.pk for task in tasks if task.profile_id is None}
    asked = request.POST if request.method == "POST" else request.GET
    if request.method == "POST" or "reken" in asked or asked.get("taak"):
        return {key for each in asked.getlist("taak") if (key := key_in(each)) in free and key is not None}
    return {each.key for each in carving.proposed(functions.as_reckoned(tasks))}


def in_words(tasks: list[FunctionTask], chosen: set[UUID]) -> dict[str, Any]:
    """The tasks, and what carving these out does, as the page says it."""
    reckoned = functions.as_reckoned(tasks)
    why = {each.key: WHY[each.why] for each in carving.proposed(reckoned)}
    outcome = carving.outcome_of(reckoned, chosen)
    whole = sum(task.minutes for task in reckoned)
    return {
        "rows": [
            {
                "task": task,
                "hours": hours_in_words(task.minutes),
                "why": why.get(task.pk, ""),
                "is_chosen": task.pk in chosen,
            }
            for task in tasks
        ],
        "hours": hours_in_words(outcome.minutes),
        "left": hours_in_words(outcome.left),
        "whole": hours_in_words(whole),
        "level": Level(outcome.level).label if outcome.level else "",
        "has_chosen": bool(outcome.minutes),
        "freed": [
            {
                "who": each.done_by,
                "is_said": bool(each.done_by),
                "hours": hours_in_words(each.minutes),
                "whole": hours_in_words(each.whole),
            }
            for each in outcome.freed
        ],
        "bars": [
            (
                each.done_by or _("niet gezegd wie"),
                each.minutes,
                None,
                "yes",
                _("%(n)s uur") % {"n": hours_in_words(each.minutes)},
            )
            for each in outcome.freed
        ],
        "warnings": [WARNS[each] for each in outcome.warnings],
    }


def _keep(request: Any, form: ProposalForm, function: EmployerFunction, chosen: set[UUID]) -> UUID | None:
    try:
        made: UUID = commands.carve_tasks(
            actor=request.actor, at=request.at, key=request.request_key, employer_function_id=function.pk,
            task_ids=sorted(chosen, key=str), **form.facts(),
        )  # fmt: skip
    except Refusal as refusal:
        keep_typed(request, form, refusal)
        return None
    messages.success(request, _("Er is een functie op maat. Vraag door wat er nog ontbreekt."))
    return made
