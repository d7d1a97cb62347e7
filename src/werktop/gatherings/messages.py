"""What guests are told about a gathering, by their own way and in their own language (B1, "u").

Subjects are neutral: who reads along over a shoulder learns nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.audit.actors import Actor
from werktop.candidates import queries as candidates
from werktop.employers import queries as employers
from werktop.post import calendar, links
from werktop.post.commands import send_message
from werktop.post.recipients import Recipient, recipient_of
from werktop.regions import queries as regions

from .models import Gathering, Guest, GuestKind

SUBJECTS = {
    "invitation": gettext_lazy("Uitnodiging"),
    "reminder": gettext_lazy("Uw uitnodiging"),
    "confirmed": gettext_lazy("Fijn dat u komt"),
    "waiting": gettext_lazy("Uw antwoord"),
    "moved_up": gettext_lazy("Er is plaats voor u"),
    "changed": gettext_lazy("Het wordt anders dan u weet"),
    "cancelled": gettext_lazy("De bijeenkomst gaat niet door"),
}
LINK_LIVES = timedelta(days=2)
"""How long after the end of a gathering its links work."""


def people_of(guests: Iterable[Guest]) -> dict[UUID, Any]:
    """The candidate or entrepreneur behind each guest, by the guest's key: two queries for any number."""
    rows = [(g.pk, g.candidate_id or g.entrepreneur_id, g.kind) for g in guests]
    found: dict[Any, Any] = {}
    found |= candidates.candidates_by_id(
        [key for _g, key, kind in rows if key and kind == GuestKind.CANDIDATE]
    )
    found |= employers.entrepreneurs_by_id(
        [key for _g, key, kind in rows if key and kind == GuestKind.ENTREPRENEUR]
    )
    return {guest: found[key] for guest, key, _kind in rows if key in found}


def tell_all(*, actor: Actor, at: datetime, gathering: Gathering, guests: list[Guest], purpose: str) -> int:
    """Lay a message about `gathering` in the outbox for each guest who can be written to. Returns how many; the
    rest is called. Call it inside a command."""
    people = people_of(guests)
    return sum(
        _tell(
            actor,
            at,
            gathering,
            guest,
            recipient_of(guest.kind, people[guest.pk], channel=guest.channel),
            purpose,
        )
        for guest in guests
        if guest.pk in people
    )


def _tell(actor: Actor, at: datetime, gathering: Gathering, guest: Guest, to: Recipient, purpose: str) -> int:
    if not to.is_written_to:
        return 0
    organisation = regions.organisation_by_id(gathering.organisation_id)
    token = links.make_link(
        organisation_id=organisation.pk,
        purpose="invitation",
        holder_kind=to.kind,
        holder_id=to.id,
        about_kind="gathering",
        about_id=gathering.pk,
        at=at,
        expires_at=gathering.ends_at + LINK_LIVES,
    )
    template = f"gatherings/messages/{purpose}.{'sms' if to.channel == 'sms' else 'txt'}"
    with translation.override(to.language), timezone.override(ZoneInfo(gathering.time_zone)):
        body = render_to_string(
            template,
            {
                "to": to,
                "is_candidate": to.kind == GuestKind.CANDIDATE,
                "gathering": gathering,
                "organisation": organisation,
                "address": links.address("portal:invitation", token),
            },
        )
        is_dated = to.channel == "email" and purpose in (
            "confirmed",
            "moved_up",
            "changed",
            "cancelled",
            "invitation",
        )
        file = _calendar(at, gathering, organisation, is_cancelled=purpose == "cancelled") if is_dated else ""
        send_message(
            actor=actor,
            at=at,
            organisation_id=organisation.pk,
            channel=to.channel,
            to_kind=to.kind,
            to_id=to.id,
            to_name=to.name,
            to_address=to.address,
            subject=str(SUBJECTS[purpose]),
            body=body.strip() + "\n",
            calendar=file,
            about_kind="gathering",
            about_id=gathering.pk,
            purpose=purpose,
            language=to.language,
        )
    return 1


def _calendar(at: datetime, gathering: Gathering, organisation: Any, *, is_cancelled: bool) -> str:
    return calendar.event(
        uid=f"{gathering.pk}@werktop",
        # goes up with each version, whatever came before
        sequence=max(0, int((at - gathering.created_at).total_seconds())),
        title=_("Bijeenkomst"),
        starts_at=gathering.starts_at,
        ends_at=gathering.ends_at,
        time_zone=gathering.time_zone,
        place=f"{gathering.place_name}, {gathering.address}",
        description=_("Meedoen is vrijwillig. Vragen? Neem contact op met %(name)s.")
        % {"name": organisation.name},
        organiser_name=organisation.name,
        organiser_email=organisation.email,
        is_cancelled=is_cancelled,
    )
