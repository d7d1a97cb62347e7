"""How tests answer for a guest, and what went out."""

from __future__ import annotations

from werktop.audit.actors import Actor
from werktop.gatherings.commands.answering import reply_to_invitation
from werktop.gatherings.models import Guest
from werktop.post.models import Message


def holder(guest: Guest) -> Actor:
    """The guest through the link in the message."""
    key = guest.candidate_id or guest.entrepreneur_id
    return Actor(
        kind=guest.kind,
        id=key,
        organisation_id=guest.organisation_id,
        region_id=guest.region_id,
        link_purpose="invitation",
        link_about_id=guest.gathering_id,
    )


def answers(guest: Guest, reply: str, at, actor: Actor | None = None, **other) -> str:
    outcome = reply_to_invitation(
        actor=actor or holder(guest),
        at=at,
        gathering_id=guest.gathering_id,
        holder_kind=guest.kind,
        holder_id=guest.candidate_id or guest.entrepreneur_id,
        reply=reply,
        **other,
    )
    guest.refresh_from_db()
    return outcome


def told(purpose: str, guest: Guest | None = None):
    found = Message.objects.filter(purpose=purpose)
    return found.filter(to_id=guest.candidate_id or guest.entrepreneur_id) if guest else found
