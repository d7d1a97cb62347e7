"""After the gathering: every guest who came is asked with whom to talk on, by a link of their own."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.candidates import queries as candidates
from werktop.employers import queries as employers
from werktop.gatherings.day_refusals import NotFinishedYet
from werktop.gatherings.models import GatheringStatus, Guest, GuestKind, TalkOnQuestion
from werktop.gatherings.queries.day import gathering_to_lead
from werktop.post import links
from werktop.post.commands import send_message
from werktop.post.recipients import recipient_of
from werktop.post.writing import body_for, in_the_words_of
from werktop.regions import queries as regions

OPEN_FOR = timedelta(days=21)
"""How long the link takes an answer: within the thirty days that one-sided clicks are kept."""


@command(about="gathering")
def ask_talk_on(*, actor: Actor, at: datetime, gathering_id: UUID) -> dict[str, int]:
    """Send every guest who came the question "Met wie wilt u verder praten?", each by the own channel.

    Gives how many were asked now ("asked") and for how many a colleague calls ("to_call"). Who was asked or has
    answered is not asked again. Refuses `NotFinishedYet` before the end.
    """
    gathering = gathering_to_lead(actor, gathering_id)
    if gathering.status != GatheringStatus.FINISHED:
        raise NotFinishedYet()
    done = TalkOnQuestion.objects.filter(gathering=gathering).values("guest_id")
    guests = list(
        Guest.objects.filter(gathering=gathering, arrived_at__isnull=False)
        .exclude(pk__in=done)
        .order_by("id")
    )
    people = candidates.candidates_by_id([g.candidate_id for g in guests if g.candidate_id])
    persons = employers.entrepreneurs_by_id([g.entrepreneur_id for g in guests if g.entrepreneur_id])
    organisations = {key: regions.organisation_by_id(key) for key in {g.organisation_id for g in guests}}
    asked = to_call = 0
    for guest in guests:
        person: Any = people.get(guest.candidate_id) if guest.candidate_id else None
        person = person or (persons.get(guest.entrepreneur_id) if guest.entrepreneur_id else None)
        if person is None:
            continue
        to = recipient_of(guest.kind, person, channel=guest.channel)
        if not to.is_written_to:
            to_call += 1
            continue
        token = links.make_link(
            organisation_id=guest.organisation_id,
            purpose="talk_on",
            holder_kind=guest.kind,
            holder_id=person.pk,
            about_kind="gathering",
            about_id=gathering.pk,
            at=at,
            expires_at=at + OPEN_FOR,
        )
        with in_the_words_of(to, time_zone=gathering.time_zone):
            send_message(
                actor=actor,
                at=at,
                organisation_id=guest.organisation_id,
                to=to,
                subject=_("Na het gesprek"),
                body=body_for(
                    to,
                    "gatherings/messages/talk_on",
                    {
                        "is_candidate": guest.kind == GuestKind.CANDIDATE,
                        "place": gathering.place_name,
                        "organisation": organisations[guest.organisation_id],
                        "link": links.address("portal:talk_on", token),
                    },
                ),
                about_kind="gathering",
                about_id=gathering.pk,
                purpose="talk_on",
            )
        TalkOnQuestion.objects.create(gathering=gathering, guest=guest, asked_at=at)
        asked += 1
    return {"asked": asked, "to_call": to_call}
