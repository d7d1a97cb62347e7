"""Addresses that a form or a link carries along."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.http import url_has_allowed_host_and_scheme


def asked_back(request: Any, name: str = "back") -> str:
    """The address `back` (or by another `name`) of this form or link, if it is one of this house; else ""."""
    asked = request.POST.get(name) or request.GET.get(name) or ""
    is_own = asked.startswith("/") and url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return str(asked) if is_own else ""


def came_from(request: Any) -> str:
    """The address of the page from which this form or link was sent, if it is one of this house; else ""."""
    sent = request.headers.get("Referer", "")
    return str(sent) if sent.startswith(tuple(f"{house}/" for house in _houses(request))) else ""


def is_sent_from_here(request: Any) -> bool:
    """Whether a page of this house sent this form, by what the browser says of it. A form of which it says nothing is taken for a
    stranger's."""
    if site := request.headers.get("Sec-Fetch-Site"):
        return bool(site == "same-origin")
    if origin := request.headers.get("Origin"):
        return origin in _houses(request)
    return bool(came_from(request))


def _houses(request: Any) -> tuple[str, str]:
    return settings.BASE_URL, f"{request.scheme}://{request.get_host()}"
