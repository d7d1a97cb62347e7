"""How long what a guest reads about is kept: the one table of terms (`audit.retention`), in words for guests."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from werktop.audit.retention import TERMS

FOR_CANDIDATES = (
    ("contact", _("Als u werk zoekt: uw gegevens")),
    ("login", _("Dat u op uw eigen pagina was, en hoe u daar kwam")),
    ("settled", _("Wat u nodig had om te kunnen werken, als het geregeld is")),
    ("switched_off", _("Hoe het met u gaat op een gebied waar wij niet meer naar vragen")),
    ("merge", _("Als twee dossiers over u één dossier werden: wat daarvan terug kan")),
    ("handed_over", _("Als een andere collega u ging helpen: van wie naar wie u ging")),
    ("upload", _("Een lijst met uw naam die wij inlezen")),
    ("draft", _("Een zin over u die een collega schreef en nog niet bewaarde")),
)
FOR_ALL = (
    ("firm", _("Als u ondernemer bent: uw gegevens")),
    ("asked", _("Een vraag die u als werkgever stelde")),
    ("message", _("Berichten die we u stuurden")),
    ("needs", _("Wat u nodig had op de dag, en wanneer u tijd had")),
    ("one_sided", _("Wie u koos, als die ander u niet koos")),
    ("presence", _("Of u er was en aan welke tafel, en wie u koos")),
    ("talk", _("Vervolggesprekken en volgende stappen")),
    ("results", _("Uw uitnodiging, uw antwoord en wat we aan tafel afspraken")),
    ("view", _("Welke organisatie uw gegevens bekeek")),
    ("trail", _("Wat collega’s met uw gegevens deden, met een nummer in plaats van uw naam")),
)


def terms_for_guests(*, with_candidates: bool) -> list[tuple[Any, Any]]:
    """What is kept, and until when; of candidates only where an organisation keeps files."""
    asked = (*FOR_CANDIDATES, *FOR_ALL) if with_candidates else FOR_ALL
    return [(words, TERMS[term].words) for term, words in asked]
