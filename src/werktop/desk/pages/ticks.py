"""Who is ticked in the list of candidates: it stays through pages, filters and order, until something was done with them.

It stands in the session, so that it works without a script, and no key of a person stands in an address.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

from werktop.audit.keys import keys_in

TICKED = "ticked_candidates"
MOST = 2000
"""So many people fit; who means more, means all that the filters find."""


def ticked(request: Any) -> set[UUID]:
    """The keys of who is ticked."""
    return set(keys_in(request.session.get(TICKED, [])))


def keep_ticked(request: Any, keys: Collection[UUID]) -> bool:
    """Exactly these are ticked from now on; False where they are too many, and nothing changes."""
    if len(keys) > MOST:
        return False
    if set(keys) != ticked(request):
        request.session[TICKED] = [str(key) for key in sorted(keys)]
    return True


def ticks_sent(request: Any) -> set[UUID]:
    """Who is ticked after the list was sent: whoever stood on it as they were sent, all others as they were."""
    shown = set(keys_in(request.POST.getlist("shown")))
    return (ticked(request) - shown) | (set(keys_in(request.POST.getlist("candidate"))) & shown)
