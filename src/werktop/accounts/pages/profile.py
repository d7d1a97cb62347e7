"""One's own page: name, telephone, languages, and which organisation one works for now."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from werktop.accounts import commands, queries
from werktop.audit.refusals import Refusal, keep_typed

from .forms import ProfileForm


def page(request: Any) -> HttpResponse:
    """What guests and colleagues see of you."""
    account = request.user
    form = ProfileForm(
        request.POST if request.method == "POST" else None,
        initial={"name": account.name, "phone": account.phone, "languages": account.languages},
    )
    if request.method == "POST" and form.is_valid():
        try:
            commands.change_profile(
                actor=request.actor,
                at=request.at,
                key=request.request_key,
                account_id=account.pk,
                **form.cleaned_data,
            )
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(request, _("Bewaard."))
            return redirect("accounts:profile")
    organisations = queries.organisations_of(account.pk)
    return render(
        request,
        "accounts/profile.html",
        {
            "form": form,
            "account": account,
            "organisations": [
                {"id": key, "name": name, "is_current": key == request.actor.organisation_id}
                for key, name in organisations.items()
            ],
        },
    )
