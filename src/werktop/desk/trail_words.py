"""What the commands of this room did, as sentences in the trail, said of who did it (`audit.telling`)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

TITLE = _("Lijsten en overzichten")
SENTENCES: dict[str, Any] = {
    "desk.save_view": _("bewaarde een overzicht van kandidaten"),
    "desk.remove_view": _("haalde een overzicht van kandidaten weg"),
    "desk.note_list_taken": _("downloadde een lijst van kandidaten"),
    "desk.link_firm": _("zei welk bedrijf van ons een bedrijf uit iemands netwerk is"),
    "desk.unlink_firm": _("maakte een bedrijf uit iemands netwerk los"),
    "desk.note_totals_taken": _("downloadde een bestandsanalyse"),
}
KINDS: dict[str, Any] = {
    "saved_view": _("overzicht"),
}
