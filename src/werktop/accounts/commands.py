"""Writes about accounts and memberships."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.refusals import NotVisible, Refusal

from .models import Account, Membership
from .roles import Role


class LastAdministrator(Refusal):
    text = _("Dit is de laatste functioneel beheerder. Wijs eerst een ander aan.")


class PasswordIsWeak(Refusal):
    text = _("Kies een langer of minder voor de hand liggend wachtwoord.")


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

    Only in the actor's own organisation. Returns the account's key.
    """
    actor.require("manage_accounts")
    _own(actor, organisation_id)
    account = Account.objects.filter(email=email.strip().lower()).first()
    if account is None:
        account = Account.objects.create_user(
            email, password, name=name, phone=phone, languages=languages or ["nl"]
        )
    for role in roles:
        Membership.objects.update_or_create(
            account=account, organisation_id=organisation_id, role=Role(role), defaults={"is_active": True}
        )
    return account.pk


@command(about="account")
def set_roles(
    *, actor: Actor, at: datetime, account_id: UUID, organisation_id: UUID, roles: list[str]
) -> None:
    """Exactly these roles for a colleague in the actor's organisation; none takes the colleague off it.

    Refused for the last functional administrator.
    """
    actor.require("manage_accounts")
    _own(actor, organisation_id)
    held = list(Membership.objects.select_for_update().filter(organisation_id=organisation_id))
    if not any(m.account_id == account_id for m in held):
        raise NotVisible()
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


@command(about="account")
def set_password(*, actor: Actor, at: datetime, account_id: UUID, password: str) -> None:
    """A new password for oneself, or for a colleague by the functional administrator."""
    account = Account.objects.filter(pk=account_id).first()
    if account is None:
        raise NotVisible()
    if actor.kind != "system" and actor.id != account_id:
        actor.require("manage_accounts")
        if not Membership.objects.filter(
            account_id=account_id, organisation_id=actor.organisation_id
        ).exists():
            raise NotVisible()
    try:
        validate_password(password, account)
    except ValidationError as fault:
        raise PasswordIsWeak(" ".join(fault.messages), field="password") from fault
    account.set_password(password)
    account.save(update_fields=["password"])


def _own(actor: Actor, organisation_id: UUID) -> None:
    if actor.kind != "system" and actor.organisation_id != organisation_id:
        raise NotVisible()
