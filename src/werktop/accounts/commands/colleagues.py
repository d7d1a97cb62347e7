"""Colleagues get an account, are invited to it, get roles, and change what guests see of them."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from werktop.accounts.models import Account, Membership
from werktop.accounts.queries import found_colleagues
from werktop.accounts.roles import Role
from werktop.audit import queries as audit
from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.refusals import NotAllowed, NotVisible, Refusal
from werktop.audit.versions import refuse_changed
from werktop.regions.languages import Language

from .leaving import note_presence
from .passwords import refuse_weak, send_link, tell_of_roles
from .standing_in import end_stand_ins_of


class LastAdministrator(Refusal):
    text = _("Dit is de laatste functioneel beheerder. Wijs eerst een ander aan.")


@command(about="account")
def open_account(
    *,
    actor: Actor,
    at: datetime,
    organisation_id: UUID,
    email: str,
    name: str,
    roles: list[str],
    password: str | None = None,
    phone: str = "",
    languages: list[str] | None = None,
) -> UUID:
    """A colleague with roles in an organisation; an address that is known gets the roles added.

    Only in the actor's own organisation. An account that exists keeps its name and password, also when two open it at
    the same moment. A password is given by
    the software itself alone (the demo): people choose their own, see `invite_colleague`. Returns the account's key.
    """
    actor.require("manage_accounts")
    _own(actor, organisation_id)
    if password is not None and actor.kind != "system":
        raise NotAllowed("nobody chooses another's password")
    account = _known(email)
    if account is None:
        if password is not None:
            refuse_weak(password, Account(email=email, name=name))
        try:
            with transaction.atomic():
                account = Account.objects.create_user(
                    email, password, name=name, phone=phone, languages=languages or ["nl"]
                )
        except IntegrityError:
            # another administrator opened it since we looked: from here on it is an address that is known
            account = _known(email)
            if account is None:
                raise
    for role in roles:
        Membership.objects.update_or_create(
            account=account, organisation_id=organisation_id, role=Role(role), defaults={"is_active": True}
        )
    note_presence(account.pk, at)
    return account.pk


@command(about="account")
def invite_colleague(
    *,
    actor: Actor,
    at: datetime,
    organisation_id: UUID,
    email: str,
    name: str,
    roles: list[str],
    phone: str = "",
) -> UUID:
    """A colleague with roles, and a message to the colleague's own address: with a link to choose a password, or for
    who has one already, that there is an organisation more. Nobody else knows the password. Returns the account's key.
    """
    key = open_account(
        actor=actor, at=at, organisation_id=organisation_id, email=email, name=name, roles=roles, phone=phone
    )
    account = Account.objects.get(pk=key)
    if account.has_usable_password():
        tell_of_roles(account, organisation_id, actor=actor, at=at)
    else:
        send_link(account, organisation_id, "invited", actor=actor, at=at)
    return key


@command(about="account")
def set_roles(
    *,
    actor: Actor,
    at: datetime,
    account_id: UUID,
    organisation_id: UUID,
    roles: list[str],
    version: str = "",
) -> None:
    """Exactly these roles for a colleague in the actor's organisation; none takes the colleague off it. Who is no
    relationship manager any more is stood in for by nobody, and stands in for nobody.

    Refused for the last functional administrator. `ChangedMeanwhile` where somebody else changed the roles that
    `version` saw (`queries.roles_now`).
    """
    actor.require("manage_accounts")
    _own(actor, organisation_id)
    # all of the organisation, in a fixed order: of two who take each other's role, the second sees what the first did
    held = list(Membership.objects.select_for_update().filter(organisation_id=organisation_id).order_by("pk"))
    if not any(m.account_id == account_id for m in held):
        raise NotVisible()
    if version:
        now = [m.role for m in held if m.account_id == account_id and m.is_active]
        refuse_changed(version, {"roles": now})
    admins = {m.account_id for m in held if m.role == Role.FUNCTIONAL_ADMIN and m.is_active}
    if admins == {account_id} and Role.FUNCTIONAL_ADMIN not in roles:
        raise LastAdministrator()
    Membership.objects.filter(account_id=account_id, organisation_id=organisation_id).exclude(
        role__in=roles
    ).update(is_active=False)
    for role in roles:
        Membership.objects.update_or_create(
            account_id=account_id,
            organisation_id=organisation_id,
            role=Role(role),
            defaults={"is_active": True},
        )
    if Role.RELATIONSHIP_MANAGER not in roles:
        end_stand_ins_of(account_id, organisation_id, at)
    note_presence(account_id, at)


@command(about="account")
def change_profile(
    *, actor: Actor, at: datetime, account_id: UUID, name: str, phone: str, languages: list[str]
) -> None:
    """One's own name, telephone number and languages."""
    account = Account.objects.select_for_update().filter(pk=account_id).first()
    if account is None or (actor.kind != "system" and actor.id != account_id):
        raise NotVisible()
    account.name, account.phone = name.strip(), phone.strip()
    account.languages = [code for code in languages if code in Language.values]
    account.save(update_fields=["name", "phone", "languages"])


def _known(email: str) -> Account | None:
    return Account.objects.filter(email=email.strip().lower()).first()


def _own(actor: Actor, organisation_id: UUID) -> None:
    if actor.kind != "system" and actor.organisation_id != organisation_id:
        raise NotVisible()


@command(about="accounts")
def note_list_taken(*, actor: Actor, at: datetime, what: str, asked: dict[str, Any]) -> None:
    """The actor downloads colleagues, or lines of the "trail" or of the "views" (`what`), narrowed to what was `asked`
    (in the words of `found_colleagues` or `TrailFilters`): an audit line with how many. They are counted here, so that
    the same download asked twice is the same request, whatever came in between."""
    if what == "colleagues":
        actor.require("manage_accounts")
        count = found_colleagues(actor, **asked).count()
    else:
        actor.require("see_trail")
        read = audit.views_for_organisation if what == "views" else audit.trail_of_organisation
        count = read(actor.organisation_id, audit.TrailFilters(**asked)).count()
    tell(what=what, count=count)
