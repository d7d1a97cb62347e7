"""Who opened what is guarded of the own candidates, took one over or erased one: to read, and to tick off as read."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext

from werktop.audit.keys import keys_in
from werktop.candidates import commands, queries

PER_PAGE = 25


def page(request: Any) -> HttpResponse:
    """Those that nobody read yet, the last first; one tap ticks off what is on the screen."""
    if request.method == "POST":
        count = commands.note_looks_read(
            actor=request.actor,
            at=request.at,
            key=request.request_key,
            look_ids=sorted(keys_in(request.POST.getlist("look"))),
        )
        words = ngettext("%(count)d regel gelezen.", "%(count)d regels gelezen.", count)
        messages.success(request, words % {"count": count})
        return redirect("candidates:looks")
    shown = Paginator(queries.looks_to_read(request.actor), PER_PAGE).get_page(request.GET.get("page"))
    request.shown_people.append(
        ("candidate", [look.candidate_id for look in shown if look.candidate_id is not None])
    )
    return render(request, "candidates/looks.html", {"page": shown})
