"""One tap: the host employer knows that the gathering moved or does not go on."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.dateparse import parse_datetime

from ..commands.calling import note_firm_told
from ..queries.gatherings import gathering_of_editor


def page(request: Any, gathering_id: UUID) -> HttpResponse:
    """Note it (`told=no` takes it back) and go back to the list."""
    gathering = gathering_of_editor(request.actor, gathering_id)
    try:
        news_at = parse_datetime(request.POST.get("news_at", ""))
    except ValueError:
        news_at = None
    note_firm_told(
        actor=request.actor,
        at=request.at,
        key=request.request_key,
        gathering_id=gathering.pk,
        news_at=news_at if news_at and news_at.tzinfo else None,
        is_told=request.POST.get("told") != "no",
    )
    return redirect(reverse("gatherings:gathering", args=[gathering.pk]) + "#firm")
