"""One more person of an employer who may sit at the table."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from werktop.audit.refusals import NotVisible, Refusal, keep_typed
from werktop.employers import commands, queries
from werktop.employers.models import Employer, Entrepreneur

from .forms import PersonForm
from .same_address import MOST, shown_sharers


def page(request: Any, employer_id: UUID) -> HttpResponse:
    """Name, how to reach, languages, and whom this person knows."""
    employer = queries.employer_for(request.actor, employer_id)
    if not queries.can_edit(request.actor, employer):
        raise NotVisible()
    form = PersonForm(request.POST if request.method == "POST" else None, initial={"languages": ["nl"]})
    sharers: list[Entrepreneur] = []
    alike: list[Entrepreneur] = []
    if request.method == "POST" and form.is_valid():
        alike = _alike(request, employer, form.cleaned_data["person_name"])
        if same := next((each for each in alike if str(each.pk) == request.POST.get("same")), None):
            messages.info(
                request, _("%(name)s staat er al. Vul hier aan wat nieuw is.") % {"name": same.name}
            )
            return redirect("employers:change_entrepreneur", entrepreneur_id=same.pk)
        sharers = [each for each in shown_sharers(request, form.facts()["email"]) if each not in alike]
    if request.method == "POST" and form.is_valid() and not sharers and not alike:
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
    return _shown(request, employer, form, sharers, alike)


def shown_at_same(request: Any, employer: Employer) -> HttpResponse:
    """A firm that was typed as new is there: whoever was typed with it stands in the form for one more person of it. Who may not
    change the firm goes to its page, which says who does."""
    if not queries.can_edit(request.actor, employer):
        messages.info(request, _("%(name)s staat er al.") % {"name": employer.name})
        return redirect("employers:employer", employer_id=employer.pk)
    messages.info(
        request, _("%(name)s staat er al. Kijk na wie erbij komt, en bewaar.") % {"name": employer.name}
    )
    request.request_key = None
    form = PersonForm(request.POST)
    alike = _alike(request, employer, request.POST.get("person_name", ""))
    action = reverse("employers:new_entrepreneur", args=[employer.pk])
    return _shown(request, employer, form, [], alike, action=action)


def _alike(request: Any, employer: Employer, name: str) -> list[Entrepreneur]:
    if "save_anyway" in request.POST:
        return []
    found = queries.people_alike(request.actor, employer, name)[:MOST]
    request.shown_people.append(("entrepreneur", [each.pk for each in found]))
    return found


def _shown(
    request: Any,
    employer: Employer,
    form: PersonForm,
    sharers: list[Entrepreneur],
    alike: list[Entrepreneur],
    *,
    action: str = "",
) -> HttpResponse:
    asked = {"sharers": sharers, "alike": alike, "action": action}
    return render(
        request,
        "employers/person.html",
        {"form": form, "employer": employer, "person": None, "overtaken": None} | asked,
    )
