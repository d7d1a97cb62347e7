"""The tabs of a gathering: before, during, after and what came of it, as far as somebody may open them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.gatherings.models import Gathering
from werktop.gatherings.queries.day import runs_day

PHASES = {
    "before": (_("Voor"), "gatherings:gathering", "see_guest_list"),
    "during": (_("Tijdens"), "gatherings:day", "run_day"),
    "after": (_("Na"), "matches:after", "arrange_follow_ups"),
    "results": (_("Resultaat"), "matches:results", "see_results"),
}


def phases_of(viewer: Actor, gathering: Gathering, here: str, at: datetime) -> list[dict[str, Any]]:
    """Entries for `{% phases %}`; `here` is a key of `PHASES`. The pages after the day lie in the room above, so
    they are known by the names of their URLs. The day is for who runs this gathering, for who hosts
    at it until it is over. One query for who is not of the organisation that plans it."""
    runs = here == "during" or (viewer.can("run_day") and runs_day(viewer, gathering, at))
    return [
        {"label": label, "url": reverse(name, args=[gathering.pk]), "is_current": phase == here}
        for phase, (label, name, capability) in PHASES.items()
        if viewer.can(capability) and (phase != "during" or runs)
    ]
