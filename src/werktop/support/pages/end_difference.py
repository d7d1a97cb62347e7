"""A difference that ends: the organisation does as the region agreed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _

from werktop.support import commands
from werktop.ui.back import go_back


def page(request: Any, practice_id: UUID) -> HttpResponse:
    """Back to where one was, with what happened."""
    commands.end_difference(
        actor=request.actor, at=request.at, key=request.request_key, practice_id=practice_id
    )
    messages.success(request, _("Jullie doen het weer zoals de regio afsprak."))
    return go_back(request, "support:agreements")
