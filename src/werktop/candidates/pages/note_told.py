"""Noting for several candidates at once that they were told what is kept about them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import ngettext

from werktop.candidates import commands


def page(request: Any) -> HttpResponse:
    """One tap for who was ticked in the list; what is no key of a candidate counts for nothing."""
    count = commands.note_told(
        actor=request.actor,
        at=request.at,
        key=request.request_key,
        candidate_ids=_keys(request.POST.getlist("candidate")),
    )
    words = ngettext(
        "Genoteerd: %(count)d kandidaat weet wat we bewaren.",
        "Genoteerd: %(count)d kandidaten weten wat we bewaren.",
        count,
    )
    messages.success(request, words % {"count": count})
    return redirect(f"{reverse('candidates:candidates')}?telling=all")


def _keys(typed: list[str]) -> list[UUID]:
    found = []
    for word in typed:
        try:
            found.append(UUID(word))
        except ValueError:
            continue
    return found
