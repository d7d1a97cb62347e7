"""Working for another of one's organisations in this session."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect

from werktop.accounts import queries
from werktop.audit.keys import key_in


def page(request: Any) -> HttpResponse:
    """Only organisations that the account works for; anything else changes nothing."""
    chosen = key_in(request.POST.get("organisation_id"))
    if chosen is None:
        return redirect("accounts:profile")
    if chosen in queries.organisations_of(request.user.pk):
        request.session["organisation_id"] = str(chosen)
    return redirect("accounts:profile")
