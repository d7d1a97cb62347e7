"""What an entrepreneur sees on the own page of the firm and of themselves."""

from __future__ import annotations

from typing import Any

from werktop.accounts.own_pages import OWN_FIRM
from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible
from werktop.employers.models import ContactPerson, Entrepreneur


def own_entrepreneur(viewer: Actor) -> Entrepreneur:
    """The entrepreneur whose own page it is, with the firm and the organisation that answers for it; `NotVisible` for anybody
    else."""
    found = (
        Entrepreneur.objects.select_related("employer__organisation").filter(pk=viewer.id).first()
        if viewer.kind == "entrepreneur" and viewer.can(OWN_FIRM)
        else None
    )
    if found is None:
        raise NotVisible()
    return found


def own_contact(person: Entrepreneur) -> Any | None:
    """The colleague who speaks with this person's firm for us now; None where nobody does. The caller has checked who asks."""
    turn = (
        ContactPerson.objects.filter(
            employer_id=person.employer_id, until_date=None, account__isnull=False, account__is_active=True
        )
        .select_related("account")
        .order_by("-since_date", "-id")
        .first()
    )
    return turn.account if turn else None


def entrepreneurs_at(address: str) -> list[Entrepreneur]:
    """Everybody with this e-mail address who takes part, for who asks a code there; of all organisations."""
    if not address:
        return []
    found = Entrepreneur.objects.filter(email__iexact=address, is_active=True)
    return list(found.select_related("employer").order_by("id"))
