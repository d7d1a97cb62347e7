"""The table screen: after the talk, the host taps who clicks, talents seen and what was agreed. Works without network."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.audit.refusals import Refusal
from werktop.gatherings.agreed import ON_SCREEN
from werktop.gatherings.commands.table import Tap, record_table
from werktop.gatherings.day_refusals import TapUnclear
from werktop.gatherings.models import Gathering, GatheringStatus, Table
from werktop.gatherings.queries.day import is_closed_to, runs_day
from werktop.gatherings.queries.rounds import clock_face, rounds_of
from werktop.gatherings.queries.table import Sitter, TableSheet, may_record, table_for, table_sheet
from werktop.ui.typed import whole_number

ON, OFF = "1", "0"


def page(request: Any, gathering_id: UUID, table_number: int) -> HttpResponse:
    """The screen of one table; a POST is one tap from the device's queue, or the whole form without script."""
    if request.method == "POST":
        return _save(request, gathering_id, table_number)
    gathering, table = table_for(request.actor, gathering_id, number=table_number)
    if not may_record(request.actor, gathering, table):
        # in place of the screen that this device kept: what waits on it is sent from here
        is_still_here = runs_day(request.actor, gathering, request.at)
        return render(
            request,
            "gatherings/day/table_handed_over.html",
            {"table": table, "is_still_here": is_still_here} | _device(request, gathering),
        )
    sheet = table_sheet(gathering, table, whole_number(request.GET.get("ronde")) or None)
    if is_closed_to(request.actor, gathering, request.at):
        return render(
            request, "gatherings/day/table_over.html", {"table": table} | _device(request, gathering)
        )
    request.shown_people += [
        ("candidate", list(sheet.candidate_ids)),
        ("entrepreneur", list(sheet.entrepreneur_ids)),
    ]
    return render(request, "gatherings/day/table_screen.html", _context(request, gathering, table, sheet))


def _save(request: Any, gathering_id: UUID, table_number: int) -> HttpResponse:
    is_device = "application/json" in request.headers.get("Accept", "")
    try:
        gathering, table = table_for(request.actor, gathering_id, number=table_number)
        taps = [_tap(request.POST)] if "tap" in request.POST else _form_taps(request.POST)
        if taps:
            record_table(
                actor=request.actor,
                at=request.at,
                key=request.request_key,
                gathering_id=gathering.pk,
                table_id=table.pk,
                taps=taps,
                tapped_at=_moment(request.POST.get("tapped_at", "")),
            )
    except Refusal as refusal:
        if not is_device:
            raise
        return JsonResponse({"refused": str(refusal.text)}, status=refusal.status)
    if is_device:
        return JsonResponse({"is_over": _is_over(request, gathering)})
    messages.success(request, _("Bewaard. Dank je wel."))
    return redirect(request.get_full_path())


def _tap(posted: QueryDict) -> Tap:
    return _read(str(posted["tap"]), is_on=posted.get("is_on") == ON)


def _form_taps(posted: QueryDict) -> list[Tap]:
    """What differs between the form as it was shown (`was`) and as it came back."""
    now = {f"klik:{value}" for value in posted.getlist("klik")}
    now |= {f"talent:{value}" for value in posted.getlist("talent")}
    now |= set(posted.getlist("agreed"))
    was = set(posted.getlist("was"))
    return [_read(cell, is_on=False) for cell in sorted(was - now)] + [
        _read(cell, is_on=True) for cell in sorted(now - was)
    ]


def _read(cell: str, *, is_on: bool) -> Tap:
    """A cell of the screen, "what:candidate:other", as a tap."""
    try:
        what, candidate, other = cell.split(":")
        return {"what": what, "candidate": UUID(candidate), "other": UUID(other), "is_on": is_on}
    except ValueError:
        raise TapUnclear() from None


def _moment(words: str) -> datetime | None:
    try:
        found = parse_datetime(words)
    except ValueError:
        return None
    return found if found and found.tzinfo else None


def _context(request: Any, gathering: Gathering, table: Table, sheet: TableSheet) -> dict[str, Any]:
    face, number = clock_face(gathering), sheet.round_number
    was = [
        cell
        for person in sheet.candidates
        for cell in (
            *(f"klik:{person.guest_id}:{other}" for other in person.clicks),
            *(f"talent:{person.guest_id}:{term}" for term in person.talents),
            *(f"{code}:{person.guest_id}:{other}" for other, code in person.agreed),
        )
    ]
    host = getattr(table, "host", None)
    here, is_over = request.path, gathering.status == GatheringStatus.FINISHED
    return _device(request, gathering) | {
        "table": table,
        "sheet": sheet,
        "host_name": host.account.name.split()[0] if host else "",
        "face": face,
        "rounds": [
            {
                "label": _("Ronde %(number)s") % {"number": each.number},
                "url": f"{here}?ronde={each.number}",
                "is_current": each.number == number,
            }
            for each in rounds_of(gathering)
        ],
        "rows": [_row(person) | {"note": _away(person, is_over)} for person in sheet.candidates],
        "columns": [
            {"key": person.guest_id, "name": person.name, "firm": person.firm, "note": _away(person, is_over)}
            for person in sheet.entrepreneurs
        ],
        "is_over": is_over,
        "has_away": not all(person.is_here for person in (*sheet.candidates, *sheet.entrepreneurs)),
        "people": [_sheet_of(person, sheet) for person in sheet.candidates],
        "was": was,
        "counts": _counts(sheet),
        "action": f"{here}?ronde={number}",
        # after the end only the plain form is left, for a paper sheet: the device keeps nothing any more
        "is_plain": is_over,
    }


def _away(person: Sitter, is_over: bool) -> str:
    if person.is_here:
        return ""
    return _("niet ingecheckt") if is_over else _("nog niet hier")


def _row(person: Sitter) -> dict[str, Any]:
    seen = len(person.talents)
    words = ngettext("%(n)s talent", "%(n)s talenten", seen) % {"n": seen} if seen else _("Wat viel op?")
    return {
        "key": person.guest_id,
        "name": person.name,
        "kliks": person.clicks,
        "seen": words,
        "has_seen": bool(seen),
        "opens": f"bij-{person.guest_id}",
    }


def _sheet_of(person: Sitter, sheet: TableSheet) -> dict[str, Any]:
    """What one person's sheet offers: talents, the rarer ones, and an agreement with each entrepreneur."""

    def pick(name: str, value: str, label: str, is_on: bool) -> dict[str, Any]:
        return {"name": name, "value": value, "label": label, "is_on": is_on}

    def talent(each: Any) -> dict[str, Any]:
        return pick("talent", f"{person.guest_id}:{each.id}", capfirst(each.label), each.id in person.talents)

    return {
        "id": f"bij-{person.guest_id}",
        "name": person.name,
        "title": _("Wat viel op bij %(name)s?") % {"name": person.name},
        "talents": [talent(each) for each in sheet.talents],
        # what was noted stays in sight
        "more": [talent(each) for each in sheet.more_talents],
        "is_more_open": any(each.id in person.talents for each in sheet.more_talents),
        "agreed": [
            pick(
                "agreed",
                f"{code}:{person.guest_id}:{other.guest_id}",
                _(words) % {"name": other.name},
                (other.guest_id, code) in person.agreed,
            )
            for other in sheet.entrepreneurs
            for code, words in ON_SCREEN.items()
        ],
        "others": [
            {"name": each.name, "opens": f"bij-{each.guest_id}", "is_current": each is person}
            for each in sheet.candidates
        ],
    }


def _counts(sheet: TableSheet) -> list[tuple[str, str]]:
    return [
        ("klik", ngettext("%(n)s klik", "%(n)s kliks", sheet.clicks) % {"n": sheet.clicks}),
        (
            "talent",
            ngettext("%(n)s talent", "%(n)s talenten", sheet.talents_seen) % {"n": sheet.talents_seen},
        ),
        ("agreed", ngettext("%(n)s afspraak", "%(n)s afspraken", sheet.agreements) % {"n": sheet.agreements}),
    ]


def _is_over(request: Any, gathering: Gathering) -> bool:
    """Whether the device may forget what it kept."""
    return gathering.status == GatheringStatus.FINISHED or is_closed_to(request.actor, gathering, request.at)


def _device(request: Any, gathering: Gathering) -> dict[str, Any]:
    """What the device's script needs: where its worker is, whose taps it may send, and its words."""
    return {
        "gathering": gathering,
        "device": {
            "worker": reverse("gatherings:table_worker"),
            "scope": reverse("gatherings:table_worker").rpartition("/")[0] + "/",
            "login": reverse("accounts:log_in"),
            "who": str(request.actor.id),
            "isOver": _is_over(request, gathering),
            "words": {
                "sent": _("Alles is bewaard."),
                "sending": _("Bewaren …"),
                "done": _("Alles is bewaard. Dank je wel."),
                "doneWaits": _(
                    "Alles staat veilig op dit toestel en gaat mee zodra er netwerk is. Log tot die tijd niet uit."
                ),
                "waits": _("Geen netwerk. Alles staat veilig op dit toestel en gaat straks vanzelf mee."),
                "login": _("Je bent uitgelogd. Alles staat veilig op dit toestel. Log in, dan gaat het mee."),
                "refused": _("Niet bewaard:"),
                "notTaken": _("Deze tik is niet aangenomen. Geef het door aan de coördinator."),
                "over": _("Alles is bewaard. Dit toestel heeft niets meer van dit gesprek."),
                "other": _(
                    "Op dit toestel wachten tikken van een collega die nog niet bewaard zijn. Zorg voor netwerk en laat die "
                    "collega hier inloggen: dan gaan ze vanzelf mee. Daarna kun jij verder."
                ),
                "notSeen": _("Wat viel op?"),
                "talent": [_("{n} talent"), _("{n} talenten")],
                "klik": [_("{n} klik"), _("{n} kliks")],
                "agreed": [_("{n} afspraak"), _("{n} afspraken")],
                "waiting": [_("{n} tik wacht op netwerk"), _("{n} tikken wachten op netwerk")],
            },
        },
    }


def worker(request: HttpRequest) -> HttpResponse:
    """The device's service worker. It keeps the table screen at hand; what it may keep lies under this address."""
    response = render(request, "gatherings/day/table_worker.js", content_type="text/javascript")
    response["Cache-Control"] = "no-cache"
    return response
