"""What the commands of this room did, as sentences in the trail, said of who did it (`audit.telling`)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

TITLE = _("Ambassadeurs")
SENTENCES: dict[str, Any] = {
    "ambassadors.note_network_taken": _("downloadde wie wie meebracht"),
    "ambassadors.note_fellows_taken": _("downloadde welke ondernemers genoemd zijn"),
    "ambassadors.note_clubs_taken": _("downloadde clubs en terreinen"),
    "ambassadors.note_ideas_taken": _("downloadde ideeën van ondernemers"),
    "ambassadors.thank_entrepreneur": _("bedankte een ondernemer voor wie die meebracht"),
    "ambassadors.make_ambassador": _("noteerde een ambassadeur"),
    "ambassadors.change_ambassador": _("wijzigde wat een ambassadeur doet"),
    "ambassadors.end_ambassador": _("noteerde dat een ambassadeur stopt"),
    "ambassadors.resume_ambassador": _("nam terug dat een ambassadeur stopt"),
    "ambassadors.name_fellow": _("noemde een collega-ondernemer"),
    "ambassadors.take_fellow": _("nam op zich een collega-ondernemer te bellen"),
    "ambassadors.note_fellow_called": _("sprak een collega-ondernemer"),
    "ambassadors.note_fellow_not_now": _("noteerde dat een collega-ondernemer nu niet meedoet"),
    "ambassadors.join_fellow": _("noteerde dat een collega-ondernemer meedoet"),
    "ambassadors.reopen_fellow": _("opende een genoemde collega-ondernemer weer"),
    "ambassadors.take_back_fellow": _("haalde een genoemde collega-ondernemer weg"),
    "ambassadors.forget_old_fellows": _("wiste wie een jaar geleden genoemd was"),
    "ambassadors.add_club": _("voegde een club of terrein toe"),
    "ambassadors.change_club": _("wijzigde een club of terrein"),
    "ambassadors.remove_club": _("haalde een club of terrein weg"),
    "ambassadors.add_club_member": _("noteerde dat een bedrijf bij een club of terrein hoort"),
    "ambassadors.remove_club_member": _("haalde een bedrijf weg bij een club of terrein"),
    "ambassadors.propose_idea": _("bracht een idee in"),
    "ambassadors.answer_idea": _("antwoordde op een idee van een ondernemer"),
    "ambassadors.take_back_idea": _("haalde een idee weg"),
    "ambassadors.start_coaching": _("noteerde wie een kandidaat coacht"),
    "ambassadors.end_coaching": _("noteerde dat het coachen stopt"),
    "ambassadors.resume_coaching": _("nam terug dat het coachen stopt"),
    "ambassadors.take_back_coaching": _("haalde weg wie een kandidaat coacht"),
    "ambassadors.note_introduction": _("noteerde dat een ondernemer een kandidaat voorstelt"),
    "ambassadors.note_introduction_outcome": _("noteerde wat er van een voorstellen kwam"),
    "ambassadors.plan_introduced_talk": _("plande een gesprek na een voorstellen"),
    "ambassadors.note_introduced_talk_held": _("noteerde dat een gesprek na een voorstellen er was"),
    "ambassadors.take_back_introduced_talk": _("nam een gesprek na een voorstellen terug"),
    "ambassadors.take_back_introduction": _("haalde weg dat een kandidaat was voorgesteld"),
}
KINDS: dict[str, Any] = {
    "network": _("netwerk"),
    "fellows": _("genoemde ondernemers"),
    "clubs": _("clubs en terreinen"),
    "ideas": _("ideeën"),
    "ambassador": _("ambassadeur"),
    "fellow": _("genoemde ondernemer"),
    "club": _("club of terrein"),
    "idea": _("idee"),
    "coaching": _("coachen"),
    "introduction": _("voorstellen"),
}
