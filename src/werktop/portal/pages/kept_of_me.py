"""Wat wij van u bewaren: all of it, as on the paper that somebody gets; but for words that a colleague reads over first."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpResponse

from werktop.audit.kept import Part, all_kept_of
from werktop.candidates import queries as candidates
from werktop.portal.own_frame import shown

BORROWED = frozenset(["see_candidates", "edit_candidates", "arrange_follow_ups"])
"""What the parts of all that is kept are asked with on paper."""


def page(request: Any) -> HttpResponse:
    """The organisation answers here for what it keeps, as it would on paper: so what it may see is borrowed for this page,
    beside what the person alone may."""
    candidate = candidates.own_row(request.actor)
    reader = replace(request.actor, capabilities=request.actor.capabilities | BORROWED)
    parts = [_read_over(part) for part in all_kept_of(reader, candidate, request.at)]
    return shown(request, "portal/kept_of_me.html", {"candidate": candidate, "parts": parts})


def _read_over(part: Part) -> dict[str, Any]:
    """Words of colleagues may be about others too: on screen it stands that they are there and when, and they go on paper."""
    if not part.is_read_first:
        return {"part": part}
    days = list(dict.fromkeys(what for what, _said in part.rows))
    return {"part": replace(part, rows=[]), "is_on_paper": True, "days": days}
