"""Changing what is known about an employer."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from werktop.audit.refusals import NotVisible, Refusal, keep_typed
from werktop.employers import commands, queries

from .forms import EmployerForm, answers_of


def page(request: Any, employer_id: UUID) -> HttpResponse:
    """The same questions as for a new employer, filled in; only for the responsible organisation."""
    employer = queries.employer_for(request.actor, employer_id)
    if not queries.can_edit(request.actor, employer):
        raise NotVisible()
    joining = employer.joinings.first()
    start = answers_of(
        employer,
        queries.term_ids_of([employer_id]).get(employer_id, set()),
        joining.joined_date if joining else None,
    )
    form = EmployerForm(request.POST if request.method == "POST" else None, initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            commands.change_employer(
                actor=request.actor,
                at=request.at,
                key=request.request_key,
                employer_id=employer_id,
                **form.facts(),
            )
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(request, _("Bewaard."))
            return redirect("employers:employer", employer_id=employer_id)
    return render(request, "employers/change_employer.html", {"form": form, "employer": employer})
