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
from werktop.gatherings.commands.answering import reply_to_invitation
from werktop.gatherings.commands.talks import answer_impression
from werktop.gatherings.queries.invitation import Invitation, invitation_for
from werktop.gatherings.queries.needs import promises
from werktop.portal.words import frame_for, impression_question, short_day_of, span_of
from werktop.regions import queries as regions
from werktop.ui.typed import whole_number

NUMBERS = {1: gettext_lazy("één ondernemer"), 2: gettext_lazy("twee ondernemers")}

QUESTIONS = {
    "wants_travel_paid": gettext_lazy("Zullen wij uw reis betalen?"),
    "wants_childcare": gettext_lazy("Hebt u oppas nodig voor uw kinderen?"),
    "wants_interpreter": gettext_lazy("Hebt u een tolk nodig?"),
    "brings_somebody": gettext_lazy("Komt er iemand met u mee?"),
}
SAID = {None: "", True: "on", False: "false"}
"""An answer as a form sends it. A page that was open while the file changed sends what a ticked or an empty box says too."""


class OffersForm(forms.Form):
    """What we offer so that somebody can come. Nothing of it needs a reason. Of what the own file says, at another
    organisation's gathering, one question with three answers: yes and that one is not told, yes and it is, no."""

    wants_travel_paid = forms.BooleanField(
        label=gettext_lazy("Ik wil graag dat u de reis betaalt"), required=False
    )
    wants_childcare = forms.BooleanField(
        label=gettext_lazy("Ik wil graag oppas voor mijn kinderen"), required=False
    )
    wants_interpreter = forms.BooleanField(label=gettext_lazy("Ik wil graag een tolk"), required=False)
    brings_somebody = forms.BooleanField(label=gettext_lazy("Er komt iemand met mij mee"), required=False)

    def __init__(self, invitation: Invitation, data: Any = None) -> None:
        self.known = invitation.known_at_home
        said = {name: SAID[value] for name, value in self.known.items()}
        super().__init__(data, initial=invitation.ticked | said)
        names = {
            "organiser": invitation.gathering.organisation.name,
            "own": invitation.guest.organisation.name,
        }
        for name in self.known:
            untold = (
                _("Ja. %(organiser)s leest alleen hoeveel stoelen er extra staan.")
                if name == "brings_somebody"
                else _("Ja. Alleen %(own)s weet het.")
            )
            answers = [
                ("", untold % names),
                (SAID[True], _("Ja. %(organiser)s mag het ook weten.") % names),
                (SAID[False], _("Nee, deze keer niet.")),
            ]
            self.fields[name] = forms.ChoiceField(
                label=QUESTIONS[name], choices=answers, widget=forms.RadioSelect, required=False
            )

    @property
    def questions(self) -> list[forms.BoundField]:
        """What is asked of what we know already."""
        return [bound for bound in self if bound.name in self.known]

    @property
    def boxes(self) -> list[forms.BoundField]:
        """What is ticked."""
        return [bound for bound in self if bound.name not in self.known]

    def said(self, *, is_of_others: bool) -> dict[str, Any]:
        """What the guest says with it, as `reply_to_invitation` asks. At another organisation's gathering a box that is left
        empty says nothing: the file goes on to count for the own one. Nor does a question that did not stand there."""
        self.is_valid()
        said: dict[str, Any] = {}
        unsaid = []
        for name, value in self.cleaned_data.items():
            if name not in self.known and (value or not is_of_others):
                said[name] = value
            elif name in self.known and value:
                said[name] = value == SAID[True]
            elif name not in self.known or name in self.data:
                unsaid.append(name)
        return said | {"unsaid": unsaid}


def page(request: Any, token: str) -> HttpResponse:
    """GET shows the invitation and the answer so far; POST records an answer, or the optional question's."""
    return shown(request, reverse("portal:invitation_calendar", kwargs={"token": token}))


def shown(request: Any, calendar_url: str) -> HttpResponse:
    """The invitation that the actor's link, or own page, is about."""
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
    organisation = regions.organisation_by_id(guest.organisation_id)
    contact = gathering.contact if organisation.pk == gathering.organisation_id else None
    offers = OffersForm(found, request.POST if refusal else None)
    context = {
        "invitation": found,
        "guest": guest,
        "gathering": gathering,
        "state": _state(found, request.at),
        "first_name": found.first_name,
        "main_goes_on": found.main_goes_on(request.at),
        "is_reminded": found.hears_the_day_before(request.at),
        "day": short_day_of(gathering.starts_at, gathering.time_zone),
        "facts": _facts(found),
        "with_whom": NUMBERS.get(gathering.entrepreneurs_per_table, _("een paar ondernemers")),
        "offers": offers if guest.kind == "candidate" else None,
        "contact_name": contact.name if contact else organisation.name,
        "contact_phone": (contact and contact.phone) or organisation.phone,
        "calendar_url": calendar_url,
        "promised": promises(found.needs, guest.arranged, is_last=found.is_last_day(request.at)),
        "question": _question(found, request.at),
        "refusal": refusal,
    }
    status = refusal.status if refusal else 200
    return render(
        request, "portal/invitation.html", context | frame_for(request, organisation), status=status
    )


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
    is_asked = answer == "yes" and found.guest.kind == "candidate"
    wants = OffersForm(found, request.POST).said(is_of_others=found.is_of_others) if is_asked else {}
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
    if gathering.theme:
        rows.insert(0, ("chat", _("Waar het over gaat"), gathering.theme))
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
