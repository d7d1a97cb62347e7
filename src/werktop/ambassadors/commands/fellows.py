"""A fellow entrepreneur is named in two fields, called by a colleague, and joins or not."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from werktop.ambassadors.models import OPEN, Fellow, FellowState
from werktop.ambassadors.refusals import (
    AnotherCalls,
    CannotBeReached,
    FellowIsClosed,
    IsNamedAlready,
    JoinedAlready,
    NoFirmChosen,
    NoName,
)
from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.erasure import erase
from werktop.audit.retention import BATCH, TERMS, erases
from werktop.employers import commands as employer_commands
from werktop.employers import queries as employers
from werktop.post import reach as reach_of

from .whose import account_of, entrepreneur_of, is_self, row_to_edit, said


@command(about="fellow")
def name_fellow(*, actor: Actor, at: datetime, entrepreneur_id: UUID, name: str, reach: str) -> UUID:
    """An entrepreneur brings in a fellow: a name, and an e-mail address or a telephone number. By the entrepreneur, or by who
    answers for the firm. Nothing is sent: a colleague calls. Refuses `NoName`, `CannotBeReached`, `IsNamedAlready`."""
    person = entrepreneur_of(actor, entrepreneur_id)
    called = " ".join(said(name, 120).split())
    if not called:
        raise NoName(field="name")
    found = _reach(reach)
    same = Q(name__iexact=called) | (Q(**found) if found else Q(pk=None))
    if Fellow.objects.filter(same, entrepreneur=person, state__in=OPEN).exists():
        raise IsNamedAlready(field="name")
    row = Fellow.objects.create(
        region_id=person.employer.region_id,
        organisation_id=person.employer.organisation_id,
        entrepreneur=person,
        name=called,
        contact_id=account_of(actor),
        is_by_self=is_self(actor, entrepreneur_id),
        named_at=at,
        moved_at=at,
        **found,
    )
    return row.pk


@command(about="fellow")
def note_fellow_called(*, actor: Actor, at: datetime, fellow_id: UUID, words: str = "") -> None:
    """Somebody spoke with them; what is said of it the entrepreneur reads who named them. Refuses
    `FellowIsClosed`."""
    _move(_open(actor, fellow_id), actor, at, FellowState.CALLED, words)


@command(about="fellow")
def note_fellow_not_now(*, actor: Actor, at: datetime, fellow_id: UUID, words: str = "") -> None:
    """They do not join now. That can change: `reopen_fellow`. Refuses `FellowIsClosed`."""
    _move(_open(actor, fellow_id), actor, at, FellowState.NOT_NOW, words)


@command(about="fellow")
def reopen_fellow(*, actor: Actor, at: datetime, fellow_id: UUID) -> None:
    """It goes on after all. A firm that joined stays, and is no longer said to be brought in by this entrepreneur."""
    row = row_to_edit(actor, Fellow, fellow_id)
    there = _firm(actor, row.employer_id) if row.state == FellowState.JOINED else None
    if there is not None and employers.can_edit(actor, there):
        employer_commands.note_bringer(
            actor=actor,
            at=at,
            employer_id=there.pk,
            brought_by_id=None,
            instead_of_id=row.entrepreneur_id,
        )
    row.state, row.employer, row.moved_at = FellowState.NAMED, None, at
    row.save()


@command(about="fellow")
def join_fellow(
    *,
    actor: Actor,
    at: datetime,
    fellow_id: UUID,
    firm: str = "",
    first_name: str = "",
    last_name: str = "",
    employer_id: UUID | None = None,
    words: str = "",
) -> UUID:
    """They join: a new firm, brought in by who named them, in one step; or one that is here by now (`employer_id`). A firm that
    joined before it was named was not brought in, and is only tied. Refuses `JoinedAlready`, `NoFirmChosen`, and what
    `employers.add_employer` refuses. Returns the firm's key."""
    row = row_to_edit(actor, Fellow, fellow_id)
    if row.state == FellowState.JOINED:
        raise JoinedAlready()
    if employer_id is not None:
        there = _firm(actor, employer_id)
        if there is None:
            raise NoFirmChosen(field="employer_id")
        joined = there.joinings.values_list("joined_date", flat=True).first()
        since = timezone.localdate(row.named_at)
        if employers.can_edit(actor, there) and (joined is None or joined >= since):
            employer_commands.note_bringer(
                actor=actor, at=at, employer_id=employer_id, brought_by_id=row.entrepreneur_id
            )
        key = employer_id
    else:
        key = employer_commands.add_employer(
            actor=actor,
            at=at,
            name=firm or row.name,
            entrepreneur={
                "first_name": first_name, "last_name": last_name, "email": row.email, "phone": row.phone,
                "languages": ["nl"],
            },
            brought_by_id=row.entrepreneur_id,
        )  # fmt: skip
    row.employer_id = key
    _move(row, actor, at, FellowState.JOINED, words)
    return key


@command(about="fellow")
def take_fellow(*, actor: Actor, at: datetime, fellow_id: UUID, instead_of_id: UUID | None = None) -> None:
    """The actor is who calls, in place of nobody or of whom the screen named (`instead_of_id`). Refuses `AnotherCalls`, with the
    name."""
    row, mine = row_to_edit(actor, Fellow, fellow_id), account_of(actor)
    if row.contact is not None and row.contact_id not in (mine, instead_of_id):
        raise AnotherCalls(row.contact.name)
    row.contact_id = mine
    row.save(update_fields=["contact"])


@command(about="fellow")
def take_back_fellow(*, actor: Actor, at: datetime, fellow_id: UUID) -> None:
    """It was noted by mistake, or they want nothing kept: it goes, with its history."""
    erase(row_to_edit(actor, Fellow, fellow_id))


@erases("reminder", "ambassadors.Fellow")
@command(about="fellow")
def forget_old_fellows(*, actor: Actor, at: datetime, most: int = BATCH) -> int:
    """Let go of at most `most` who were named, a year after the last that was done about them; returns how many. That a firm
    joined, and who brought it in, stays."""
    old = list(Fellow.objects.filter(moved_at__lt=TERMS["reminder"].before(at)).order_by("id")[:most])
    for row in old:
        erase(row)
    return len(old)


def _open(actor: Actor, fellow_id: UUID) -> Fellow:
    row = row_to_edit(actor, Fellow, fellow_id)
    if row.state not in OPEN:
        raise FellowIsClosed()
    return row


def _firm(actor: Actor, employer_id: UUID | None) -> Any:
    return employers.employers_in_region(actor).filter(pk=employer_id).first() if employer_id else None


def _move(row: Fellow, actor: Actor, at: datetime, state: str, words: str) -> None:
    row.state, row.moved_at, row.words = state, at, said(words, 300) or row.words
    row.contact_id = row.contact_id or account_of(actor)
    row.save()


def _reach(typed: str) -> dict[str, Any]:
    text = said(typed, 254)
    if "@" in text and (email := reach_of.email_in(text)):
        return {"email": email}
    phone = reach_of.phone_in(text) if text and "@" not in text else None
    if phone is None or phone.state == "odd":
        raise CannotBeReached(field="reach")
    return {"phone": phone.number[:20]}
