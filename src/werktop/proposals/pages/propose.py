"""Step 2: of each who is put forward why, and whether they said yes; who decides; and send."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from werktop.audit.keys import keys_in
from werktop.audit.refusals import NotVisible, Refusal, keep_typed
from werktop.candidates import queries as candidates
from werktop.proposals import commands
from werktop.work_profiles import queries as work_profiles

from .forms import PersonForm, WhoDecidesForm


def page(request: Any, work_profile_id: UUID) -> HttpResponse:
    """GET asks of who stands in the address (`kandidaat`); POST puts them forward."""
    work = work_profiles.work_profile_for(request.actor, work_profile_id)
    sent = request.POST if request.method == "POST" else request.GET
    people = _people(request, keys_in(sent.getlist("kandidaat")))
    if not people:
        return redirect("proposals:choose", work_profile_id=work_profile_id)
    if request.method == "GET" and len(people) > commands.MOST:
        return redirect(
            f"{reverse('proposals:choose', args=[work_profile_id])}?{request.GET.urlencode()}&verder=1"
        )
    typed = request.POST if request.method == "POST" else None
    decides = WhoDecidesForm(request.actor, work, typed)
    forms = [PersonForm(typed, prefix=f"p{person.pk.hex}") for person in people]
    status = 200
    if typed is not None and all([decides.is_valid(), *(form.is_valid() for form in forms)]):
        try:
            commands.propose(
                actor=request.actor,
                at=request.at,
                key=request.request_key,
                work_profile_id=work.pk,
                entrepreneur_id=decides.chosen(),
                people=[
                    {"candidate_id": person.pk, **form.cleaned_data}
                    for person, form in zip(people, forms, strict=True)
                ],
            )
        except Refusal as refusal:
            keep_typed(request, decides if refusal.number is None else forms[refusal.number], refusal)
            status = 409
        else:
            messages.success(request, _("Verstuurd. Wie nog niets zei, vragen we het."))
            return redirect("work_profiles:profile", work_profile_id=work_profile_id)
    request.shown_people.append(("candidate", [person.pk for person in people]))
    approved = candidates.read_by_employers([person.pk for person in people])
    rows = [
        {"person": person, "form": form, "about": approved.get(person.pk, "")}
        for person, form in zip(people, forms, strict=True)
    ]
    facts = {
        "work": work,
        "rows": rows,
        "decides": decides,
        "has_who": bool(decides.fields["entrepreneur"].choices),
    }
    return render(request, "proposals/propose.html", facts, status=status)


def _people(request: Any, keys: list[UUID]) -> list[Any]:
    """These candidates of the own organisation, each once, in the order of the address; `NotVisible` for another's."""
    asked = list(dict.fromkeys(keys))
    found = candidates.candidates_visible_to(request.actor).in_bulk(asked)
    if len(found) != len(asked):
        raise NotVisible()
    return [found[key] for key in asked]
