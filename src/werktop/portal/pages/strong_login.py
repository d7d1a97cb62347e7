"""On to the server elsewhere where one logs in for the whole file. A link and not a form: a form of ours may not lead elsewhere."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from werktop.accounts import commands, strong_logins, visitors
from werktop.audit.refusals import NotVisible, Refusal
from werktop.portal.strong import not_let_in

MOST_AN_HOUR = 60
"""So often may be begun from one place in an hour: each leaves a session, until it is over."""


class TooManyLogins(Refusal):
    text = _("Hier is te vaak ingelogd. Probeer het over een uur nog eens.")
    status = 429


def page(request: Any) -> HttpResponse:
    """Where no server is named there is no such page."""
    if not strong_logins.is_offered():
        raise NotVisible()
    begun = commands.count_question(address=visitors.address_of(request), at=request.at, what=" strong login")
    try:
        if begun > MOST_AN_HOUR:
            raise TooManyLogins()
        return strong_logins.go_there(request)
    except Refusal as refusal:
        return not_let_in(request, refusal)
