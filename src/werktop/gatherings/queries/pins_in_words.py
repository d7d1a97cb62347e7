"""What a pin does when the rest is planned anew, in words: the same before somebody is pinned, beside it and in the list."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.gatherings.models import Guest, GuestKind

from .guest_names import GuestNames
from .seating import Hall


def pin_in_words(hall: Hall, guest: Guest, table_id: UUID, names: GuestNames) -> str:
    """Where this guest stays, pinned at this table: over more rounds a candidate on the chairs of each, an entrepreneur at
    the one table. No full stop."""
    many, told = hall.gathering.rounds > 1, {"name": names.first_name(guest.id)}
    if many and guest.kind == GuestKind.CANDIDATE:
        return _("%(name)s blijft in elke ronde op de eigen stoel") % told
    number = next((t.number for t in hall.tables if t.id == table_id), None)
    if number is None:
        return _("%(name)s zit vast aan een tafel die gesloten is") % told
    words = (
        _("%(name)s blijft in elke ronde aan tafel %(number)s")
        if many
        else _("%(name)s blijft aan tafel %(number)s")
    )
    return words % (told | {"number": number})


def pin_effect(hall: Hall, guest: Guest, table_id: UUID, names: GuestNames) -> str:
    """The same in whole sentences, with which rounds to come change by it and who can still move, candidates and
    entrepreneurs."""
    told = [
        _("Vast: %(what)s, ook als je opnieuw indeelt.")
        % {"what": pin_in_words(hall, guest, table_id, names)}
    ]
    others = [
        number
        for number in range(hall.begun + 1, hall.gathering.rounds + 1)
        if hall.seats.get((number, guest.id)) not in (None, table_id)
    ]
    if guest.kind == GuestKind.ENTREPRENEUR and others:
        told.append(
            ngettext(
                "Opnieuw indelen verandert dan ronde %(rounds)s voor deze ondernemer.",
                "Opnieuw indelen verandert dan de rondes %(rounds)s voor deze ondernemer.",
                len(others),
            )
            % {"rounds": ", ".join(map(str, others))}
        )
    told.append(_("De andere kandidaten en ondernemers kunnen dan verhuizen, als zij niet ook vastzitten."))
    return " ".join(told)
