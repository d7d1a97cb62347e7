"""What is refused about contact moments and reminders, in words for who types them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from werktop.audit.refusals import Refusal


class WithNobody(Refusal):
    text = _("Met wie was het? Kies een kandidaat, een ondernemer of een bedrijf.")


class IsStillToCome(Refusal):
    text = _("Deze dag moet nog komen. Maak er een herinnering van.")


class WhatIsMissing(Refusal):
    text = _("Schrijf in een paar woorden wat je wilt doen.")


class NothingToSave(Refusal):
    text = _("Er staat niets aangevinkt om te bewaren.")


class ColleagueIsElsewhere(Refusal):
    text = _("Deze collega is geen relatiemanager van jullie organisatie. Kies een ander.")


class FirmIsMissing(Refusal):
    text = _("Bij welk bedrijf is dat werk? Kies er een, of haal het vinkje weg.")
