"""Who may already be here, while somebody types: a piece of the form for somebody new. A post, so that no name stands in an
address; it saves nothing. Who appears while somebody types counts as seen only once the form came back with them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from werktop.audit.keys import keys_in
from werktop.candidates import queries
from werktop.candidates.queries.likeness import Alike

MOST = 5
ASKED = ("name", "postcode", "email", "phone")


def page(request: Any) -> HttpResponse:
    """At most `MOST` who may be the same person, with why; nothing where nobody is alike."""
    typed = {name: request.POST.get(name, "")[:254] for name in ASKED}
    seen = {"alike": shown_alike(request, **typed), "seen": seen_by(request), "is_asked": False}
    return render(request, "candidates/alike.html", seen)


def seen_by(request: Any) -> set[UUID]:
    """Whom the form named when it came back: sent again all the same, it is somebody else."""
    return set(keys_in(request.POST.getlist("seen")[:20]))


def shown_alike(request: Any, *, name: str, postcode: str, email: str, phone: str) -> list[Alike]:
    """At most `MOST` of the own organisation who may be this person, noted in the processing log."""
    found = queries.likely_duplicates(request.actor, name=name, postcode=postcode, email=email, phone=phone)[
        :MOST
    ]
    request.shown_people.append(("candidate", [each.candidate.pk for each in found]))
    return found
