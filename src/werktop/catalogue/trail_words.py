"""What the commands of this room did, as sentences in the trail, said of who did it (`audit.telling`)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

TITLE = _("Catalogus")
SENTENCES: dict[str, Any] = {
    "catalogue.load_catalogue": _("werkte de catalogus bij"),
    "catalogue.note_list_taken": _("downloadde een lijst uit de catalogus"),
    "catalogue.offer_instrument": _("zette een cursus of hulp op de lijst"),
    "catalogue.retire_instrument": _("haalde een cursus of hulp van de lijst, of zette die terug"),
    "catalogue.add_own_term": _("voegde een eigen woord toe aan de catalogus"),
    "catalogue.change_own_term": _("wijzigde een eigen woord in de catalogus"),
    "catalogue.retire_own_term": _("haalde een eigen woord uit de lijsten"),
    "catalogue.restore_own_term": _("zette een eigen woord terug in de lijsten"),
}
KINDS: dict[str, Any] = {
    "instrument": _("cursus of hulp"),
    "own_term": _("eigen woord"),
}
