"""A new password for oneself."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from werktop.accounts import commands
from werktop.audit.refusals import Refusal, keep_typed

from .forms import OwnPasswordForm


def page(request: Any) -> HttpResponse:
    """Asks the password of now; other sessions of this account end, this one stays."""
    form = OwnPasswordForm(request.user, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            commands.set_password(
                actor=request.actor,
                at=request.at,
                key=request.request_key,
                account_id=request.user.pk,
                password=form.cleaned_data["password"],
            )
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            request.user.refresh_from_db()
            update_session_auth_hash(request, request.user)
            messages.success(request, _("Je hebt een nieuw wachtwoord."))
            return redirect("accounts:profile")
    return render(request, "accounts/password.html", {"form": form})
