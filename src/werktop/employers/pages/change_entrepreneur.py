"""Changing what is known about an entrepreneur."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from werktop.audit.refusals import NotVisible, Refusal, keep_typed
from werktop.employers import commands, queries

from .forms import PersonChangeForm, person_answers_of


def page(request: Any, entrepreneur_id: UUID) -> HttpResponse:
    """The same questions as for a new person, filled in; only for the responsible organisation."""
    person = queries.entrepreneur_for(request.actor, entrepreneur_id)
    if not queries.can_edit(request.actor, person.employer):
        raise NotVisible()
    firms = queries.known_firms_of([entrepreneur_id]).get(entrepreneur_id, [])
    form = PersonChangeForm(
        request.POST if request.method == "POST" else None, initial=person_answers_of(person, firms)
    )
    if request.method == "POST" and form.is_valid():
        try:
            commands.change_entrepreneur(
                actor=request.actor,
                at=request.at,
                key=request.request_key,
                entrepreneur_id=entrepreneur_id,
                **form.facts(),
            )
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(request, _("Bewaard."))
            return redirect("employers:employer", employer_id=person.employer_id)
    return render(
        request, "employers/person.html", {"form": form, "employer": person.employer, "person": person}
    )
