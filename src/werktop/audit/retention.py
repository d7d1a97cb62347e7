"""How long everything stays: one table of terms, and who erases what is past its term.

A privacy label names a term. A term with a period has a date from which it runs; for each model that names it, a room
has said with `erases` which command takes away what is past it, and the room's nightly job calls `clear`.
`docs/retention.md` is this table for people.
"""

from __future__ import annotations

import logging
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol, TypeVar

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from .actors import SYSTEM

log = logging.getLogger("werktop.retention")

BATCH = 200
"""How many go in one transaction: a killed job has done whole batches, and the next one goes on."""


@dataclass(frozen=True)
class Term:
    """A period of calendar `months` and `days`, in `words` that also say from when it runs.

    Without either it has no clock: something else ends it, and the words say what.
    """

    words: Any
    months: int = 0
    days: int = 0

    @property
    def has_period(self) -> bool:
        """Whether time alone ends it."""
        return bool(self.months or self.days)

    def before(self, at: datetime) -> datetime:
        """What began before this moment is past its term at `at`."""
        return _months_on(at, -self.months) - timedelta(days=self.days)

    def end(self, began: datetime) -> datetime:
        """When the term of what began at `began` is over."""
        return _months_on(began, self.months) + timedelta(days=self.days)


TERMS: dict[str, Term] = {
    "row": Term(_("zolang dat er is waar het bij hoort")),
    "candidate": Term(_("zolang het dossier er is")),
    "used": Term(_("zolang het in gebruik is")),
    "firm": Term(_("zolang het bedrijf meedoet; wie het niet meer wil, wordt gewist")),
    "organisation": Term(_("zolang de organisatie met werktop werkt")),
    "question": Term(_("1 dag nadat het vragen begon"), days=1),
    "login": Term(_("1 dag na het inloggen"), days=1),
    "draft": Term(_("1 dag na het schrijven"), days=1),
    "upload": Term(_("hoogstens 7 dagen na het inlezen"), days=7),
    "receipt": Term(_("30 dagen na het verzoek"), days=30),
    "merge": Term(_("30 dagen na het samenvoegen"), days=30),
    "handed_over": Term(_("30 dagen na het overdragen"), days=30),
    "one_sided": Term(_("30 dagen na de keuze"), days=30),
    "needs": Term(_("3 maanden na het prettig gesprek"), months=3),
    "switched_off": Term(_("3 maanden nadat de organisatie het uitzette"), months=3),
    "settled": Term(_("6 maanden nadat het geregeld was"), months=6),
    "presence": Term(_("1 jaar na het prettig gesprek"), months=12),
    "message": Term(_("1 jaar na het versturen"), months=12),
    "asked": Term(_("6 maanden na de vraag, als uw bedrijf niet meedoet"), months=6),
    "reminder": Term(_("1 jaar nadat het gedaan is of had moeten zijn"), months=12),
    "colleague": Term(_("1 jaar na het vertrek van de collega"), months=12),
    "contact": Term(_("2 jaar na het laatste contact"), months=24),
    "talk": Term(_("2 jaar na het vervolggesprek of de volgende stap"), months=24),
    "view": Term(_("2 jaar na het bekijken"), months=24),
    "results": Term(_("5 jaar na het prettig gesprek, voor de resultaten"), months=60),
    "trail": Term(_("5 jaar na wat er gedaan werd"), months=60),
}


class Eraser(Protocol):
    """A command that takes away at most `most` things that are past their term at `at`; gives how many went."""

    def __call__(self, *, actor: Any, at: datetime, most: int) -> int: ...


@dataclass(frozen=True)
class Sweep:
    """Who takes away what of which models is past `term`."""

    room: str
    term: str
    models: tuple[str, ...]
    run: Callable[..., int]


_SWEEPS: list[Sweep] = []
Run = TypeVar("Run", bound=Callable[..., int])


def erases(term: str, *models: str) -> Callable[[Run], Run]:
    """Say of a command that it takes away what of `models` ("matches.FollowUp") is past `term`."""
    if not TERMS[term].has_period:
        raise ValueError(f"{term!r} has no clock")

    def say(run: Run) -> Run:
        room = run.__module__.removeprefix("werktop.").split(".")[0]
        _SWEEPS.append(Sweep(room, term, models, run))
        return run

    return say


def let_go(rows: QuerySet[Any], most: int) -> int:
    """Delete the first `most` of these rows, which are past their term; how many of them went."""
    keys = list(rows.values_list("pk", flat=True)[:most])
    rows.model._base_manager.filter(pk__in=keys).delete()
    return len(keys)


def sweeps() -> tuple[Sweep, ...]:
    """All that was said with `erases`, once the rooms' jobs are loaded."""
    return tuple(_SWEEPS)


def clear(room: str, *, at: datetime) -> int:
    """Take away all of `room` that is past its term, a batch at a time; how many went. Doing it again changes
    nothing, and one that was stopped halfway is finished by the next."""
    total = 0
    for sweep in _SWEEPS:
        if sweep.room != room:
            continue
        gone = going = BATCH
        done = 0
        while gone >= going:
            gone = sweep.run(actor=SYSTEM, at=at, most=going)
            done += gone
            if gone:
                log.info("%s: %d past %r went so far", room, done, sweep.term)
        total += done
    return total


def _months_on(moment: datetime, months: int) -> datetime:
    year, month = divmod(moment.year * 12 + moment.month - 1 + months, 12)
    return moment.replace(year=year, month=month + 1, day=min(moment.day, monthrange(year, month + 1)[1]))
