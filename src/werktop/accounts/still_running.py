"""What still runs with a person, for the pages on which somebody is erased or stops."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.utils.translation import gettext as _

from werktop.audit.running import Running, running_with


def running_shown(request: Any, person: Any) -> list[Running]:
    """Everything that runs with this person, with whom it names in the processing log."""
    running = running_with(request.actor, person, request.at)
    for each in running:
        for kind, key in each.people:
            request.shown_people.append((kind, [key]))
    return running


def say_whom_to_call(request: Any, running: list[Running]) -> None:
    """After it ended: who is told by telephone alone, and so by the colleague."""
    for each in running:
        if each.to_call:
            words = _("%(what)s gaat niet door. Bel zelf nog: %(who)s.")
            messages.warning(request, words % {"what": each.words, "who": each.to_call})
