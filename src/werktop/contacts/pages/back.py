"""Where a form of this room leads to: the page on which it stood."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

SAID_ONCE = ("gedaan", "notitie", "later", "hulp")
"""Parts of an address that say what the last press did."""


def address_back(request: Any, otherwise: str = "desk:today") -> str:
    """The address that the form gave as `back`, if it is one of this house; else the page named."""
    asked = request.POST.get("back") or request.GET.get("back") or ""
    if asked.startswith("/") and url_has_allowed_host_and_scheme(asked, allowed_hosts=None):
        return str(asked)
    return reverse(otherwise)


def go_back(request: Any, otherwise: str = "desk:today", **added: str) -> HttpResponse:
    """On to that page, with what is `added` to its address and not what was added before."""
    path, _mark, query = address_back(request, otherwise).partition("?")
    params = QueryDict(query, mutable=True)
    for name in SAID_ONCE:
        params.pop(name, None)
    params.update(added)
    return redirect(f"{path}?{params.urlencode()}" if params else path)
