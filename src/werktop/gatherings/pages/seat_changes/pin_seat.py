"""Pin a guest, or let go of the pin."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _

from werktop.gatherings.commands.seat_rules import pin_guest, unpin_guest

from .asking import asked_of, back_to_seats, key_or_nobodys, number_in


def page(request: Any, gathering_id: UUID) -> HttpResponse:
    """Pin a guest, or let go of the pin."""
    guest_id, number = key_or_nobodys(request.POST.get("guest")), number_in(request, "round")
    asked = asked_of(request, gathering_id, guest_id=guest_id)
    if request.POST.get("unpin"):
        unpin_guest(**asked)
        messages.success(request, _("Deze gast zit los: bij opnieuw indelen kan de stoel veranderen."))
    else:
        pin_guest(**asked, round_number=number)
        messages.success(
            request, _("Deze gast zit vast. Bij de gast staat wat dat doet als je opnieuw indeelt.")
        )
    return back_to_seats(gathering_id, ronde=number, stoel=guest_id)
