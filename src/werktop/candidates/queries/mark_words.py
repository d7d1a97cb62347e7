"""The marks of a picture in words for colleagues: what each kind is called, and what a mark of it says."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from werktop.candidates.models import Certificate, DayPart, Level, Need, Travel, Weekday
from werktop.candidates.models.picture import SOURCES
from werktop.catalogue.choices import WISHED_FORMS, Language

KINDS: dict[str, Any] = {
    "term": _("Kan of houdt van"),
    "level": _("Competentie: hoe ver"),
    "seen": _("Competentie: waar gezien"),
    "lang": _("Spreekt"),
    "dutch": _("Nederlands spreken"),
    "licence": _("Rijbewijs"),
    "paper": _("Bewijs"),
    "may": _("Kan of mag"),
    "occupation": _("Wil werken als"),
    "workform": _("Vorm van werk"),
    "hours": _("Uren per week"),
    "day": _("Werkt op"),
    "daypart": _("Deel van de dag"),
    "km": _("Afstand"),
    "by": _("Reist met"),
    "learn": _("Leerdoelen"),
    "knows": _("Eigen netwerk"),
    "plan": _("Plan"),
    "in": _("Gemeente"),
    "with": _("Van wie"),
    "need": _("Nog te regelen"),
    "asks": _("Nodig op de dag"),
}
"""Every kind of mark, in the order in which a picture is told."""
HOURS: dict[str, Any] = {
    "12": _("tot en met 12 uur"),
    "24": _("13 tot en met 24 uur"),
    "32": _("25 tot en met 32 uur"),
    "60": _("33 uur of meer"),
}
ASKS: dict[str, Any] = {
    "step_free": _("een drempelvrije tafel"),
    "interpreter": _("een tolk"),
    "childcare": _("kinderopvang"),
    "travel": _("reiskosten vergoed"),
    "companion": _("een stoel extra, voor wie meekomt"),
}
PLANS: dict[str, Any] = {"runs": _("een stap staat open"), "none": _("geen open stap")}
LABELS: dict[str, dict[str, Any]] = {
    "level": {str(level): words for level, words in Level.choices},
    "seen": dict(SOURCES),
    "learn": {"open": _("wil iets leren")},
    "knows": {"firm": _("kent mensen bij een bedrijf")},
    "lang": dict(Language.choices),
    "hours": HOURS,
    "day": {str(day): words for day, words in Weekday.choices},
    "daypart": dict(DayPart.choices),
    "workform": dict(WISHED_FORMS),
    "by": dict(Travel.choices),
    "paper": dict(Certificate.Kind.choices),
    "need": dict(Need.Kind.choices),
    "asks": ASKS,
    "plan": PLANS,
}


def mark_in_words(kind: str, said: str) -> str:
    """What a mark says, of kinds that need no other room to tell; of others, and of what is unknown, `said` itself."""
    if kind == "dutch":
        return str(_("minstens niveau %(level)s") % {"level": said})
    if kind == "level" and said in list(LABELS[kind])[:-1]:
        return str(_("%(level)s, of verder") % {"level": LABELS[kind][said]})
    if kind == "km":
        return str(_("minstens %(km)s km") % {"km": said})
    return str(LABELS.get(kind, {}).get(said, said))
