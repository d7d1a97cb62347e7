"""Taking back that candidates were told: a tick too many stands in no file."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import ngettext

from werktop.audit.keys import keys_in
from werktop.candidates import commands

from .told_list import back_to_list


def page(request: Any) -> HttpResponse:
    """For whom the list named as noted just now; they stand in the list again."""
    count = commands.take_back_told(
        actor=request.actor,
        at=request.at,
        key=request.request_key,
        candidate_ids=keys_in(request.POST.getlist("candidate")),
    )
    words = ngettext(
        "Ongedaan gemaakt: %(count)d kandidaat staat weer in de lijst.",
        "Ongedaan gemaakt: %(count)d kandidaten staan weer in de lijst.",
        count,
    )
    messages.success(request, words % {"count": count})
    return redirect(back_to_list(request))
