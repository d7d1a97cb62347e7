"""Somebody new turns out to be here: the existing file opens with what was typed in it, to look at and save."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from werktop.candidates import queries
from werktop.candidates.models import Candidate

from .forms import ChangeCandidateForm, NewCandidateForm, answers_of

ADDED = ("languages", "terms", "needs")
"""What is added to what is there; the rest is filled in, and where the file says otherwise both are shown."""
KEPT = (
    "name",
    "assigned_to_id",
    "is_shared",
    "legal_ground",
    "legal_purpose",
    "informed_date",
    "preferred_channel",
)
"""What the file says itself."""


def shown_with_typed(request: Any, candidate: Candidate, typed: NewCandidateForm) -> HttpResponse:
    """The form about `candidate` with what was typed; nothing is saved until it is sent. What stood there and would be replaced
    is named above it."""
    request.shown_people.append(("candidate", [candidate.pk]))
    sees_needs = queries.can_see_needs(request.actor, candidate, request.at)
    known = answers_of(candidate, queries.noted_term_ids(candidate.pk))
    answers, replaced = dict(known), []
    for name, said in typed.cleaned_data.items():
        if name not in known or name in (*KEPT, "version") or not said:
            continue
        if name in ("needs", "day_note") and not sees_needs:
            replaced.append(
                (
                    str(typed.fields[name].label),
                    _("kun je hier niet aanvullen: je werkt niet met deze persoon"),
                )
            )
            continue
        if name in ADDED:
            answers[name] = list(dict.fromkeys([*known[name], *said]))
        elif name in ("own_words", "day_note") and known[name] and said not in known[name]:
            answers[name] = f"{known[name]}\n{said}" if name == "own_words" else f"{known[name]}; {said}"
        else:
            answers[name] = said
            if known[name] and known[name] != said:
                replaced.append((str(typed.fields[name].label), known[name]))
    if typed.cleaned_data["name"].casefold() != candidate.name.casefold():
        replaced.append((_("Je typte als naam"), typed.cleaned_data["name"]))
    request.request_key = None
    return render(
        request,
        "candidates/change_candidate.html",
        {
            "form": ChangeCandidateForm(
                request.actor, request.at, initial=answers, candidate=candidate, sees_needs=sees_needs
            ),
            "candidate": candidate,
            "overtaken": None,
            "sharers": [],
            "replaced": replaced,
            "is_typed_along": True,
            "save_url": reverse("candidates:change_candidate", args=[candidate.pk]),
        },
    )
