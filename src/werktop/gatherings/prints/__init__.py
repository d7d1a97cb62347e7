"""What is printed for the day: table sheets, badges and personal cards, as PDF. First names only."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import segno
import typst
from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from werktop.gatherings.models import Gathering, Guest, GuestKind, Table
from werktop.gatherings.moments import moment_of
from werktop.gatherings.queries.extra_chairs import extra_chairs_in_words
from werktop.gatherings.queries.guest_names import GuestNames
from werktop.gatherings.queries.seating import Hall
from werktop.gatherings.queries.tables import host_at

HERE = Path(__file__).parent
MOST_ROUNDS_ON_A_CARD = 5
"""With more rounds they stand in two columns, without whom one meets."""


def table_sheets(hall: Hall, names: GuestNames) -> bytes:
    """A page for every table and round of the plan in force; one to one, a page for every table with all its rounds."""
    rounds = hall.gathering.rounds
    sheets = [_turns_at(hall, names, table) for table in hall.tables] if hall.is_speed_dates else []
    for number in range(1, rounds + 1) if not sheets else ():
        for table in hall.tables:
            there = [g for g in hall.guests if hall.seats.get((number, g.id)) == table.id]
            host = host_at(table)
            title = _("Tafel %(number)s") % {"number": table.number}
            if rounds > 1:
                title += " · " + _("ronde %(number)s") % {"number": number}
            sheets.append(
                {
                    "title": title,
                    "subtitle": _moment(hall.gathering),
                    "host": _("Tafelhost: %(name)s") % {"name": host.account.first_name} if host else "",
                    "extra": extra_chairs_in_words(len(hall.with_someone & {g.id for g in there})),
                    "entrepreneurs": [
                        {"name": names.first_name(g.id), "firm": names.firm(g.id)}
                        for g in there
                        if g.kind == GuestKind.ENTREPRENEUR
                    ],
                    "candidates": sorted(
                        names.first_name(g.id) for g in there if g.kind == GuestKind.CANDIDATE
                    ),
                }
            )
    for place, sheet in enumerate(sheets, start=1):
        sheet["count"] = _("vel %(number)s van %(all)s") % {"number": place, "all": len(sheets)}
    return _pdf(
        "table_sheets",
        _("Tafelkaarten"),
        sheets=sheets,
        candidates=_("Kandidaten"),
        notes=_("Aantekeningen"),
        **{"hand-in": _("Lever dit vel na afloop in: we tellen ze terug en vernietigen ze.")},
    )


def _turns_at(hall: Hall, names: GuestNames, table: Table) -> dict[str, Any]:
    """One to one: whom one meets at this table, and who comes by in which round."""
    rounds = range(1, hall.gathering.rounds + 1)

    def there(number: int, kind: str) -> list[Guest]:
        return [g for g in hall.guests if g.kind == kind and hall.seats.get((number, g.id)) == table.id]

    firms = {g.id: g for number in rounds for g in there(number, GuestKind.ENTREPRENEUR)}
    return {
        "title": _("Tafel %(number)s") % {"number": table.number},
        "subtitle": _moment(hall.gathering),
        "host": "",
        "extra": extra_chairs_in_words(
            max(len(hall.with_someone & {g.id for g in there(n, GuestKind.CANDIDATE)}) for n in rounds)
        ),
        "entrepreneurs": [{"name": names.first_name(g), "firm": names.firm(g)} for g in firms],
        "candidates": [
            _("Ronde %(number)s") % {"number": number} + ": " + names.first_name(g.id)
            for number in rounds
            for g in there(number, GuestKind.CANDIDATE)
        ],
    }


def badges(hall: Hall, names: GuestNames) -> bytes:
    """A badge for every guest who comes, with the code for the door, and one for every host."""
    rows = [
        {
            "name": names.first_name(g.id),
            "line": names.firm(g.id),
            "qr": _qr(address_of_badge(g.badge)),
            "code": g.badge,
            "words": _("Code voor de deur: %(code)s") % {"code": g.badge},
        }
        for g in _by_name(hall.guests, names)
    ]
    hosts = [host.account.first_name for table in hall.tables if (host := host_at(table))]
    rows += [
        {"name": name, "line": _("tafelhost"), "qr": "", "code": "", "words": ""} for name in sorted(hosts)
    ]
    return _pdf("badges", _("Badges"), badges=rows)


def personal_cards(hall: Hall, names: GuestNames) -> bytes:
    """A card for every guest: name, place and time, and for each round the table of the plan in force, its host and
    whom one meets there."""
    tables = {t.id: t for t in hall.tables}

    def sits(guest: Guest, number: int) -> dict[str, Any]:
        table = tables.get(hall.seats.get((number, guest.id), UUID(int=0)))
        label = _("Ronde %(number)s") % {"number": number} if hall.gathering.rounds > 1 else _("U zit aan")
        if table is None:
            return {"label": label, "place": _("u wacht even"), "is-turn": False, "host": "", "with": ""}
        host = host_at(table)
        return {
            "label": label,
            "place": _("tafel %(number)s") % {"number": table.number},
            "is-turn": True,
            "host": _("Tafelhost: %(name)s") % {"name": host.account.first_name} if host else "",
            "with": _with_whom(hall, names, guest, number, table.id),
        }

    cards = []
    for guest in _by_name(hall.guests, names):
        rounds = [sits(guest, number) for number in range(1, hall.gathering.rounds + 1)]
        cards.append(
            {
                "name": names.first_name(guest.id),
                "firm": names.firm(guest.id),
                "rounds": rounds,
                "is_many": len(rounds) > MOST_ROUNDS_ON_A_CARD,
            }
        )
    gathering = hall.gathering
    return _pdf(
        "personal_cards",
        _("Persoonlijke kaarten"),
        cards=cards,
        place=gathering.place_name,
        address=gathering.address,
        times=moment_of(gathering),
        hello=_("Welkom"),
        foot=_("Loop naar uw tafel.")
        if hall.is_speed_dates
        else _("Loop naar uw tafel. De tafelhost helpt u verder."),
    )


def _with_whom(hall: Hall, names: GuestNames, guest: Guest, number: int, table_id: UUID) -> str:
    """For a candidate the entrepreneurs at the table, with their firms; nothing for an entrepreneur."""
    if guest.kind == GuestKind.ENTREPRENEUR:
        return ""
    there = [g for g in hall.entrepreneurs if hall.seats.get((number, g.id)) == table_id]
    people = [f"{names.first_name(g.id)} ({names.firm(g.id)})" for g in there]
    return _("U praat met %(people)s") % {"people": ", ".join(people)} if people else ""


def _by_name(guests: tuple[Guest, ...], names: GuestNames) -> list[Guest]:
    return sorted(guests, key=lambda g: (g.kind, names.first_name(g.id), str(g.id)))


def _moment(gathering: Gathering) -> str:
    start = timezone.localtime(gathering.starts_at, ZoneInfo(gathering.time_zone))
    day = date_format(start, "l j F")
    return f"{gathering.place_name} · {day[:1].upper()}{day[1:]}, {start:%H.%M}"


def address_of_badge(badge: str) -> str:
    """What the QR of a badge holds: any phone's camera opens the page where the guest is checked in."""
    return settings.BASE_URL + reverse("gatherings:badge", args=[badge])


def _qr(text: str) -> str:
    drawn = io.BytesIO()
    segno.make(text, error="m", micro=False).save(drawn, kind="svg", border=1, scale=4)
    return drawn.getvalue().decode()


def _pdf(shape: str, title: str, **content: Any) -> bytes:
    made: bytes = typst.compile(
        HERE / f"{shape}.typ",
        root=HERE,
        font_paths=[HERE / "fonts"],
        ignore_system_fonts=True,
        sys_inputs={
            "content": json.dumps({"title": title, "language": translation.get_language() or "nl"} | content)
        },
        pdf_standards="ua-1",
    )
    return made
