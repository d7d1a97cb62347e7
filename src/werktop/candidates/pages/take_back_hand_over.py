"""Taking back what went from one colleague to another, for as long as that can be done."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.audit.keys import key_in
from werktop.audit.refusals import Refusal, shown_again
from werktop.candidates import commands


def page(request: Any) -> HttpResponse:
    """Who is still with the colleague who took over goes back to who had them."""
    return taken_back(request, "candidates:hand_over")


def of_a_division(request: Any) -> HttpResponse:
    """The same for who leads the team."""
    return taken_back(request, "candidates:divide_caseload")


def taken_back(request: Any, then: str) -> HttpResponse:
    """One batch goes back; on to the page from which that was asked."""
    batch_id = key_in(request.POST.get("batch"))
    if batch_id is None:
        messages.warning(request, _("Er is geen overdracht om ongedaan te maken."))
        return redirect(then)
    try:
        count = commands.take_back_transfer(
            actor=request.actor, at=request.at, key=request.request_key, batch_id=batch_id
        )
    except Refusal as refusal:
        messages.warning(request, shown_again(request, refusal).text)
        return redirect(then)
    words = ngettext(
        "Ongedaan gemaakt: %(count)d kandidaat is terug.",
        "Ongedaan gemaakt: %(count)d kandidaten zijn terug.",
        count,
    )
    messages.success(request, words % {"count": count})
    return redirect(then)
