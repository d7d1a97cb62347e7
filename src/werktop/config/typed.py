"""What somebody sent when nobody was logged in any more: it is shown again, so that no sentence is lost."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from werktop.ui.addresses import came_from, is_sent_from_here

NEVER_SHOWN = ("csrf", "request_key", "version", "password", "code", "token")
"""Fields whose name has one of these: what they hold is for the program, or for nobody's eyes."""
KEY = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
MOST = 20


def typed_words(request: HttpRequest) -> list[str]:
    """The sentences of a form, in its order: values of more than one word. A tick or a day is chosen again in a moment. None of
    what another site sends: it would speak with our voice."""
    if not is_sent_from_here(request):
        return []
    return [
        value.strip()
        for name, values in request.POST.lists()
        if not any(part in name for part in NEVER_SHOWN)
        for value in values
        if len(words := value.split()) > 1 and not all(KEY.fullmatch(word) for word in words)
    ][:MOST]


def logged_out(request: HttpRequest, *, door: str, is_own: bool = False) -> HttpResponse:
    """401 for a form that was sent too late: what was typed, and the way to log in again (`door`, a page's name). Colleagues
    come back to the page on which they were."""
    again = urlsplit(came_from(request)).path
    url = reverse(door)
    facts: dict[str, Any] = {
        "typed": typed_words(request),
        "is_own": is_own,
        "login_url": f"{url}?{urlencode({'next': again})}" if again and not is_own else url,
    }
    return render(request, "ui/errors/401.html", facts, status=401)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form of an earlier login (somebody logged in anew in another tab), with what was typed."""
    facts = {"typed": typed_words(request), "is_stale": True}
    return render(request, "ui/errors/401.html", facts, status=403)
