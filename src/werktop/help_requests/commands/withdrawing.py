"""No hand-over of a help request goes on."""

from __future__ import annotations

from datetime import datetime

from werktop.audit.actors import Actor
from werktop.help_requests.models import LIVE, Answer, HandOver, HelpRequest
from werktop.post.commands import withdraw_messages
from werktop.post.links import withdraw_links


def withdraw_all(*, actor: Actor, at: datetime, row: HelpRequest) -> int:
    """Who received it, and answered or not, reads it no more: the link opens nothing, and a message that waits does not leave.
    Call it inside a command, with the help request held. Returns how many."""
    live = list(HandOver.objects.select_for_update().filter(help_request=row, state__in=LIVE).order_by("id"))
    for each in live:
        withdraw(actor=actor, at=at, row=each)
    return len(live)


def withdraw(*, actor: Actor, at: datetime, row: HandOver) -> None:
    """The same for one hand-over, which is held."""
    if row.state == Answer.WAITING:
        row.state = Answer.WITHDRAWN
        row.save(update_fields=["state"])
    close_link(actor=actor, at=at, row=row)


def close_link(*, actor: Actor, at: datetime, row: HandOver) -> None:
    """Nobody opens this hand-over by a link any more."""
    withdraw_links(about_id=row.pk, at=at, purpose="hand_over")
    withdraw_messages(actor=actor, at=at, about_kind="hand_over", about_id=row.pk)
