"""Addresses that a form or a link carries along."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.http import url_has_allowed_host_and_scheme


def asked_back(request: Any) -> str:
    """The address `back` of this form or link, if it is one of this house; else ""."""
    asked = request.POST.get("back") or request.GET.get("back") or ""
    is_own = asked.startswith("/") and url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return str(asked) if is_own else ""


def came_from(request: Any) -> str:
    """The address of the page from which this form or link was sent, if it is one of this house; else ""."""
    sent = request.headers.get("Referer", "")
    houses = (f"{settings.BASE_URL}/", f"{request.scheme}://{request.get_host()}/")
    return str(sent) if sent.startswith(houses) else ""
