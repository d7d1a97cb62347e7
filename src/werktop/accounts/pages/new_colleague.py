"""A new colleague, with roles and an invitation."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from werktop.accounts import commands
from werktop.audit.refusals import Refusal, keep_typed

from .forms import NewColleagueForm


def page(request: Any) -> HttpResponse:
    """An address that is known already gets the roles added and keeps its name and password."""
    form = NewColleagueForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            account_id = commands.invite_colleague(
                actor=request.actor,
                at=request.at,
                key=request.request_key,
                organisation_id=request.actor.organisation_id,
                **form.cleaned_data,
            )
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(
                request,
                _("De uitnodiging is onderweg naar %(email)s.") % {"email": form.cleaned_data["email"]},
            )
            return redirect("accounts:colleague", account_id=account_id)
    return render(request, "accounts/new_colleague.html", {"form": form})
