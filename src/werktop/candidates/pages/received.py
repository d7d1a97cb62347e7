"""Whom colleagues handed over to the viewer: by name, with who did it and why, until the viewer read it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from werktop.audit.keys import keys_in
from werktop.candidates import commands, queries

MOST = 60
"""So many stand there by name each time; the list of the own candidates has them all."""


def page(request: Any) -> HttpResponse:
    """GET names them; POST ticks off that those who stood there were read."""
    if request.method == "POST":
        commands.note_received(
            actor=request.actor,
            at=request.at,
            key=request.request_key,
            transfer_ids=keys_in(request.POST.getlist("given")),
        )
        messages.success(request, _("Genoteerd: je weet wie er bij kwam."))
        return redirect("desk:today")
    given = [
        {"row": row, "people": people[:MOST], "more": max(0, len(people) - MOST)}
        for row, people in queries.received(request.actor)
    ]
    request.shown_people.append(("candidate", [p.pk for each in given for p in each["people"]]))
    return render(request, "candidates/received.html", {"given": given})
