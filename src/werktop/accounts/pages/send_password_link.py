"""Sending a colleague a link to choose a password."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from werktop.accounts import commands, queries


def page(request: Any, account_id: UUID) -> HttpResponse:
    """One tap; the message goes to the colleague's own address."""
    account = queries.colleague_for(request.actor, account_id)
    commands.send_password_link(
        actor=request.actor, at=request.at, key=request.request_key, account_id=account_id
    )
    messages.success(request, _("De link is onderweg naar %(email)s.") % {"email": account.email})
    return redirect("accounts:colleague", account_id=account_id)
