"""Where a form of one row among many leads to: the page on which it stood."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse

from .addresses import asked_back

SAID_ONCE = ("gedaan", "notitie", "later", "hulp", "zin", "stap")
"""Parts of an address that say what the last press did."""
TOLD_IN_THE_PAGE = frozenset(("gedaan", "later", "hulp", "stap"))
"""Of which the page tells in its middle, at `#done`: there one reads on, and not at the top again."""


def address_back(request: Any, otherwise: str = "desk:today") -> str:
    """The address that the form gave as `back`, if it is one of this house; else the page named."""
    return asked_back(request) or reverse(otherwise)


def go_back(request: Any, otherwise: str = "desk:today", **added: str) -> HttpResponse:
    """On to that page, with what is `added` to its address and not what was added before; to the place on it where it is told."""
    address = with_added(address_back(request, otherwise), **added)
    place = "#done" if TOLD_IN_THE_PAGE & added.keys() else ""
    if not added and address == reverse("desk:today"):
        place = "#said"  # below the greeting and the note bar
    return redirect(address if "#" in address else f"{address}{place}")


def with_added(address: str, **added: str) -> str:
    """An address with what is `added`, and without what was added before."""
    address, mark, place = address.partition("#")
    path, _mark, query = address.partition("?")
    params = QueryDict(query, mutable=True)
    for name in SAID_ONCE:
        params.pop(name, None)
    params.update(added)
    return (f"{path}?{params.urlencode()}" if params else path) + mark + place
