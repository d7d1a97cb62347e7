"""What the commands of this room did, as sentences in the trail, said of who did it (`audit.telling`)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

TITLE = _("Lijsten inlezen")
SENTENCES: dict[str, Any] = {
    "exchange.preview_upload": _("las een lijst in om te bekijken"),
    "exchange.choose_of_rows": _("koos van rijen in een lijst of het iemand is die er al staat"),
    "exchange.apply_upload": _("nam een lijst over"),
    "exchange.start_taking": _("liet een lange lijst overnemen"),
    "exchange.take_block": _("nam een deel van een lijst over"),
    "exchange.pick_up": _("pakte een lijst die stilstond weer op"),
    "exchange.stop_taking": _("stopte het overnemen van een lijst halverwege"),
    "exchange.note_outcome_taken": _("downloadde wat er met de rijen van een lijst gebeurde"),
    "exchange.withdraw_upload": _("legde een lijst weg"),
    "exchange.note_report_taken": _("downloadde de opmerkingen bij een lijst"),
    "exchange.forget_uploads": _("ruimde lijsten van meer dan zeven dagen oud op"),
}
KINDS: dict[str, Any] = {
    "upload": _("lijst"),
}
