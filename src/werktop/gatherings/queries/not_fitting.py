"""Candidates who find no place at any plan: seen before anybody plans, with what to do about it."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .seating import Hall, languages_of
from .shortages import Remedy, Shortage


def not_fitting(hall: Hall) -> list[Shortage]:
    """Too few chairs at step-free tables, or nobody at a table who speaks a language, for who comes to `hall`.

    In numbers and languages without names, so that everybody who plans may read it.
    """
    found = [_step_free(hall), _language(hall)] if hall.tables else []
    return [each for each in found if each is not None]


def _step_free(hall: Hall) -> Shortage | None:
    asked = len(hall.step_free_needed)
    tables = [t for t in hall.tables if t.is_step_free]
    # one to one everybody changes tables: one chair serves as many as there are rounds
    chairs = len(tables) * hall.chairs_per_table * (hall.gathering.rounds if hall.is_speed_dates else 1)
    if asked <= chairs:
        return None
    text = ngettext(
        "%(count)s stoel te weinig aan drempelvrije tafels",
        "%(count)s stoelen te weinig aan drempelvrije tafels",
        asked - chairs,
    ) % {"count": asked - chairs}
    detail = ngettext(
        "%(count)s gast heeft een drempelvrije tafel nodig, daar zijn %(chairs)s stoelen.",
        "%(count)s gasten hebben een drempelvrije tafel nodig, daar zijn %(chairs)s stoelen.",
        asked,
    ) % {"count": asked, "chairs": chairs}
    return Shortage("step_free", text, detail, [Remedy(_("Maak een tafel drempelvrij"), calls="step_free")])


def _language(hall: Hall) -> Shortage | None:
    spoken = frozenset().union(*(languages_of(t) for t in hall.tables))
    alone = [g for g in hall.candidates if not hall.languages[g.id] & spoken]
    if not alone:
        return None
    text = ngettext(
        "%(count)s gast spreekt geen taal van een tafel",
        "%(count)s gasten spreken geen taal van een tafel",
        len(alone),
    ) % {"count": len(alone)}
    detail = _("Geen tafel en geen tafelhost spreekt de taal van deze gasten.")
    return Shortage(
        "language", text, detail, [Remedy(_("Kies een taal of tafelhost bij een tafel"), calls="language")]
    )
