"""One colleague: roles, a link to a new password, off the organisation."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from werktop.accounts import commands, queries
from werktop.accounts.changing import NOT_YET, change

from .forms import RolesForm


def page(request: Any, account_id: UUID) -> HttpResponse:
    """What a colleague does here. The password is the colleague's own: a link to choose one goes to the colleague."""
    account = queries.colleague_for(request.actor, account_id)
    form = RolesForm(
        request.POST if request.method == "POST" else None,
        initial=queries.roles_now(request.actor, account_id),
    )
    went = NOT_YET
    if request.method == "POST" and form.is_valid():
        went = change(
            request,
            form,
            commands.set_roles,
            about=("account", account_id),
            now=lambda: queries.roles_now(request.actor, account_id),
            organisation_id=request.actor.organisation_id,
            roles=form.cleaned_data["roles"],
        )
        if went.is_saved:
            messages.success(request, _("Bewaard."))
            return redirect("accounts:colleague", account_id=account_id)
    return render(
        request,
        "accounts/colleague.html",
        {
            "account": account,
            "roles": form,
            "overtaken": went.overtaken,
            "is_self": account_id == request.actor.id,
            "has_password": account.has_usable_password(),
        },
        status=went.status,
    )
