"""An own word that was retired can be chosen again."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from werktop.audit.refusals import Refusal, shown_again
from werktop.catalogue import commands, queries


def page(request: Any, own_term_id: UUID) -> HttpResponse:
    """Back to the own words, with what happened."""
    term = queries.own_term(request.actor, own_term_id)
    try:
        commands.restore_own_term(
            actor=request.actor, at=request.at, key=request.request_key, own_term_id=own_term_id
        )
    except Refusal as refusal:
        messages.error(request, str(shown_again(request, refusal).text))
    else:
        messages.success(request, _("%(word)s staat weer in de lijst.") % {"word": capfirst(term.label)})
    return redirect("catalogue:own_terms")
