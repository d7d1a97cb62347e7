"""What the commands of this room did, as sentences in the trail, said of who did it (`audit.telling`)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

TITLE = _("Werkgevers")
SENTENCES: dict[str, Any] = {
    "employers.merge_employers": _("voegde twee rijen van één bedrijf samen"),
    "employers.merge_entrepreneurs": _("voegde twee rijen van één ondernemer samen"),
    "employers.take_apart_employers": _("maakte een samenvoeging van bedrijven ongedaan"),
    "employers.take_apart_entrepreneurs": _("maakte een samenvoeging van ondernemers ongedaan"),
    "employers.tell_employers_apart": _("noteerde dat twee bedrijven die op elkaar lijken er twee zijn"),
    "employers.tell_entrepreneurs_apart": _(
        "noteerde dat twee ondernemers die op elkaar lijken er twee zijn"
    ),
    "employers.look_for_double_firms": _("keek welke bedrijven er misschien dubbel in staan"),
    "employers.add_employers": _("nam werkgevers over uit een lijst"),
    "employers.add_employer": _("voegde een werkgever toe"),
    "employers.change_employer": _("wijzigde een werkgever"),
    "employers.note_bringer": _("noteerde door wie een bedrijf meedoet"),
    "employers.note_list_taken": _("downloadde een lijst van werkgevers"),
    "employers.note_relation": _("noteerde wat met een bedrijf is afgesproken of wat het doet"),
    "employers.put_aside_relation": _("haalde weg wat met een bedrijf was afgesproken of wat het deed"),
    "employers.put_back_relation": _("zette terug wat met een bedrijf was afgesproken of wat het deed"),
    "employers.hand_over_firms": _("droeg bedrijven over aan een collega"),
    "employers.set_contact_people": _("zette wie de contactpersonen zijn"),
    "employers.add_entrepreneur": _("voegde een ondernemer toe"),
    "employers.change_entrepreneur": _("wijzigde een ondernemer"),
    "employers.change_own_details": _("verbeterde zelf hoe wij een ondernemer bereiken"),
    "employers.erase_entrepreneur": _("wiste alles over een ondernemer"),
    "employers.ask_question": _("stelde een vraag op de pagina van de regio"),
    "employers.ask_own_question": _("stelde als ondernemer een vraag"),
    "employers.note_question": _("noteerde een vraag van een werkgever"),
    "employers.take_question": _("pakte een vraag van een werkgever op"),
    "employers.let_go_of_question": _("gaf een vraag van een werkgever terug"),
    "employers.answer_question": _("beantwoordde een vraag van een werkgever"),
    "employers.pass_question_on": _("gaf een vraag van een werkgever door"),
    "employers.reopen_question": _("zette een vraag van een werkgever weer open"),
    "employers.link_question": _("noteerde van welk bedrijf een vraag is"),
    "employers.note_questions_taken": _("downloadde een lijst van vragen van werkgevers"),
    "employers.forget_questions": _("wiste vragen van wie geen partner werd"),
    "employers.say_what_work_there_may_be": _("zei wat voor werk er kan zijn"),
    "employers.note_chance": _("noteerde een kans bij een werkgever"),
    "employers.change_chance": _("wijzigde een kans bij een werkgever"),
    "employers.settle_chance": _("noteerde wat er met een kans gedaan is"),
    "employers.reopen_chance": _("opende een kans bij een werkgever opnieuw"),
    "employers.take_back_chance": _("nam een kans bij een werkgever terug"),
    "employers.take_back_chances": _("nam terug dat er kansen bij een werkgever zijn"),
    "employers.note_chances_taken": _("downloadde een lijst van kansen bij werkgevers"),
}
KINDS: dict[str, Any] = {
    "employer": _("werkgever"),
    "entrepreneur": _("ondernemer"),
    "chance": _("kans bij een werkgever"),
    "employer_question": _("vraag van een werkgever"),
}
