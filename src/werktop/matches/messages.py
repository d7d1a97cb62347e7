"""What guests are told about follow-up talks, by their own way and in their own language (B1, "u")."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from werktop.audit.actors import SYSTEM, Actor
from werktop.gatherings.queries import gatherings
from werktop.post import calendar, links
from werktop.post.commands import send_message
from werktop.post.recipients import Recipient, recipient_of
from werktop.regions import queries as regions

from .queries.talks import Step, Talk

LINK_DAYS = 60
TEXTS = {
    ("follow_up", "candidate"): "matches/messages/follow_up_candidate.txt",
    ("follow_up", "entrepreneur"): "matches/messages/follow_up_entrepreneur.txt",
    ("off", "candidate"): "matches/messages/off.txt",
    ("off", "entrepreneur"): "matches/messages/off.txt",
    ("step", "candidate"): "matches/messages/step.txt",
}
SHORT_TEXTS = {
    ("follow_up", "candidate"): "matches/messages/follow_up_candidate.sms.txt",
    ("follow_up", "entrepreneur"): "matches/messages/follow_up_entrepreneur.sms.txt",
    ("off", "candidate"): "matches/messages/off.sms.txt",
    ("off", "entrepreneur"): "matches/messages/off.sms.txt",
    ("step", "candidate"): "matches/messages/step.sms.txt",
}
"""The same for a text message, in one line."""


def tell_talk(*, actor: Actor, at: datetime, talk: Talk) -> int:
    """Tell both sides of an appointment; returns to how many a message goes (who is only called gets none)."""
    return _to_both(
        actor=actor, at=at, talk=talk, template="follow_up", purpose="follow_up", is_cancelled=False
    )


def tell_talk_is_off(*, actor: Actor, at: datetime, talk: Talk) -> int:
    """Tell both sides that the appointment does not go on and that somebody will call; calendars forget it."""
    return _to_both(actor=actor, at=at, talk=talk, template="off", purpose="follow_up_off", is_cancelled=True)


def tell_step(*, actor: Actor, at: datetime, step: Step) -> int:
    """Tell a candidate who will call. Nothing in it says that nobody chose them (`domain.md`)."""
    to = recipient_of("candidate", step.candidate)
    if not to.is_written_to:
        return 0
    organisation = regions.organisation_by_id(step.row.organisation_id)
    # a colleague of the organisation that held the gathering is a stranger to another organisation's candidate
    is_known = step.owner is not None and step.candidate.assigned_to_id == step.owner.pk
    holder = organisation if is_known else regions.organisation_by_id(step.row.gathering.organisation_id)
    with translation.override(to.language):
        body = render_to_string(
            _text_for(to, "step"),
            {
                "to": to,
                "caller": step.owner.name if step.owner else organisation.name,
                "caller_from": holder.name if step.owner and holder.pk != organisation.pk else "",
                "has_phone": bool(step.candidate.phone),
                "organisation": organisation,
            },
        )
        _send(
            actor,
            at,
            to,
            organisation.pk,
            _("Dank voor uw komst"),
            body,
            "",
            "next_step",
            step.row.pk,
            "next_step",
        )
    return 1


def _to_both(
    *, actor: Actor, at: datetime, talk: Talk, template: str, purpose: str, is_cancelled: bool
) -> int:
    gathering = gatherings.gathering_for(SYSTEM, talk.row.gathering_id)
    # An employer hears from who held the gathering: the candidate's own organisation (UWV, a social-enterprise
    # organisation) would tell whose benefit or target group it is. A candidate hears from the own organisation.
    own, holder = (
        regions.organisation_by_id(key) for key in (talk.row.organisation_id, gathering.organisation_id)
    )
    firm = talk.entrepreneur.employer
    place = talk.row.place or f"{firm.name}, {firm.address}, {firm.place}"
    count = 0
    for kind, person, other, organisation in (
        ("candidate", talk.candidate, talk.entrepreneur, own),
        ("entrepreneur", talk.entrepreneur, talk.candidate, holder),
    ):
        to = recipient_of(kind, person)
        if not to.is_written_to:
            continue
        with translation.override(to.language), timezone.override(ZoneInfo(gathering.time_zone)):
            token = links.make_link(
                organisation_id=organisation.pk,
                purpose="follow_up",
                holder_kind=to.kind,
                holder_id=to.id,
                about_kind="follow_up",
                about_id=talk.row.pk,
                at=at,
                expires_at=(talk.row.ends_at or at) + timedelta(days=LINK_DAYS),
            )
            context = {
                "to": to,
                "other": other,
                "firm": firm,
                "talk": talk.row,
                "place": place,
                "organisation": organisation,
                # another organisation's candidate knows that organisation, not our colleague
                "contact": gathering.contact if organisation.pk == holder.pk else None,
                "has_phone": bool(person.phone),
                "address": links.address("portal:follow_up", token),
            }
            body = render_to_string(_text_for(to, template), context)
            subject = _("Uw afspraak") if not is_cancelled else _("Uw afspraak gaat niet door")
            file = _calendar(
                at, talk, to, place, organisation, gathering.time_zone, is_cancelled=is_cancelled
            )
            _send(actor, at, to, organisation.pk, subject, body, file, "follow_up", talk.row.pk, purpose)
        count += 1
    return count


def _text_for(to: Recipient, template: str) -> str:
    return (SHORT_TEXTS if to.channel == "sms" else TEXTS)[template, to.kind]


def _calendar(
    at: datetime,
    talk: Talk,
    to: Recipient,
    place: str,
    organisation: Any,
    time_zone: str,
    *,
    is_cancelled: bool,
) -> str:
    row = talk.row
    if row.starts_at is None or row.ends_at is None:
        return ""
    return calendar.event(
        uid=f"{row.pk}@werktop",
        # goes up with each version, whatever came before
        sequence=int((at - row.made_at).total_seconds()),
        title=_("Gesprek"),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        time_zone=time_zone,
        place=place,
        description=_("Neem contact op met %(name)s als het niet uitkomt.") % {"name": organisation.name},
        organiser_name=organisation.name,
        organiser_email=organisation.email,
        is_cancelled=is_cancelled,
    )


def _send(
    actor: Actor,
    at: datetime,
    to: Recipient,
    organisation_id: Any,
    subject: str,
    body: str,
    file: str,
    about_kind: str,
    about_id: Any,
    purpose: str,
) -> None:
    send_message(
        actor=actor,
        at=at,
        organisation_id=organisation_id,
        channel=to.channel,
        to_kind=to.kind,
        to_id=to.id,
        to_name=to.name,
        to_address=to.address,
        subject=subject,
        body=body,
        calendar=file if to.channel == "email" else "",
        about_kind=about_kind,
        about_id=about_id,
        purpose=purpose,
        language=to.language,
    )
