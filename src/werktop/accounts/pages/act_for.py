"""Doing the work of a colleague who is away, in this session, until it ends or one goes back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from werktop.accounts.standing_in import acting_for
from werktop.audit.keys import key_in


def page(request: Any) -> HttpResponse:
    """Only for who stands in for that colleague now; anything else changes nothing and says so."""
    absent_id = key_in(request.POST.get("account_id"))
    if absent_id is None:
        return redirect("desk:today")
    if acting_for(request.actor, absent_id, request.at) is None:
        messages.error(request, _("Je neemt nu niet waar voor deze collega."))
        return redirect("desk:today")
    request.session["acts_for"] = str(absent_id)
    return redirect("desk:today")


def back(request: Any) -> HttpResponse:
    """The own work again."""
    request.session.pop("acts_for", None)
    return redirect("desk:today")
