"""After the gathering: every guest who came is asked with whom to talk on, by a link of their own."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy

from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.retention import TERMS
from werktop.gatherings.day_refusals import NotFinishedYet, TooLateToAsk
from werktop.gatherings.messages import TALK_ON, people_of
from werktop.gatherings.models import (
    HAS_STOPPED,
    Gathering,
    GatheringStatus,
    Guest,
    GuestKind,
    TalkOnQuestion,
)
from werktop.gatherings.queries.day import gathering_to_lead
from werktop.gatherings.queries.invitation import is_our_host
from werktop.gatherings.queries.talks import ANSWERS_TAKEN_FOR, people_for_guest
from werktop.post.recipients import recipient_of
from werktop.post.telling import LinkTo, tell_guest
from werktop.regions import queries as regions


@command(about="gathering")
def ask_talk_on(*, actor: Actor, at: datetime, gathering_id: UUID) -> dict[str, int]:
    """Send every guest who came the question "Met wie wilt u verder praten?", each by the own channel.

    Gives how many were asked now ("asked") and for how many a colleague calls ("to_call"). Who was asked or has
    answered is not asked again, and who stopped is not asked. Refuses `NotFinishedYet` before the end, and `TooLateToAsk`
    once no answer is taken any more.
    """
    gathering = gathering_to_lead(actor, gathering_id)
    if gathering.status != GatheringStatus.FINISHED:
        raise NotFinishedYet()
    if at > gathering.ends_at + ANSWERS_TAKEN_FOR:
        raise TooLateToAsk()
    done = TalkOnQuestion.objects.filter(gathering=gathering).values("guest_id")
    guests = list(
        Guest.objects.filter(~HAS_STOPPED, gathering=gathering, arrived_at__isnull=False)
        .exclude(pk__in=done)
        .order_by("id")
    )
    people = people_of(guests)
    organisations = {key: regions.organisation_by_id(key) for key in {g.organisation_id for g in guests}}
    asked = to_call = 0
    for guest in guests:
        if guest.pk not in people:
            continue
        to = recipient_of(guest.kind, people[guest.pk], channel=guest.channel)
        # a letter has no page to open: it names those whom the page would show (decision 13)
        shown = people_for_guest(guest).people if to.channel == "letter" else ()
        is_told = tell_guest(
            actor=actor,
            at=at,
            organisation=organisations[guest.organisation_id],
            to=to,
            time_zone=gathering.time_zone,
            subject=gettext_lazy("Na het gesprek"),
            text="gatherings/messages/talk_on",
            context={
                "is_candidate": guest.kind == GuestKind.CANDIDATE,
                "place": gathering.place_name,
                "is_our_host": is_our_host(gathering, people[guest.pk]),
                "people": shown,
            },
            about_kind="gathering",
            about_id=gathering.pk,
            purpose=TALK_ON,
            link=LinkTo("portal:talk_on", "talk_on", min(at + ANSWERS_TAKEN_FOR, _kept_until(gathering))),
        )
        if not is_told:
            to_call += 1
            continue
        TalkOnQuestion.objects.create(gathering=gathering, guest=guest, asked_at=at)
        asked += 1
    return {"asked": asked, "to_call": to_call}


def _kept_until(gathering: Gathering) -> datetime:
    """Until when the first that was chosen is there: after it the page would say that nobody was."""
    return TERMS["one_sided"].end(gathering.starts_at)
