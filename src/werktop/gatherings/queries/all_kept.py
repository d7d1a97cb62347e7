"""What this room keeps of a candidate or an entrepreneur as a guest, in words for the guest.

Who chose this guest is not in it: that is the other's choice, and nobody sees who did not choose them (decision 13). Others are
named by first name, as in the hall. With whom this guest sits apart or together is not in it: the other asked for that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.audit.actors import Actor
from werktop.audit.kept import Part, day, earlier, moment, rows_of

from ..agreed import agreed_in_words
from ..messages import people_of
from ..models import (
    Agreement,
    Click,
    Gathering,
    Guest,
    GuestKind,
    Pin,
    Reply,
    Seat,
    SeatPlan,
    TalentSeen,
    TalkOnQuestion,
)
from ..models.day import ClickSource
from .needs import to_tick

WAYS = {
    "email": gettext_lazy("per e-mail"),
    "sms": gettext_lazy("per sms"),
    "letter": gettext_lazy("per brief"),
    "call": gettext_lazy("door te bellen"),
}
WISHES = {
    "wants_travel_paid": gettext_lazy("Wij betalen uw reis"),
    "wants_childcare": gettext_lazy("Kinderopvang"),
    "wants_interpreter": gettext_lazy("Een tolk"),
    "brings_somebody": gettext_lazy("U brengt iemand mee"),
}
SAID = {
    "most_talks": gettext_lazy("Zoveel gesprekken wilt u hoogstens"),
    "is_late_expected": gettext_lazy("U zei dat u later kwam"),
}
BEFORE = {"reply": gettext_lazy("Uw antwoord")} | WISHES | SAID
Rows = list[tuple[str, str]]


def all_kept_of_ideas(viewer: Actor, person: Any, at: datetime) -> list[Part]:
    """Which gatherings came of what this entrepreneur proposed; the idea itself is told by the room of ideas."""
    found = Gathering.objects.filter(idea__entrepreneur_id=person.pk).order_by("starts_at", "id")
    rows = [(day(each.starts_at), each.theme or each.place_name) for each in found]
    return [Part(_("Gesprekken die van uw idee kwamen"), rows)] if rows else []


def all_kept_of_guest(viewer: Actor, person: Any, at: datetime) -> list[Part]:
    """A part for each gathering, the latest first. Of an entrepreneur, who belongs to the region: those to which the viewer's
    organisation asked them; another organisation answers for its own."""
    side = person._meta.model_name
    own = Guest.objects.filter(**{side: person}).select_related("gathering")
    if side == GuestKind.ENTREPRENEUR:
        own = own.filter(organisation_id=viewer.organisation_id)
    guests = list(own.order_by("-gathering__starts_at", "id"))
    if not guests:
        return []
    is_told = viewer.can("arrange_follow_ups")
    noted, people = _noted(guests, is_told)
    before = earlier(Guest, [guest.pk for guest in guests], BEFORE)
    return [
        Part(
            _("Gesprek bij %(place)s, %(day)s")
            % {"place": guest.gathering.place_name, "day": day(guest.gathering.starts_at)},
            _of_guest(guest) + noted[guest.pk] + before.get(guest.pk, []),
            ("needs", "one_sided", "presence", "results"),
            ""
            if is_told
            else _(
                "Met wie u verder wilde praten, kunt u vragen aan de organisatie die de gesprekken regelt."
            ),
            people=tuple(people[guest.pk]),
        )
        for guest in guests
    ]


def _of_guest(guest: Guest) -> Rows:
    way = WAYS.get(guest.channel, "")
    asked = ", ".join(filter(None, (day(guest.invited_at), str(way))))
    # a no is kept as well as a yes; None is that nothing was said
    wishes = [(words, getattr(guest, name)) for name, words in WISHES.items()]
    is_answer = guest.reply not in (Reply.CHOSEN, Reply.INVITED)
    reply = ", ".join(filter(None, (capfirst(guest.get_reply_display()), day(guest.replied_at))))
    return [
        (_("Op de gastenlijst"), _("nog niet uitgenodigd") if guest.reply == Reply.CHOSEN else _("ja")),
        (_("Uitgenodigd"), asked if guest.invited_at else ""),
        (_("Uw antwoord"), reply if is_answer else ""),
        (_("Herinnerd op"), day(guest.reminded_at)),
        (_("Nog eens gevraagd, omdat er iets veranderde"), day(guest.asked_again_at)),
        (_("Op de wachtlijst sinds"), moment(guest.waiting_since_at)),
        (_("Wij belden u over een verandering op"), moment(guest.called_at or guest.heard_at)),
        *((str(words), _("ja") if said else _("nee")) for words, said in wishes if said is not None),
        (
            _("Wat u vroeg, is geregeld"),
            ", ".join(to_tick(name) for name in guest.arranged),
        ),
        *rows_of(guest, SAID),
        (_("Nummer op uw badge"), guest.badge),
        (_("Binnengekomen"), moment(guest.arrived_at)),
        (_("Eerder weggegaan"), moment(guest.left_at)),
        (
            _("De vraag hoe u het vond"),
            _("beantwoord; uw antwoord bewaren wij zonder uw naam")
            if guest.has_told_before or guest.has_told_after
            else "",
        ),
    ]


def _noted(
    guests: Sequence[Guest], is_told: bool
) -> tuple[dict[UUID, Rows], dict[UUID, list[tuple[str, UUID]]]]:
    """What hangs on each guest, by the guest's key, and whom that names. A question for each table."""
    own = [guest.pk for guest in guests]
    # choices are for who arranges talks
    choosers = own if is_told else []
    clicks = list(
        Click.objects.filter(chooser__in=choosers).select_related("chosen").order_by("noted_at", "id")
    )
    agreed = list(
        Agreement.objects.filter(Q(candidate_guest__in=choosers) | Q(entrepreneur_guest__in=choosers))
        .select_related("candidate_guest", "entrepreneur_guest")
        .order_by("noted_at", "id")
    )
    pairs = [
        (each, mine, other)
        for each in agreed
        for mine, other in (
            (each.candidate_guest, each.entrepreneur_guest),
            (each.entrepreneur_guest, each.candidate_guest),
        )
        if mine.pk in own
    ]
    others = [click.chosen for click in clicks] + [other for _each, _mine, other in pairs]
    people = people_of(others)
    found: dict[UUID, Rows] = defaultdict(list)
    named: dict[UUID, list[tuple[str, UUID]]] = defaultdict(list)

    def name_of(mine: UUID, other: Guest) -> str:
        person = people.get(other.pk)
        if person is None:
            return _("een gast")
        named[mine].append((other.kind, person.pk))
        firm = person.employer.name if other.kind == GuestKind.ENTREPRENEUR else ""
        return ", ".join(filter(None, (person.first_name, firm)))

    seats = Seat.objects.filter(guest__in=own, plan__state=SeatPlan.State.IN_FORCE).select_related("table")
    for seat in seats.order_by("round", "id"):
        where = _("ronde %(round)s, tafel %(table)s") % {"round": seat.round, "table": seat.table.number}
        found[seat.guest_id].append((_("Uw stoel"), where))
    for pin in Pin.objects.filter(guest__in=own).select_related("table").order_by("id"):
        found[pin.guest_id].append(
            (_("Vast aan een tafel"), _("tafel %(table)s") % {"table": pin.table.number})
        )
    for talent in TalentSeen.objects.filter(guest__in=own).select_related("term").order_by("noted_at", "id"):
        found[talent.guest_id].append((_("Aan tafel gezien"), talent.term.label))
    for click in clicks:
        is_own = click.source == ClickSource.GUEST
        what = (
            _("U wilde verder praten met") if is_own else _("Volgens de tafelhost wilt u verder praten met")
        )
        found[click.chooser_id].append((what, name_of(click.chooser_id, click.chosen)))
    for each, mine, other in pairs:
        said = f"{name_of(mine.pk, other)}: {agreed_in_words(each.words)}".removesuffix(": ")
        found[mine.pk].append((_("Aan tafel afgesproken met"), said))
    for question in TalkOnQuestion.objects.filter(guest__in=own).order_by("id"):
        found[question.guest_id] += [
            (_("Gevraagd met wie u verder wilt praten"), day(question.asked_at)),
            (_("Daarop gaf u antwoord"), day(question.answered_at)),
        ]
    return found, named
