"""Seats: the tables of a round, why somebody sits there, and what could be otherwise."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.audit.keys import key_in
from werktop.gatherings.commands.seating import plan_seats
from werktop.gatherings.models import GatheringStatus, GuestKind, PairRule
from werktop.gatherings.over import is_closed
from werktop.gatherings.queries.affinity import weights_in_words
from werktop.gatherings.queries.chosen_seat import ChosenSeat, chosen_seat
from werktop.gatherings.queries.gatherings import can_edit
from werktop.gatherings.queries.not_fitting import asked_in, not_fitting
from werktop.gatherings.queries.pins_in_words import pin_in_words
from werktop.gatherings.queries.seat_promises import seat_promises
from werktop.gatherings.queries.seats import Chair, SeatedTable, SeatsPicture, may_change, seats_picture
from werktop.gatherings.queries.shortages import shortages
from werktop.gatherings.queries.who_sees import (
    gathering_with_guests,
    may_print,
    own_sheet,
    reads_reasons,
)
from werktop.gatherings.seat_refusals import SeatsDoNotFit
from werktop.ui.typed import whole_number

from .remedies import remedy_of, ways_on_of
from .words import frame_of


def seats(request: Any, gathering_id: UUID) -> HttpResponse:
    """The seats page; a post plans all seats anew."""
    refusal, gathering = None, gathering_with_guests(request.actor, gathering_id)
    if request.method == "POST":
        try:
            plan_seats(
                actor=request.actor,
                at=request.at,
                gathering_id=gathering_id,
                seed=_seed(request),
                is_proposal=bool(request.POST.get("is_proposal")),
                key=request.request_key,
            )
        except SeatsDoNotFit as found:
            refusal = found
        else:
            messages.success(request, _("De stoelen zijn ingedeeld."))
            return HttpResponseRedirect(reverse("gatherings:seats", args=[gathering_id]))
    picture = seats_picture(
        request.actor,
        gathering,
        round_number=whole_number(request.GET.get("ronde"), 1, digits=3),
        is_proposal=bool(request.GET.get("voorstel")),
    )
    chosen = None
    if guest_id := key_in(request.GET.get("stoel")):
        chosen = chosen_seat(
            picture.hall,
            picture.names,
            guest_id,
            picture.round_number,
            with_moves=can_edit(request.actor, gathering),
            with_reasons=reads_reasons(request.actor, gathering),
        )
    request.shown_people += picture.shown_people
    context = _context(request, picture, chosen)
    if refusal:
        ways = ways_on_of(gathering_id, refusal.kinds)
        context |= {"refused": refusal.text, "refused_ways": ways}
    else:
        context |= {"refused": "", "refused_ways": []}
    return render(request, "gatherings/seats.html", context, status=refusal.status if refusal else 200)


def _context(request: Any, picture: SeatsPicture, chosen: ChosenSeat | None) -> dict[str, Any]:
    hall = picture.hall
    gathering = hall.gathering
    can_change = may_change(request.actor, gathering)
    plans, reads = can_edit(request.actor, gathering), reads_reasons(request.actor, gathering)
    return frame_of(request.actor, gathering, request.at) | {
        "can_edit": can_change,
        "picture": picture,
        "can_change": can_change,
        "plans": plans,
        "has_guests": bool(hall.candidates) and bool(hall.tables),
        "tables": [_drawn(gathering.id, t, picture, chosen) for t in picture.tables],
        "tables_line": _tables_line(picture),
        "rounds": [
            {
                "label": _("Ronde %(number)s") % {"number": number},
                "url": _address(gathering.id, ronde=number, stoel=chosen.guest.id if chosen else None),
                "is_current": number == picture.round_number,
            }
            for number in range(1, gathering.rounds + 1)
        ],
        "chosen": chosen,
        "chosen_where": _where(chosen, picture) if chosen else "",
        "chosen_reasons": [{"kind": r.kind, "text": r.text} for r in chosen.reasons] if chosen else [],
        "is_chosen_candidate": chosen is not None and chosen.guest.kind == GuestKind.CANDIDATE,
        "promises": seat_promises(hall, picture.seats)
        if plans and picture.has_plan and hall.guests
        else None,
        "weights": weights_in_words(),
        "waiting": _listed(gathering.id, picture, picture.waiting),
        "unseated": _listed(gathering.id, picture, picture.unseated),
        "has_no_free_chair": _has_no_free_chair(picture),
        "shortages": [
            (s, [remedy_of(gathering.id, r) for r in s.remedies])
            for s in (
                shortages(
                    gathering,
                    hall.tables,
                    hall.turnout(GuestKind.CANDIDATE),
                    hall.turnout(GuestKind.ENTREPRENEUR),
                )
                + not_fitting(asked_in(hall))
                if can_change
                else []
            )
        ],
        "closed_tables": hall.closed_tables,
        # who sits apart from whom says something of both
        "rules": [_rule(picture, rule) for rule in hall.rules] if reads else [],
        "pins": [
            {
                "guest_id": g.id,
                "name": picture.names.first_name(g.id),
                "kind": g.kind,
                "text": pin_in_words(hall, g, hall.pins[g.id], picture.names),
            }
            for g in hall.guests
            if g.id in hall.pins
        ],
        "step_free": len(hall.step_free_needed) if reads else 0,
        "pair_choices": sorted(
            ((g.id, picture.names.full_name(g.id)) for g in hall.candidates if reads),
            key=lambda c: (c[1], str(c[0])),
        ),
        "pair_kinds": PairRule.Kind.choices,
        "is_running": gathering.status == GatheringStatus.RUNNING,
        "has_undo": bool(hall.plan and hall.plan.follows_id),
        "proposal_url": _address(gathering.id, voorstel=1),
        "seats_url": _address(gathering.id),
        "prints": [] if is_closed(gathering, request.at) else _prints(request.actor, gathering),
    }


def _has_no_free_chair(picture: SeatsPicture) -> bool:
    """Whether whoever stands is an entrepreneur and all chairs for them are taken: planning anew helps nobody."""
    hall = picture.hall
    chairs = hall.entrepreneurs_per_table * len(hall.tables)
    is_of_firms = all(guest.kind == GuestKind.ENTREPRENEUR for guest in picture.unseated)
    return is_of_firms and len(hall.entrepreneurs) > chairs


def _drawn(
    gathering_id: UUID, seated: SeatedTable, picture: SeatsPicture, chosen: ChosenSeat | None
) -> dict[str, Any]:
    number = seated.table.number
    return {
        "number": number,
        "label": " · ".join(seated.firms),
        "is_chosen": chosen is not None and chosen.table_number == number,
        "seats": [_chair(gathering_id, seated, chair, picture, chosen) for chair in seated.chairs],
    }


def _chair(
    gathering_id: UUID, seated: SeatedTable, chair: Chair, picture: SeatsPicture, chosen: ChosenSeat | None
) -> dict[str, Any]:
    there = f"swap:{chair.guest_id}" if chair.guest_id else f"table:{seated.table.id}"
    move = chosen.moves.get(there) if chosen and (chair.guest_id or not chair.name) else None
    drawn: dict[str, Any] = {
        # a free chair of the other kind is no place for who was chosen
        "effect": move.sign if move and chosen and chair.kind == chosen.guest.kind else "",
        "note": move.effect if move and chosen and chair.kind == chosen.guest.kind else "",
        # of "Een kandidaat" the picture has room for the first word alone, which reads as a name
        "name": chair.name
        if chair.guest_id is None or picture.names.are_known(chair.guest_id)
        else _("gast"),
        "kind": chair.kind,
        "url": "",
        "is_free": not chair.name,
        "is_new": chair.is_new,
        "is_pinned": chair.is_pinned,
        "is_awaited": chair.is_awaited,
    }
    if chair.guest_id:
        drawn |= {
            "key": str(chair.guest_id),
            "url": _address(gathering_id, ronde=picture.round_number, stoel=chair.guest_id) + "#stoel",
            "is_chosen": chosen is not None and chosen.guest.id == chair.guest_id,
        }
    return drawn


def _tables_line(picture: SeatsPicture) -> str:
    hall = picture.hall
    parts = [
        ngettext("%(count)s tafel", "%(count)s tafels", len(hall.tables)) % {"count": len(hall.tables)},
        ngettext("%(count)s kandidaat", "%(count)s kandidaten", len(hall.candidates))
        % {"count": len(hall.candidates)},
        ngettext("%(count)s ondernemer", "%(count)s ondernemers", len(hall.entrepreneurs))
        % {"count": len(hall.entrepreneurs)},
    ]
    hosts = sum(bool(t.host_name) for t in picture.tables)
    parts.append(ngettext("%(count)s tafelhost", "%(count)s tafelhosts", hosts) % {"count": hosts})
    if hall.gathering.status == GatheringStatus.RUNNING:
        inside = sum(bool(g.arrived_at) for g in hall.guests)
        parts.append(
            ngettext("%(count)s gast is binnen", "%(count)s gasten zijn binnen", inside) % {"count": inside}
        )
    return ", ".join(parts)


def _where(chosen: ChosenSeat, picture: SeatsPicture) -> str:
    if chosen.table_number is None:
        place = _("geen stoel in deze ronde")
    else:
        place = _("tafel %(number)s") % {"number": chosen.table_number}
    if picture.hall.gathering.rounds > 1:
        place = _("ronde %(number)s") % {"number": chosen.round_number} + ", " + place
    if not chosen.guest.arrived_at and picture.hall.gathering.status == GatheringStatus.RUNNING:
        place += ", " + _("nog niet binnen")
    return f"{chosen.firm} · {place}" if chosen.firm else place


def _listed(gathering_id: UUID, picture: SeatsPicture, guests: list) -> list[dict[str, Any]]:
    return [
        {
            "name": picture.names.full_name(g.id),
            "kind": g.kind,
            "sub": picture.names.firm(g.id),
            "url": _address(gathering_id, ronde=picture.round_number, stoel=g.id) + "#stoel",
        }
        for g in guests
    ]


def _rule(picture: SeatsPicture, rule: PairRule) -> dict[str, Any]:
    one, other = (picture.names.first_name(g) for g in (rule.first_id, rule.second_id))
    words = (
        _("%(one)s en %(other)s liever niet aan één tafel")
        if rule.kind == PairRule.Kind.APART
        else _("%(one)s en %(other)s samen aan één tafel")
    )
    return {"id": rule.id, "name": one, "text": words % {"one": one, "other": other}}


def _prints(viewer: Any, gathering: Any) -> list[tuple[str, str]]:
    sheets = reverse("gatherings:table_sheets", args=[gathering.pk])
    if table := own_sheet(viewer, gathering):
        return [(_("Kaart van tafel %(number)s") % {"number": table.number}, sheets)]
    if not may_print(viewer, gathering):
        return []
    return [
        (_("Tafelkaarten"), sheets),
        (_("Badges"), reverse("gatherings:badges", args=[gathering.pk])),
        (_("Persoonlijke kaarten"), reverse("gatherings:personal_cards", args=[gathering.pk])),
    ]


def _address(gathering_id: UUID, **asked: Any) -> str:
    query = urlencode({k: v for k, v in asked.items() if v is not None})
    url = reverse("gatherings:seats", args=[gathering_id])
    return f"{url}?{query}" if query else url


def _seed(request: Any) -> int:
    # another request, another search: "Deel opnieuw in" may find better seats
    return int(request.request_key.int % 1_000_000)
