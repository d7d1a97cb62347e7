"""What the head of a gathering's pages needs."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from werktop.audit.actors import Actor
from werktop.audit.refusals import Refusal

from ..models import Gathering
from ..moments import moment_of
from ..phases import phases_of
from ..queries.gatherings import gathering_to_rearrange


def frame_of(viewer: Actor, gathering: Gathering, at: datetime, here: str = "before") -> dict[str, Any]:
    """Context that the head of every page of a gathering needs (`gatherings/head.html`, `gatherings/phases.html`)."""
    return {
        "gathering": gathering,
        "when": moment_of(gathering),
        "phases": phases_of(viewer, gathering, here, at),
    }


def shown_as_it_is(request: Any, gathering: Gathering) -> HttpResponse | None:
    """For the pages that change a gathering or call it off, where their buttons are gone: why, and where it stands now.
    None as long as it can."""
    try:
        gathering_to_rearrange(gathering)
    except Refusal as refusal:
        context = {"refusal": refusal} | frame_of(request.actor, gathering, request.at)
        return render(request, "gatherings/cannot_change.html", context, status=refusal.status)
    return None
