"""A code for a candidate who is here in person: shown once, on this answer alone."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from werktop.accounts import strong_logins
from werktop.accounts.commands import make_pairing_code
from werktop.audit.refusals import NotVisible
from werktop.candidates import queries as candidates


def page(request: Any, candidate_id: UUID) -> HttpResponse:
    """POST makes a code and shows it; what was made before works no more."""
    candidate = candidates.candidate_for(request.actor, candidate_id)
    if not strong_logins.is_offered():
        raise NotVisible()
    code = make_pairing_code(
        actor=request.actor, at=request.at, holder_kind="candidate", own_page_id=candidate.pk
    )
    shown = {
        "candidate": candidate,
        "code": f"{code[:3]} {code[3:6]} {code[6:]}",
        "login_name": strong_logins.name_of_login(),
    }
    return render(request, "portal/pairing_code.html", shown)
