"""A function at an employer, written down as tasks with their hours and level."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from werktop.accounts.changing import NOT_YET, change
from werktop.audit.refusals import Refusal, keep_typed
from werktop.employers import queries as employers
from werktop.work_profiles import commands
from werktop.work_profiles.examples import example_by_code
from werktop.work_profiles.models import EmployerFunction
from werktop.work_profiles.queries import functions

from .function_form import MORE_AT_ONCE, SPARE, SPARE_AT_FIRST, FunctionForm, TaskRows, task_rows

MORE, BACK = "more", "back"


def new(request: Any, employer_id: UUID) -> HttpResponse:
    """Anybody in the region who works with employers may write one down; an example fills the rows."""
    employer = employers.employer_for(request.actor, employer_id)
    example = example_by_code(request.GET.get("voorbeeld", ""))
    initial = [
        {"what": task.what, "minutes": task.hours * 60, "level": task.level}
        for task in (example.tasks if example else ())
    ]
    data = _posted(request)
    form = FunctionForm(data, initial={"name": example.title if example else ""})
    rows = task_rows(data, initial, spare=SPARE if example else SPARE_AT_FIRST)
    if request.method == "POST" and not _asks_more(request) and form.is_valid() and rows.is_valid():
        try:
            made = commands.note_function(
                actor=request.actor, at=request.at, key=request.request_key, employer_id=employer_id,
                name=form.cleaned_data["name"], tasks=rows.tasks(),
            )  # fmt: skip
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            return redirect("work_profiles:carve", made)
    return _shown(request, employer, form, rows, None)


def page(request: Any, employer_function_id: UUID) -> HttpResponse:
    """For who wrote it down and for who answers for the employer."""
    function = functions.function_to_change(request.actor, employer_function_id)
    data, initial = _posted(request), _answers(function)
    form = FunctionForm(data, initial=initial)
    rows = task_rows(data, initial["tasks"])
    went = NOT_YET
    if request.method == "POST" and not _asks_more(request) and form.is_valid() and rows.is_valid():
        went = change(
            request,
            form,
            commands.change_function,
            about=("employer_function", function.pk),
            now=lambda: _answers(functions.function_to_change(request.actor, employer_function_id)),
            name=form.cleaned_data["name"],
            tasks=rows.tasks(),
        )
        if went.is_saved:
            messages.success(request, _("Bewaard."))
            return redirect("work_profiles:carve", function.pk)
    return _shown(request, function.employer, form, rows, function, went)


def put_away(request: Any, employer_function_id: UUID) -> HttpResponse:
    """Not looked at any more; the page of the employer then says how to undo it."""
    asked = {
        "actor": request.actor, "at": request.at, "key": request.request_key, "employer_function_id": employer_function_id
    }  # fmt: skip
    is_back = request.POST.get("then") == BACK
    employer_id = (commands.take_function_up if is_back else commands.put_function_away)(**asked)
    url = reverse("employers:employer", args=[employer_id])
    return redirect(f"{url}#functions" if is_back else f"{url}?opgeborgen={employer_function_id}#functions")


def _posted(request: Any) -> QueryDict | None:
    """What was sent; where more rows are asked, with these among it."""
    if request.method != "POST":
        return None
    data: QueryDict = request.POST.copy()
    if _asks_more(request):
        total = data.get("task-TOTAL_FORMS", "0")
        data["task-TOTAL_FORMS"] = str(
            (int(total) if total.isdecimal() and len(total) < 4 else 0) + MORE_AT_ONCE
        )
    return data


def _asks_more(request: Any) -> bool:
    return bool(request.POST.get("then") == MORE)


def _answers(function: EmployerFunction) -> dict[str, Any]:
    facts = functions.function_facts(function)
    rows = [row | {"position": number} for number, row in enumerate(facts["tasks"], 1)]
    return {"name": facts["name"], "tasks": rows, "version": functions.function_version(function)}


def _shown(
    request: Any,
    employer: Any,
    form: FunctionForm,
    rows: TaskRows,
    function: EmployerFunction | None,
    went: Any = NOT_YET,
) -> HttpResponse:
    if _asks_more(request):
        # nothing is wrong yet where more rows are all that is asked
        form._errors, rows._errors = {}, [{} for _ in rows.forms]
        for row in rows.forms:
            row._errors = {}
    shown = {
        "employer": employer,
        "form": form,
        "rows": rows,
        "function": function,
        "overtaken": went.overtaken,
    }
    return render(request, "work_profiles/function.html", shown, status=went.status)
