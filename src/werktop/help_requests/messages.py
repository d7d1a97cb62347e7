"""What a receiver is sent: that there is a question, and a link. Nothing of the candidate stands in it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from werktop.accounts.standing_in import accounts_standing_in_for
from werktop.audit.actors import Actor
from werktop.post.commands import send_message
from werktop.post.recipients import recipient_of
from werktop.post.telling import LinkTo, tell_guest
from werktop.post.writing import body_for, in_the_words_of
from werktop.regions import queries as regions

from .models import HandOver
from .queries.visible import Professional

LINK_LIVES = timedelta(days=90)
"""So long a receiver opens the question again with the same link, unless it is withdrawn."""
TIME_ZONE = "Europe/Amsterdam"


def ask_by_mail(*, actor: Actor, at: datetime, row: HandOver) -> None:
    """Lay the message in the outbox. Call it inside a command."""
    away = []
    if row.to_account_id and row.to_organisation_id:
        away = accounts_standing_in_for(row.to_account_id, row.to_organisation_id, at)
    if away:
        # who is away answers no mail: whoever does that work finds the question on that colleague's Today
        for account in away:
            _tell_stand_in(actor, at, row, account)
        return
    kind, receiver = (
        ("account", row.to_account)
        if row.to_account
        else ("professional", Professional(row.pk, row.to_name, row.to_email))
    )
    tell_guest(
        actor=actor,
        at=at,
        organisation=regions.organisation_by_id(row.help_request.organisation_id),
        to=recipient_of(kind, receiver, channel="email"),
        time_zone=TIME_ZONE,
        subject=_("Wilt u iemand helpen?"),
        text="help_requests/messages/hand_over",
        context={"sender": row.sent_by.name if row.sent_by else "", "name": row.to_name},
        about_kind="hand_over",
        about_id=row.pk,
        purpose="hand_over",
        link=LinkTo("help_requests:answer_hand_over", "hand_over", at + LINK_LIVES),
    )


def _tell_stand_in(actor: Actor, at: datetime, row: HandOver, account: Any) -> None:
    to = recipient_of("account", account, channel="email")
    context = {"name": account.first_name, "absent": row.to_name, "address": settings.BASE_URL}
    with in_the_words_of(to, time_zone=TIME_ZONE):
        send_message(
            actor=actor,
            at=at,
            organisation_id=row.help_request.organisation_id,
            to=to,
            subject=_("Een vraag voor wie je waarneemt"),
            body=body_for(to, "help_requests/messages/for_stand_in", context),
            about_kind="hand_over",
            about_id=row.pk,
            purpose="hand_over",
        )
