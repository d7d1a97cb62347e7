"""Go back to the seats before the last change."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _

from werktop.gatherings.commands.seats import undo_last_change

from .asking import asked_of, back_to_seats, number_in


def page(request: Any, gathering_id: UUID) -> HttpResponse:
    """Go back to the seats before the last change."""
    asked = asked_of(request, gathering_id)
    undo_last_change(**asked, version=number_in(request, "version"))
    messages.success(request, _("De laatste wijziging is ongedaan gemaakt."))
    return back_to_seats(gathering_id, ronde=number_in(request, "round"))
