"""Tijdens: who is there, which round it is, and what to do next. For a phone at the door."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.gatherings.commands import day as commands
from werktop.gatherings.commands.late_guests import seat_late_guest
from werktop.gatherings.commands.talk_on import ask_talk_on
from werktop.gatherings.commands.walk_ins import let_walk_in
from werktop.gatherings.day_refusals import TapUnclear
from werktop.gatherings.models import GatheringStatus, Table
from werktop.gatherings.phases import phases_of
from werktop.gatherings.queries.came import noted_without_check_in
from werktop.gatherings.queries.day import (
    ClockFace,
    GuestLine,
    clock_face,
    door,
    door_state,
    gathering_on_the_day,
    guest_by_badge,
    lines_at,
    may_lead,
    may_start,
    person_of,
    table_of,
)
from werktop.gatherings.queries.table import own_table
from werktop.gatherings.queries.tables import tables_to_record
from werktop.gatherings.queries.talk_totals import talk_totals
from werktop.gatherings.queries.walk_ins import walk_ins_found

NAMED = 6
"""So many names stand in the line of who has no chair; the rest is counted there, and named in a fold."""
STATES = ("expected", "late", "here", "left", "open")


def page(request: Any, gathering_id: UUID) -> HttpResponse:
    """The day of one gathering; `?q=` finds guests by first letters, `?toch=1` lists who was not expected."""
    gathering = gathering_on_the_day(request.actor, gathering_id)
    words = request.GET.get("q", "").strip()[:60]
    is_running = gathering.status == GatheringStatus.RUNNING
    face = clock_face(gathering)
    everyone, is_over = door(request.actor, gathering, face), gathering.status == GatheringStatus.FINISHED
    if is_over:  # nobody comes later any more
        everyone = [replace(line, state="expected") if line.state == "late" else line for line in everyone]
    is_asked = bool(request.GET.get("toch")) and (is_running or is_over)
    is_unexpected = is_asked and may_lead(request.actor, gathering)
    found = unexpected(everyone) if is_unexpected and not words else lines_at(everyone, words)
    tables = tables_to_record(gathering)
    walk_ins = walk_ins_found(request.actor, gathering, words) if is_running else []
    without_chair = _without_chair(everyone, face) if is_running else []
    can_confirm = is_over and may_lead(request.actor, gathering)
    noted = noted_without_check_in(gathering.pk) if can_confirm else set()
    if noted and not words:
        named = [line for line in everyone if line.id in noted and not line.is_to_be_told]
        found = list(dict.fromkeys([*found, *named]))
    _shown(request, list(dict.fromkeys([*found, *without_chair])))
    for each in walk_ins:
        request.shown_people.append((each.kind, [each.id]))
    context = {
        "gathering": gathering,
        "words": words,
        "is_running": is_running,
        "is_preparing": gathering.status == GatheringStatus.PREPARING,
        "is_over": is_over,
        "can_confirm": can_confirm,
        "is_cancelled": gathering.status == GatheringStatus.CANCELLED,
        "groups": {"noted": [line for line in found if line.id in noted]}
        | {
            state: [line for line in found if line.state == state and line.id not in noted]
            for state in STATES
        },
        "presence": _presence(everyone, is_over),
        "found_count": len(found),
        "walk_ins": walk_ins,
        "can_add_candidates": request.actor.can("edit_candidates"),
        "face": face,
        "may_lead": may_lead(request.actor, gathering),
        "may_start": may_start(request.actor, gathering, request.at),
        "without_chair": _names(without_chair),
        # while a round runs each gets a chair here, without looking them up
        "to_seat": without_chair[:NAMED] if face.is_running else [],
        "more_without_chair": without_chair[NAMED:],
        "is_unexpected": is_unexpected and not words,
        "own_table": own_table(request.actor, gathering),
        "tables": tables,
        "roomy_tables": _roomy_tables(tables, everyone),
        "phases": phases_of(request.actor, gathering, "during"),
        "next_round": face.next_round,
        "totals": talk_totals(gathering.pk) if is_over else None,
    }
    template = (
        "gatherings/day/guests.html" if request.headers.get("HX-Request") else "gatherings/day/day.html"
    )
    return render(request, template, context)


def unexpected(lines: list[GuestLine]) -> list[GuestLine]:
    """Guests on the list who did not say yes and may turn up all the same, as far as their names are known here."""
    return [line for line in lines if line.state == "open" and not line.is_to_be_told]


def _presence(lines: list[GuestLine], is_over: bool) -> list[tuple[str, int, str]]:
    """Here, still to come and late, for the bar; those who left count as having been here."""
    count = {state: sum(line.state == state for line in lines) for state in STATES}
    return [
        ("yes", count["here"], _("binnen")),
        ("open", count["expected"], _("niet ingecheckt") if is_over else _("nog niet hier")),
        ("rest", count["late"], _("komen later")),
        ("no", count["left"], _("naar huis")),
    ]


def _without_chair(lines: list[GuestLine], face: ClockFace) -> list[GuestLine]:
    """Who is here without a chair in the round of now, or in the next; nobody after the last, nor before there are
    seats at all."""
    is_seated = any(line.table_number for line in lines)
    if not is_seated or not (face.is_running or face.next_round):
        return []
    return [line for line in lines if line.state == "here" and not (line.table_number or line.is_waiting)]


def _names(lines: list[GuestLine]) -> str:
    """Some names, and how many more there are; "" for nobody."""
    names = ", ".join(line.name for line in lines[:NAMED])
    more = len(lines) - NAMED
    if more <= 0:
        return names
    return ngettext("%(names)s en %(more)s ander", "%(names)s en %(more)s anderen", more) % {
        "names": names,
        "more": more,
    }


def _roomy_tables(tables: list[Table], lines: list[GuestLine]) -> list[int]:
    """The numbers of the three open tables with the fewest people who are there, for who comes in late."""
    numbers = [table.number for table in tables if not table.is_closed]
    taken = Counter(line.table_number for line in lines if line.state == "here")
    return sorted(numbers, key=lambda number: (taken[number], number))[:3]


def _shown(request: Any, lines: list[GuestLine]) -> None:
    for kind in ("candidate", "entrepreneur"):
        request.shown_people.append((kind, [line.person_id for line in lines if line.person_kind == kind]))


# ── one guest at the door ──

STEPS: dict[str, Callable[..., Any]] = {
    "here": commands.check_in,
    "not_here": commands.undo_check_in,
    "late": commands.expect_late,
    "not_late": lambda **asked: commands.expect_late(is_late=False, **asked),
    "was_here": commands.confirm_was_here,
    "was_not_here": lambda **asked: commands.confirm_was_here(is_here=False, **asked),
    "left": commands.note_left_early,
    "not_left": lambda **asked: commands.note_left_early(is_left=False, **asked),
}


def guest(request: Any, gathering_id: UUID, guest_id: UUID) -> HttpResponse:
    """One tap at the door: `what` is one of `STEPS`."""
    gathering_on_the_day(request.actor, gathering_id)
    asked = {"actor": request.actor, "at": request.at, "key": request.request_key, "guest_id": guest_id}
    what, step = request.POST.get("what", ""), STEPS.get(request.POST.get("what", ""))
    if what.startswith("table-") and what[6:].isdigit():
        seat_late_guest(**asked, table_number=int(what[6:]))
    elif step is None:
        raise TapUnclear()
    else:
        step(**asked)
    if request.POST.get("back") == "badge":
        return redirect(request.META.get("HTTP_REFERER") or reverse("gatherings:day", args=[gathering_id]))
    if request.POST.get("back") == "replan":
        return redirect("gatherings:replan", gathering_id)
    words = request.POST.get("q", "")
    # on with the next guest: the search starts anew after somebody was let in
    query = f"?q={words}" if words and request.POST.get("what") not in ("here", "left") else ""
    return redirect(reverse("gatherings:day", args=[gathering_id]) + query)


def walk_in(request: Any, gathering_id: UUID) -> HttpResponse:
    """Somebody who is not on the guest list is let in."""
    gathering_on_the_day(request.actor, gathering_id)
    try:
        person_id = UUID(request.POST.get("person", ""))
    except ValueError:
        raise TapUnclear() from None
    let_walk_in(
        actor=request.actor,
        at=request.at,
        key=request.request_key,
        gathering_id=gathering_id,
        kind=request.POST.get("kind", ""),
        person_id=person_id,
    )
    messages.success(request, _("Staat op de gastenlijst en is binnen. Geef zo nog een stoel."))
    return redirect("gatherings:day", gathering_id)


def badge(request: Any, badge: str) -> HttpResponse:
    """What the code on a badge opens: whose it is and where they sit; one tap lets them in. A GET changes nothing."""
    gathering, found = guest_by_badge(request.actor, badge, request.at)
    kind, person_id = person_of(found)
    request.shown_people.append((kind, [person_id]))
    face = clock_face(gathering)
    # among all guests, so that a namesake gets the same letters as on the list
    line = next((each for each in door(request.actor, gathering, face) if each.id == found.pk), None)
    return render(
        request,
        "gatherings/day/badge.html",
        {
            "gathering": gathering,
            "guest": found,
            "name": line.name if line else _("een gast"),
            "firm": line.firm if line else "",
            "state": door_state(found),
            "table": table_of(found, face.seated_round),
            "round_number": face.seated_round,
            "is_running": gathering.status == GatheringStatus.RUNNING,
        },
    )


# ── the day's course ──


def start(request: Any, gathering_id: UUID) -> HttpResponse:
    """The doors open."""
    commands.start_day(actor=request.actor, at=request.at, key=request.request_key, gathering_id=gathering_id)
    return redirect("gatherings:day", gathering_id)


def finish(request: Any, gathering_id: UUID) -> HttpResponse:
    """The gathering is over."""
    commands.finish_day(
        actor=request.actor, at=request.at, key=request.request_key, gathering_id=gathering_id
    )
    messages.success(request, _("Het gesprek is afgesloten. Op de tafelschermen blijft niets staan."))
    return redirect("gatherings:day", gathering_id)


def ask(request: Any, gathering_id: UUID) -> HttpResponse:
    """Everybody who came is asked with whom to talk on."""
    told = ask_talk_on(actor=request.actor, at=request.at, key=request.request_key, gathering_id=gathering_id)
    words = ngettext("%(n)s gast krijgt de vraag.", "%(n)s gasten krijgen de vraag.", told["asked"])
    said = [words % {"n": told["asked"]}]
    if told["to_call"]:
        words = ngettext("Bel %(n)s gast zelf.", "Bel %(n)s gasten zelf.", told["to_call"])
        said.append(words % {"n": told["to_call"]})
    messages.success(request, " ".join(said))
    return redirect("gatherings:day", gathering_id)


ROUND_STEPS: dict[str, Callable[..., Any]] = {
    "begin": commands.begin_round,
    "end": commands.end_round,
    "take_back": commands.take_back_round,
}


def a_round(request: Any, gathering_id: UUID, round_number: int) -> HttpResponse:
    """A round begins, ends, or turns out to have begun by mistake: `what` is one of `ROUND_STEPS`."""
    gathering_on_the_day(request.actor, gathering_id)
    step = ROUND_STEPS.get(request.POST.get("what", ""))
    if step is None:
        raise TapUnclear()
    step(
        actor=request.actor,
        at=request.at,
        key=request.request_key,
        gathering_id=gathering_id,
        number=round_number,
    )
    return redirect("gatherings:day", gathering_id)


__all__ = ["a_round", "ask", "badge", "finish", "guest", "page", "start", "walk_in"]
