"""What is missing before the day: entrepreneurs, chairs, hosts. Each with what one tap can do about it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.gatherings.models import GatheringFormat, GatheringStatus, GuestKind, Reply

from .seating import Hall, host_of


@dataclass(frozen=True)
class Remedy:
    """One tap. `tables` to close, `chairs` to add to each table; or `calls`: whom to call ("entrepreneur", "host")."""

    text: str
    tables: int = 0
    chairs: int = 0
    calls: str = ""


@dataclass(frozen=True)
class Shortage:
    """What is too few: `kind` is "entrepreneurs", "chairs" or "hosts"."""

    kind: str
    text: str
    detail: str
    remedies: list[Remedy]


def shortages(hall: Hall) -> list[Shortage]:
    """What is missing for the guests who come, the gravest first. Nothing once the gathering is over or cancelled."""
    if hall.gathering.status not in (GatheringStatus.PREPARING, GatheringStatus.RUNNING) or not hall.tables:
        return []
    found = [_entrepreneurs(hall), _chairs(hall), _hosts(hall)]
    return [s for s in found if s is not None]


def _entrepreneurs(hall: Hall) -> Shortage | None:
    each, tables, here = hall.entrepreneurs_per_table, len(hall.tables), len(hall.entrepreneurs)
    missing = each * tables - here
    if each == 0 or missing <= 0:
        return None
    remedies = []
    close = tables - here // each
    if close < tables:
        remedies.append(_closing(hall, close))
    unanswered = sum(
        g.kind == GuestKind.ENTREPRENEUR and g.reply in (Reply.INVITED, Reply.CHOSEN, Reply.WAITING)
        for g in hall.everyone.values()
    )
    detail = _("%(here)s komen, aan %(tables)s tafels zitten er %(each)s.") % {
        "here": here,
        "tables": tables,
        "each": each,
    }
    if unanswered:
        detail += " " + ngettext(
            "%(count)s ondernemer heeft nog niet geantwoord.",
            "%(count)s ondernemers hebben nog niet geantwoord.",
            unanswered,
        ) % {"count": unanswered}
    remedies.append(Remedy(_("Bel een ondernemer"), calls="entrepreneur"))
    text = ngettext("%(count)s ondernemer te weinig", "%(count)s ondernemers te weinig", missing)
    return Shortage("entrepreneurs", text % {"count": missing}, detail, remedies)


def _chairs(hall: Hall) -> Shortage | None:
    people, chairs = len(hall.candidates), len(hall.tables) * hall.chairs_per_table
    if people <= chairs or hall.is_speed_dates:
        return None
    more = -(-people // len(hall.tables)) - hall.chairs_per_table
    text = ngettext("%(count)s stoel te weinig", "%(count)s stoelen te weinig", people - chairs)
    detail = _("%(people)s kandidaten komen, er zijn %(chairs)s stoelen.") % {
        "people": people,
        "chairs": chairs,
    }
    return Shortage("chairs", text % {"count": people - chairs}, detail, [_adding(more)])


def _hosts(hall: Hall) -> Shortage | None:
    if hall.gathering.format not in (GatheringFormat.STANDARD, GatheringFormat.ROTATING):
        return None
    without = [t.number for t in hall.tables if host_of(t) is None]
    if not without:
        return None
    text = ngettext("%(count)s tafelhost te weinig", "%(count)s tafelhosts te weinig", len(without))
    detail = ngettext(
        "Tafel %(tables)s heeft nog geen tafelhost.",
        "Tafels %(tables)s hebben nog geen tafelhost.",
        len(without),
    ) % {"tables": ", ".join(map(str, without))}
    remedies = [_closing(hall, len(without))] if len(without) < len(hall.tables) else []
    return Shortage(
        "hosts",
        text % {"count": len(without)},
        detail,
        [*remedies, Remedy(_("Vraag een collega"), calls="host")],
    )


def _closing(hall: Hall, close: int) -> Remedy:
    left = len(hall.tables) - close
    more = 0 if hall.is_speed_dates else max(0, -(-len(hall.candidates) // left) - hall.chairs_per_table)
    text = ngettext("Sluit %(count)s tafel", "Sluit %(count)s tafels", close) % {"count": close}
    if more:
        chairs = ngettext("%(count)s stoel", "%(count)s stoelen", more) % {"count": more}
        text = _("%(close)s en zet %(chairs)s per tafel bij") % {"close": text, "chairs": chairs}
    return Remedy(text, tables=close, chairs=more)


def _adding(more: int) -> Remedy:
    text = ngettext("Zet %(count)s stoel per tafel bij", "Zet %(count)s stoelen per tafel bij", more)
    return Remedy(text % {"count": more}, chairs=more)
