"""Lines of Today about placements: who begins, whom we agreed to call, what ends, and where nobody of the firm is left."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from werktop.placements.queries import due

from .people_lines import with_adjustment


def placement_line(found: due.DuePlacement, today: date) -> dict[str, Any]:
    """One placement that asks for something; leads to where it is done, and of a call to where it is noted."""
    row, page = found.row, reverse("placements:placement", args=[found.row.pk])
    named = {
        "name": row.candidate.first_name,
        "firm": row.employer.name,
        "day": date_format(found.day, "l j F"),
        "person": row.entrepreneur.name if row.entrepreneur else "",
        "span": found.span,
    }
    said = {
        due.LEFT: _("%(person)s doet niet meer mee bij %(firm)s. Bij wie werkt %(name)s nu?"),
        due.ENDED: _("%(name)s werkte bij %(firm)s naar verwachting tot %(day)s. Hoe ging het verder?"),
        due.CALL: _("%(name)s begon bij %(firm)s. Afgesproken: na %(span)s bellen we, dat is %(day)s."),
        due.BEGINS: _("%(name)s begint vandaag bij %(firm)s.")
        if found.day == today
        else _("%(name)s begint %(day)s bij %(firm)s. Weet ieder wat er gaat gebeuren?"),
        due.ENDS: _("%(name)s werkt bij %(firm)s naar verwachting tot %(day)s. Wat komt daarna?"),
    }[found.why]
    is_call = found.why == due.CALL
    line = {
        "name": row.candidate.name,
        "url": reverse("candidates:candidate", args=[row.candidate_id]),
        "kind": "candidate",
        "tag": {
            due.LEFT: _("Wie is er nu?"),
            due.ENDED: _("Had moeten eindigen"),
            due.CALL: _("Bel na het begin"),
            due.BEGINS: _("Begint vandaag") if found.day == today else _("Begint deze week"),
            due.ENDS: _("Eindigt binnen een maand"),
        }[found.why],
        "tint": {
            due.LEFT: "brick",
            due.ENDED: "brick",
            due.CALL: "straw",
            due.BEGINS: "meadow",
            due.ENDS: "sky",
        }[found.why],
        "icon": "phone" if is_call else "people" if found.why == due.LEFT else "calendar",
        "is_urgent": found.why in (due.LEFT, due.ENDED) or (is_call and found.day < today),
        "why": with_adjustment(said % named, row.candidate),
        "action": {
            due.LEFT: _("Kies een ander"),
            due.ENDED: _("Noteer hoe het ging"),
            due.CALL: _("Bel en noteer"),
        }.get(found.why, _("Bekijk")),
        "action_url": page,
        "action_icon": "phone" if is_call else "next",
    }
    if is_call:
        person = row.entrepreneur
        whom = [f"candidate:{row.candidate_id}"] + ([f"entrepreneur:{person.pk}"] if person else [])
        asked = [("who", each) for each in (*whom, f"employer:{row.employer_id}")]
        line["action_url"] = f"{reverse('contacts:new_moment')}?{urlencode(asked)}"
        line["phone"] = person.phone if person else row.candidate.phone
    return line
