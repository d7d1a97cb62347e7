"""Changing what is known about an employer."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from werktop.accounts.changing import NOT_YET, change
from werktop.audit.refusals import NotVisible
from werktop.employers import commands, queries

from .forms import EmployerForm, answers_of


def page(request: Any, employer_id: UUID) -> HttpResponse:
    """The same questions as for a new employer, filled in; only for the responsible organisation."""
    employer = queries.employer_for(request.actor, employer_id)
    if not queries.can_edit(request.actor, employer):
        raise NotVisible()
    form = EmployerForm(
        request.actor,
        request.POST if request.method == "POST" else None,
        initial=_answers(request, employer_id),
    )
    went = NOT_YET
    if request.method == "POST" and form.is_valid():
        went = change(
            request,
            form,
            commands.change_employer,
            about=("employer", employer_id),
            now=lambda: _answers(request, employer_id),
            **form.facts(),
        )
        if went.is_saved:
            messages.success(request, _("Bewaard."))
            return redirect("employers:employer", employer_id=employer_id)
    return render(
        request,
        "employers/change_employer.html",
        {"form": form, "employer": employer, "overtaken": went.overtaken},
        status=went.status,
    )


def _answers(request: Any, employer_id: UUID) -> dict[str, Any]:
    employer = queries.employer_for(request.actor, employer_id)
    joining = employer.joinings.first()
    terms = queries.noted_term_ids(employer_id)
    return answers_of(employer, terms, joining.joined_date if joining else None)
