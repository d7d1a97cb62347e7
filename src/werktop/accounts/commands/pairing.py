"""A strong login becomes a person's: by a code that a colleague hands over in person (docs/decisions/0027)."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from werktop.accounts.holders import held_person, hold_who_is_tied
from werktop.accounts.models import OwnSession, Pairing
from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.refusals import NotVisible, Refusal
from werktop.post.recipients import person_of

from .own_sessions import as_person, begin
from .questions import count_tries

DIGITS = 9
LIVES = timedelta(hours=24)
MOST_TRIES = 10
"""Codes that one who logged in may type in an hour."""


class PairingCodeIsWrong(Refusal):
    text = _(
        "Deze code klopt niet, of is te oud. Kijk na wat u typte, of vraag uw vaste collega om een nieuwe."
    )


class TooManyTries(Refusal):
    text = _("U hebt te vaak een code getypt. Probeer het over een uur nog eens.")


@command(about="own_page")
def make_pairing_code(*, actor: Actor, at: datetime, holder_kind: str, own_page_id: UUID) -> str:
    """A code with which a person ties a strong login to the own page, for a day and once; one that was made before works no more.
    For who works with this person alone (`holders.tied_by`): the code opens the whole file. It is shown once, and handed over by
    hand: call it without a key, since what a receipt keeps could be read."""
    actor.require("edit_candidates")
    hold_who_is_tied(actor, holder_kind, own_page_id)
    held = {"holder_kind": holder_kind, "holder_id": own_page_id}
    list(Pairing.objects.select_for_update().filter(**held))
    Pairing.objects.filter(**held, tied_at=None).delete()
    code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    Pairing.objects.create(
        **held, code_mark=_mark(code), made_by_id=actor.id, made_at=at, expires_at=at + LIVES
    )
    return code


@command(about="own_page")
def end_pairing(*, actor: Actor, at: datetime, holder_kind: str, own_page_id: UUID) -> int:
    """This person's strong login opens the own page no more, and who is there by it is out. By who works with the person, or the
    person. Codes that wait end too. Returns how many ties ended."""
    if not (actor.kind == holder_kind and actor.id == own_page_id and actor.can("own_strong")):
        actor.require("edit_candidates")
        hold_who_is_tied(actor, holder_kind, own_page_id)
    held = {"holder_kind": holder_kind, "holder_id": own_page_id}
    Pairing.objects.filter(**held, tied_at=None).delete()
    sessions = OwnSession.objects.filter(**held, way=OwnSession.Way.STRONG, ended_at=None)
    sessions.update(ended_at=at)
    return Pairing.objects.filter(**held, ended_at=None).update(ended_at=at)


def tie(*, at: datetime, subject_mark: str, code: str) -> tuple[str, str, UUID]:
    """Who logged in elsewhere types the code: from now on that login is this person's. The token of a session, and whose it is
    (kind and key). `PairingCodeIsWrong`; `TooManyTries`. Not a command itself: a wrong try is counted although it is refused."""
    if count_tries(of=f"pairing {subject_mark}", at=at) > MOST_TRIES:
        raise TooManyTries(field="code")
    typed = _mark("".join(c for c in code if c.isdigit()))
    found = Pairing.objects.filter(code_mark=typed, tied_at=None, expires_at__gt=at).first()
    if found is None:
        raise PairingCodeIsWrong(field="code")
    token = tie_strong_login(
        actor=_as(found), at=at, pairing_id=found.pk, subject_mark=subject_mark, own_page_id=found.holder_id
    )
    return token, found.holder_kind, found.holder_id


@command(about="own_page")
def tie_strong_login(
    *, actor: Actor, at: datetime, pairing_id: UUID, subject_mark: str, own_page_id: UUID
) -> str:
    """The tie itself; an earlier one of this person ends. `PairingCodeIsWrong` where somebody was quicker with the code."""
    kind = Pairing.objects.filter(pk=pairing_id).values_list("holder_kind", flat=True).first()
    person = held_person(kind, own_page_id) if kind else None
    # all of this person's: of two codes that are typed at one moment the second ends the tie of the first
    held = Pairing.objects.select_for_update().filter(holder_id=own_page_id).order_by("id")
    row = next((each for each in held if each.pk == pairing_id and each.code_mark), None)
    if row is None or person is None:
        raise PairingCodeIsWrong(field="code")
    others = Pairing.objects.filter(holder_kind=row.holder_kind, holder_id=row.holder_id, ended_at=None)
    others.exclude(tied_at=None).update(ended_at=at)
    row.code_mark, row.subject_mark, row.tied_at = "", subject_mark, at
    row.save()
    return begin(row.holder_kind, person, way=OwnSession.Way.STRONG, at=at)


@command(about="own_page")
def open_with_strong_login(*, actor: Actor, at: datetime, subject_mark: str, own_page_id: UUID) -> str:
    """The token of a session on the own page of a person to whom this login is tied; `NotVisible` otherwise."""
    tied = Pairing.objects.filter(subject_mark=subject_mark, holder_id=own_page_id, ended_at=None)
    kind = tied.exclude(tied_at=None).values_list("holder_kind", flat=True).first()
    person = held_person(kind, own_page_id) if kind else None
    if kind is None or person is None or not tied.exclude(tied_at=None).exists():
        raise NotVisible()
    return begin(kind, person, way=OwnSession.Way.STRONG, at=at)


def people_of_login(subject_mark: str) -> list[tuple[str, Any]]:
    """(kind, person) of whom this login is: one, or the same person at several organisations. None where it is not tied."""
    rows = (
        Pairing.objects.filter(subject_mark=subject_mark, ended_at=None).exclude(tied_at=None).order_by("id")
    )
    found = [(row.holder_kind, person_of(row.holder_kind, row.holder_id)) for row in rows]
    return [(kind, person) for kind, person in found if person is not None]


def _as(pairing: Pairing) -> Actor:
    person = person_of(pairing.holder_kind, pairing.holder_id)
    if person is None:
        raise PairingCodeIsWrong(field="code")
    return as_person(pairing.holder_kind, person)


def _mark(code: str) -> str:
    return salted_hmac("werktop.pairing", code, secret=settings.IDENTITY_KEY, algorithm="sha256").hexdigest()
