"""What the commands of this room did, as sentences in the trail, said of who did it (`audit.telling`)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

TITLE = _("Hulpvragen")
SENTENCES: dict[str, Any] = {
    "help_requests.add_help_request": _("noteerde een hulpvraag"),
    "help_requests.change_help_request": _("wijzigde een hulpvraag"),
    "help_requests.put_off_help": _("schoof een hulpvraag op"),
    "help_requests.start_help": _("begon met een hulpvraag"),
    "help_requests.finish_help": _("rondde een hulpvraag af"),
    "help_requests.end_help": _("stopte een hulpvraag"),
    "help_requests.reopen_help": _("opende een hulpvraag weer"),
    "help_requests.take_back_help_request": _("haalde een hulpvraag weg"),
    "help_requests.hand_over_help": _("droeg een hulpvraag over, met een ja van de kandidaat"),
    "help_requests.answer_hand_over": _("antwoordde op een overgedragen hulpvraag"),
    "help_requests.finish_hand_over": _("rondde een overgenomen hulpvraag af"),
    "help_requests.reopen_hand_over": _("nam terug dat een overgenomen hulpvraag klaar was"),
    "help_requests.withdraw_hand_over": _("trok de overdracht van een hulpvraag in"),
    "help_requests.note_answer_read": _("las het antwoord op een overdracht"),
}
TO_THE_PERSON: dict[str, Any] = {
    "help_requests.add_help_request": _("schreef uw vraag om hulp op"),
    "help_requests.change_help_request": _("wijzigde uw vraag om hulp"),
    "help_requests.put_off_help": _("schoof uw vraag om hulp op"),
    "help_requests.start_help": _("begon met uw vraag om hulp"),
    "help_requests.finish_help": _("rondde uw vraag om hulp af"),
    "help_requests.end_help": _("stopte met uw vraag om hulp"),
    "help_requests.reopen_help": _("opende uw vraag om hulp weer"),
    "help_requests.take_back_help_request": _("haalde uw vraag om hulp weg"),
    "help_requests.hand_over_help": _("vroeg iemand om u te helpen, nadat u ja zei"),
    "help_requests.answer_hand_over": _("liet weten of die u kan helpen"),
    "help_requests.finish_hand_over": _("liet weten dat de hulp aan u klaar is"),
    "help_requests.reopen_hand_over": _("liet weten dat de hulp aan u nog doorgaat"),
    "help_requests.withdraw_hand_over": _("nam terug dat iemand u zou helpen"),
    "help_requests.note_answer_read": _("las het antwoord van wie wij vroegen om u te helpen"),
}
KINDS: dict[str, Any] = {
    "help_request": _("hulpvraag"),
    "hand_over": _("overdracht van een hulpvraag"),
}
