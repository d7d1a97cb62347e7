"""What the pages of an entrepreneur's own page share: who is there, the firm, the way back, and until when."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import time_format

from werktop.employers import queries as employers

from .words import frame_for


def shown(request: Any, template: str, facts: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """A page of the entrepreneur's own page, with `person`, `firm`, `organisation` and the frame around it."""
    person = facts.get("person") or employers.own_entrepreneur(request.actor)
    firm = person.employer
    until = timezone.localtime(request.own_session.expires_at)
    context = {"person": person, "firm": firm, "organisation": firm.organisation} | facts
    context |= frame_for(request, firm.organisation) | {"until": time_format(until.time(), "TIME_FORMAT")}
    if template == "portal/own_firm.html":
        context["own_url"] = ""
    return render(request, template, context, status=status)


def with_version(typed: Any, version: str) -> Any:
    """What was typed, and the version of what stands there now: the next press is about that."""
    found = typed.copy()
    found["version"] = version
    return found
