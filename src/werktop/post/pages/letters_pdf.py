"""All letters to print, as one PDF."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from werktop.post.letters import pdf_of
from werktop.post.paper import letters_of


def page(request: Any) -> HttpResponse:
    """The same letters that the page with letters lists, dated today."""
    letters = letters_of(request.actor, at=request.at).to_print
    if not letters:
        return redirect("post:letters")  # which says so in words
    for kind in {m.to_kind for m in letters}:
        request.shown_people.append((kind, [m.to_id for m in letters if m.to_kind == kind]))
    pdf = pdf_of(letters, viewer=request.actor, on_date=timezone.localdate(request.at))
    return HttpResponse(
        pdf,
        content_type="application/pdf",
        headers={"Content-Disposition": 'inline; filename="brieven.pdf"', "Cache-Control": "no-store"},
    )
