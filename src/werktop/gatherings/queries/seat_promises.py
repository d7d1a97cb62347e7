"""How good a plan is, in words, and which rules it breaks."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .seat_report import counted_anew
from .seating import Hall

RULES = ("language", "step_free", "apart", "together")
NEARLY_ALL = 0.9
NEARLY_THE_BEST = 0.95


@dataclass(frozen=True)
class SeatPromises:
    """What the plan promises: rows of (number, words), and a sentence about the proven bound."""

    rows: list[tuple[int, str]]
    bound: str
    broken_guests: list[UUID]


def seat_promises(hall: Hall, seats: dict[tuple[int, UUID], UUID] | None = None) -> SeatPromises:
    """The promises of the plan in force, or of other seats for the same guests."""
    seats = hall.seats if seats is None else seats
    report, score = counted_anew(hall, seats, hall.plan.report if hall.plan else {})
    rows: list[tuple[int, str]] = []
    if hall.entrepreneurs_per_table and hall.candidates:
        rows.append(_fitting(hall, score.meetings_of))
    if hall.gathering.rounds > 1:
        pairs = report["repeated_pairs"]
        rows.append(
            (
                pairs,
                ngettext(
                    "keer zitten dezelfde twee kandidaten nog eens bij elkaar",
                    "keer zitten dezelfde twee kandidaten nog eens bij elkaar",
                    pairs,
                ),
            )
        )
    broken = [r for r in score.broken if r.kind in RULES]
    rows.append(
        (
            len(broken),
            ngettext(
                "afspraak geschonden: taal, drempelvrij, apart of samen",
                "afspraken geschonden: taal, drempelvrij, apart of samen",
                len(broken),
            ),
        )
    )
    who = [UUID(i) for r in broken for i in r.ids[:1]]
    return SeatPromises(rows, _bound_in_words(report["share_of_bound"]), list(dict.fromkeys(who)))


def _fitting(hall: Hall, meetings_of: dict[str, tuple[str, ...]]) -> tuple[int, str]:
    fits, rows, columns = hall.affinities.fits, hall.affinities.rows, hall.affinities.columns
    counts = np.array(
        [
            sum(bool(fits[rows[g.id], columns[UUID(e)]]) for e in meetings_of.get(str(g.id), ()))
            for g in hall.candidates
        ]
    )
    least = 1
    for asked in range(1, int(counts.max(initial=0)) + 1):
        if (counts >= asked).mean() >= NEARLY_ALL:
            least = asked
    reached = int((counts >= least).sum())
    words = ngettext(
        "van %(all)s spreken minstens %(least)s ondernemer die bij hen past",
        "van %(all)s spreken minstens %(least)s ondernemers die bij hen passen",
        least,
    )
    return reached, words % {"all": len(hall.candidates), "least": least}


def _bound_in_words(share: float | None) -> str:
    if share is None:
        return _("Er is iets veranderd sinds de indeling. Deel opnieuw in om te zien of het beter kan.")
    if share >= 1:
        return _("Beter dan dit kan niet: dit is het hoogst haalbare.")
    percent = int(share * 100)
    if share >= NEARLY_THE_BEST:
        return _("Beter dan dit kan bijna niet: %(percent)s%% van het hoogst haalbare.") % {
            "percent": percent
        }
    return _("%(percent)s%% van een grens waar geen enkele opstelling boven komt.") % {"percent": percent}
