"""Times and phases of a gathering in words, for every page of it."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from django.urls import NoReverseMatch, reverse
from django.utils.formats import date_format, time_format
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from werktop.audit.actors import Actor

from ..models import Gathering

PHASES = (
    ("gatherings:gathering", "see_gatherings"),
    ("gatherings:day", "run_day"),
    ("matches:after", "see_results"),
)


def moment_of(gathering: Gathering) -> str:
    """Day and times in the gathering's own time zone: "Donderdag 3 december, 13.30 tot 16.00 uur"."""
    zone = ZoneInfo(gathering.time_zone)
    starts, ends = gathering.starts_at.astimezone(zone), gathering.ends_at.astimezone(zone)
    clock = "H:i" if get_language() == "en" else "H.i"
    return _("%(day)s, %(begins)s tot %(ends)s uur") % {
        "day": capfirst(date_format(starts, "l j F Y")),
        "begins": time_format(starts.time(), clock),
        "ends": time_format(ends.time(), clock),
    }


def phases_of(viewer: Actor, gathering: Gathering, here: str) -> list[dict[str, Any]]:
    """The tabs before, during and after, as far as the viewer may open them. `here` is "before", "during" or "after"."""
    labels = {"before": _("Voor"), "during": _("Tijdens"), "after": _("Na")}
    found = []
    for (name, capability), phase in zip(PHASES, labels, strict=True):
        if not viewer.can(capability):
            continue
        try:
            url = reverse(name, kwargs={"gathering_id": gathering.pk})
        except NoReverseMatch:
            continue
        found.append({"label": labels[phase], "url": url, "is_current": phase == here})
    return found


def frame_of(viewer: Actor, gathering: Gathering, here: str = "before") -> dict[str, Any]:
    """Context that the head of every page of a gathering needs (`gatherings/head.html`, `gatherings/phases.html`)."""
    return {
        "gathering": gathering,
        "when": moment_of(gathering),
        "phases": phases_of(viewer, gathering, here),
    }
