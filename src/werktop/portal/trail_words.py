"""What the commands of this room did, as sentences in the trail, said of who did it (`audit.telling`)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

TITLE = _("Eigen pagina’s")
SENTENCES: dict[str, Any] = {
    "portal.send_word_of_pairing": _("schreef een kandidaat dat er een eigen inlog gekoppeld is"),
    "portal.send_own_link": _("stuurde een kandidaat de link naar de eigen pagina"),
    "portal.send_firm_link": _("stuurde een ondernemer de link naar de eigen pagina"),
    "portal.become_own_ambassador": _("werd zelf ambassadeur"),
    "portal.stop_as_own_ambassador": _("stopte zelf als ambassadeur"),
}
TO_THE_PERSON: dict[str, Any] = {
    "portal.send_word_of_pairing": _("schreef u dat er een eigen inlog gekoppeld is"),
    "portal.send_own_link": _("stuurde u de link naar uw eigen pagina"),
    "portal.send_firm_link": _("stuurde u de link naar uw eigen pagina"),
}
