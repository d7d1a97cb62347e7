"""The guest list as a spreadsheet, with the filters of the screen. A post, since it leaves an audit line."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponseBase
from django.utils.translation import gettext as _

from werktop.ui.downloads import csv_response

from ..commands.guests import note_guest_list_taken
from ..models import GuestKind
from ..queries.guests import guests_found
from ..queries.who_sees import gathering_with_guests
from .guests import FilterForm


def page(request: Any, gathering_id: UUID) -> HttpResponseBase:
    """One line per guest; names as far as the viewer may know them."""
    gathering = gathering_with_guests(request.actor, gathering_id)
    asked = FilterForm(request.GET, viewer=request.actor).asked(request.GET.get("sort", ""))
    rows = guests_found(request.actor, gathering, **asked)
    note_guest_list_taken(
        actor=request.actor,
        at=request.at,
        key=request.request_key,
        gathering_id=gathering.pk,
        asked=asked,
    )
    request.shown_people.append(
        ("candidate", [r.candidate_id for r in rows if r.candidate_id and r.is_named])
    )
    return csv_response(
        filename="gastenlijst.csv",
        header=[
            _("naam"),
            _("soort"),
            _("van"),
            _("antwoord"),
            _("uitgenodigd op"),
            _("geantwoord op"),
            _("vraagt"),
        ],
        rows=(
            [
                r.name,
                str(GuestKind(r.kind).label),
                r.belongs_to,
                r.reply_label,
                r.invited_at and r.invited_at.date(),
                r.replied_at and r.replied_at.date(),
                ", ".join(r.wants),
            ]
            for r in rows
        ),
    )
