"""Gaat niet door: one of the two told a colleague that the moment, or the talk itself, does not suit; and a tap by
mistake taken back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.audit.refusals import Refusal, shown_again

from ..commands import decline_talk, say_it_does_not_suit, take_back_calling_off
from ..queries import talks
from ..refusals import GuestSaidSo, HourIsGone, PlaceIsTaken, TooLateToTakeBack
from .follow_up import shown

ANSWERS = {"unsuitable": say_it_does_not_suit, "declined": decline_talk}

FOR_A_COLLEAGUE: dict[type[Refusal], Any] = {
    TooLateToTakeBack: gettext_lazy(
        "De ander weet al dat het niet doorgaat. Bel beiden en spreek opnieuw iets af."
    ),
    HourIsGone: gettext_lazy("Dit moment is ondertussen bezet. Bel beiden en spreek een ander moment af."),
    GuestSaidSo: GuestSaidSo.text,
    PlaceIsTaken: gettext_lazy(
        "Een van beiden heeft ondertussen genoeg gesprekken. Kijk bij “Na het gesprek” welk gesprek erbij kwam."
    ),
}
"""Why it cannot be put back, for who is on the telephone; the guest's own page says it in its own words."""


def call_off(request: HttpRequest, follow_up_id: UUID) -> HttpResponse:
    """A POST notes who of the two said so, and whether another moment is looked for or the talk is not wanted."""
    talk = talks.talk_for(request.actor, follow_up_id)
    try:
        answer = ANSWERS.get(request.POST.get("answer", ""))
        if answer is None:
            raise Refusal(_("Dit formulier klopt niet. Laad de pagina opnieuw."))
        answer(
            actor=request.actor,
            at=request.at,
            key=request.request_key,
            follow_up_id=follow_up_id,
            said_by=request.POST.get("said_by", ""),
        )
    except Refusal as said:
        return shown(request, talk, off=shown_again(request, said))
    return redirect("matches:follow_up", follow_up_id=follow_up_id)


def take_back(request: HttpRequest, follow_up_id: UUID) -> HttpResponse:
    """A POST puts the appointment back, as long as nobody was told."""
    talk = talks.talk_for(request.actor, follow_up_id)
    try:
        is_back = take_back_calling_off(
            actor=request.actor, at=request.at, key=request.request_key, follow_up_id=follow_up_id
        )
    except tuple(FOR_A_COLLEAGUE) as said:
        return shown(request, talk, off=Refusal(FOR_A_COLLEAGUE[type(said)]))
    if is_back:
        messages.success(request, _("De afspraak staat weer. Niemand kreeg er bericht van."))
    else:
        # somebody put it back, or sent it anew, after this page was opened
        messages.info(request, _("Er viel niets terug te zetten. Hieronder staat hoe de afspraak nu is."))
    return redirect("matches:follow_up", follow_up_id=follow_up_id)
