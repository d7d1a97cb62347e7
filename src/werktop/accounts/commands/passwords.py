"""Passwords: chosen by who uses them, by a signed link that works once and for a short time."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from werktop.accounts.models import Account, Membership
from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.refusals import NotVisible, Refusal
from werktop.post import links
from werktop.post.commands import send_message
from werktop.post.recipients import recipient_of
from werktop.post.writing import body_for, in_the_words_of
from werktop.regions import queries as regions

PURPOSE = "choose_password"
LIVES = {"invited": timedelta(days=7), "lost": timedelta(hours=2)}
SUBJECTS = {
    "invited": _("Je account bij werktop"),
    "lost": _("Een nieuw wachtwoord voor werktop"),
    "added": _("Je werkt nu ook voor een andere organisatie"),
}
MOST_LINKS_AN_HOUR = 3
TIME_ZONE = "Europe/Amsterdam"


class PasswordIsWeak(Refusal):
    text = _("Kies een langer of minder voor de hand liggend wachtwoord.")


@command(about="account")
def set_password(*, actor: Actor, at: datetime, account_id: UUID, password: str) -> None:
    """A new password for oneself, who showed the old one. Links to choose one no longer work."""
    if actor.kind != "system" and (actor.kind, actor.id) != ("staff", account_id):
        raise NotVisible()
    _set(account_id, password, at)


@command(about="account")
def choose_password(*, actor: Actor, at: datetime, password: str) -> None:
    """The password of who holds a link for it. The link, and every other one, works no more: `LinkIsOver`."""
    if actor.kind != "account" or actor.link_purpose != PURPOSE:
        raise NotVisible()
    Account.objects.select_for_update().filter(pk=actor.id, is_active=True).first()
    links.refuse_used(purpose=PURPOSE, about_id=actor.link_about_id, at=at)
    tell(account=str(actor.id))
    _set(actor.id, password, at)


@command(about="account")
def send_password_link(*, actor: Actor, at: datetime, account_id: UUID) -> None:
    """A message with a link to choose a password, to a colleague of the actor's own organisation. The link goes to the
    colleague alone, so that it may also be one who works for another organisation."""
    actor.require("manage_accounts")
    here = Membership.objects.filter(account_id=account_id, organisation_id=actor.organisation_id)
    account = Account.objects.filter(pk=account_id, is_active=True).first()
    if account is None or not here.exists():
        raise NotVisible()
    send_link(
        account,
        actor.organisation_id,
        "lost" if account.has_usable_password() else "invited",
        actor=actor,
        at=at,
    )


@command(about="account")
def ask_password_link(*, actor: Actor, at: datetime, email: str) -> None:
    """Somebody who cannot log in asks for a link. Says nothing about who has an account: for an address that has none,
    that left, or that got three links in an hour, nothing happens. Links of before keep working: anybody can ask, and
    must not be able to end a colleague's invitation."""
    account = Account.objects.select_for_update().filter(email=email.strip().lower(), is_active=True).first()
    if account is None:
        return
    works_at = Membership.objects.filter(account=account, is_active=True, organisation__is_active=True)
    organisation_id = (
        works_at.order_by("organisation__name", "id").values_list("organisation_id", flat=True).first()
    )
    made = links.made_since(
        purpose=PURPOSE, holder_kind="account", holder_id=account.pk, since=at - timedelta(hours=1)
    )
    if organisation_id is not None and made < MOST_LINKS_AN_HOUR:
        send_link(account, organisation_id, "lost", actor=actor, at=at, withdraws_earlier=False)


@command(about="account")
def make_first_link(*, actor: Actor, at: datetime, account_id: UUID, organisation_id: UUID) -> str:
    """The address where the first administrator of an organisation chooses a password, for the command line to print."""
    actor.require("load_reference")
    return _address(account_id, organisation_id, at=at, expires_at=at + LIVES["invited"])


def send_link(
    account: Account,
    organisation_id: UUID,
    why: str,
    *,
    actor: Actor,
    at: datetime,
    withdraws_earlier: bool = True,
) -> None:
    """Lay down the message with the link; `why` is "invited" or "lost". Earlier links end with it, unless told not to.
    Call it inside a command."""
    expires_at = at + LIVES[why]
    address = _address(
        account.pk, organisation_id, at=at, expires_at=expires_at, withdraws_earlier=withdraws_earlier
    )
    _write(
        account,
        organisation_id,
        why,
        actor=actor,
        at=at,
        address=address,
        expires_at=expires_at,
        purpose=PURPOSE,
    )


def tell_of_roles(account: Account, organisation_id: UUID, *, actor: Actor, at: datetime) -> None:
    """Tell who has an account already that there is an organisation more. Call it inside a command."""
    address = settings.BASE_URL + reverse("accounts:log_in")
    _write(
        account, organisation_id, "added", actor=actor, at=at, address=address, expires_at=at, purpose="added"
    )


def refuse_weak(password: str, account: Account) -> None:
    """Pass silently, or `PasswordIsWeak` with what is the matter."""
    try:
        validate_password(password, account)
    except ValidationError as fault:
        raise PasswordIsWeak(" ".join(fault.messages), field="password") from fault


def _set(account_id: UUID, password: str, at: datetime) -> None:
    account = Account.objects.select_for_update().filter(pk=account_id, is_active=True).first()
    if account is None:
        raise NotVisible()
    refuse_weak(password, account)
    account.set_password(password)
    account.save(update_fields=["password"])
    links.withdraw_links_of(purpose=PURPOSE, holder_kind="account", holder_id=account_id, at=at)


def _address(
    account_id: UUID,
    organisation_id: UUID,
    *,
    at: datetime,
    expires_at: datetime,
    withdraws_earlier: bool = True,
) -> str:
    if withdraws_earlier:
        links.withdraw_links_of(purpose=PURPOSE, holder_kind="account", holder_id=account_id, at=at)
    token = links.make_single_link(
        organisation_id=organisation_id,
        purpose=PURPOSE,
        holder_kind="account",
        holder_id=account_id,
        at=at,
        expires_at=expires_at,
    )
    return links.address("accounts:choose_password", token)


def _write(
    account: Account,
    organisation_id: UUID,
    why: str,
    *,
    actor: Actor,
    at: datetime,
    address: str,
    expires_at: datetime,
    purpose: str,
) -> None:
    to = recipient_of("account", account, channel="email")
    with in_the_words_of(to, time_zone=TIME_ZONE):
        body = body_for(
            to,
            f"accounts/messages/{why}",
            {
                "account": account,
                "organisation": regions.organisation_by_id(organisation_id),
                "address": address,
                "expires_at": expires_at,
            },
        )
        subject = str(SUBJECTS[why])
    send_message(
        actor=actor,
        at=at,
        organisation_id=organisation_id,
        to=to,
        subject=subject,
        body=body,
        about_kind="account",
        about_id=account.pk,
        purpose=purpose,
    )
