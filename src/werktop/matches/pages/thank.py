"""Bedank: who was there and has no talk is thanked, by a message or by a colleague's call."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from ..commands import note_thanked, thank_who_came
from .after_words import thanked_in_words


def page(request: HttpRequest, gathering_id: UUID) -> HttpResponse:
    """A POST thanks them and goes back to the page after the gathering."""
    counts = thank_who_came(
        actor=request.actor, at=request.at, key=request.request_key, gathering_id=gathering_id
    )
    messages.success(request, thanked_in_words(counts["thanks"], counts["calls"]))
    return redirect("matches:after", gathering_id=gathering_id)


def note(request: HttpRequest, gathering_id: UUID, entrepreneur_id: UUID) -> HttpResponse:
    """One tap: this entrepreneur was thanked by telephone."""
    note_thanked(
        actor=request.actor,
        at=request.at,
        key=request.request_key,
        gathering_id=gathering_id,
        entrepreneur_id=entrepreneur_id,
    )
    return redirect("matches:after", gathering_id=gathering_id)
