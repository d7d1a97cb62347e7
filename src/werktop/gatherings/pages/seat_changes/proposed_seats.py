"""Apply the proposed plan, or throw it away."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _

from werktop.gatherings.commands.seating import apply_proposed_plan, drop_proposed_plan

from .asking import asked_of, back_to_seats, key_or_nobodys


def page(request: Any, gathering_id: UUID) -> HttpResponse:
    """Apply the proposed plan that was shown, or throw it away."""
    asked = asked_of(request, gathering_id, plan_id=key_or_nobodys(request.POST.get("plan")))
    if request.POST.get("drop"):
        drop_proposed_plan(**asked)
        messages.success(request, _("Het voorstel is weg; er is niets veranderd."))
    else:
        apply_proposed_plan(**asked)
        messages.success(request, _("Het voorstel geldt nu."))
    return back_to_seats(gathering_id)
