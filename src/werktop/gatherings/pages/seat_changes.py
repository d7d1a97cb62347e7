"""Posts of the seats page: each one command, then back to the round and seat it was about."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from werktop.audit.refusals import Refusal
from werktop.gatherings.commands.seat_rules import (
    add_chairs,
    add_pair_rule,
    close_tables,
    open_table,
    pin_guest,
    remove_pair_rule,
    unpin_guest,
)
from werktop.gatherings.commands.seating import apply_proposed_plan, drop_proposed_plan, plan_seats
from werktop.gatherings.commands.seats import move_guest, swap_guests, undo_last_change


def move_seat(request: Any, gathering_id: UUID) -> HttpResponse:
    """Seat a guest elsewhere: a free chair ("table:<key>") or a swap ("swap:<guest key>")."""
    where, _colon, key = request.POST.get("to", "").partition(":")
    guest_id, number = _key(request.POST.get("guest")), _number(request, "round")
    asked: dict[str, Any] = {
        "actor": request.actor,
        "at": request.at,
        "gathering_id": gathering_id,
        "guest_id": guest_id,
        "round_number": number,
        "version": _number(request, "version"),
        "key": request.request_key,
    }
    target = _key(key)
    if where == "swap":
        swap_guests(**asked, other_guest_id=target)
    else:
        move_guest(**asked, table_id=target)
    messages.success(request, _("Verzet. Met ‘Maak ongedaan’ zet je het terug."))
    return _back(gathering_id, ronde=number, stoel=guest_id)


def undo_seats(request: Any, gathering_id: UUID) -> HttpResponse:
    """Go back to the seats before the last change."""
    asked: dict[str, Any] = {
        "actor": request.actor,
        "at": request.at,
        "gathering_id": gathering_id,
        "key": request.request_key,
    }
    undo_last_change(**asked, version=_number(request, "version"))
    messages.success(request, _("De laatste wijziging is ongedaan gemaakt."))
    return _back(gathering_id, ronde=_number(request, "round"))


def pin_seat(request: Any, gathering_id: UUID) -> HttpResponse:
    """Pin a guest, or let go of the pin."""
    guest_id, number = _key(request.POST.get("guest")), _number(request, "round")
    asked: dict[str, Any] = {
        "actor": request.actor,
        "at": request.at,
        "gathering_id": gathering_id,
        "guest_id": guest_id,
        "key": request.request_key,
    }
    if request.POST.get("unpin"):
        unpin_guest(**asked)
        messages.success(request, _("Deze gast zit los: bij opnieuw indelen kan de stoel veranderen."))
    else:
        pin_guest(**asked, round_number=number)
        messages.success(request, _("Deze gast zit vast en blijft zitten als je opnieuw indeelt."))
    return _back(gathering_id, ronde=number, stoel=guest_id)


def pair_rules(request: Any, gathering_id: UUID) -> HttpResponse:
    """Add a pair that sits apart or together, or remove one."""
    asked: dict[str, Any] = {
        "actor": request.actor,
        "at": request.at,
        "gathering_id": gathering_id,
        "key": request.request_key,
    }
    if request.POST.get("remove"):
        remove_pair_rule(**asked, rule_id=_key(request.POST["remove"]))
        messages.success(request, _("Die afspraak is weg."))
    else:
        add_pair_rule(
            **asked,
            kind=request.POST.get("kind", ""),
            first_id=_key(request.POST.get("first")),
            second_id=_key(request.POST.get("second")),
        )
        messages.success(request, _("Genoteerd. Deel opnieuw in om er rekening mee te houden."))
    return _back(gathering_id, ronde=_number(request, "round"))


def seat_tables(request: Any, gathering_id: UUID) -> HttpResponse:
    """Close tables, open one, or add chairs; then plan anew."""
    asked: dict[str, Any] = {
        "actor": request.actor,
        "at": request.at,
        "gathering_id": gathering_id,
        "key": request.request_key,
    }
    if request.POST.get("open"):
        open_table(**asked, table_id=_key(request.POST["open"]))
        done = _("De tafel is weer open.")
    elif _number(request, "tables"):
        close_tables(**asked, count=_number(request, "tables"), more_chairs=_number(request, "chairs"))
        done = _("Gesloten.")
    else:
        add_chairs(**asked, chairs=_number(request, "chairs") or 1)
        done = _("De stoelen staan erbij.")
    try:
        plan_seats(
            actor=request.actor,
            at=request.at,
            gathering_id=gathering_id,
            seed=request.request_key.int % 1_000_000,
        )
        messages.success(request, done + " " + _("De stoelen zijn opnieuw ingedeeld."))
    except Refusal as refusal:
        # the tables have changed all the same; what is still missing is said
        messages.warning(request, f"{done} {refusal.text}")
    return _back(gathering_id)


def proposed_seats(request: Any, gathering_id: UUID) -> HttpResponse:
    """Apply the proposed plan, or throw it away."""
    asked: dict[str, Any] = {
        "actor": request.actor,
        "at": request.at,
        "gathering_id": gathering_id,
        "key": request.request_key,
    }
    if request.POST.get("drop"):
        drop_proposed_plan(**asked)
        messages.success(request, _("Het voorstel is weg; er is niets veranderd."))
    else:
        apply_proposed_plan(**asked)
        messages.success(request, _("Het voorstel geldt nu."))
    return _back(gathering_id)


def _back(gathering_id: UUID, **asked: Any) -> HttpResponse:
    query = urlencode({k: v for k, v in asked.items() if v})
    url = reverse("gatherings:seats", args=[gathering_id])
    return HttpResponseRedirect(f"{url}?{query}" if query else url)


def _number(request: Any, name: str) -> int:
    text = request.POST.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0


def _key(text: str | None) -> UUID:
    """The key in a field; one that is nobody's where the field holds none, so that the command refuses in words."""
    try:
        return UUID(text or "")
    except ValueError:
        return UUID(int=0)
