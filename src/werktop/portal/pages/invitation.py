"""Uitnodiging: one question, two buttons. A link in a mail never answers by itself; one tap here does."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.audit.refusals import Refusal, shown_again
from werktop.gatherings.commands.guests import reply_to_invitation
from werktop.gatherings.commands.talks import answer_impression
from werktop.gatherings.queries.invitation import Invitation, invitation_for
from werktop.gatherings.queries.needs import promises
from werktop.portal.words import frame, impression_question, short_day_of, span_of
from werktop.regions import queries as regions
from werktop.ui.typed import whole_number

NUMBERS = {1: gettext_lazy("één ondernemer"), 2: gettext_lazy("twee ondernemers")}


class OffersForm(forms.Form):
    """What we offer so that somebody can come. Nothing of it needs a reason."""

    wants_travel_paid = forms.BooleanField(
        label=gettext_lazy("Ik wil graag dat u de reis betaalt"), required=False
    )
    wants_childcare = forms.BooleanField(
        label=gettext_lazy("Ik wil graag oppas voor mijn kinderen"), required=False
    )
    wants_interpreter = forms.BooleanField(label=gettext_lazy("Ik wil graag een tolk"), required=False)
    brings_somebody = forms.BooleanField(label=gettext_lazy("Er komt iemand met mij mee"), required=False)


def page(request: Any, token: str) -> HttpResponse:
    """GET shows the invitation and the answer so far; POST records an answer, or the optional question's."""
    found = invitation_for(request.actor)
    refusal = None
    if request.method == "POST":
        try:
            _record(request, found)
        except Refusal as said:
            refusal = shown_again(request, said)
        else:
            return redirect(request.path)
    gathering, guest = found.gathering, found.guest
    # the guest's own organisation: another one's candidate does not know the colleague who holds the gathering
    organisation = regions.organisation_by_id(request.actor.organisation_id)
    contact = gathering.contact if organisation.pk == gathering.organisation_id else None
    offers = OffersForm(request.POST) if refusal else OffersForm(initial=found.ticked)
    context = {
        "invitation": found,
        "guest": guest,
        "gathering": gathering,
        "state": _state(found, request.at),
        "first_name": found.first_name,
        "is_reminded": found.hears_the_day_before(request.at),
        "day": short_day_of(gathering.starts_at, gathering.time_zone),
        "facts": _facts(found),
        "with_whom": NUMBERS.get(gathering.entrepreneurs_per_table, _("een paar ondernemers")),
        "offers": offers if guest.kind == "candidate" else None,
        "contact_name": contact.name if contact else organisation.name,
        "contact_phone": (contact and contact.phone) or organisation.phone,
        "calendar_url": reverse("portal:invitation_calendar", kwargs={"token": token}),
        "promised": promises(found.needs, guest.arranged, is_last=found.is_last_day(request.at)),
        "question": _question(found, request.at),
        "refusal": refusal,
    }
    status = refusal.status if refusal else 200
    return render(request, "portal/invitation.html", context | frame(organisation), status=status)


def _record(request: Any, found: Invitation) -> None:
    who = {
        "actor": request.actor,
        "at": request.at,
        "key": request.request_key,
        "gathering_id": found.gathering.pk,
        "holder_kind": request.actor.kind,
        "holder_id": request.actor.id,
    }
    if "score" in request.POST:
        if not found.guest.has_told_before:
            answer_impression(**who, moment="before", score=whole_number(request.POST["score"]))
        return
    answer = request.POST.get("answer", "")
    if answer not in ("yes", "no"):
        raise Refusal(_("Kies ja of nee."))
    offers = OffersForm(request.POST)
    offers.is_valid()
    is_asked = answer == "yes" and found.guest.kind == "candidate"
    ticked = {name: bool(offers.cleaned_data.get(name)) for name in OffersForm.base_fields}
    wants: dict[str, Any] = found.said_by(ticked) if is_asked else {}
    reply_to_invitation(**who, reply=answer, **wants)


def _state(found: Invitation, at: Any) -> str:
    if found.is_cancelled:
        return "cancelled"
    if found.is_over(at):
        return "over"
    if found.guest.reply == "yes" and found.guest.asked_again_at is not None:
        return "again"
    return found.guest.reply if found.guest.reply in ("yes", "no", "waiting") else "open"


def _facts(found: Invitation) -> list[tuple[str, str, str]]:
    gathering = found.gathering
    rows = [
        ("calendar", _("Wanneer"), span_of(gathering.starts_at, gathering.ends_at, gathering.time_zone)),
        ("pin", _("Waar"), f"{gathering.place_name}, {gathering.address}"),
    ]
    if gathering.travel_tip:
        rows.append(("bus", _("Reis"), gathering.travel_tip))
    return rows


def _question(found: Invitation, at: Any) -> dict[str, Any] | None:
    is_asked = (
        found.gathering.is_impression_asked
        and found.guest.reply == "yes"
        and not found.guest.has_told_before
        and at < found.gathering.starts_at
        and not found.is_cancelled
    )
    return impression_question(found.guest.kind) if is_asked else None
