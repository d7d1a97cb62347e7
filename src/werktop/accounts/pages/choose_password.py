"""Choosing one's own password, by a link that works once."""

from __future__ import annotations

from typing import Any

from axes.utils import reset
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from werktop.accounts import commands, queries
from werktop.audit.refusals import NotVisible, Refusal, keep_typed

from .forms import FirstPasswordForm


def page(request: Any, token: str) -> HttpResponse:
    """Opening it changes nothing: scanners open links. Afterwards one logs in, which shows that it works."""
    account = queries.accounts_by_id([request.actor.id]).get(request.actor.id)
    if account is None or not account.is_active:
        raise NotVisible()
    form = FirstPasswordForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            commands.choose_password(
                actor=request.actor,
                at=request.at,
                key=request.request_key,
                password=form.cleaned_data["password"],
            )
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            reset(username=account.email)  # who was locked out for guessing may come in now
            messages.success(request, _("Je wachtwoord is gekozen. Log nu in."))
            return redirect("accounts:log_in")
    return render(request, "accounts/choose_password.html", {"form": form, "account": account})
