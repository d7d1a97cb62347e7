"""One tap: everyone who was chosen gets an invitation."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..commands.inviting import invite_guests


def page(request: Any, gathering_id: UUID) -> HttpResponse:
    """Invite, say what went out and whom to call, and go back to the gathering."""
    outcome = invite_guests(
        actor=request.actor, at=request.at, key=request.request_key, gathering_id=gathering_id
    )
    tell_invited(request, outcome)
    return redirect("gatherings:gathering", gathering_id=gathering_id)


def tell_invited(request: Any, outcome: dict[str, int]) -> None:
    """Say what an invitation came to."""
    text = ngettext(
        "%(count)s uitnodiging gaat nu weg.", "%(count)s uitnodigingen gaan nu weg.", outcome["sent"]
    ) % {"count": outcome["sent"]}
    if outcome["to_call"]:
        text += " " + _("Bel zelf %(count)s: die staan op de gastenlijst bij ‘bellen’.") % {
            "count": outcome["to_call"]
        }
    messages.success(request, text)
