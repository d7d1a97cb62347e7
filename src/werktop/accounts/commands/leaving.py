"""A colleague who left is erased in the end. The trail keeps the plain key."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from werktop.accounts.models import Account, Membership
from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.erasure import erase
from werktop.audit.retention import BATCH, TERMS, erases
from werktop.post.erasing import erase_messages


def note_presence(account_id: UUID, at: datetime) -> None:
    """Whether an account has a role left anywhere; without one its term runs from now. Inside a command that gives or
    takes roles."""
    left = Account.objects.filter(pk=account_id)
    if Membership.objects.filter(account_id=account_id, is_active=True).exists():
        left.update(left_at=None)
    else:
        left.filter(left_at=None).update(left_at=at)


@erases(
    "colleague",
    "accounts.Account",
    "accounts.Membership",
    "accounts.StandIn",
    "gatherings.Host",
    "desk.SavedView",
)
@command(about="accounts")
def erase_who_left(*, actor: Actor, at: datetime, most: int = BATCH) -> int:
    """Erase at most `most` accounts without a role since longer than their term: name, address, roles, at which
    tables they were host, their saved views, messages to them, and all history of it. Returns how many."""
    actor.require("forget")
    # whoever lost the last role in another way than by a command: the term runs from when it is noticed
    Account.objects.filter(left_at=None).exclude(
        pk__in=Membership.objects.filter(is_active=True).values("account_id")
    ).update(left_at=at)
    gone = Account.objects.filter(left_at__lt=TERMS["colleague"].before(at))
    rows = list(gone.select_for_update().order_by("id")[:most])
    for row in rows:
        key = row.pk
        erase(row)
        erase_messages(actor=actor, at=at, to_kind="account", to_id=key)
    tell(count=len(rows))
    return len(rows)
