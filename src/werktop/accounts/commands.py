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
from werktop.regions.languages import Language

from .models import Account, Membership
from .roles import Role


class LastAdministrator(Refusal):
    text = _("Dit is de laatste functioneel beheerder. Wijs eerst een ander aan.")


class BelongsElsewhereToo(Refusal):
    text = _(
        "Deze collega werkt ook voor een andere organisatie. Alleen de collega zelf kan het wachtwoord wijzigen."
    )


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

    Only in the actor's own organisation. An account that exists keeps its name and password. Returns its key.
    """
    actor.require("manage_accounts")
    _own(actor, organisation_id)
    account = Account.objects.filter(email=email.strip().lower()).first()
    if account is None:
        if password is not None:
            _refuse_weak(password, Account(email=email, name=name))
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
    # all of the organisation, in a fixed order: of two who take each other's role, the second sees what the first did
    held = list(Membership.objects.select_for_update().filter(organisation_id=organisation_id).order_by("pk"))
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
    """A new password for oneself, or for a colleague by the functional administrator.

    Not for a colleague who also works for another organisation: that would open the other one's files.
    """
    account = Account.objects.filter(pk=account_id).first()
    if account is None:
        raise NotVisible()
    if actor.kind != "system" and actor.id != account_id:
        actor.require("manage_accounts")
        if not Membership.objects.filter(
            account_id=account_id, organisation_id=actor.organisation_id
        ).exists():
            raise NotVisible()
        if (
            Membership.objects.filter(account_id=account_id, is_active=True)
            .exclude(organisation_id=actor.organisation_id)
            .exists()
        ):
            raise BelongsElsewhereToo(field="password")
    _refuse_weak(password, account)
    account.set_password(password)
    account.save(update_fields=["password"])


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


def _refuse_weak(password: str, account: Account) -> None:
    try:
        validate_password(password, account)
    except ValidationError as fault:
        raise PasswordIsWeak(" ".join(fault.messages), field="password") from fault


def _own(actor: Actor, organisation_id: UUID) -> None:
    if actor.kind != "system" and actor.organisation_id != organisation_id:
        raise NotVisible()
