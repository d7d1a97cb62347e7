"""What the commands of this room did, as sentences in the trail, said of who did it (`audit.telling`)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

TITLE = _("Plaatsingen")
SENTENCES: dict[str, Any] = {
    "placements.note_placement": _("noteerde een plaatsing"),
    "placements.note_placement_of_proposal": _("noteerde een plaatsing na een voordracht"),
    "placements.change_placement": _("wijzigde een plaatsing"),
    "placements.end_placement": _("noteerde dat een plaatsing eindigde"),
    "placements.reopen_placement": _("noteerde dat een plaatsing toch doorloopt"),
    "placements.give_placement": _("gaf een plaatsing aan een andere collega"),
    "placements.note_list_taken": _("downloadde een lijst van plaatsingen"),
}
TO_THE_PERSON: dict[str, Any] = {
    "placements.note_placement": _("schreef op waar u werkt"),
    "placements.note_placement_of_proposal": _("schreef op waar u werkt"),
    "placements.change_placement": _("veranderde iets bij waar u werkt"),
    "placements.end_placement": _("schreef op dat uw werk bij een bedrijf stopte"),
    "placements.reopen_placement": _("schreef op dat uw werk bij een bedrijf toch doorgaat"),
    "placements.give_placement": _("koos wie u kunt bellen over uw werk"),
}
KINDS: dict[str, Any] = {"placement": _("plaatsing"), "placements": _("plaatsingen")}
