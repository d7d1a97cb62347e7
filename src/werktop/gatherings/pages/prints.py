"""Prints for the day, as PDF to open or save."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.audit.refusals import Refusal
from werktop.gatherings import prints
from werktop.gatherings.queries.guest_names import GuestNames
from werktop.gatherings.queries.seating import Hall
from werktop.gatherings.queries.seats import SeatsPicture, picture_of_table, seats_picture
from werktop.gatherings.queries.who_sees import gathering_to_print, sheets_to_print
from werktop.gatherings.seat_refusals import NobodySeatedYet


class NobodyComesYet(Refusal):
    text = gettext_lazy("Er is nog niemand die komt. Zodra gasten ja zeggen, kun je badges printen.")


def table_sheets(request: Any, gathering_id: UUID) -> HttpResponse:
    """A sheet for every table and round; for a host of another organisation those of the own table."""
    gathering, table = sheets_to_print(request.actor, gathering_id, request.at)
    picture = picture_of_table(gathering, table) if table else seats_picture(request.actor, gathering)
    return _print(request, _seated(picture), prints.table_sheets, _("tafelkaarten"))


def badges(request: Any, gathering_id: UUID) -> HttpResponse:
    """A badge for everyone who comes; no plan needed."""
    picture = _picture(request, gathering_id)
    if not picture.hall.guests:
        raise NobodyComesYet()
    return _print(request, picture, prints.badges, _("badges"))


def personal_cards(request: Any, gathering_id: UUID) -> HttpResponse:
    """A card for every guest with the tables of all rounds."""
    return _print(request, _seated(_picture(request, gathering_id)), prints.personal_cards, _("kaarten"))


def _picture(request: Any, gathering_id: UUID) -> SeatsPicture:
    gathering = gathering_to_print(request.actor, gathering_id, request.at)
    return seats_picture(request.actor, gathering)


def _seated(picture: SeatsPicture) -> SeatsPicture:
    if not picture.has_plan:
        raise NobodySeatedYet()
    return picture


def _print(
    request: Any, picture: SeatsPicture, made_by: Callable[[Hall, GuestNames], bytes], name: str
) -> HttpResponse:
    request.shown_people += picture.shown_people
    response = HttpResponse(made_by(picture.hall, picture.names), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    response["Cache-Control"] = "no-store"
    return response
