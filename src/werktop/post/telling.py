"""Telling a guest something: the own link, the own words, the own way. The rooms above say what and to whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from werktop.audit.actors import Actor

from . import links
from .commands import send_message
from .recipients import Recipient
from .writing import body_for, foot_for, in_the_words_of


@dataclass(frozen=True)
class LinkTo:
    """The guest's page that a message leads to: the name of its address, its purpose, and until when it opens."""

    page: str
    purpose: str
    expires_at: datetime


def tell_guest(
    *,
    actor: Actor,
    at: datetime,
    organisation: Any,
    to: Recipient,
    time_zone: str,
    subject: Any,
    text: str,
    context: Mapping[str, Any],
    about_kind: str,
    about_id: UUID,
    purpose: str,
    link: LinkTo | None = None,
    calendar: Callable[[], str] | None = None,
    not_before_at: datetime | None = None,
    reckons_with_at: datetime | None = None,
) -> bool:
    """Lay one message to a guest in the outbox; False (and nothing is made) for who is only called.

    The template `text` gets `context`, the `organisation` that sends it and, with a `link`, its `address`. Subject,
    text and what `calendar` makes are in the guest's language, with times of `time_zone`. `reckons_with_at`: the start
    that the guest last heard of, where a letter must be there before. Call it inside a command.
    """
    if not to.is_written_to:
        return False
    filled = {**context, "organisation": organisation}
    if link is not None:
        token = links.make_link(
            organisation_id=organisation.pk,
            purpose=link.purpose,
            holder_kind=to.kind,
            holder_id=to.id,
            about_kind=about_kind,
            about_id=about_id,
            at=at,
            expires_at=link.expires_at,
            language=to.language,
            reach=links.reach_of(to.channel, to.address),
        )
        filled["address"] = links.address(link.page, token)
    with in_the_words_of(to, time_zone=time_zone):
        send_message(
            actor=actor,
            at=at,
            organisation_id=organisation.pk,
            to=to,
            subject=subject,
            body=body_for(to, text, filled) + foot_for(to, organisation),
            calendar=calendar() if calendar else "",
            about_kind=about_kind,
            about_id=about_id,
            purpose=purpose,
            not_before_at=not_before_at,
            reckons_with_at=reckons_with_at,
        )
    return True
