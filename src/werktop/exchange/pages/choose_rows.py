"""One tap: a row of a list is somebody who is there, or somebody else; or all rows of which nothing was said yet."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from werktop.exchange import commands


def page(request: Any, upload_id: UUID) -> HttpResponse:
    """`choice` in the post says what, `row` of which row; without a row it is said of all the others."""
    asked = request.POST.get("row", "")
    try:
        commands.choose_of_rows(
            actor=request.actor,
            at=request.at,
            key=request.request_key,
            upload_id=upload_id,
            choice=request.POST.get("choice", ""),
            row=int(asked) if asked.isdecimal() and len(asked) < 8 else None if not asked else 0,
        )
    except commands.ListMovedOn as refusal:
        messages.warning(request, refusal.text)
    return redirect(f"{reverse('exchange:upload', kwargs={'upload_id': upload_id})}#dubbel")
