"""What the commands of this room did, as sentences in the trail, said of who did it (`audit.telling`)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

TITLE = _("Contactmomenten")
SENTENCES: dict[str, Any] = {
    "contacts.note_contact": _("noteerde een contactmoment"),
    "contacts.change_contact": _("wijzigde een contactmoment"),
    "contacts.take_back_contact": _("nam een contactmoment terug"),
    "contacts.add_reminder": _("maakte een herinnering"),
    "contacts.do_reminder": _("deed wat in een herinnering stond"),
    "contacts.reopen_reminder": _("zette een herinnering weer open"),
    "contacts.change_reminder": _("wijzigde een herinnering"),
    "contacts.put_off_reminder": _("schoof een herinnering op"),
    "contacts.hand_reminder_to": _("gaf een herinnering aan een collega"),
    "contacts.take_back_reminder": _("nam een herinnering terug"),
    "contacts.forget_reminders": _("wiste herinneringen over niemand van een jaar oud"),
    "contacts.save_quick_note": _("bewaarde een snelle notitie"),
    "contacts.take_back_quick_note": _("nam een snelle notitie terug"),
    "contacts.plan_visit": _("plande een bezoek aan een werkgever"),
    "contacts.change_visit": _("wijzigde een gepland bezoek"),
    "contacts.call_off_visit": _("zei een gepland bezoek af"),
    "contacts.reopen_visit": _("zette een afgezegd bezoek terug"),
    "contacts.note_visit": _("noteerde dat een bezoek geweest is"),
    "contacts.take_back_visit": _("nam een gepland bezoek terug"),
    "contacts.note_visits_taken": _("downloadde een lijst van bezoeken"),
    "contacts.note_unvisited_taken": _("downloadde een lijst van werkgevers die lang niet bezocht zijn"),
    "contacts.note_moments_taken": _("downloadde een lijst van contactmomenten"),
    "contacts.note_reminders_taken": _("downloadde een lijst van herinneringen"),
}
KINDS: dict[str, Any] = {
    "contact_moment": _("contactmoment"),
    "reminder": _("herinnering"),
    "visit": _("bezoek"),
    "quick_note": _("snelle notitie"),
}
