"""What the pages of the own page share: who is there, the way back, until when, and the cookie that keeps the session."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import time_format

from werktop.accounts.own_pages import COOKIE
from werktop.candidates import queries as candidates

from .words import frame_for

PATH = "/mijn/"
"""The browser hands the cookie to these addresses alone, and so to no page of colleagues."""


def shown(request: Any, template: str, facts: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """A page of the own page, with `candidate` and the frame around it."""
    candidate = facts.get("candidate") or candidates.own_row(request.actor)
    until = timezone.localtime(request.own_session.expires_at)
    context = {"candidate": candidate, "organisation": candidate.organisation} | facts
    context |= frame_for(request, candidate.organisation) | {
        "until": time_format(until.time(), "TIME_FORMAT")
    }
    if template == "portal/own.html":
        context["own_url"] = ""
    return render(request, template, context, status=status)


def let_in(request: Any, token: str, *, to: str = "portal:own") -> HttpResponse:
    """On to the own page, with the session in the browser until it is closed."""
    response = redirect(to)
    response.set_cookie(COOKIE, token, path=PATH, secure=request.is_secure(), httponly=True, samesite="Lax")
    return response
