"""One tap: who has not answered gets a reminder."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import ngettext

from werktop.audit.refusals import NotVisible

from ..commands.inviting import remind_guests


def page(request: Any, gathering_id: UUID) -> HttpResponse:
    """Remind one guest (`guest`) or everyone who is silent."""
    try:
        guest_ids = [UUID(request.POST["guest"])] if request.POST.get("guest") else None
    except ValueError:
        raise NotVisible() from None
    sent = remind_guests(
        actor=request.actor,
        at=request.at,
        key=request.request_key,
        gathering_id=gathering_id,
        guest_ids=guest_ids,
    )
    text = ngettext("%(count)s herinnering gaat nu weg.", "%(count)s herinneringen gaan nu weg.", sent)
    messages.success(request, text % {"count": sent})
    return redirect("gatherings:guests" if guest_ids else "gatherings:gathering", gathering_id=gathering_id)
