"""What the commands of this room did, as sentences in the trail, said of who did it (`audit.telling`)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

TITLE = _("Marktplan")
SENTENCES: dict[str, Any] = {
    "market_plan.plan_firms": _("zette bedrijven in het marktplan"),
    "market_plan.change_target": _("wijzigde een bedrijf in het marktplan"),
    "market_plan.take_on": _("gaat een bedrijf uit het marktplan benaderen"),
    "market_plan.give_target": _("sprak af wie een bedrijf uit het marktplan benadert"),
    "market_plan.say_standing": _("noteerde hoe het staat met een bedrijf uit het marktplan"),
    "market_plan.tie_target": _("zei welke werkgever een bedrijf uit het marktplan is"),
    "market_plan.note_plan_taken": _("downloadde het marktplan"),
}
KINDS: dict[str, Any] = {"target": _("bedrijf in het marktplan"), "market_plan": _("marktplan")}
