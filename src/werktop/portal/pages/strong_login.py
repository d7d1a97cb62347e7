"""On to the server elsewhere where one logs in for the whole file. A link and not a form: a form of ours may not lead elsewhere."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from werktop.accounts import strong_logins
from werktop.audit.refusals import NotVisible, Refusal
from werktop.portal.strong import not_let_in


def page(request: Any) -> HttpResponse:
    """Where no server is named there is no such page."""
    if not strong_logins.is_offered():
        raise NotVisible()
    try:
        return strong_logins.go_there(request)
    except Refusal as refusal:
        return not_let_in(request, refusal)
