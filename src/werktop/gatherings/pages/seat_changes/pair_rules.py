"""Add a pair that sits apart or together, or remove one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _

from werktop.gatherings.commands.seat_rules import add_pair_rule, remove_pair_rule

from .asking import asked_of, back_to_seats, key_or_nobodys, number_in


def page(request: Any, gathering_id: UUID) -> HttpResponse:
    """Add a pair that sits apart or together, or remove one."""
    asked = asked_of(request, gathering_id)
    if request.POST.get("remove"):
        remove_pair_rule(**asked, rule_id=key_or_nobodys(request.POST["remove"]))
        messages.success(request, _("Die afspraak is weg."))
    else:
        add_pair_rule(
            **asked,
            kind=request.POST.get("kind", ""),
            first_id=key_or_nobodys(request.POST.get("first")),
            second_id=key_or_nobodys(request.POST.get("second")),
        )
        messages.success(request, _("Genoteerd. Deel opnieuw in om er rekening mee te houden."))
    return back_to_seats(gathering_id, ronde=number_in(request, "round"))
