"""One more person of an employer who may sit at the table."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from werktop.audit.refusals import NotVisible, Refusal, keep_typed
from werktop.employers import commands, queries
from werktop.employers.models import Entrepreneur

from .forms import PersonForm
from .same_address import shown_sharers


def page(request: Any, employer_id: UUID) -> HttpResponse:
    """Name, how to reach, languages, and whom this person knows."""
    employer = queries.employer_for(request.actor, employer_id)
    if not queries.can_edit(request.actor, employer):
        raise NotVisible()
    form = PersonForm(request.POST if request.method == "POST" else None, initial={"languages": ["nl"]})
    sharers: list[Entrepreneur] = []
    if request.method == "POST" and form.is_valid():
        sharers = shown_sharers(request, form.facts()["email"])
    if request.method == "POST" and form.is_valid() and not sharers:
        try:
            commands.add_entrepreneur(
                actor=request.actor,
                at=request.at,
                key=request.request_key,
                employer_id=employer_id,
                **form.facts(),
            )
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(request, _("%(name)s doet mee.") % {"name": form.cleaned_data["person_name"]})
            return redirect("employers:employer", employer_id=employer_id)
    return render(
        request,
        "employers/person.html",
        {"form": form, "employer": employer, "person": None, "overtaken": None, "sharers": sharers},
    )
