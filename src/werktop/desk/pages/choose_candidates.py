"""The list of candidates, sent: other filters, another order or page, one filter less, or on to what is done with many. Who is
ticked stays so. It saves nothing of anybody."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.audit.keys import keys_in

from ..queries import listed_candidates
from .asked import Asked, asked_in
from .ticks import MOST, keep_ticked, ticks_sent

DOES = {
    "invite": "desk:invite_candidates",
    "assign": "desk:assign_candidates",
    "download": "desk:download_candidates",
    "spread": "desk:analysis",
}
"""What can be done with many, each on a page of its own that says first what will happen."""


def page(request: Any) -> HttpResponse:
    """To the address of what was asked."""
    sent = request.POST
    then, asked = sent.get("then", "show"), asked_in(sent)
    keys = ticks_sent(request)
    if then == "untick":
        keys = set()
    elif then == "tick_page":
        keys |= _shown(request)
    elif then == "tick_all":
        keys |= set(_found(request, asked))
    if not keep_ticked(request, keys):
        words = ngettext(
            "Er kan niet meer dan %(count)d kandidaat aangevinkt zijn.",
            "Er kunnen niet meer dan %(count)d kandidaten aangevinkt zijn.",
            MOST,
        ) % {"count": MOST}
        messages.warning(request, f"{words} " + _("Kies onder de lijst voor wie de filters vinden."))
    if then == "clear":
        asked = Asked(sort=asked.sort)
    if sent.get("turn"):
        asked = Asked(asked.said, sent["turn"][:20])
    name, _equals, value = sent.get("less", "").partition("=")
    if name:
        asked = asked.without(name, value)
    does, _colon, whom = then.partition(":")
    if does in DOES:
        address = asked.address(wie=whom if whom in ("aangevinkt", "gevonden") else "aangevinkt")
        return redirect(f"{reverse(DOES[does])}?{address}")
    more = {"page": sent["page"]} if sent.get("page", "").isdigit() else {}
    address = asked.address(**more)
    if then == "clear" or not address:
        address = "alles=1" if not address else f"{address}&alles=1"
    return redirect(f"{reverse('desk:candidates')}?{address}")


def _shown(request: Any) -> set[Any]:
    return set(keys_in(request.POST.getlist("shown")))


def _found(request: Any, asked: Asked) -> list[Any]:
    found = listed_candidates(request.actor, asked.query(request.actor, request.at))
    return list(found.order_by().values_list("pk", flat=True)[: MOST + 1])
