"""An added amount that counts no more. It can be put back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from werktop.audit.refusals import Refusal, shown_again
from werktop.support import commands


def page(request: Any, amount_id: UUID) -> HttpResponse:
    """Back to the amounts, with what happened."""
    try:
        commands.withdraw_amount(
            actor=request.actor, at=request.at, key=request.request_key, amount_id=amount_id
        )
    except Refusal as refusal:
        messages.error(request, str(shown_again(request, refusal).text))
    else:
        messages.success(request, _("Dit bedrag telt niet meer mee."))
    return redirect("support:amounts")
