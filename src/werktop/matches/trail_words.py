"""What the commands of this room did, as sentences in the trail, said of who did it (`audit.telling`)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

TITLE = _("Vervolg na een gesprek")
SENTENCES: dict[str, Any] = {
    "matches.propose_follow_ups": _("liet vervolggesprekken voorstellen"),
    "matches.answer_after_talk": _("ging na wie met wie verder praat"),
    "matches.send_follow_ups": _("verstuurde afspraken voor vervolggesprekken"),
    "matches.give_free_blocks": _("gaf vrije uren door"),
    "matches.note_hours": _("noteerde vrije uren van een ondernemer"),
    "matches.add_follow_up": _("voegde een vervolggesprek toe"),
    "matches.forget_free_blocks": _("wiste vrije uren na drie maanden"),
    "matches.erase_old_talks": _("wiste vervolggesprekken en stappen na twee jaar"),
    "matches.forget_unshared_wishes": _("wiste wensen van één kant na dertig dagen"),
    "matches.say_it_does_not_suit": _("liet weten dat een afspraak niet uitkomt"),
    "matches.decline_talk": _("liet weten dat een gesprek toch niet hoeft"),
    "matches.note_talk_called": _("noteerde of iemand gebeld is over een vervolggesprek"),
    "matches.thank_who_came": _("bedankte ondernemers die er waren"),
    "matches.note_thanked": _("noteerde dat een ondernemer gebeld is om te bedanken"),
    "matches.forget_thanks_calls": _("wiste na drie maanden wie te bedanken was"),
    "matches.take_back_calling_off": _("nam een afzegging terug"),
    "matches.agree_on_moment": _("sprak een moment voor een vervolggesprek af"),
    "matches.note_outcome": _("noteerde wat er uit een gesprek kwam"),
    "matches.choose_next_step": _("koos een andere volgende stap"),
    "matches.finish_next_step": _("rondde een volgende stap af"),
}
KINDS: dict[str, Any] = {
    "follow_up": _("vervolggesprek"),
    "next_step": _("volgende stap"),
}
