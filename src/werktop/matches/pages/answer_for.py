"""With whom a guest wants to talk on, told to a colleague by telephone: it counts as the guest's own word."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from werktop.audit.keys import every_key_in
from werktop.audit.refusals import Refusal, shown_again
from werktop.gatherings.queries import gatherings
from werktop.gatherings.queries.guest_names import names_of
from werktop.gatherings.queries.one_guest import guest_of
from werktop.gatherings.queries.talks import TalkOn, people_for_guest
from werktop.ui.components.words import before_stop

from ..commands.after_talk import answer_after_talk
from ..hours import Typed
from ..queries.hours import days_to_tick

MOST_TALKS = range(6)


def page(request: HttpRequest, gathering_id: UUID, guest_id: UUID) -> HttpResponse:
    """Show what the guest's own page asks; a POST notes the answer, or shows it again with what is the matter."""
    gathering = gatherings.gathering_of_editor(request.actor, gathering_id)
    guest = guest_of(request.actor, gathering, guest_id)
    if guest.arrived_at is None:
        raise Refusal(_("Deze gast was er niet: er is geen antwoord te noteren."))
    holder_id = guest.candidate_id or guest.entrepreneur_id
    assert holder_id is not None
    found, name = people_for_guest(guest), names_of([guest]).first_name(guest.pk)
    is_entrepreneur = found.kind == "entrepreneur"
    chosen, typed, refusal = None, None, None
    if request.method == "POST":
        chosen = request.POST.getlist("person")
        typed, were = Typed.of(request.POST), request.POST.get("people_were")
        try:
            answer_after_talk(
                actor=request.actor,
                at=request.at,
                key=request.request_key,
                gathering_id=gathering_id,
                holder_kind=found.kind,
                holder_id=holder_id,
                chosen_guest_ids=_guests_in(chosen),
                shown_guest_ids=None if were is None else _guests_in(were.split()),
                most_talks=typed.other_most() if is_entrepreneur else None,
                blocks=typed.blocks() if is_entrepreneur else None,
                shown=typed.shown() if is_entrepreneur else None,
            )
        except Refusal as said:
            refusal = shown_again(request, said)
        else:
            messages.success(request, _noted(people_for_guest(guest), name))
            return redirect("matches:after", gathering_id=gathering_id)
    request.shown_people.append(("guest", [guest.pk, *(person.guest_id for person in found.people)]))
    most = typed.most() if typed else None
    return render(
        request,
        "matches/answer_for.html",
        {
            "gathering": gathering,
            "found": found,
            "name": name,
            "people_were": request.POST.get("people_were", " ".join(found.chosen)),
            "other": "candidate" if is_entrepreneur else "entrepreneur",
            "people": [
                (person, person.is_chosen if chosen is None else str(person.guest_id) in chosen)
                for person in found.people
            ],
            "names_agreed": [person.first_name for person in found.people if person.is_agreed],
            "days": days_to_tick(gathering, holder_id, typed, at=request.at) if is_entrepreneur else [],
            "most_talks": MOST_TALKS,
            "most_now": found.most_talks if most is None else most,
            "most_was": found.most_talks,
            "refusal": refusal,
        },
        status=refusal.status if refusal else 200,
    )


def _guests_in(values: list[str]) -> list[UUID]:
    if (keys := every_key_in(values)) is None:
        raise Refusal(_("Dit formulier klopt niet. Laad de pagina opnieuw."))
    return keys


def _noted(found: TalkOn, name: str) -> str:
    names = [person.first_name for person in found.people if person.is_chosen]
    if not names:
        return _("Genoteerd: %(name)s koos niemand. Dat is ook een antwoord.") % {"name": name}
    return _("Genoteerd: %(name)s wil verder praten met %(names)s.") % {
        "name": name,
        "names": before_stop(", ".join(names)),
    }
