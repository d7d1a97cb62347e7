"""What the commands of this room did, as sentences in the trail, said of who did it (`audit.telling`)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

TITLE = _("Voordrachten")
SENTENCES: dict[str, Any] = {
    "proposals.propose": _("droeg kandidaten voor bij een werkgever"),
    "proposals.note_said": _("noteerde wat een kandidaat van een voordracht vindt"),
    "proposals.answer_own_proposal": _("zei zelf ja of nee tegen een voordracht"),
    "proposals.withdraw_proposal": _("trok een voordracht in"),
    "proposals.reopen_proposal": _("liet een voordracht weer doorgaan"),
    "proposals.decide_proposal": _("besliste over een voordracht"),
    "proposals.note_decision": _("noteerde wat een werkgever besliste"),
    "proposals.take_back_decision": _("nam terug wat een werkgever besliste"),
    "proposals.note_told": _("vertelde een kandidaat wat een werkgever besliste"),
    "proposals.note_list_taken": _("downloadde een lijst van voordrachten"),
}
TO_THE_PERSON: dict[str, Any] = {
    "proposals.propose": _("stelde u voor bij een werkgever, of vroeg of dat mag"),
    "proposals.note_said": _("schreef op wat u van een voorstel vindt"),
    "proposals.answer_own_proposal": _("u zei ja of nee tegen een voorstel"),
    "proposals.withdraw_proposal": _("trok een voorstel bij een werkgever in"),
    "proposals.reopen_proposal": _("liet een voorstel bij een werkgever weer doorgaan"),
    "proposals.decide_proposal": _("een werkgever besliste over u"),
    "proposals.note_decision": _("schreef op wat een werkgever besliste"),
    "proposals.take_back_decision": _("haalde weg wat een werkgever besliste"),
    "proposals.note_told": _("vertelde u wat een werkgever besliste"),
}
KINDS: dict[str, Any] = {"proposal": _("voordracht"), "proposals": _("voordrachten")}
