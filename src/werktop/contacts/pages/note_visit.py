"""I was there: a visit becomes a contact moment without a word, which may be written later."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _

from werktop.contacts import commands, queries
from werktop.ui.back import go_back


def page(request: Any, visit_id: UUID) -> HttpResponse:
    """Noted; the moment can be taken back on its own page, and the visit is planned again then."""
    queries.visit_for(request.actor, visit_id)
    commands.note_visit(actor=request.actor, at=request.at, key=request.request_key, visit_id=visit_id)
    messages.success(request, _("Het bezoek is genoteerd."))
    return go_back(request, "contacts:visits")
