"""Seat a guest elsewhere: a free chair ("table:<key>") or a swap ("swap:<guest key>")."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _

from werktop.gatherings.commands.seats import move_guest, swap_guests

from .asking import asked_of, back_to_seats, key_or_nobodys, number_in


def page(request: Any, gathering_id: UUID) -> HttpResponse:
    """Seat a guest elsewhere: a free chair ("table:<key>") or a swap ("swap:<guest key>")."""
    where, _colon, key = request.POST.get("to", "").partition(":")
    guest_id, number = key_or_nobodys(request.POST.get("guest")), number_in(request, "round")
    asked = asked_of(
        request, gathering_id, guest_id=guest_id, round_number=number, version=number_in(request, "version")
    )
    target = key_or_nobodys(key)
    if where == "swap":
        swap_guests(**asked, other_guest_id=target)
    else:
        move_guest(**asked, table_id=target)
    messages.success(request, _("Verzet. Met ‘Maak ongedaan’ zet je het terug."))
    return back_to_seats(gathering_id, ronde=number, stoel=guest_id)
