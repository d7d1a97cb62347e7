"""What the commands of this room did, as sentences in the trail, said of who did it (`audit.telling`)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

TITLE = _("Regelingen en hulp")
SENTENCES: dict[str, Any] = {
    "support.add_amount": _("zette een nieuw bedrag bij een regeling"),
    "support.withdraw_amount": _("haalde een bedrag bij een regeling weg"),
    "support.restore_amount": _("zette een bedrag bij een regeling terug"),
    "support.set_agreement": _("wijzigde een afspraak van de regio voor werkgevers"),
    "support.set_difference": _("noteerde waar de organisatie afwijkt van de regio"),
    "support.end_difference": _("liet de organisatie weer doen wat de regio afsprak"),
    "support.restore_difference": _("zette een afwijking van de regio terug"),
    "support.note_agreements_taken": _("downloadde de afspraken van de regio"),
}
KINDS: dict[str, Any] = {
    "amount": _("bedrag bij een regeling"),
    "agreements": _("afspraken van de regio"),
    "practice": _("afspraak voor werkgevers"),
}
