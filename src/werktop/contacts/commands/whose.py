"""Which colleague does what was promised, or goes on a visit."""

from __future__ import annotations

from uuid import UUID

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.contacts.refusals import ColleagueIsElsewhere


def colleague_who_does(actor: Actor, account_id: UUID | None) -> UUID | None:
    """This relationship manager of the own organisation, or the actor; of who stands in the colleague who is away. Nobody for the
    software itself. Refuses `ColleagueIsElsewhere`."""
    if account_id is None or account_id in actor.ids:
        # what a stand-in promises is for the colleague, or it would stay behind with who stood in
        return (account_id or actor.acts_for or actor.id) if actor.kind == "staff" else None
    colleagues = accounts.colleagues_of(actor, accounts.Role.RELATIONSHIP_MANAGER)
    if not colleagues.filter(pk=account_id).exists():
        raise ColleagueIsElsewhere(field="account_id")
    return account_id
