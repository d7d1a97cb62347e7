"""What the commands of this room did, as sentences in the trail, said of who did it (`audit.telling`)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

TITLE = _("Werkprofielen")
SENTENCES: dict[str, Any] = {
    "work_profiles.offer_work": _("bood als ondernemer werk aan"),
    "work_profiles.take_back_offer": _("trok als ondernemer aangeboden werk in"),
    "work_profiles.note_work_profile": _("noteerde werk bij een werkgever"),
    "work_profiles.note_work_of_chance": _("maakte van een kans werk"),
    "work_profiles.change_work_profile": _("wijzigde een werkprofiel"),
    "work_profiles.close_work_profile": _("sloot een werkprofiel af"),
    "work_profiles.move_work_profile": _("noteerde hoe het met een werkprofiel staat"),
    "work_profiles.reopen_work_profile": _("opende een werkprofiel opnieuw"),
    "work_profiles.copy_work_profile": _("kopieerde een werkprofiel"),
    "work_profiles.note_work_list_taken": _("downloadde een lijst van werkprofielen"),
    "work_profiles.sign_up": _("meldde kandidaten aan voor werk zonder selectie"),
    "work_profiles.answer_offer": _("noteerde een antwoord op aangeboden werk"),
    "work_profiles.put_back_sign_up": _("zette iemand terug op de oude plaats in de rij"),
    "work_profiles.take_back_sign_up": _("haalde iemand uit de rij die er per ongeluk stond"),
    "work_profiles.take_back_work_profiles": _("nam terug dat er werk is of komt"),
    "work_profiles.note_function": _("schreef de taken van een functie op"),
    "work_profiles.change_function": _("wijzigde de taken van een functie"),
    "work_profiles.put_function_away": _("borg een functie met taken op"),
    "work_profiles.take_function_up": _("haalde een functie met taken terug"),
    "work_profiles.carve_tasks": _("maakte van taken een functie op maat"),
    "work_profiles.take_carving_back": _("nam een functie op maat terug"),
    "work_profiles.keep_template": _("bewaarde een werkprofiel als voorbeeld"),
    "work_profiles.drop_template": _("haalde een voorbeeld uit de lijst"),
    "work_profiles.offer_template": _("zette een voorbeeld weer in de lijst"),
}
KINDS: dict[str, Any] = {
    "work_profile": _("werkprofiel"),
    "employer_function": _("functie met taken"),
    "profile_template": _("voorbeeld van een werkprofiel"),
    "sign_up": _("aanmelding voor werk"),
}
