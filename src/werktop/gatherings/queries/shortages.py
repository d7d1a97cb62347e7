"""What is missing before the day: tables, entrepreneurs, chairs, hosts, candidates. Each with what can be done about it.

The page before a gathering and the page of the seats say the same of it: one shows the words, the other also what
one tap does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.gatherings.formats import chairs_for
from werktop.gatherings.models import Gathering, GatheringFormat, GatheringStatus, GuestKind, Table

from .tables import host_at

HALF_EMPTY = 0.75
"""Too few candidates is said when fewer than this share of the chairs can still be filled."""


@dataclass(frozen=True)
class Turnout:
    """Guests of one kind: `coming` said yes (on the day: are there), `open` were asked and have not answered;
    `is_asked`: somebody of this kind was invited at all."""

    coming: int = 0
    open: int = 0
    is_asked: bool = False


@dataclass(frozen=True)
class Remedy:
    """One tap. `tables` to close, `chairs` to add to each table; or `calls`: whom to call ("entrepreneur", "host",
    "candidate", "coming": an entrepreneur who said yes), or where it is changed ("open": a table, "numbers")."""

    text: str
    tables: int = 0
    chairs: int = 0
    calls: str = ""


@dataclass(frozen=True)
class Shortage:
    """What is too few: `kind` is "tables", "entrepreneurs", "entrepreneur_chairs", "chairs", "hosts", "candidates" or, one to
    one, "turns"; `detail` says the facts."""

    kind: str
    text: str
    detail: str
    remedies: list[Remedy]


def shortages(
    gathering: Gathering, tables: Sequence[Table], candidates: Turnout, entrepreneurs: Turnout
) -> list[Shortage]:
    """What is missing for the guests who come, the gravest first. Nothing once the gathering is over or cancelled,
    and of guests nothing before anyone was invited. `tables` are the open ones, with their hosts.
    """
    if gathering.status not in (GatheringStatus.PREPARING, GatheringStatus.RUNNING):
        return []
    if not tables:
        return [Shortage("tables", _("Er is geen open tafel"), _("Voeg een tafel toe of open er een."), [])]
    found = [
        _entrepreneurs(gathering, len(tables), candidates, entrepreneurs),
        _entrepreneur_chairs(gathering, len(tables), entrepreneurs),
        _chairs(gathering, len(tables), candidates),
        _hosts(gathering, tables, candidates),
        _candidates(gathering, len(tables), candidates),
        _turns(gathering, len(tables), candidates),
    ]
    return [s for s in found if s is not None]


def _entrepreneurs(
    gathering: Gathering, tables: int, candidates: Turnout, entrepreneurs: Turnout
) -> Shortage | None:
    needed = chairs_for(gathering, GuestKind.ENTREPRENEUR, tables)
    missing = needed - entrepreneurs.coming
    if missing <= 0 or not (entrepreneurs.is_asked or entrepreneurs.coming):
        return None
    remedies = []
    each = needed // tables
    close = tables - entrepreneurs.coming // each
    if close < tables:
        remedies.append(_closing(gathering, tables, close, candidates))
    detail = _sitting(entrepreneurs.coming, tables, each)
    if entrepreneurs.open:
        detail += " " + ngettext(
            "%(count)s ondernemer heeft nog niet geantwoord.",
            "%(count)s ondernemers hebben nog niet geantwoord.",
            entrepreneurs.open,
        ) % {"count": entrepreneurs.open}
    remedies.append(Remedy(_("Bel een ondernemer"), calls="entrepreneur"))
    text = ngettext("%(count)s ondernemer te weinig", "%(count)s ondernemers te weinig", missing)
    return Shortage("entrepreneurs", text % {"count": missing}, detail, remedies)


def _entrepreneur_chairs(gathering: Gathering, tables: int, entrepreneurs: Turnout) -> Shortage | None:
    """More said yes than there are chairs for them: planning anew gives nobody a chair. One to one they take turns."""
    chairs = chairs_for(gathering, GuestKind.ENTREPRENEUR, tables)
    over = entrepreneurs.coming - chairs
    if over <= 0 or not chairs or gathering.format == GatheringFormat.SPEED_DATES:
        return None
    text = ngettext("%(count)s ondernemer zonder stoel", "%(count)s ondernemers zonder stoel", over)
    remedies = [Remedy(_("Open een tafel erbij"), calls="open")]
    if gathering.status == GatheringStatus.PREPARING:
        remedies.append(Remedy(_("Zet één ondernemer meer per tafel"), calls="numbers"))
    remedies.append(Remedy(_("Bel een ondernemer die ja zei"), calls="coming"))
    detail = _sitting(entrepreneurs.coming, tables, chairs // tables)
    return Shortage("entrepreneur_chairs", text % {"count": over}, detail, remedies)


def _sitting(here: int, tables: int, each: int) -> str:
    return ngettext(
        "%(here)s komen, aan %(tables)s tafel zitten er %(each)s.",
        "%(here)s komen, aan %(tables)s tafels zitten er %(each)s.",
        tables,
    ) % {"here": here, "tables": tables, "each": each}


def _chairs(gathering: Gathering, tables: int, candidates: Turnout) -> Shortage | None:
    people, chairs = candidates.coming, tables * gathering.table_size
    if people <= chairs or gathering.format == GatheringFormat.SPEED_DATES:
        return None
    more = -(-people // tables) - gathering.table_size
    text = ngettext("%(count)s stoel te weinig", "%(count)s stoelen te weinig", people - chairs)
    detail = _("%(people)s kandidaten komen, er zijn %(chairs)s stoelen.") % {
        "people": people,
        "chairs": chairs,
    }
    return Shortage("chairs", text % {"count": people - chairs}, detail, [_adding(more)])


def _hosts(gathering: Gathering, tables: Sequence[Table], candidates: Turnout) -> Shortage | None:
    if gathering.format == GatheringFormat.SPEED_DATES:
        return None
    without = [t.number for t in tables if host_at(t) is None]
    if not without:
        return None
    text = ngettext("%(count)s tafelhost te weinig", "%(count)s tafelhosts te weinig", len(without))
    detail = ngettext(
        "Tafel %(tables)s heeft nog geen tafelhost.",
        "Tafels %(tables)s hebben nog geen tafelhost.",
        len(without),
    ) % {"tables": ", ".join(map(str, without))}
    remedies = []
    if len(without) < len(tables):
        remedies.append(_closing(gathering, len(tables), len(without), candidates))
    remedies.append(Remedy(_("Vraag een collega"), calls="host"))
    return Shortage("hosts", text % {"count": len(without)}, detail, remedies)


def _candidates(gathering: Gathering, tables: int, candidates: Turnout) -> Shortage | None:
    hoped = candidates.coming + candidates.open
    chairs = chairs_for(gathering, GuestKind.CANDIDATE, tables)
    if gathering.status != GatheringStatus.PREPARING or not candidates.is_asked:
        return None
    if hoped >= HALF_EMPTY * chairs:
        return None
    text = ngettext("Hooguit %(count)s kandidaat", "Hooguit %(count)s kandidaten", hoped)
    detail = ngettext(
        "Aan %(tables)s tafel is plaats voor %(chairs)s.",
        "Aan %(tables)s tafels is plaats voor %(chairs)s.",
        tables,
    ) % {"tables": tables, "chairs": chairs}
    return Shortage(
        "candidates", text % {"count": hoped}, detail, [Remedy(_("Kies meer gasten"), calls="candidate")]
    )


def _turns(gathering: Gathering, tables: int, candidates: Turnout) -> Shortage | None:
    """One to one turns are dealt out evenly (`speed_dates.waits`): with fewer than two for each, some have one at most."""
    is_one_to_one = gathering.format == GatheringFormat.SPEED_DATES and gathering.rounds > 1
    if gathering.status != GatheringStatus.PREPARING or not is_one_to_one:
        return None
    once = min(candidates.coming, 2 * candidates.coming - tables * gathering.rounds)
    if once <= 0:
        return None
    text = ngettext(
        "%(count)s kandidaat praat hooguit één keer", "%(count)s kandidaten praten hooguit één keer", once
    )
    detail = _("Bel een ondernemer, of nodig minder mensen uit.")
    return Shortage(
        "turns", text % {"count": once}, detail, [Remedy(_("Bel een ondernemer"), calls="entrepreneur")]
    )


def _closing(gathering: Gathering, tables: int, close: int, candidates: Turnout) -> Remedy:
    is_one_to_one = gathering.format == GatheringFormat.SPEED_DATES
    more = 0 if is_one_to_one else max(0, -(-candidates.coming // (tables - close)) - gathering.table_size)
    text = ngettext("Sluit %(count)s tafel", "Sluit %(count)s tafels", close) % {"count": close}
    if more:
        chairs = ngettext("%(count)s stoel", "%(count)s stoelen", more) % {"count": more}
        text = _("%(close)s en zet %(chairs)s per tafel bij") % {"close": text, "chairs": chairs}
    return Remedy(text, tables=close, chairs=more)


def _adding(more: int) -> Remedy:
    text = ngettext("Zet %(count)s stoel per tafel bij", "Zet %(count)s stoelen per tafel bij", more)
    return Remedy(text % {"count": more}, chairs=more)
