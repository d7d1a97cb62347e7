"""Messages about the own page: the link to it, and that a strong login was tied to it; by e-mail or SMS."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.accounts.commands.own_sessions import LINK_PURPOSE
from werktop.audit.actors import Actor, system_for
from werktop.audit.commands import command
from werktop.audit.refusals import NotVisible, Refusal
from werktop.candidates import queries as candidates
from werktop.employers import queries as employers
from werktop.post import links
from werktop.post.commands import send_message
from werktop.post.recipients import person_of, recipient_of
from werktop.post.writing import body_for, in_the_words_of, where_it_is_known
from werktop.regions import queries as regions

LIVES = timedelta(days=14)
TIME_ZONE = "Europe/Amsterdam"
WAYS = ("email", "sms")


class NoWayToSend(Refusal):
    text = gettext_lazy(
        "Voor een link is een e-mailadres of een mobiel nummer nodig. Vul dat eerst in bij ‘Wijzig’."
    )


def tell_of_pairing(*, at: datetime, kind: str, candidate_id: UUID) -> None:
    """After a strong login was tied: the person reads so where we know to reach them, in case it was somebody else."""
    person = person_of(kind, candidate_id)
    to = recipient_of(kind, person) if person is not None else None
    if to is not None and to.channel in WAYS:
        house = system_for(person.organisation_id, person.region_id)  # type: ignore[union-attr]
        send_word_of_pairing(actor=house, at=at, candidate_id=candidate_id)


@command(about="candidate")
def send_word_of_pairing(*, actor: Actor, at: datetime, candidate_id: UUID) -> None:
    """A message that a strong login was tied to the own page, and whom to call where that was not the person."""
    actor.require("forget")
    candidate = candidates.candidate_for(actor, candidate_id)
    to = recipient_of("candidate", candidate)
    with in_the_words_of(to, time_zone=TIME_ZONE):
        subject = _("Uw eigen pagina")
        facts = {"organisation": candidate.organisation, "known": where_it_is_known(candidate.organisation)}
        body = body_for(to, "portal/messages/tied", facts)
    send_message(
        actor=actor,
        at=at,
        organisation_id=candidate.organisation_id,
        to=to,
        subject=subject,
        body=body,
        about_kind="own_page",
        about_id=candidate.pk,
        purpose="tied",
    )


@command(about="candidate")
def send_own_link(*, actor: Actor, at: datetime, candidate_id: UUID) -> str:
    """A message to the candidate with a link to the own page, and where to ask a code later; returns by which way it goes.
    Refuses `NoWayToSend`."""
    actor.require("edit_candidates")
    candidate = candidates.candidate_for(actor, candidate_id)
    facts = {"is_shared": candidate.is_shared}
    return _send(actor, at, "candidate", candidate, candidate.organisation, "portal/messages/own_link", facts)


@command(about="entrepreneur")
def send_firm_link(*, actor: Actor, at: datetime, entrepreneur_id: UUID) -> str:
    """The same to an entrepreneur who takes part. Only by the responsible organisation."""
    actor.require("edit_employers")
    person = employers.entrepreneur_for(actor, entrepreneur_id)
    if not person.is_active or not employers.can_edit(actor, person.employer):
        raise NotVisible()
    house = regions.organisation_by_id(person.organisation_id)
    facts = {"firm": person.employer}
    return _send(actor, at, "entrepreneur", person, house, "portal/messages/firm_link", facts)


def _send(
    actor: Actor,
    at: datetime,
    kind: str,
    person: Any,
    organisation: Any,
    template: str,
    facts: dict[str, Any],
) -> str:
    """The link to the own page of this person, by e-mail or SMS, in a message of this template."""
    to = recipient_of(kind, person)
    if to.channel not in WAYS:
        ways = (recipient_of(kind, person, channel=way) for way in WAYS)
        found = next((each for each in ways if each.channel in WAYS), None)
        if found is None:
            raise NoWayToSend()
        to = found
    token = links.make_link(
        organisation_id=organisation.pk,
        purpose=LINK_PURPOSE,
        holder_kind=kind,
        holder_id=person.pk,
        about_kind="own_page",
        about_id=person.pk,
        at=at,
        expires_at=at + LIVES,
        language=to.language,
        reach=links.reach_of(to.channel, to.address),
    )
    shown = {
        "organisation": organisation,
        "address": links.address("portal:own_link", token),
        "way_in": settings.BASE_URL + reverse("portal:way_in"),
        "known": where_it_is_known(organisation),
        "expires_at": at + LIVES,
        "has_email": bool(person.email),
    }
    with in_the_words_of(to, time_zone=TIME_ZONE):
        subject = _("Uw eigen pagina")
        body = body_for(to, template, shown | facts)
    send_message(
        actor=actor,
        at=at,
        organisation_id=organisation.pk,
        to=to,
        subject=subject,
        body=body,
        about_kind="own_page",
        about_id=person.pk,
        purpose=LINK_PURPOSE,
    )
    return to.channel
