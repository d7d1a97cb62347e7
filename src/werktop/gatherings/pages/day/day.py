"""Tijdens: who is there, which round it is, and what to do next. For a phone at the door."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.gatherings.models import Gathering, GatheringStatus, Table
from werktop.gatherings.phases import phases_of
from werktop.gatherings.queries.asked import Asked, asked_of
from werktop.gatherings.queries.came import noted_without_check_in
from werktop.gatherings.queries.day import (
    GuestLine,
    door,
    gathering_at_the_door,
    is_early,
    lines_at,
    may_lead,
    may_start,
    opens_from,
)
from werktop.gatherings.queries.rounds import ClockFace, clock_face
from werktop.gatherings.queries.table import is_seated, own_table
from werktop.gatherings.queries.tables import tables_to_record
from werktop.gatherings.queries.talk_totals import talk_totals
from werktop.gatherings.queries.walk_ins import walk_ins_found

NAMED = 6
"""So many names stand in the line of who has no chair; the rest is counted there, and named in a fold."""
STATES = ("expected", "late", "here", "left", "open")


def page(request: Any, gathering_id: UUID) -> HttpResponse:
    """The day of one gathering; `?q=` finds guests by first letters, `?toch=1` lists who was not expected."""
    gathering = gathering_at_the_door(request.actor, gathering_id, request.at)
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
    own = own_table(request.actor, gathering)
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
        "opens_from": opens_from(gathering),
        "is_early": is_early(gathering, request.at),
        "can_take_back": is_running
        and _is_nobody_in(everyone, face)
        and may_start(request.actor, gathering, request.at),
        "without_chair": _names(without_chair),
        # while a round runs each gets a chair here, without looking them up
        "to_seat": without_chair[:NAMED] if face.is_running else [],
        "more_without_chair": without_chair[NAMED:],
        "is_unexpected": is_unexpected and not words,
        "own_table": own,
        "may_print": own is not None and not is_over and is_seated(gathering),
        "tables": tables,
        "roomy_tables": _roomy_tables(tables, everyone),
        "phases": phases_of(request.actor, gathering, "during", request.at),
        "next_round": face.next_round,
        "asked": _asked(request, gathering) if is_over else None,
        "totals": talk_totals(gathering.pk) if is_over else None,
    }
    template = (
        "gatherings/day/guests.html" if request.headers.get("HX-Request") else "gatherings/day/day.html"
    )
    return render(request, template, context)


def _asked(request: Any, gathering: Gathering) -> Asked:
    found = asked_of(request.actor, gathering, request.at)
    request.shown_people.append(("candidate", found.shown_ids))
    return found


def _is_nobody_in(lines: list[GuestLine], face: ClockFace) -> bool:
    """Whether the start can be taken back; the command decides in the end."""
    return not face.number and not any(line.state in ("here", "left") for line in lines)


def unexpected(lines: list[GuestLine]) -> list[GuestLine]:
    """Guests on the list who did not say yes and may turn up all the same, as far as their names are known here."""
    return [line for line in lines if line.state == "open" and not line.is_to_be_told]


def _presence(lines: list[GuestLine], is_over: bool) -> list[tuple[str, int, str]]:
    """Here, still to come and late, for the bar; those who left count as having been here."""
    count = {state: sum(line.state == state for line in lines) for state in STATES}
    if is_over:
        said = [
            ("yes", count["here"], _("waren er")),
            ("no", count["left"], _("eerder naar huis")),
            ("open", count["expected"], _("niet ingecheckt")),
        ]
        # what was not is not named
        return [each for each in said if each[1] or each[0] == "yes"]
    return [
        ("yes", count["here"], _("binnen")),
        ("open", count["expected"], _("nog niet hier")),
        ("rest", count["late"], _("later verwacht")),
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
