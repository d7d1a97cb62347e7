"""Words that several guests' pages share: moments, the frame, the one optional question, what is asked about a text."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from werktop.catalogue.suspicions import groups_in
from werktop.gatherings.queries.own import OwnInvitation


def asked_about(words: str) -> str:
    """What of a text about a candidate an employer need not know, as it stands between the quotes of the question about it; "" for
    nothing."""
    return "”, “".join(groups_in(words))


def asked_again(words: str, stopped_for: str) -> str:
    """The question about what candidates write that all colleagues read; "" for nothing, or where it was asked about before
    (`stopped_for`): saving the same again is the answer."""
    word = asked_about(words)
    if not word or word == stopped_for:
        return ""
    told = _(
        "U schrijft “%(word)s”. Al onze collega’s lezen dat. Mag het zo? Druk dan nog een keer op de knop."
    )
    return told % {"word": word}


def frame(organisation: Any) -> dict[str, Any]:
    """What the foot of a guest's page shows: whose page it is, and what is known about the guest."""
    known = reverse("portal:what_we_know", kwargs={"slug": organisation.slug})
    return {
        "organisation_name": organisation.name,
        "foot_links": [{"url": known, "label": _("Wat wij van u weten")}],
    }


def frame_for(request: Any, organisation: Any) -> dict[str, Any]:
    """The frame of a page that a link opens and the own page too: there with the way back."""
    home = "portal:own_firm" if request.actor.kind == "entrepreneur" else "portal:own"
    back = {} if "token" in request.resolver_match.kwargs else {"own_url": reverse(home)}
    return frame(organisation) | back


def day_of(moment: datetime, time_zone: str) -> str:
    """The day as people say it: "donderdag 3 december"."""
    return date_format(moment.astimezone(ZoneInfo(time_zone)), "l j F")


def short_day_of(moment: datetime, time_zone: str) -> str:
    """The day without its name: "3 december"."""
    return date_format(moment.astimezone(ZoneInfo(time_zone)), "j F")


def span_of(starts_at: datetime, ends_at: datetime, time_zone: str) -> str:
    """Day and hours: "donderdag 3 december, 13.30 tot 16.00 uur"."""
    zone = ZoneInfo(time_zone)
    words = _("%(day)s, %(begin)s tot %(end)s uur")
    return words % {
        "day": day_of(starts_at, time_zone),
        "begin": time_format(starts_at.astimezone(zone).time(), "TIME_FORMAT"),
        "end": time_format(ends_at.astimezone(zone).time(), "TIME_FORMAT"),
    }


def clock_time(moment: datetime, time_zone: str) -> str:
    """The time of a moment: "10.20"."""
    return time_format(moment.astimezone(ZoneInfo(time_zone)).time(), "TIME_FORMAT")


def impression_question(kind: str) -> dict[str, Any]:
    """The one optional question for a candidate or an entrepreneur, with five answers from low to high."""
    if kind == "candidate":
        return {
            "words": _("Hoe zeker bent u van uzelf als u aan werk denkt?"),
            "answers": [
                (1, _("Helemaal niet zeker")),
                (2, _("Niet zo zeker")),
                (3, _("Een beetje zeker")),
                (4, _("Zeker")),
                (5, _("Heel zeker")),
            ],
        }
    return {
        "words": _("Hoe kijkt u naar mensen die nu geen werk hebben, voor uw bedrijf?"),
        "answers": [
            (1, _("Met veel twijfel")),
            (2, _("Met twijfel")),
            (3, _("Neutraal")),
            (4, _("Met vertrouwen")),
            (5, _("Met veel vertrouwen")),
        ],
    }


def state_in_words(found: OwnInvitation) -> str:
    """How it stands with an invitation, on the own page."""
    if found.is_cancelled:
        return _("gaat niet door")
    if found.is_asked_again:
        return _("de dag is veranderd")
    said = {
        "invited": _("nog geen antwoord"),
        "yes": _("u komt"),
        "no": _("u kunt niet"),
        "waiting": _("u staat op de wachtlijst"),
    }
    return said.get(found.reply, "")
