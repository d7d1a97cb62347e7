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
from werktop.regions import queries as regions

from .alike import seen_by, shown_alike
from .forms import NewCandidateForm
from .same_address import shown_sharers
from .typed_along import shown_with_typed


def page(request: Any) -> HttpResponse:
    """The form; on a likely duplicate it comes back once with who is there already, and then saves."""
    if request.method != "POST":
        return _shown(request, NewCandidateForm(request.actor, request.at, initial=_start(request)))
    form = NewCandidateForm(request.actor, request.at, request.POST)
    if not form.is_valid():
        return _shown(request, form)
    facts = form.facts_on(timezone.localdate(request.at))
    alike = _alike(request, facts)
    if same := next((each for each in alike if str(each.candidate.pk) == request.POST.get("same")), None):
        return shown_with_typed(request, same.candidate, form)
    if "save_anyway" not in request.POST:
        sharers, seen = shown_sharers(request, facts["email"]), seen_by(request)
        if not seen.issuperset([*(each.candidate.pk for each in alike), *(each.pk for each in sharers)]):
            return _shown(request, form, alike, sharers)
    try:
        candidate_id = commands.add_candidate(
            actor=request.actor,
            at=request.at,
            key=request.request_key,
            others_than=sorted(seen_by(request)),
            **facts,
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


def _alike(request: Any, facts: dict[str, Any]) -> list[queries.Alike]:
    name = f"{facts['first_name']} {facts['last_name']}"
    return shown_alike(
        request, name=name, postcode=facts["postcode"], email=facts["email"], phone=facts["phone"]
    )


def _shown(
    request: Any,
    form: NewCandidateForm,
    alike: Sequence[queries.Alike] = (),
    sharers: Sequence[Candidate] = (),
) -> HttpResponse:
    asked: dict[str, Any] = {
        "form": form,
        "candidate": None,
        "alike": alike,
        "is_asked": bool(alike),
        "seen": set(),
        "sharers": [each for each in sharers if each not in [other.candidate for other in alike]],
    }
    return render(request, "candidates/new_candidate.html", asked)
