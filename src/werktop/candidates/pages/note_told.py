"""Noting for several candidates at once that they were told what is kept about them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from werktop.audit.keys import keys_in
from werktop.candidates import commands

from .told_list import NOTED, back_to_list


def page(request: Any) -> HttpResponse:
    """For who was ticked in the list. The list says who they are, and takes it back."""
    noted = commands.note_told(
        actor=request.actor,
        at=request.at,
        key=request.request_key,
        candidate_ids=keys_in(request.POST.getlist("candidate")),
    )
    if not noted:
        messages.warning(request, _("Niemand genoteerd. Vink eerst aan wie het weet."))
        return redirect(back_to_list(request))
    request.session[NOTED] = [str(key) for key in noted]
    return redirect(back_to_list(request, genoteerd="1"))
