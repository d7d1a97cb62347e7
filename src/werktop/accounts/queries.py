"""Reads about accounts: who is at the screen, and colleagues of an organisation or region."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from werktop.audit import queries as audit
from werktop.audit.actors import NOBODY, Actor
from werktop.audit.refusals import NotVisible
from werktop.audit.versions import version_of
from werktop.regions.finding import key_of, named_like

from .models import Account, Membership
from .roles import CAPABILITIES, Role, capabilities_of


def actor_of(account: Account, organisation_id: UUID | None = None) -> Actor:
    """The actor for an account: in the organisation asked for, or the first one it belongs to. One query."""
    memberships = list(
        Membership.objects.filter(account=account, is_active=True, organisation__is_active=True)
        .select_related("organisation")
        .order_by("organisation__name", "id")
    )
    if not account.is_active or not memberships:
        return NOBODY
    chosen = next(
        (m.organisation for m in memberships if m.organisation_id == organisation_id),
        memberships[0].organisation,
    )
    roles = frozenset(m.role for m in memberships if m.organisation_id == chosen.pk)
    return Actor(
        kind="staff",
        id=account.pk,
        name=account.name,
        organisation_id=chosen.pk,
        region_id=chosen.region_id,
        roles=roles,
        capabilities=capabilities_of(roles, has_files=chosen.has_files),
    )


def actor_by_email(email: str, organisation_id: UUID | None = None) -> Actor:
    """The actor for an e-mail address; `NOBODY` where there is none (for commands from a shell)."""
    account = Account.objects.filter(email=email.strip().lower()).first()
    return actor_of(account, organisation_id) if account else NOBODY


def colleagues_of(viewer: Actor, *roles: str) -> QuerySet[Account]:
    """Active colleagues of the viewer's organisation, with one of `roles` where given, by name."""
    members = Membership.objects.filter(organisation_id=viewer.organisation_id, is_active=True)
    if roles:
        members = members.filter(role__in=roles)
    return Account.objects.filter(is_active=True, pk__in=members.values("account_id")).order_by("name", "id")


def colleagues_in_region(viewer: Actor, *roles: str) -> QuerySet[Account]:
    """Active colleagues of all organisations in the viewer's region (hosts may come from several), by name.

    Each has `organisation_name`, since two colleagues may have one name, and its key in `organisation_key`.
    """
    members = Membership.objects.filter(organisation__region_id=viewer.region_id, is_active=True)
    if roles:
        members = members.filter(role__in=roles)
    theirs = members.filter(account=OuterRef("pk")).order_by("organisation__name", "id")
    return (
        Account.objects.filter(is_active=True, pk__in=members.values("account_id"))
        .annotate(
            organisation_name=Subquery(theirs.values("organisation__name")[:1]),
            organisation_key=Subquery(theirs.values("organisation_id")[:1]),
        )
        .order_by("name", "id")
    )


def who_may(capability: str, organisation_ids: Collection[UUID]) -> set[tuple[UUID, UUID]]:
    """Who may do this in these organisations now, as pairs (account, organisation): who left, or whose role does not
    give it any more, is not among them. One query."""
    found = Membership.objects.filter(
        organisation_id__in=organisation_ids,
        organisation__is_active=True,
        account__is_active=True,
        is_active=True,
        role__in=[role for role, capabilities in CAPABILITIES.items() if capability in capabilities],
    )
    return set(found.values_list("account_id", "organisation_id"))


def accounts_by_id(ids: Collection[UUID]) -> dict[UUID, Account]:
    """Accounts by key, for showing names beside plain ids."""
    return Account.objects.in_bulk(list(ids))


def hold_account(account_id: UUID) -> None:
    """Wait for whoever does something else as this colleague, until the transaction ends: for commands of rooms above that first
    look at what this colleague has."""
    list(Account.objects.select_for_update(no_key=True).filter(pk=account_id))


def who_last(about_kind: str, about_id: UUID, verbs: Sequence[str] = ()) -> tuple[str, datetime | None]:
    """Who did something to this last (one of `verbs`, where given), and when; ("", None) where nobody did. It may be the person
    whom it is about, on an own page. The caller has checked who looks."""
    lines = audit.trail_about(about_kind, about_id)
    line = (lines.filter(verb__in=verbs) if verbs else lines).first()
    if line is None:
        return "", None
    if (line.actor_kind, line.actor_id) == (about_kind, about_id):
        return _("Deze persoon zelf"), line.at
    account = Account.objects.filter(pk=line.actor_id).first() if line.actor_id else None
    return (account.name if account else "werktop"), line.at


ORDERS = {"name": ("name", "id"), "-name": ("-name", "-id"), "email": ("email",), "-email": ("-email",)}


def found_colleagues(
    viewer: Actor, words: str = "", *, role: str = "", with_left: bool = False, sort: str = ""
) -> QuerySet[Account]:
    """The accounts of the viewer's organisation by name, each with `roles_here` (its active memberships).

    `words` narrows to names and addresses that hold them, `role` to who has it now; without `with_left` only who has
    a role now. `sort` is a key of `ORDERS`.
    """
    here = Membership.objects.filter(organisation_id=viewer.organisation_id)
    if not with_left:
        here = here.filter(is_active=True)
    if role:
        here = here.filter(role=role, is_active=True)
    found = Account.objects.filter(pk__in=here.values("account_id"))
    if words.strip():
        found = named_like(
            found.annotate(name_key=key_of("name")), words, also=Q(email__icontains=words.strip())
        )
    roles = Membership.objects.filter(organisation_id=viewer.organisation_id, is_active=True).order_by("role")
    return found.prefetch_related(Prefetch("memberships", queryset=roles, to_attr="roles_here")).order_by(
        *ORDERS.get(sort, ORDERS["name"])
    )


def colleague_for(viewer: Actor, account_id: UUID) -> Account:
    """One account of the viewer's organisation with `roles_here`, also one without a role now; else `NotVisible`."""
    found = found_colleagues(viewer, with_left=True).filter(pk=account_id).first()
    if found is None:
        raise NotVisible()
    return found


def organisations_of(account_id: UUID) -> dict[UUID, str]:
    """The organisations that an account works for now: key to name, by name."""
    return dict(
        Membership.objects.filter(account_id=account_id, is_active=True, organisation__is_active=True)
        .order_by("organisation__name", "organisation_id")
        .values_list("organisation_id", "organisation__name")
        .distinct()
    )


__all__ = [
    "Role",
    "accounts_by_id",
    "actor_by_email",
    "actor_of",
    "colleague_for",
    "colleagues_in_region",
    "hold_account",
    "colleagues_of",
    "found_colleagues",
    "organisations_of",
    "who_last",
    "who_may",
]


def roles_now(viewer: Actor, account_id: UUID) -> dict[str, Any]:
    """What the form about a colleague's roles starts from, with the version that it carries for `set_roles`."""
    account: Any = colleague_for(viewer, account_id)
    roles = [m.role for m in account.roles_here]
    return {"roles": roles, "version": version_of({"roles": roles})}
