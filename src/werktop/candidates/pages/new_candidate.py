"""A new candidate: one step, six questions, usable for the next gathering."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from werktop.audit.refusals import Refusal, keep_typed
from werktop.candidates import commands, queries
from werktop.candidates.models import Candidate
from werktop.post import reach
from werktop.regions import queries as regions

from .forms import NewCandidateForm
from .same_address import shown_sharers


def page(request: Any) -> HttpResponse:
    """The form; on a likely duplicate it comes back with who is there already and a button to save anyway."""
    if request.method != "POST":
        return _shown(request, NewCandidateForm(request.actor, initial=_start(request)))
    form = NewCandidateForm(request.actor, request.POST)
    if not form.is_valid():
        return _shown(request, form)
    facts = form.facts_on(timezone.localdate(request.at))
    if "save_anyway" not in request.POST:
        alike = _alike(request, facts)
        sharers = shown_sharers(request, facts["email"])
        if alike or sharers:
            return _shown(request, form, alike, sharers)
    try:
        candidate_id = commands.add_candidate(
            actor=request.actor, at=request.at, key=request.request_key, **facts
        )
    except Refusal as refusal:
        keep_typed(request, form, refusal)
        return _shown(request, form)
    messages.success(
        request,
        _("%(name)s staat erin en kan mee naar het volgende gesprek.") % {"name": form.cleaned_data["name"]},
    )
    return redirect("candidates:candidate", candidate_id=candidate_id)


def _start(request: Any) -> dict[str, Any]:
    organisation = regions.organisation_by_id(request.actor.organisation_id)
    return {
        "languages": ["nl"],
        "assigned_to_id": str(request.actor.id),
        "is_shared": True,
        "legal_ground": organisation.legal_ground,
        "legal_purpose": organisation.legal_purpose,
        "is_told": organisation.is_told_at_first,
    }


def _alike(request: Any, facts: dict[str, Any]) -> list[Candidate]:
    found = list(
        queries.likely_duplicates(
            request.actor,
            name=f"{facts['first_name']} {facts['last_name']}",
            postcode=reach.postcode_in(facts["postcode"]),
            email=facts["email"],
            phone=reach.phone_in(facts["phone"]).number if facts["phone"] else "",
        )[:5]
    )
    request.shown_people.append(("candidate", [c.pk for c in found]))
    return found


def _shown(
    request: Any, form: NewCandidateForm, alike: Sequence[Candidate] = (), sharers: Sequence[Candidate] = ()
) -> HttpResponse:
    asked = {
        "form": form,
        "candidate": None,
        "alike": alike,
        "sharers": [each for each in sharers if each not in alike],
    }
    return render(request, "candidates/new_candidate.html", asked)
