"""One colleague: roles, a new password, off the organisation."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from werktop.accounts import commands, queries
from werktop.accounts.models import Account
from werktop.audit.refusals import Refusal, keep_typed

from .forms import FirstPasswordForm, RolesForm


def page(request: Any, account_id: UUID) -> HttpResponse:
    """Two forms on one page; `what` in the post says which ("roles" or "password")."""
    account = queries.colleague_for(request.actor, account_id)
    what = request.POST.get("what", "roles") if request.method == "POST" else ""
    roles = RolesForm(
        request.POST if what == "roles" else None,
        initial={"roles": [m.role for m in account.roles_here]},
    )
    password = FirstPasswordForm(request.POST if what == "password" else None)
    form = {"roles": roles, "password": password}.get(what)
    if form is not None and form.is_valid():
        try:
            _save(request, account, form.cleaned_data)
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(request, _("Bewaard."))
            return redirect("accounts:colleague", account_id=account_id)
    return render(
        request,
        "accounts/colleague.html",
        {"account": account, "roles": roles, "password": password, "is_self": account_id == request.actor.id},
    )


def _save(request: Any, account: Account, typed: dict[str, Any]) -> None:
    asked = {"actor": request.actor, "at": request.at, "key": request.request_key, "account_id": account.pk}
    if "password" in typed:
        commands.set_password(**asked, password=typed["password"])
    else:
        commands.set_roles(**asked, organisation_id=request.actor.organisation_id, roles=typed["roles"])
