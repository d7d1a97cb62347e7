"""What the posts of the seats page share: fields read with care, and the way back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from werktop.audit.keys import key_in
from werktop.ui.typed import whole_number


def back_to_seats(gathering_id: UUID, **asked: Any) -> HttpResponse:
    """To the seats page, at the round and chair that it was about."""
    query = urlencode({k: v for k, v in asked.items() if v})
    url = reverse("gatherings:seats", args=[gathering_id])
    return HttpResponseRedirect(f"{url}?{query}" if query else url)


def asked_of(request: Any, gathering_id: UUID, **facts: Any) -> dict[str, Any]:
    """What every command about seats is called with: who, when, which gathering and the request's key, and `facts`."""
    return {
        "actor": request.actor,
        "at": request.at,
        "gathering_id": gathering_id,
        "key": request.request_key,
        **facts,
    }


def number_in(request: Any, name: str) -> int:
    """The whole number in a field; 0 where it holds none."""
    return whole_number(request.POST.get(name))


def key_or_nobodys(text: str | None) -> UUID:
    """The key in a field; one that is nobody's where the field holds none, so that the command refuses in words."""
    return key_in(text) or UUID(int=0)
