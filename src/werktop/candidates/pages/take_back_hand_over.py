"""Taking back the last hand-over of candidates."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.candidates import commands

from .hand_over import HANDED
from .told_list import keys_among


def page(request: Any) -> HttpResponse:
    """Who is still with the colleague who took over goes back to who had them."""
    handed = request.session.pop(HANDED, None)
    if not handed:
        messages.warning(request, _("Er is geen overdracht om ongedaan te maken."))
        return redirect("candidates:hand_over")
    (taker,) = keys_among([handed["from"]])
    count = len(
        commands.take_back_hand_over(
            actor=request.actor,
            at=request.at,
            key=request.request_key,
            candidate_ids=sorted(keys_among(handed["candidates"])),
            from_id=taker,
            to_id=next(iter(keys_among([handed["to"]])), None),
        )
    )
    words = ngettext(
        "Ongedaan gemaakt: %(count)d kandidaat is terug.",
        "Ongedaan gemaakt: %(count)d kandidaten zijn terug.",
        count,
    )
    messages.success(request, words % {"count": count})
    return redirect("candidates:hand_over")
