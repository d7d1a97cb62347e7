"""Who cannot log in asks for a link to choose a new password."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from werktop.accounts import commands, visitors

from .forms import ForgottenForm

MOST_AN_HOUR = 20
"""Questions from one place in an hour; what one account gets is counted by the command."""


def page(request: Any) -> HttpResponse:
    """The answer is the same whether the address is known or not: who asks learns nothing about others."""
    form = ForgottenForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and _asks_too_often(request):
        form.add_error(None, _("Er is te vaak om een link gevraagd. Probeer het over een uur nog eens."))
        return render(request, "accounts/forgotten.html", {"form": form, "is_asked": False}, status=429)
    is_asked = request.method == "POST" and form.is_valid()
    if is_asked:
        commands.ask_password_link(
            actor=request.actor, at=request.at, key=request.request_key, email=form.cleaned_data["email"]
        )
    return render(request, "accounts/forgotten.html", {"form": form, "is_asked": is_asked})


def _asks_too_often(request: Any) -> bool:
    asked = commands.count_question(address=visitors.address_of(request), at=request.at)
    return asked > MOST_AN_HOUR
